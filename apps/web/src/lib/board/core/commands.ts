import { addNote, addThings, moveThings, remove, restore, style, toFront } from '@sheber/document/board'
import { copyOf, noteSize, type Place } from '@sheber/document/thing'
import type { NoteColour } from '@sheber/document/colour'
import { fitted, panned, reached, seen, stepIn, stepOut, toolsPx, toWorld, zoomedAt } from './camera.ts'
import type { Editor } from './editor.ts'
import { grown, sideMax, sideMin, type Point } from './geometry.ts'

/** What can be done on a board by a key or a button. Everything that writes asks `may` first. */

const writes = (editor: Editor) => editor.may === 'write'

const middleOfScreen = (editor: Editor): Point => ({ x: editor.screen.w / 2, y: editor.screen.h / 2 })

const gap = 12
/** Half notes with their gap, looked at to each side of the middle. */
const reach = 8
const stride = noteSize / 2 + gap
const rectAround = (at: Point) => ({ x: at.x - noteSize / 2, y: at.y - noteSize / 2, w: noteSize, h: noteSize })

/** A new note with its middle at `at`, open for writing. */
export const addNoteAt = (editor: Editor, at: Point) => {
  if (!writes(editor)) return
  const { outside, board, ink } = editor
  const id = outside.newId()
  const corner = { x: Math.round(at.x - noteSize / 2), y: Math.round(at.y - noteSize / 2) }
  editor.step(() => addNote(board, { id, ...corner, colour: ink, by: outside.me, at: outside.now() }))
  editor.edit(id)
}

/** As near to the middle of the screen as there is free paper on it; where there is none, a little aside of the last. */
const freePlace = (editor: Editor): Point => {
  const { scene, camera, screen } = editor
  const middle = toWorld(camera, middleOfScreen(editor))
  const around = grown(rectAround(middle), gap)
  const view = seen(camera, screen)
  const places: Point[] = []
  for (let row = -reach; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) places.push({ x: column * stride, y: row * stride })
  }
  places.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
  const isFree = ({ x, y }: Point) => {
    const rect = { ...around, x: around.x + x, y: around.y + y }
    const isSeen =
      rect.x >= view.x &&
      rect.y >= view.y &&
      rect.x + rect.w <= view.x + view.w &&
      rect.y + rect.h <= view.y + view.h - toolsPx / camera.zoom
    return isSeen && scene.touching(rect).length === 0
  }
  const free = places.find(isFree)
  if (free) return { x: middle.x + free.x, y: middle.y + free.y }
  const aside = (scene.order.filter((item) => Math.abs(item.x + item.w / 2 - middle.x) < noteSize).length % 8) * 24
  return { x: middle.x + aside, y: middle.y + aside }
}

/** Somewhere on the screen where it covers nothing. */
export const addNoteHere = (editor: Editor) => {
  if (!writes(editor)) return
  editor.tool = 'select'
  addNoteAt(editor, freePlace(editor))
}

/** Returns what was deleted, so that a word of "undo" can bring back just that. */
export const removeSelected = (editor: Editor): readonly string[] => {
  const ids = [...editor.selection]
  if (!writes(editor) || ids.length === 0) return []
  const { board, outside } = editor
  editor.step(() => remove(board, ids, outside.me, outside.now()))
  editor.select([])
  return ids
}

export const bringBack = (editor: Editor, ids: readonly string[]) => {
  if (!writes(editor)) return
  editor.step(() => restore(editor.board, ids))
  editor.select(ids)
}

export const paintSelected = (editor: Editor, fill: NoteColour) => {
  if (!writes(editor)) return
  editor.ink = fill
  if (editor.selection.size > 0) editor.step(() => style(editor.board, [...editor.selection], { fill }))
}

const moved = (g: Place, dx: number, dy: number): Place => [g[0] + dx, g[1] + dy, g[2], g[3]]

export const nudge = (editor: Editor, dx: number, dy: number) => {
  const items = editor.selectedItems()
  if (!writes(editor) || items.length === 0) return
  editor.step(() =>
    moveThings(
      editor.board,
      items.map(({ id, thing }) => ({ id, g: moved(thing.g, dx, dy) })),
    ),
  )
  const frame = editor.frame()
  if (frame) editor.camera = reached(editor.camera, frame, editor.screen)
}

