import { answersMax, answersShown } from '@sheber/document/answer'
import type { Thing, ThingOf } from '@sheber/document/thing'
import { ballotsOf, votersOf } from '@sheber/document/vote'
import type { Around, Item } from '../core/kind.ts'
import { wordsOf } from '@sheber/document/wordsof'

/** What a vote has come to, as everybody counts it. */
export interface Result {
  readonly id: string
  readonly words: string
  /** Ids of those who chose it. */
  readonly voters: readonly string[]
}

type Counted = Pick<Around, 'vote' | 'voters' | 'get'>

export const mostOf = (thing: ThingOf<'poll'> | ThingOf<'round'>): number =>
  thing.kind === 'round' ? thing.dots : thing.several ? answersMax : 1

/** Who has voted at all. */
export const personsOf = (thing: Thing, { vote, voters }: Counted): readonly string[] => [...ballotsOf(vote, thing.id, voters).keys()]

/** The answers, in their order. */
export const pollResult = (thing: ThingOf<'poll'>, { vote, voters }: Counted): readonly Result[] => {
  const chosen = votersOf(ballotsOf(vote, thing.id, voters), mostOf(thing))
  return answersShown(thing.answers).map(({ id, words }) => ({ id, words, voters: chosen.get(id) ?? [] }))
}

const unvotable: ReadonlySet<string> = new Set(['round', 'timer', 'connector', 'dimension', 'unknown'])

export const isVotable = (round: ThingOf<'round'>, thing: Thing): boolean =>
  !unvotable.has(thing.kind) && (round.over.length === 0 || round.over.includes(thing.id))

/** On one line; a part that nobody has named is called by its kind. */
const calledOf = (thing: Thing): string => {
  const words = wordsOf(thing) || (thing.kind === 'part' ? thing.part : '')
  return words.replace(/\s+/g, ' ').trim()
}

/** The things that got dots, the most first. */
export const roundResult = (thing: ThingOf<'round'>, around: Counted): readonly Result[] => {
  const results: Result[] = []
  for (const [id, voters] of votersOf(ballotsOf(around.vote, thing.id, around.voters), thing.dots)) {
    const item: Item | undefined = around.get(id)
    if (item && isVotable(thing, item.thing)) results.push({ id, words: calledOf(item.thing), voters })
  }
  return results.sort((a, b) => b.voters.length - a.voters.length || (a.id < b.id ? -1 : 1))
}

/** How the votes fall may be seen by everybody. */
export const isShown = (thing: ThingOf<'poll'> | ThingOf<'round'>): boolean =>
  thing.closed || (thing.kind === 'poll' ? !thing.secret : thing.live)

/** Whose votes they are may be seen. */
export const isNamed = (thing: ThingOf<'poll'> | ThingOf<'round'>): boolean => thing.kind === 'poll' && !thing.secret
