import type { Thing } from '@sheber/document/thing'
import type { Words } from '#lib/words/words.ts'
import { calledOf as called, shortOf as short } from '../called.ts'
import type { Item } from '../core/kind.ts'
import { isUndescribed } from '@sheber/document/undescribed'
import { allWordsOf, inSentences } from '@sheber/document/wordsof'
import { colourOf } from './deeds.ts'
import { ends, itemsWithin, type Branch } from './outline.ts'
import type { OutlineWords } from './words.ts'

/** How a branch is told, in two lines: the words first, for whoever listens. */
export interface Told {
  readonly words: string
  /** Kind, colour, author, lock. */
  readonly about: string
  /** Whoever does not see it would not know what it shows. */
  readonly bare?: boolean
}

export interface Teller {
  readonly w: OutlineWords
  readonly board: Pick<Words['board'], 'kind' | 'colour'>
  nameOf(id: string): string
  get(id: string): Item | undefined
  /** What it is by its picture alone, for what is a part, a symbol, a stamp, a shape without words or a dimension; '' for all else. */
  catalogue?(thing: Thing): string
  /** What a vote has come to; '' where there is none. */
  outcome?(thing: Thing): string
}

const colourName = ({ w, board }: Teller, thing: Thing): string => {
  if (thing.kind === 'note') return board.colour[thing.fill]
  const colour = colourOf(thing)
  return colour === null || colour === 'none' || !(colour in w.paint) ? '' : w.paint[colour as keyof OutlineWords['paint']]
}

/** What a thing is called in a sentence about another. */
export const calledOf = ({ w, board, catalogue }: Teller, thing: Thing): string =>
  (thing.text.trim() ? '' : catalogue?.(thing)) || called({ unknown: w.unknown, kind: board.kind }, thing)

const wayOf = (teller: Teller, thing: Extract<Thing, { kind: 'connector' }>): string => {
  const { w, get } = teller
  const [from, to] = ends(thing).map((id) => (id === undefined ? undefined : get(id)))
  const way = !from && to ? w.comes(w.loose) : w.leads(to ? calledOf(teller, to.thing) : w.loose)
  return thing.text ? w.labelled(way, short(thing.text)) : way
}

export const tell = (teller: Teller, branch: Branch): Told => {
  const { w, board, nameOf } = teller
  const [item] = branch.items
  if (branch.what === 'group') return { words: w.group(itemsWithin(branch).length), about: '' }
  if (branch.what === 'drawings' || !item) return { words: w.drawings(branch.items.length), about: '' }
  const { thing } = item
  const bare = isUndescribed(thing)
  const outcome = teller.outcome?.(thing) ?? ''
  // A timer has no words but its time.
  const isTime = thing.kind === 'timer' && outcome !== '' && !thing.text
  const blank = thing.kind === 'unknown' ? w.unknown : bare ? w.undescribed : thing.kind === 'frame' ? w.unnamed : w.blank
  const words =
    thing.kind === 'connector'
      ? wayOf(teller, thing)
      : short(inSentences([teller.catalogue?.(thing) ?? '', isTime ? outcome : allWordsOf(thing)])) || blank
  const kind = thing.kind === 'unknown' ? '' : board.kind[thing.kind]
  const named = bare && words !== blank && w.undescribed
  const about = [kind, named, !isTime && outcome, colourName(teller, thing), nameOf(thing.by), thing.lock && w.lock[thing.lock]]
  return { words, about: about.filter(Boolean).join(', '), ...(bare && { bare }) }
}
