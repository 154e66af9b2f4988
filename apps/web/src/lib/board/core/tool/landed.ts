import type { Editor } from '../editor.ts'
import type { Point } from '../geometry.ts'
import { landing, landingOnEdge, type Landed } from '../landing.ts'
import { snapPoint } from '../snap.ts'
import { snapAt } from '../snapping.ts'
import { reachPx, type Press } from '../tools.ts'

/** What an end would hold here; `alt` holds on to the very spot. */
export const landed = (editor: Editor, press: Press, except = ''): Landed =>
  landing(editor.scene, press.world, reachPx(press) / editor.camera.zoom, { exact: press.alt, except })

/** The same of a dimension: corners and edges, unless `ctrl` lets go of them. `shift` keeps it level or upright with its other end. */
export const measured = (editor: Editor, press: Press, other: Point | null, except = ''): Landed => {
  if (press.ctrl) return { at: press.world, end: null, hover: null }
  const found = landingOnEdge(editor.scene, press.world, reachPx(press) / editor.camera.zoom, except)
  if (found.end) return found
  const { x, y } = snapPoint(press.world, [], snapAt(editor, press.world), 0)
  if (!press.shift || !other) return { at: { x, y }, end: null, hover: null }
  const level = Math.abs(x - other.x) > Math.abs(y - other.y)
  return { at: level ? { x, y: other.y } : { x: other.x, y }, end: null, hover: null }
}
