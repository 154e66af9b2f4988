import { layEnds, moveThings, style } from '@sheber/document/board'
import { hasEnds, type End, type Place } from '@sheber/document/thing'
import { panned, reached } from '../camera.ts'
import { lifted, type Dragging } from '../drag.ts'
import type { Editor } from '../editor.ts'
import { distance, middleOf } from '../geometry.ts'
import { carried } from '../held.ts'
import type { Item } from '../kind.ts'
import { kindOf } from '../kinds.ts'
import { measuredOf, type Dimension } from '../measure.ts'
import { linesUnder } from '../snapping.ts'
import { command, movable, always, withMovable, writes } from './command.ts'

/** Moving, sizing and turning by the keyboard. */

const nudgeStep = 8
const sizeStep = 20
const turnStep = 15

const apply = (editor: Editor, dragging: Dragging, ids: ReadonlySet<string>) => {
  const { scene, board } = editor
  const places = [...ids].map((id) => scene.get(id)).filter((item) => item !== undefined)
  const there = places.map((item) => ({ id: item.id, ...lifted(item, dragging, (other) => ids.has(other)) }))
  editor.step(() => {
    moveThings(
      board,
      there.filter(({ ends }) => !ends),
    )
    layEnds(
      board,
      there.flatMap(({ id, ends }) => (ends ? [{ id, ...ends }] : [])),
    )
  })
  const frame = editor.frame()
  if (frame) editor.camera = reached(editor.camera, frame, editor.screen)
}

/** To the next line of the grid that way. */
const toGrid = (at: number, way: number, from: number, step: number) => {
  const lines = (at - from) / step
  // What stands on a line to the eye goes on to the next.
  const next = way > 0 ? Math.floor(lines + 1e-6) + 1 : Math.ceil(lines - 1e-6) - 1
  return way === 0 ? 0 : from + next * step - at
}

/** Arrows move what is selected; with nothing selected, the paper. */
const arrow = (x: number, y: number) =>
  command(always, (editor, shift) => {
    const frame = editor.frame()
    if (frame && withMovable(editor)) {
      const lines = linesUnder(editor, frame)
      const dragging = shift
        ? { dx: toGrid(frame.x, x, lines.x, lines.step), dy: toGrid(frame.y, y, lines.y, lines.step) }
        : { dx: x * nudgeStep, dy: y * nudgeStep }
      return apply(editor, dragging, carried(editor.scene, editor.selection))
    }
    const pan = shift ? 240 : 80
    editor.camera = panned(editor.camera, -x * pan, -y * pan)
  })

/** A dimension has no box: it becomes longer at its far end, which lets go of what it held, and its line goes further out. */
const stretch = (editor: Editor, item: Item<Dimension>, far: number, out: number) => {
  const [from, to] = measuredOf(item, editor.scene)
  const long = distance(from, to)
  const part = Math.max(1, long + far) / (long || 1)
  const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
  if (far !== 0) layEnds(editor.board, [{ id: item.id, a: item.thing.a, b: null, p: [from.x, from.y, at.x, at.y] }])
  if (out !== 0) style(editor.board, [item.id], { offset: item.thing.offset + out * (Math.sign(item.thing.offset) || 1) })
}

/** The upper left corner stays. */
const resizeBy = (across: number, down: number) =>
  command(withMovable, (editor) => {
    const measures = movable(editor).filter((item): item is Item<Dimension> => item.thing.kind === 'dimension')
    const places: { id: string; g: Place }[] = []
    const words: string[] = []
    for (const { id, thing, x, y, w, h } of movable(editor)) {
      const { resize, least } = kindOf(thing)
      if (resize === 'none') continue
      const wide = Math.max(Math.min(least, w), w + (across || down))
      const ratio = wide / w
      const high = resize === 'ratio' ? h * ratio : resize === 'width' ? h : Math.max(Math.min(least, h), h + down)
      if (thing.kind === 'text') words.push(id)
      places.push({ id, g: [x, y, wide, high] })
    }
    if (places.length + measures.length === 0) return
    editor.step(() => {
      for (const item of measures) stretch(editor, item, down, across)
      moveThings(editor.board, places)
      if (words.length > 0) style(editor.board, words, { wide: 'box' })
    })
  })

const canTurn = (editor: Editor) => writes(editor) && movable(editor).some(({ thing }) => thing.kind !== 'frame')

const turnBy = (degrees: number) =>
  command(canTurn, (editor) => {
    const frame = editor.frame()
    const items = movable(editor).filter(({ thing }) => thing.kind !== 'frame')
    if (frame) apply(editor, { degrees, around: middleOf(frame) }, new Set(items.map(({ id }) => id)))
  })

const single = (editor: Editor) => {
  const [only, ...others] = movable(editor)
  return others.length === 0 && only && hasEnds(only.thing) ? only.thing : null
}

/** One connector turns round; several things change sides, as in a mirror that stands upright. */
const flip = (editor: Editor) => {
  const line = single(editor)
  if (line) {
    const [x1, y1, x2, y2] = line.p
    return editor.step(() => layEnds(editor.board, [{ id: line.id, a: line.b, b: line.a, p: [x2, y2, x1, y1] }]))
  }
  const frame = editor.frame()
  if (!frame) return
  const mirror = 2 * frame.x + frame.w
  const items = movable(editor)
  const ids = new Set(items.map(({ id }) => id))
  // A pin stays the pin it is; a place of the box changes sides with the box.
  const mirrored = (end: End | null): End | null => (end && !end.port && ids.has(end.id) ? { ...end, u: 1 - end.u } : end)
  editor.step(() => {
    moveThings(
      editor.board,
      items
        .filter(({ thing }) => !hasEnds(thing))
        .map(({ id, x, y, w, h, turn }) => ({ id, g: [mirror - x - w, y, w, h] as const, turn: -turn })),
    )
    layEnds(
      editor.board,
      items.flatMap(({ id, thing }) => {
        if (!hasEnds(thing)) return []
        const [x1, y1, x2, y2] = thing.p
        return [{ id, a: mirrored(thing.a), b: mirrored(thing.b), p: [mirror - x1, y1, mirror - x2, y2] as const }]
      }),
    )
    // What was left of its way is now right of it.
    for (const { id, thing } of items) if (thing.kind === 'dimension') style(editor.board, [id], { offset: -thing.offset })
  })
}

export const stepping = {
  left: arrow(-1, 0),
  right: arrow(1, 0),
  up: arrow(0, -1),
  down: arrow(0, 1),
  grow: resizeBy(0, sizeStep),
  shrink: resizeBy(0, -sizeStep),
  narrow: resizeBy(-sizeStep, 0),
  wide: resizeBy(sizeStep, 0),
  turnLeft: turnBy(-turnStep),
  turnRight: turnBy(turnStep),
  turnQuarter: turnBy(90),
  flip: command((editor) => writes(editor) && (single(editor) !== null || movable(editor).length > 1), flip),
}