/** The upper left corner stays. */
const resizeBy = (by: number) => (editor: Editor) => {
  const items = editor.selectedItems()
  if (!writes(editor) || items.length === 0) return
  const side = (length: number) => Math.min(sideMax, Math.max(sideMin, length + by))
  const places = items.map(({ id, thing: { g } }): { id: string; g: Place } => ({ id, g: [g[0], g[1], side(g[2]), side(g[3])] }))
  editor.step(() => moveThings(editor.board, places))
}

export const duplicate = (editor: Editor) => {
  if (!writes(editor)) return
  const { board, outside } = editor
  const copies = editor
    .selectedItems()
    .map(({ thing }) => copyOf(thing, { id: outside.newId(), g: moved(thing.g, 24, 24), by: outside.me, at: outside.now() }))
    .filter((copy) => copy !== null)
  if (copies.length === 0) return
  editor.step(() => addThings(board, copies))
  editor.select(copies.map(({ id }) => id))
}

export const frontSelected = (editor: Editor) => {
  if (writes(editor) && editor.selection.size > 0) editor.step(() => toFront(editor.board, [...editor.selection]))
}

const back = (editor: Editor, which: 'undo' | 'redo') => {
  if (!writes(editor)) return
  editor.undo.stopCapturing()
  editor.undo[which]()
  editor.changed()
}

export const selectAll = (editor: Editor) => {
  if (writes(editor)) editor.select(editor.scene.order.map((item) => item.id))
}

export const fit = (editor: Editor) => {
  editor.camera = fitted(editor.scene.bounds() ?? { x: 0, y: 0, w: 1, h: 1 }, editor.screen)
}

/** Brings a thing onto the screen, if it is not there. */
export const show = (editor: Editor, id: string) => {
  const item = editor.scene.get(id)
  if (item) editor.camera = reached(editor.camera, item, editor.screen)
}

const zoomTo = (editor: Editor, zoom: number) => {
  editor.camera = zoomedAt(editor.camera, middleOfScreen(editor), zoom)
}

/** Arrows move what is selected; with nothing selected, the paper. */
const arrow = (x: number, y: number) => (editor: Editor, shift: boolean) => {
  if (editor.selection.size > 0 && writes(editor)) return nudge(editor, x * (shift ? 40 : 8), y * (shift ? 40 : 8))
  const pan = shift ? 240 : 80
  editor.camera = panned(editor.camera, -x * pan, -y * pan)
}

/** From the inside outwards: the text, then the tool, then the selection. */
const escape = (editor: Editor) => {
  if (editor.editing) return editor.edit(null)
  if (editor.tool !== 'select' && writes(editor)) {
    editor.tool = 'select'
    return
  }
  editor.select([])
}

const enter = (editor: Editor) => {
  if (editor.tool === 'note') return addNoteHere(editor)
  const [only, ...others] = editor.selection
  if (only && others.length === 0) editor.edit(only)
}

const toTool = (tool: Editor['tool']) => (editor: Editor) => {
  if (writes(editor)) editor.tool = tool
}

export const commands = {
  select: toTool('select'),
  hand: toTool('hand'),
  note: toTool('note'),
  remove: removeSelected,
  undo: (editor: Editor) => back(editor, 'undo'),
  redo: (editor: Editor) => back(editor, 'redo'),
  all: selectAll,
  duplicate,
  grow: resizeBy(20),
  shrink: resizeBy(-20),
  front: frontSelected,
  enter,
  escape,
  fit,
  zoomIn: (editor: Editor) => zoomTo(editor, stepIn(editor.camera.zoom)),
  zoomOut: (editor: Editor) => zoomTo(editor, stepOut(editor.camera.zoom)),
  zoomWhole: (editor: Editor) => zoomTo(editor, 1),
  left: arrow(-1, 0),
  right: arrow(1, 0),
  up: arrow(0, -1),
  down: arrow(0, 1),
} satisfies Record<string, (editor: Editor, shift: boolean) => unknown>

export type CommandName = keyof typeof commands
