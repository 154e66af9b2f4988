import * as Y from 'yjs'
import { sharedAnswers, type Answer } from './answer.ts'
import { shared } from './grid.ts'
import { asFields, asNumber, asWords, watchRecords, type Fields } from './kit.ts'
import { byOrder, keyAbove, keyBetween, topOf } from './order.ts'
import { changeText, fittingChange, textChange, type TextChange } from './text.ts'
import { sawOf } from './unseen.ts'
import {
  boxOfEnds,
  hasEnds,
  kindOfFields,
  noteSize,
  readFields,
  readTrace,
  readTurn,
  readValue,
  textMax,
  type End,
  type Ends,
  type Lock,
  type NewThing,
  type Note,
  type Place,
  type Style,
  type Thing,
} from './thing.ts'

/**
 * A board's document.
 *
 *   meta  Y.Map  { v, lineage }           written by the server alone
 *   el    Y.Map<id, Y.Map>
 *      t     what it is, a kind of thing.ts; unknown kinds are kept and shown as a placeholder
 *      g     [x, y, w, h, turn?]          one key: alternating keys would leave a tombstone each, ten times the size
 *      z     fractional key               paint order
 *      txt   Y.Text                       made together with its element, so that two authors never make two
 *      group, lock, and the fields of its kind, one key for each that is changed by itself
 *      by    id of the person, at  when (milliseconds since 1970)
 *      del   { by, at, saw } | null       soft: whoever edits what another deletes loses nothing; `saw` is told in unseen.ts
 *   vote  Y.Map<'thing:person', choices>  one key for each, so that a hundred votes at one moment are a hundred: vote.ts
 */
export const boardVersion = 1

/** All there may be: whoever writes anything else is turned away at the door. */
export const boardRoots: ReadonlySet<string> = new Set(['meta', 'el', 'vote'])

export interface Board {
  readonly doc: Y.Doc
  readonly el: Y.Map<unknown>
  readonly vote: Y.Map<unknown>
  /** Origin of every change made through this Board: undo tracks it, and only it. */
  readonly origin: unknown
}

export const openBoard = (doc: Y.Doc, origin: unknown = Symbol('board')): Board => ({
  doc,
  el: doc.getMap('el'),
  vote: doc.getMap('vote'),
  origin,
})

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

/** Called once per transaction, with the ids of everything that changed in it; and so for what has been voted upon. */
export const watchBoard = (board: Board, changed: (ids: ReadonlySet<string>) => void) => {
  const stops = [
    watchRecords(board.el, changed),
    watchRecords(board.vote, (keys) => changed(new Set(Array.from(keys, (key) => key.slice(0, key.indexOf(':')))))),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const act = (board: Board, change: () => void) => board.doc.transact(change, board.origin)

const fieldsOf = (board: Board, id: string) => asFields(board.el.get(id))

const keys = (board: Board) => {
  const every: unknown[] = []
  for (const value of board.el.values()) every.push(asFields(value)?.get('z'))
  return every
}

/** Whole numbers: nobody sees half a pixel, and they are a third of the bytes. Bounded, or 1e308 would poison every later sum. */
const wholePlace = (g: Place, turn: number): number[] => {
  const [x, y, w, h] = g.map((n) => Math.round(asNumber(n, 0))) as [number, number, number, number]
  const degrees = Math.round(asNumber(turn % 360, 0) * 10) / 10
  return degrees ? [x, y, w, h, degrees] : [x, y, w, h]
}

/** Maps within a thing, each made together with it. */
const bare: Partial<Record<NewThing['kind'], object>> = { table: { rows: [], columns: [], cells: {} }, poll: { answers: [] } }

const kept = (kind: NewThing['kind'], name: string, read: unknown): unknown => {
  if (kind === 'table') return shared(name, read)
  return kind === 'poll' && name === 'answers' ? sharedAnswers(read as readonly Answer[]) : read
}

const newFields = (thing: NewThing, z: string): Fields => {
  const { kind, text = '', turn = 0, by, at } = thing
  const g = thing.g ?? (hasEnds(thing) && thing.p ? boxOfEnds(thing.p) : [0, 0, noteSize, noteSize])
  const fields: Fields = new Y.Map<unknown>(Object.entries({ t: kind, g: wholePlace(g, turn), z }))
  const said = { ...bare[kind], ...thing }
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined || value === '' || value === null) continue
    const read = name === 'group' ? value : readValue(kind, name, value)
    if (read !== undefined) fields.set(name, kept(kind, name, read))
  }
  fields.set('by', by)
  fields.set('at', at)
  fields.set('del', { by, at })
  if (textMax[kind] > 0) fields.set('txt', new Y.Text(text.slice(0, textMax[kind])))
  return fields
}

/**
 * New things on top of everything, the last uppermost.
 * They are born deleted, untracked by undo, and wake in a second, tracked step: to undo "add" is then a soft delete
 * like any other, and what somebody else has written on a note meanwhile is kept.
 */
export const addThings = (board: Board, things: readonly NewThing[]) => {
  let z = topOf(keys(board))
  const born = things.map((thing): [string, Fields] => [thing.id, newFields(thing, (z = keyAbove(z)))])
  board.doc.transact(() => {
    for (const [id, fields] of born) board.el.set(id, fields)
  }, null)
  act(board, () => {
    for (const [, fields] of born) fields.set('del', null)
  })
}

export interface NewNote {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly h?: number
  readonly colour: Note['fill']
  readonly text?: string
  readonly by: string
  readonly at: number
}

