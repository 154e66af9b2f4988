import { readBoard } from '@sheber/document/board'
import { hasEnds, type Thing } from '@sheber/document/thing'
import type { Doc } from 'yjs'
import { calledOf, type Calling } from '#lib/board/called.ts'

export interface Named {
  readonly value: string
  readonly label: string
}

/** What of a board can be shown by itself. */
export interface Offered {
  readonly frames: readonly Named[]
  /** By their words, or by what they are; lines come along with what they hold. */
  readonly things: readonly Named[]
  /** Pictures, models and documents that lie on it, by the files' ids. */
  readonly files: readonly Named[]
}

const fileOf = (thing: Thing): string =>
  thing.kind === 'image' || thing.kind === 'model' ? thing.file : thing.kind === 'card' && thing.of === 'file' ? thing.ref : ''

const labelMax = 80

/** `frame` is what one is called that has no words. */
export const offeredOn = (doc: Doc, said: { readonly frame: string } & Calling): Offered => {
  const { things } = readBoard(doc)
  const called = (thing: (typeof things)[number]) => calledOf(said, thing).slice(0, labelMax)
  return {
    frames: things
      .filter(({ kind }) => kind === 'frame')
      .map((thing, at) => ({
        value: thing.id,
        label: ('text' in thing && thing.text.split('\n')[0]?.trim()) || `${said.frame} ${at + 1}`,
      })),
    things: things.filter((thing) => thing.kind !== 'frame' && !hasEnds(thing)).map((thing) => ({ value: thing.id, label: called(thing) })),
    files: [...new Map(things.flatMap((thing) => (fileOf(thing) ? [[fileOf(thing), called(thing)] as const] : [])))].map(
      ([value, label]) => ({ value, label }),
    ),
  }
}

/** The lines between things that are shown come along. */
export const withLines = (doc: Doc, ids: readonly string[]): string[] => {
  const chosen = new Set(ids)
  const lines = readBoard(doc).things.filter((one) => hasEnds(one) && one.a && one.b && chosen.has(one.a.id) && chosen.has(one.b.id))
  return [...ids, ...lines.map(({ id }) => id)]
}
