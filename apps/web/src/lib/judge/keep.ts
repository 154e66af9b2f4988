import type { Round } from '@sheber/contract/judge'
import type { Marks } from '@sheber/contract/rubric'
import { endsOn, type WholeShelf } from '#lib/device/belongings.ts'
import { readFrom, writeTo, type Shelf } from '#lib/device/shelf.ts'

/** What a judge has marked and not sent yet, as it lies on the device. */
export interface Draft {
  readonly marks: Marks
  readonly words: string
  /** The score in front of which it was begun. */
  readonly overId: string | null
}

export interface Waiting extends Draft {
  readonly id: string
  readonly standId: string
  readonly round: Round
  readonly madeAt: string
  /** Not a score, but that this judge does not score it; `words` say why. */
  readonly away?: 'skip' | 'conflict'
}

export interface Refusal extends Waiting {
  /** In the server's words. */
  readonly why: string
}

export interface Kept {
  readonly drafts: Readonly<Record<string, Draft>>
  /** In the order in which they were made. */
  readonly waiting: readonly Waiting[]
  readonly refused: readonly Refusal[]
}

export const seatKey = ({ standId, round }: { readonly standId: string; readonly round: number }) => `${round} ${standId}`

export const nothing: Kept = { drafts: {}, waiting: [], refused: [] }

export const draft = (kept: Kept, key: string, said: Draft): Kept => ({ ...kept, drafts: { ...kept.drafts, [key]: said } })

/** It is begun no more: sent, or given up for what was sent from elsewhere. */
export const undraft = (kept: Kept, key: string): Kept => {
  const { [key]: _, ...drafts } = kept.drafts
  return { ...kept, drafts }
}

/** Said to the end: it is no draft any more, and goes as soon as it can. What was begun of a stand that is not scored waits for the answer. */
export const enqueue = (kept: Kept, one: Waiting): Kept => {
  const waiting = [...kept.waiting, one]
  return { ...(one.away ? kept : undraft(kept, seatKey(one))), waiting }
}

const without = (kept: Kept, id: string): Kept => ({ ...kept, waiting: kept.waiting.filter((one) => one.id !== id) })

export const sent = (kept: Kept, id: string): Kept => {
  const one = kept.waiting.find((waiting) => waiting.id === id)
  return without(one?.away ? undraft(kept, seatKey(one)) : kept, id)
}

/** Said no to: it stays here to be read, and is not tried again. */
export const refuseKept = (kept: Kept, id: string, why: string): Kept => {
  const one = kept.waiting.find((waiting) => waiting.id === id)
  return one ? { ...without(kept, id), refused: [...kept.refused, { ...one, why }] } : kept
}

export const drop = (kept: Kept, id: string): Kept => ({ ...kept, refused: kept.refused.filter((one) => one.id !== id) })

/** With one criterion's mark set, in the order of nothing in particular. */
export const mark = (marks: Marks, criterionId: string, points: number): Marks => [
  ...marks.filter((one) => one.criterionId !== criterionId),
  { criterionId, points },
]

/** Whose it is, and of which exhibition. */
export interface Place {
  readonly personId: string
  readonly exhibitionId: string
  readonly judgeId: string
}

const namesBegin = (personId: string) => `sheber-jury-${personId}-`
const nameOf = ({ personId, exhibitionId }: Place) => `${namesBegin(personId)}${exhibitionId}`
/** What was marked before names bore the person lies under the judge's alone. */
const oldNameOf = ({ judgeId }: Place) => `sheber-jury-${judgeId}`

const keptAt = (shelf: Shelf | null, name: string): Kept => {
  const { drafts = {}, waiting = [], refused = [] } = (readFrom(shelf, name) ?? nothing) as Partial<Kept>
  return { drafts, waiting, refused }
}

export const readKept = (shelf: Shelf | null, place: Place): Kept => {
  const [old, now] = [keptAt(shelf, oldNameOf(place)), keptAt(shelf, nameOf(place))]
  return {
    drafts: { ...old.drafts, ...now.drafts },
    waiting: [...old.waiting, ...now.waiting],
    refused: [...old.refused, ...now.refused],
  }
}

/** All that `readKept` has read. False: it is not kept here, and whoever marks should know. */
export const writeKept = (shelf: Shelf | null, place: Place, kept: Kept): boolean => {
  const isEmpty = Object.keys(kept.drafts).length + kept.waiting.length + kept.refused.length === 0
  return writeTo(shelf, nameOf(place), isEmpty ? null : kept) && writeTo(shelf, oldNameOf(place), null)
}

export interface UnsentScores {
  readonly exhibitionId: string
  /** How many, begun or said to the end; what was said no to has been read, or is read there. */
  readonly scores: number
}

/** Of this person in every jury, as far as it lies on this device. */
export const unsentScores = (shelf: WholeShelf | null, personId: string): readonly UnsentScores[] =>
  endsOn(shelf, namesBegin(personId))
    .map((exhibitionId) => {
      const { drafts, waiting } = keptAt(shelf, `${namesBegin(personId)}${exhibitionId}`)
      return { exhibitionId, scores: Object.keys(drafts).length + waiting.length }
    })
    .filter(({ scores }) => scores > 0)
