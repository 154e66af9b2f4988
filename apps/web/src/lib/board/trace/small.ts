import { copyOf, type Thing } from '@sheber/document/thing'
import { addThings, openBoard } from '@sheber/document/board'
import * as Y from 'yjs'
import { around, boundsOfTurned } from '../core/geometry.ts'
import type { Measure } from '../core/lines.ts'
import type { Look } from '../core/look.ts'
import { paintWorld, penOf } from '../core/paint.ts'
import { Scene } from '../core/scene.ts'
import { canvasSurface } from '../core/surface.ts'

interface Small {
  readonly measure: Measure
  readonly look: Look
  readonly density: number
}

/** Paints what is no longer on the board as it looked there, as large as the canvas has room. */
export const paintSmall = (canvas: HTMLCanvasElement, thing: Thing, { measure, look, density }: Small) => {
  const copy = copyOf(thing, { id: thing.id, by: thing.by, at: thing.at })
  const ctx = canvas.getContext('2d', { alpha: false })
  if (!ctx) return
  const { clientWidth: wide, clientHeight: high } = canvas
  canvas.width = Math.max(1, wide * density)
  canvas.height = Math.max(1, high * density)
  ctx.fillStyle = look.paper
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  if (!copy) return
  const board = openBoard(new Y.Doc())
  addThings(board, [copy])
  const scene = new Scene(board, measure)
  const box = around(scene.order.map((item) => boundsOfTurned(item, item.turn)))
  if (!box) return
  const edge = 6
  const zoom = Math.min((wide - 2 * edge) / Math.max(1, box.w), (high - 2 * edge) / Math.max(1, box.h), 1)
  const scale = zoom * density
  ctx.setTransform(scale, 0, 0, scale, canvas.width / 2 - (box.x + box.w / 2) * scale, canvas.height / 2 - (box.y + box.h / 2) * scale)
  paintWorld(scene, box, penOf(scene, canvasSurface(ctx, look), zoom, { look, nameOf: () => '', editing: null }))
  ctx.setTransform(1, 0, 0, 1, 0, 0)
}
