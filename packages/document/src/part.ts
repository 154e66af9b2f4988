import type { PieceKind } from '@sheber/contract/portfolio'
import type * as Y from 'yjs'
import { readBoard } from './board.ts'
import { copyDocument } from './copy.ts'
import { hasEnds, type Place, type Thing } from './thing.ts'

/** What of a board a piece shows: its frames with what lies on them, its things, or all of it. */
export interface Part {
  readonly kind: PieceKind
  readonly things: readonly string[]
}

const touches = ([x, y, w, h]: Place, [left, top, wide, high]: Place) => x < left + wide && left < x + w && y < top + high && top < y + h

/** A line is where it was laid, or where what it holds is. */
const isLaidOn = (thing: Thing, inside: ReadonlySet<string>) =>
  hasEnds(thing) && [thing.a, thing.b].some((end) => end !== null && inside.has(end.id))

/** The ids of what is alive of it, in paint order. */
export const idsInPart = (doc: Y.Doc, { kind, things: named }: Part): string[] => {
  const { things } = readBoard(doc)
  if (kind === 'file' || kind === 'page') return []
  if (kind === 'board' || named.length === 0) return things.map(({ id }) => id)
  const chosen = new Set(named)
  const frames = kind === 'frame' ? things.filter((thing) => thing.kind === 'frame' && chosen.has(thing.id)) : []
  const inside = new Set(things.filter(({ id, g }) => chosen.has(id) || frames.some((frame) => touches(g, frame.g))).map(({ id }) => id))
  return things.filter((thing) => inside.has(thing.id) || (frames.length > 0 && isLaidOn(thing, inside))).map(({ id }) => id)
}

/** That part as a document of its own: whoever is shown a piece is told of nothing beside it, nor of what was deleted. */
export const cutPart = (doc: Y.Doc, part: Part): Y.Doc =>
  copyDocument(doc, { ids: new Set(idsInPart(doc, part)), fileOf: (file) => file }).doc
