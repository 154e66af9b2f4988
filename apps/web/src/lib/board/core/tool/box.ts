import type { NewThing, Place } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { between, distance, type Point, type Rect } from '../geometry.ts'
import { snapPoint } from '../snap.ts'
import { snapAt } from '../snapping.ts'
import { slackPx, type Press, type Tool } from '../tools.ts'
import { inLine, type Line } from './line.ts'
import { laidDown } from './done.ts'

type Drawn = 'text' | 'shape' | 'frame'

const usual = { shape: { w: 160, h: 100 }, frame: { w: 800, h: 600 } }
const leadingPart = 1.3
/** Smaller than this nobody wants: it was a tap after all. */
const leastDrawn = 8

/** `shift` keeps it square, `alt` draws it from its middle. */
const drawnBox = (from: Point, to: Point, { shift, alt }: Press): Rect => {
  let [dx, dy] = [to.x - from.x, to.y - from.y]
  if (shift) {
    const side = Math.max(Math.abs(dx), Math.abs(dy))
    dx = (Math.sign(dx) || 1) * side
    dy = (Math.sign(dy) || 1) * side
  }
  return between(alt ? { x: from.x - dx, y: from.y - dy } : from, { x: from.x + dx, y: from.y + dy })
}

const placeOf = (editor: Editor, kind: Drawn, rect: Rect | null, at: Point): Place => {
  if (kind === 'text') {
    const high = editor.next.size * leadingPart
    return rect ? [rect.x, rect.y, Math.max(rect.w, 40), high] : [at.x, at.y - high / 2, editor.next.size, high]
  }
  if (rect) return [rect.x, rect.y, rect.w, rect.h]
  const { w, h } = usual[kind]
  return [at.x - w / 2, at.y - h / 2, w, h]
}

const newThing = (editor: Editor, kind: Drawn, rect: Rect | null, at: Point): NewThing => {
  const { outside, next } = editor
  const { form, fill, ink, width, dash, size, align } = next
  const common = { id: outside.newId(), g: placeOf(editor, kind, rect, at), by: outside.me, at: outside.now() }
  if (kind === 'text') return { kind, ...common, ink, size, align, wide: rect ? 'box' : 'words' }
  return kind === 'shape' ? { kind, ...common, form, fill, ink, width, dash } : { kind, ...common }
}

/** Lays a new thing of the usual size, or of `rect`; words are opened for writing. */
export const lay = (editor: Editor, kind: Drawn, rect: Rect | null, at: Point) => {
  if (editor.may !== 'write') return
  const thing = newThing(editor, kind, rect, at)
  laidDown(editor)
  editor.make([thing])
  if (kind === 'text') editor.edit(thing.id)
  else editor.select([thing.id])
}

/**
 *   rest ──down──▶ pressed ──far enough──▶ drawing ──up──▶ rest, a thing of that size
 *                     └──up──▶ rest, a thing of the usual size
 */
export const box = (editor: Editor, kind: Drawn): Tool => {
  let start: { press: Press; at: Point; line: Line } | null = null
  let rect: Rect | null = null

  const corner = (press: Press, line: Line) => {
    if (press.ctrl || kind === 'text') return { ...press.world, guides: [] }
    return snapPoint(press.world, line.targets, snapAt(editor, press.world), line.within)
  }

  const rest = () => {
    start = null
    rect = null
    editor.wipe()
  }

  return {
    down: (press) => {
      if (editor.may !== 'write') return
      const line = inLine(editor, new Set())
      const { x, y } = corner(press, line)
      start = { press, at: { x, y }, line }
      rect = null
    },
    move: (press) => {
      if (!start || (!rect && distance(press.screen, start.press.screen) < slackPx(press))) return
      const { x, y, guides } = corner(press, start.line)
      rect = drawnBox(start.at, { x, y }, press)
      editor.sketch({ draft: { kind: 'box', rect, tool: kind }, guides })
    },
    up: (press) => {
      if (!start) return
      const drawn = rect && (rect.w >= leastDrawn || rect.h >= leastDrawn) ? rect : null
      rest()
      lay(editor, kind, drawn, press.world)
    },
    cancel: rest,
  }
}