/** A note of the usual size. */
export const addNote = (board: Board, { id, x, y, w = noteSize, h = noteSize, colour, text = '', by, at }: NewNote) =>
  addThings(board, [{ kind: 'note', id, g: [x, y, w, h], fill: colour, text, by, at }])

export interface Moved {
  readonly id: string
  readonly g: Place
  /** Degrees; left out: as it was. */
  readonly turn?: number
}

/** Several things at once are one step for everybody else, and one step of undo. */
export const moveThings = (board: Board, places: readonly Moved[]) =>
  act(board, () => {
    for (const { id, g, turn } of places) {
      const fields = fieldsOf(board, id)
      fields?.set('g', wholePlace(g, turn ?? readTurn(fields.get('g'))))
    }
  })

export interface Laid {
  readonly id: string
  readonly a: End | null
  readonly b: End | null
  readonly p: Ends
}

/** Lays the ends of what has ends. */
export const layEnds = (board: Board, laid: readonly Laid[]) =>
  act(board, () => {
    for (const { id, a, b, p } of laid) {
      const fields = fieldsOf(board, id)
      const kind = kindOfFields(fields)
      if (!fields || !kind || readValue(kind, 'p', p) === undefined) continue
      const next = { a, b, p: p.map((n) => Math.round(asNumber(n, 0))) }
      for (const [name, value] of Object.entries(next)) if (!same(fields.get(name) ?? null, value)) fields.set(name, value)
    }
  })

const same = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** Gives each thing those of the values that its kind has, and passes over the rest. */
export const style = (board: Board, ids: readonly string[], values: Style) =>
  act(board, () => {
    for (const id of ids) {
      const fields = fieldsOf(board, id)
      const kind = kindOfFields(fields)
      if (!fields || !kind) continue
      for (const [name, value] of Object.entries(values)) {
        const next = readValue(kind, name, value)
        if (next !== undefined && !same(readValue(kind, name, fields.get(name)), next)) fields.set(name, next)
      }
    }
  })

const setOfAll = (board: Board, ids: readonly string[], name: string, value: string) =>
  act(board, () => {
    for (const id of ids) {
      const fields = fieldsOf(board, id)
      if (fields && (fields.get(name) ?? '') !== value) fields.set(name, value)
    }
  })

/** `group` is an id of the caller's; '' takes them out. */
export const group = (board: Board, ids: readonly string[], group: string) => setOfAll(board, ids, 'group', group)

export const lock = (board: Board, ids: readonly string[], how: Lock) => setOfAll(board, ids, 'lock', how)

/** Applies one change of a text as it stands now; letters beyond what the kind may have are not taken. */
export const editText = (board: Board, id: string, change: TextChange) => {
  const fields = fieldsOf(board, id)
  const text = fields?.get('txt')
  if (!(text instanceof Y.Text)) return
  const kind = kindOfFields(fields)
  act(board, () => changeText(text, fittingChange(text, change, kind ? textMax[kind] : Infinity)))
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
      if (fields && !readTrace(fields.get('del'))) fields.set('del', { by, at, saw: sawOf(fields) })
    }
  })

export const restore = (board: Board, ids: readonly string[]) =>
  act(board, () => {
    for (const id of ids) {
      const fields = fieldsOf(board, id)
      if (fields && readTrace(fields.get('del'))) fields.set('del', null)
    }
  })

const alive = (board: Board) => readBoard(board.doc).things

/** New keys for `ids`, which keep the order they have among themselves, between two others. */
const place = (board: Board, ids: ReadonlySet<string>, order: readonly Thing[], below: string | null, above: string | null) =>
  act(board, () => {
    let key = below
    for (const { id } of order.filter((thing) => ids.has(thing.id))) {
      key = keyBetween(key, above)
      fieldsOf(board, id)?.set('z', key)
    }
  })

export const toFront = (board: Board, ids: readonly string[]) => place(board, new Set(ids), alive(board), topOf(keys(board)), null)

export const toBack = (board: Board, ids: readonly string[]) => {
  const order = alive(board)
  place(board, new Set(ids), order, null, order[0]?.z || null)
}

/** Directly below another: a sheet slid under what lies there already. */
export const toUnder = (board: Board, ids: readonly string[], other: string) => {
  const chosen = new Set(ids)
  const order = alive(board)
  const others = order.filter(({ id }) => !chosen.has(id))
  const at = others.findIndex(({ id }) => id === other)
  if (at >= 0) place(board, chosen, order, others[at - 1]?.z || null, others[at]?.z || null)
}

/** One step up or down among those that `among` names: what does not overlap is not worth a step. */
export const toNext = (board: Board, ids: readonly string[], up: boolean, among: (id: string) => boolean = () => true) => {
  const chosen = new Set(ids)
  const order = alive(board)
  const at = up ? order.findLastIndex(({ id }) => chosen.has(id)) : order.findIndex(({ id }) => chosen.has(id))
  if (at < 0) return
  const others = order.filter(({ id }) => !chosen.has(id))
  const passed = (up ? order.slice(at + 1) : order.slice(0, at).reverse()).find(({ id }) => !chosen.has(id) && among(id))
  if (!passed) return
  const i = others.indexOf(passed)
  const [below, above] = up ? [passed, others[i + 1]] : [others[i - 1], passed]
  place(board, chosen, order, below?.z || null, above?.z || null)
}

/** Undo of this Board's own steps and nobody else's. Everything up to `stopCapturing()` is one step:
 * call it where a gesture ends, a clock would cut a slow drag in two.
 */
export const ownUndo = (board: Board) =>
  new Y.UndoManager([board.el, board.vote], { trackedOrigins: new Set([board.origin]), captureTimeout: Number.MAX_SAFE_INTEGER })
