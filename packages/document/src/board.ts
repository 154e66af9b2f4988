import { noteColours, type NoteColour } from './colour.ts'
import * as Y from 'yjs'
import { asFields, asNumber, asOneOf, asString, asWords, watchRecords, type Fields } from './kit.ts'
import { byOrder, isKey, keyAbove, topOf } from './order.ts'
import { changeText, textChange, type TextChange } from './text.ts'

/**
 * A board's document.
 *
 *   meta  Y.Map  { v, lineage }         written by the server alone
 *   el    Y.Map<id, Y.Map>
 *      t    'note'                      what it is; unknown kinds are kept and shown as a placeholder
 *      g    [x, y, w, h]                one key: alternating keys would leave a tombstone each, ten times the size
 *      z    fractional key              paint order
 *      fill colour of a note
 *      txt  Y.Text                      made together with its element, so that two authors never make two
 *      by   id of the person, at  when (milliseconds since 1970)
 *      del  { by, at } | null           soft: whoever edits what another deletes loses nothing
 */
export const boardVersion = 1
export const noteTextMax = 2000
export const noteSize = 200

export type Place = readonly [x: number, y: number, w: number, h: number]

export interface Trace {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

interface Common extends Trace {
  readonly id: string
  readonly g: Place
  readonly z: string
  readonly deleted: Trace | null
}

export interface Note extends Common {
  readonly kind: 'note'
  readonly fill: NoteColour
  readonly text: string
}

/** Something that a newer Sheber made: it keeps its place and may be moved or deleted, never rewritten. */
export interface Placeholder extends Common {
  readonly kind: 'unknown'
}

export type Thing = Note | Placeholder

/** All there may be: whoever writes anything else is turned away at the door. */
export const boardRoots: ReadonlySet<string> = new Set(['meta', 'el'])

/** Everything as plain values, also what this Sheber does not know. For the debugger. */
export const readRoots = (doc: Y.Doc): Record<string, unknown> =>
  Object.fromEntries([...boardRoots].map((name) => [name, doc.getMap(name).toJSON()]))

export interface Board {
  readonly doc: Y.Doc
  readonly el: Y.Map<unknown>
  /** Origin of every change made through this Board: undo tracks it, and only it. */
  readonly origin: unknown
}

export const openBoard = (doc: Y.Doc, origin: unknown = Symbol('board')): Board => ({ doc, el: doc.getMap('el'), origin })

const sizeMin = 8
const sizeMax = 20_000

const readPlace = (value: unknown): Place => {
  const [x, y, w, h] = Array.isArray(value) ? (value as unknown[]) : []
  const size = (side: unknown) => Math.min(sizeMax, Math.max(sizeMin, asNumber(side, noteSize)))
  return [asNumber(x, 0), asNumber(y, 0), size(w), size(h)]
}

const readTrace = (value: unknown): Trace | null => {
  if (typeof value !== 'object' || value === null) return null
  const { by, at } = value as { by?: unknown; at?: unknown }
  return { by: asString(by), at: asNumber(at, 0, Number.MAX_SAFE_INTEGER) }
}

const readFields = (id: string, fields: Fields): Thing => {
  const z = fields.get('z')
  const common = {
    id,
    g: readPlace(fields.get('g')),
    z: isKey(z) ? z : '',
    by: asString(fields.get('by')),
    at: asNumber(fields.get('at'), 0, Number.MAX_SAFE_INTEGER),
    deleted: readTrace(fields.get('del')),
  }
  if (fields.get('t') !== 'note') return { kind: 'unknown', ...common }
  const fill = asOneOf(fields.get('fill'), noteColours, 'yellow')
  return { kind: 'note', ...common, fill, text: asWords(fields.get('txt')) }
}

/** Null where there is nothing, or nothing that could be shown. Deleted things are read too. */
export const readThing = (board: Board, id: string): Thing | null => {
  const fields = asFields(board.el.get(id))
  return fields && readFields(id, fields)
}

export interface BoardSnapshot {
  readonly version: number
  /** Alive, in paint order: the last lies on top. */
  readonly things: readonly Thing[]
  readonly deleted: readonly Thing[]
}

export const readBoard = (doc: Y.Doc): BoardSnapshot => {
  const board = openBoard(doc)
  const all: Thing[] = []
  for (const id of board.el.keys()) {
    const thing = readThing(board, id)
    if (thing) all.push(thing)
  }
  all.sort(byOrder)
  return {
    version: asNumber(doc.getMap('meta').get('v'), boardVersion),
    things: all.filter((thing) => !thing.deleted),
    deleted: all.filter((thing) => thing.deleted),
  }
}

/** Called once per transaction, with the ids of everything that changed in it. */
export const watchBoard = (board: Board, changed: (ids: ReadonlySet<string>) => void) => watchRecords(board.el, changed)

const act = (board: Board, change: () => void) => board.doc.transact(change, board.origin)

const fieldsOf = (board: Board, id: string) => asFields(board.el.get(id))

const top = (board: Board) => {
  const keys: unknown[] = []
  for (const value of board.el.values()) keys.push(asFields(value)?.get('z'))
  return topOf(keys)
}

export interface NewNote extends Trace {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly h?: number
  readonly colour: NoteColour
  readonly text?: string
}

/**
 * A note on top of everything.
 * It is born deleted, untracked by undo, and wakes in a second, tracked step: to undo "add" is then a soft delete
 * like any other, and what somebody else has written on the note meanwhile is kept.
 */
export const addNote = (board: Board, { id, x, y, w = noteSize, h = noteSize, colour, text = '', by, at }: NewNote) => {
  const fields: Fields = new Y.Map<unknown>(
    Object.entries({ t: 'note', g: [x, y, w, h], z: keyAbove(top(board)), fill: colour, by, at, del: { by, at } }),
  )
  fields.set('txt', new Y.Text(text))
  board.doc.transact(() => board.el.set(id, fields), null)
  act(board, () => fields.set('del', null))
}

/** Several things at once are one step for everybody else, and one step of undo. */
export const moveThings = (board: Board, places: readonly { id: string; g: Place }[]) =>
  act(board, () => {
    for (const { id, g } of places) fieldsOf(board, id)?.set('g', [...g])
  })

export const resize = (board: Board, id: string, g: Place) => moveThings(board, [{ id, g }])

/** Passes over what has no colour. */
export const colour = (board: Board, ids: readonly string[], fill: NoteColour) =>
  act(board, () => {
    for (const id of ids) {
      const fields = fieldsOf(board, id)
      if (fields?.get('t') === 'note' && fields.get('fill') !== fill) fields.set('fill', fill)
    }
  })

/** Applies one change of a text as it stands now. */
export const editText = (board: Board, id: string, change: TextChange) => {
  const text = fieldsOf(board, id)?.get('txt')
  if (text instanceof Y.Text) act(board, () => changeText(text, change))
}

/** Makes the text read `text` by the smallest change, so that another's words beside it stay. */
export const typeText = (board: Board, id: string, text: string) => {
  const change = textChange(asWords(fieldsOf(board, id)?.get('txt')), text)
  if (change) editText(board, id, change)
}

export const remove = (board: Board, ids: readonly string[], by: string, at: number) =>
  act(board, () => {
    for (const id of ids) {
      const fields = fieldsOf(board, id)
      if (fields && !readTrace(fields.get('del'))) fields.set('del', { by, at })
    }
  })

export const restore = (board: Board, ids: readonly string[]) =>
  act(board, () => {
    for (const id of ids) {
      const fields = fieldsOf(board, id)
      if (fields && readTrace(fields.get('del'))) fields.set('del', null)
    }
  })

/** Keeps the order that the things have among themselves. */
export const toFront = (board: Board, ids: readonly string[]) =>
  act(board, () => {
    const things = ids.map((id) => readThing(board, id)).filter((thing) => thing !== null)
    let key = top(board)
    for (const { id } of things.sort(byOrder)) {
      key = keyAbove(key)
      fieldsOf(board, id)?.set('z', key)
    }
  })

/**
 * Undo of this Board's own steps and nobody else's. Everything up to `stopCapturing()` is one step:
 * call it where a gesture ends, a clock would cut a slow drag in two.
 */
export const ownUndo = (board: Board) =>
  new Y.UndoManager(board.el, { trackedOrigins: new Set([board.origin]), captureTimeout: Number.MAX_SAFE_INTEGER })
