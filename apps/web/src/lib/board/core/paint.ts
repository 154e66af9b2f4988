import type { Camera, Size } from './camera.ts'
import type { Rect } from './geometry.ts'
import type { Item, Pen, Pictures } from './kind.ts'
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
  readonly pictures?: Pictures | null
  readonly live?: Pen['live']
  readonly said?: Pen['said']
}

export const penOf = (
  scene: Scene,
  surface: Surface,
  zoom: number,
  { look, nameOf, editing, pictures = null, live = null, said }: Omit<Sheet, 'screen' | 'density'>,
): Pen => ({
  surface,
  look,
  zoom,
  around: scene,
  nameOf,
  editing,
  pictures,
  live,
  ...(said && { said }),
  layoutOf: (item) => scene.layoutOf(item),
})

/** Paints one thing, turned as it is. */
export const paintItem = (item: Item, pen: Pen) => {
  const kind = kindOf(item.thing)
  const { mark } = pen.around
  if (item.turn === 0) {
    kind.paint(item, pen)
    mark?.(item, pen)
    return
  }
  const paint = () => {
    kind.paint(item, pen)
    mark?.(item, pen)
  }
  const middle = { x: item.x + item.w / 2, y: item.y + item.h / 2 }
  pen.surface.at(middle.x, middle.y, () => pen.surface.at(-middle.x, -middle.y, paint), { turn: item.turn })
}

/** Draws all that lies in a part of the world, and tells how much that was. */
export const paintWorld = (scene: Scene, part: Rect, pen: Pen, without?: ReadonlySet<Item>): number => {
  const items = scene.touching(part)
  for (const item of items) if (!without?.has(item)) paintItem(item, pen)
  return items.length
}

/** A canvas as a window on the world: `scale` device pixels per unit, its corner at a whole pixel (x, y) of the world. */
export interface Window {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** What the camera sees, on whole pixels: lines stay sharp, and tiles fit where the plain painting stood. */
export const windowOf = (camera: Camera, density: number): Window => {
  const scale = density * camera.zoom
  return { x: Math.round(camera.x * scale), y: Math.round(camera.y * scale), scale }
}

/** What a part of a window shows. */
export const inWorld = ({ x, y, w, h }: Rect, scale: number): Rect => ({ x: x / scale, y: y / scale, w: w / scale, h: h / scale })

const gridStep = 40

/** Bare paper with its squares; `part` in pixels of the world. */
export const paintPaper = (
  ctx: CanvasRenderingContext2D,
  window: Window,
  part: Rect,
  { density, look }: Pick<Sheet, 'density' | 'look'>,
) => {
  ctx.setTransform(1, 0, 0, 1, -window.x, -window.y)
  ctx.fillStyle = look.paper
  ctx.fillRect(part.x, part.y, part.w, part.h)
  let step = gridStep * window.scale
  while (step < 24 * density) step *= 4
  ctx.fillStyle = look.grid
  const line = Math.round(density)
  const [right, bottom] = [part.x + part.w, part.y + part.h]
  for (let i = Math.floor(part.x / step); i * step < right; i++) ctx.fillRect(Math.round(i * step), part.y, line, part.h)
  for (let i = Math.floor(part.y / step); i * step < bottom; i++) ctx.fillRect(part.x, Math.round(i * step), part.w, line)
}

/** From here on one draws in world units. */
export const openWindow = (ctx: CanvasRenderingContext2D, { x, y, scale }: Window) => {
  ctx.setTransform(scale, 0, 0, scale, -x, -y)
  ctx.textBaseline = 'alphabetic'
}

/** Paints a part of the world (in its pixels) anew: paper first, then all that lies there. */
export const paintPart = (
  scene: Scene,
  ctx: CanvasRenderingContext2D,
  window: Window,
  part: Rect,
  sheet: Omit<Sheet, 'screen'>,
  without?: ReadonlySet<Item>,
): number => {
  paintPaper(ctx, window, part, sheet)
  openWindow(ctx, window)
  const pen = penOf(scene, canvasSurface(ctx, sheet.look), window.scale / sheet.density, sheet)
  return paintWorld(scene, inWorld(part, window.scale), pen, without)
}

/** All that a window shows on this screen. */
export const viewOf = ({ x, y }: Window, { screen, density }: Pick<Sheet, 'screen' | 'density'>): Rect => ({
  ...{ x, y },
  w: Math.ceil(screen.w * density),
  h: Math.ceil(screen.h * density),
})

/** Draws what the camera sees, all of it at once. */
export const paint = (scene: Scene, camera: Camera, ctx: CanvasRenderingContext2D, sheet: Sheet) => {
  const window = windowOf(camera, sheet.density)
  paintPart(scene, ctx, window, viewOf(window, sheet), sheet)
}
