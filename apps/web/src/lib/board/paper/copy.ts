import { copyOf, type NewThing, type Thing } from '@sheber/document/thing'
import { rebound, type Credit, type Hand } from './file.ts'

/** What another board is to begin with, and whom it owes that to. */
export interface NewBoard {
  readonly things: readonly NewThing[]
  readonly copied: readonly Credit[]
  /** Things of a newer Sheber, which this one cannot copy. */
  readonly left: number
}

/** `from` is the board copied now, `before` what that board owed already: the chain grows at its end and loses no link. */
export const asNewBoard = (things: readonly Thing[], from: Credit, before: readonly Credit[], hand: Hand): NewBoard => {
  const copies = things.flatMap((thing) => copyOf(thing, { id: thing.id, group: thing.group, by: hand.me, at: hand.now() }) ?? [])
  const already = before.some(({ board, at }) => board === from.board && at === from.at)
  return { things: rebound(copies, hand), copied: already ? before : [...before, from], left: things.length - copies.length }
}
