import type { Camera, Size } from './camera.ts'
import { overlaps, type Rect } from './geometry.ts'
import type { Item, Pen } from './kind.ts'
import { kindOf } from './kinds.ts'
import type { Look } from './look.ts'
import type { Scene } from './scene.ts'
import { canvasSurface, type Surface } from './surface.ts'

export interface Sheet {
  readonly screen: Size
  /** Device pixels per CSS pixel. */
  readonly density: number
  readonly look: Look
  /** A person's name by id, '' where unknown. */
  readonly nameOf: (id: string) => string
  /** The thing whose words are shown by a text field above the canvas instead. */
  readonly editing: string | null
}

const gridStep = 40

export const penOf = (
  scene: Scene,
  surface: Surface,
  zoom: number,
  { look, nameOf, editing }: Pick<Sheet, 'look' | 'nameOf' | 'editing'>,
): Pen => ({
  surface,
  look,
  zoom,
  around: scene,
  nameOf,
  editing,
  layoutOf: (item) => scene.layoutOf(item),
})

/** Paints one thing, turned as it is. */
export const paintItem = (item: Item, pen: Pen) => {
  const kind = kindOf(item.thing)
  if (item.turn === 0) return kind.paint(item, pen)
  const middle = { x: item.x + item.w / 2, y: item.y + item.h / 2 }
  pen.surface.at(middle.x, middle.y, () => pen.surface.at(-middle.x, -middle.y, () => kind.paint(item, pen)), { turn: item.turn })
}

/** Draws all that lies in a part of the world. */
export const paintWorld = (scene: Scene, part: Rect, pen: Pen) => {
  for (const item of scene.order) if (overlaps(item.bounds, part)) paintItem(item, pen)
}

/** Draws what the camera sees. */
export const paint = (scene: Scene, camera: Camera, ctx: CanvasRenderingContext2D, sheet: Sheet) => {
  const { screen, density, look } = sheet
  ctx.setTransform(density, 0, 0, density, 0, 0)
  ctx.fillStyle = look.paper
  ctx.fillRect(0, 0, screen.w, screen.h)
  paintGrid(camera, ctx, sheet)

  const scale = density * camera.zoom
  ctx.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale)
  ctx.textBaseline = 'alphabetic'
  const part = { x: camera.x, y: camera.y, w: screen.w / camera.zoom, h: screen.h / camera.zoom }
  paintWorld(scene, part, penOf(scene, canvasSurface(ctx, look), camera.zoom, sheet))
}

const paintGrid = (camera: Camera, ctx: CanvasRenderingContext2D, { screen, look }: Sheet) => {
  let step = gridStep * camera.zoom
  while (step < 24) step *= 4
  ctx.fillStyle = look.grid
  const phase = (offset: number) => -(((offset * camera.zoom) % step) + step) % step
  for (let x = phase(camera.x); x < screen.w; x += step) ctx.fillRect(Math.round(x), 0, 1, screen.h)
  for (let y = phase(camera.y); y < screen.h; y += step) ctx.fillRect(0, Math.round(y), screen.w, 1)
}
