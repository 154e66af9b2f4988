import { addThings, layEnds, moveThings, remove } from '@sheber/document/board'
import type { NoteColour, PaintName } from '@sheber/document/colour'
import { addTable } from '@sheber/document/table'
import { hasEnds, type Lock, type NewThing, type Thing } from '@sheber/document/thing'
import type { Editor } from '../core/editor.ts'
import { around, type Rect } from '../core/geometry.ts'
import type { Item } from '../core/kind.ts'
import { itemsWithin, type Branch, type Row } from './outline.ts'
import { exchanged, freeAfter, roomAfter, roomBeneath, type Size } from './place.ts'

/** What is done from a line of the outline. Each is one step of undo; false where it may not be or cannot be. */

export const isHeld = ({ lock: how }: Thing, against: Exclude<Lock, '' | 'all'>) => how === 'all' || how === against

const boxOf = (branch: Branch): Rect | null => {
  const own = branch.items.filter(({ thing }) => thing.kind !== 'connector')
  return around(own.length > 0 ? own : itemsWithin(branch).filter(({ thing }) => thing.kind !== 'connector'))
}

const mayMove = (editor: Editor, branch: Branch) =>
  editor.may === 'write' && boxOf(branch) !== null && itemsWithin(branch).every(({ thing }) => !isHeld(thing, 'place'))

/** Bound connectors follow what they hold; a line that holds nothing is laid anew. */
const shift = (editor: Editor, branch: Branch, dx: number, dy: number) => {
  const items = itemsWithin(branch)
  const places = items.flatMap(({ id, thing: { kind, g } }) =>
    hasEnds({ kind }) ? [] : [{ id, g: [g[0] + dx, g[1] + dy, g[2], g[3]] as const }],
  )
  const laid = items.flatMap(({ id, thing }) =>
    hasEnds(thing) && !thing.a && !thing.b
      ? [{ id, a: null, b: null, p: [thing.p[0] + dx, thing.p[1] + dy, thing.p[2] + dx, thing.p[3] + dy] as const }]
      : [],
  )
  if (places.length > 0) moveThings(editor.board, places)
  if (laid.length > 0) layEnds(editor.board, laid)
}

/** The frame on which a row stands, itself or above it. */
export const frameOf = (rows: readonly Row[], row: Row | undefined): Item | null => {
  for (let at = row; at; at = rows.find(({ id }) => id === at?.parent)) {
    const [item] = at.branch.items
    if (at.branch.what === 'thing' && item?.thing.kind === 'frame') return item
  }
  return null
}

const sizes = {
  note: { w: 200, h: 200 },
  text: { w: 320, h: 32 },
  shape: { w: 200, h: 120 },
  table: { w: 420, h: 144 },
  frame: { w: 960, h: 600 },
} as const
export type Added = keyof typeof sizes

/** Where something of this size is read right after a row, on its frame, and covers nothing; beneath a frame that is full. */
export const placeAfter = (editor: Editor, rows: readonly Row[], row: Row | undefined, size: Size, onFrame = true): Rect => {
  const frame = onFrame ? frameOf(rows, row) : null
  const box = row && boxOf(row.branch)
  const [own] = row?.branch.items ?? []
  const after = own && own.thing.kind !== 'connector' ? own : null
  const room = roomAfter(editor.scene, after ?? (box && own ? { ...own, ...box } : null), size, frame)
  return room ?? (frame ? roomBeneath(editor.scene, frame, size) : { x: 0, y: 0, ...size })
}

/** The id of what is new. */
export const add = (editor: Editor, kind: Added, rows: readonly Row[], row: Row | undefined): string | null => {
  if (editor.may !== 'write') return null
  const { outside, board } = editor
  const place = placeAfter(editor, rows, row, sizes[kind], kind !== 'frame')
  if (kind === 'table') {
    const id = outside.newId()
    const ids = (many: number) => Array.from({ length: many }, () => outside.newId())
    editor.step(() => addTable(board, { id, x: place.x, y: place.y, rows: ids(4), columns: ids(3), by: outside.me, at: outside.now() }))
    return id
  }
  const born = { id: outside.newId(), by: outside.me, at: outside.now(), g: [place.x, place.y, place.w, place.h] as const }
  const thing: NewThing =
    kind === 'note'
      ? { ...born, kind, fill: editor.next.note }
      : kind === 'shape'
        ? { ...born, kind, form: editor.next.form }
        : { ...born, kind }
  editor.step(() => addThings(board, [thing]))
  return born.id
}

/** What was deleted, so that it can be brought back; one step for all of them. What is fixed in its place stays. */
export const removeBranches = (editor: Editor, branches: readonly Branch[]): readonly string[] => {
  if (editor.may !== 'write') return []
  // A frame goes alone, as on the canvas: what lay on it stays on the board.
  const items = branches.flatMap((branch) => (branch.what === 'group' ? itemsWithin(branch) : branch.items))
  const ids = [...new Set(items.filter(({ thing }) => !isHeld(thing, 'place')).map(({ id }) => id))]
  if (ids.length > 0) editor.step(() => remove(editor.board, ids, editor.outside.me, editor.outside.now()))
  return ids
}

export const exchange = (editor: Editor, rows: readonly Row[], row: Row, by: -1 | 1): boolean => {
  const other = rows.find(({ parent, at }) => parent === row.parent && at === row.at + by)
  if (!other || !mayMove(editor, row.branch) || !mayMove(editor, other.branch)) return false
  const [first, second] = by > 0 ? [row.branch, other.branch] : [other.branch, row.branch]
  const [a, b] = [boxOf(first), boxOf(second)]
  if (!a || !b) return false
  const [toA, toB] = exchanged(a, b)
  editor.step(() => {
    shift(editor, first, toA.x - a.x, toA.y - a.y)
    shift(editor, second, toB.x - b.x, toB.y - b.y)
  })
  return true
}

/** Onto a frame, or off it: beside the frame on which it lay. */
export const moveTo = (editor: Editor, row: Row, frame: Item | null, off: Item | null): boolean => {
  const box = boxOf(row.branch)
  if (!box || !mayMove(editor, row.branch) || row.branch.items.includes(frame as Item)) return false
  const place = freeAfter(editor.scene, frame ?? off, box, frame)
  editor.step(() => shift(editor, row.branch, place.x - box.x, place.y - box.y))
  return true
}

/** The nearest frame beside it in the order: the one before, else the one after. */
export const frameBeside = (rows: readonly Row[], row: Row): Item | null => {
  const frames = rows.filter(({ parent, branch }) => parent === row.parent && branch.items[0]?.thing.kind === 'frame')
  const near = frames.findLast(({ at }) => at < row.at) ?? frames.find(({ at }) => at > row.at)
  return near?.branch.items[0] ?? null
}

/** Things of one kind have one thing that is coloured: paper its surface, lines and letters themselves. */
export const colourOf = (thing: Thing): NoteColour | PaintName | 'none' | null => {
  if (thing.kind === 'note') return thing.fill
  const paint = thing.kind === 'shape' || thing.kind === 'frame' ? thing.fill : 'ink' in thing ? thing.ink : null
  return paint === null || paint.startsWith('#') ? null : (paint as PaintName | 'none')
}
