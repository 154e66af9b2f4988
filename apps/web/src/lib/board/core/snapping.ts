import type { Editor } from './editor.ts'
import { holdsPoint, type Point } from './geometry.ts'
import { gridStep, type Lines, type Snap } from './snap.ts'

/** Of the sheet under a point, if it has lines of its own; else those of the bare paper. */
export const linesUnder = ({ scene, selection }: Editor, at: Point): Lines => {
  const sheet = scene.order.findLast(
    (item) => item.thing.kind === 'frame' && item.thing.grid * item.thing.mm > 0 && !selection.has(item.id) && holdsPoint(item, at),
  )
  if (sheet?.thing.kind !== 'frame') return { x: 0, y: 0, step: gridStep }
  return { x: sheet.x, y: sheet.y, step: sheet.thing.grid * sheet.thing.mm }
}

/** How one snaps there: on millimetre paper to its lines. */
export const snapAt = (editor: Editor, at: Point): Snap =>
  editor.snap.grid ? { ...editor.snap, lines: linesUnder(editor, at) } : editor.snap
