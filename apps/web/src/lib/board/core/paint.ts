import type { NoteColour } from '@sheber/document/colour'
import type { Camera, Size } from './camera.ts'
import { foot, lineHeight, padding } from './lines.ts'
import type { Item, Scene } from './scene.ts'

/** Colours and letters of the moment, taken from the tokens. */
export interface Look {
  readonly paper: string
  readonly grid: string
  readonly edge: string
  readonly quiet: string
  readonly ink: string
  readonly shadow: string
  readonly fills: Readonly<Record<NoteColour, string>>
  /** Font family and weight as a canvas wants them: `450 {size}px …`. */
  readonly font: (size: number) => string
  /** From the top of a line to the foot of its letters, in letters' sizes: where a text field would put them. */
  readonly baseline: number
}

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

/** Draws the whole scene. Nothing is allocated per thing: layouts are cached, culling is a comparison. */
export type Paint = (scene: Scene, camera: Camera, ctx: CanvasRenderingContext2D, sheet: Sheet) => void

const gridStep = 40
/** Letters below this many screen pixels are drawn as bars. */
const readablePx = 4.5
const namePx = 12

export const paint: Paint = (scene, camera, ctx, sheet) => {
  const { screen, density, look } = sheet
  ctx.setTransform(density, 0, 0, density, 0, 0)
  ctx.fillStyle = look.paper
  ctx.fillRect(0, 0, screen.w, screen.h)
  paintGrid(camera, ctx, sheet)

  const scale = density * camera.zoom
  ctx.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale)
  ctx.textBaseline = 'alphabetic'
  const right = camera.x + screen.w / camera.zoom
  const bottom = camera.y + screen.h / camera.zoom
  for (const item of scene.order) {
    if (item.x > right || item.y > bottom || item.x + item.w < camera.x || item.y + item.h < camera.y) continue
    if (item.thing.kind === 'note') paintNote(scene, item, item.thing.fill, camera.zoom, ctx, sheet)
    else paintPlaceholder(item, camera.zoom, ctx, look)
  }
}

const paintGrid = (camera: Camera, ctx: CanvasRenderingContext2D, { screen, look }: Sheet) => {
  let step = gridStep * camera.zoom
  while (step < 24) step *= 4
  ctx.fillStyle = look.grid
  const phase = (offset: number) => -(((offset * camera.zoom) % step) + step) % step
  for (let x = phase(camera.x); x < screen.w; x += step) ctx.fillRect(Math.round(x), 0, 1, screen.h)
  for (let y = phase(camera.y); y < screen.h; y += step) ctx.fillRect(0, Math.round(y), screen.w, 1)
}

const paintNote = (scene: Scene, item: Item, fill: NoteColour, zoom: number, ctx: CanvasRenderingContext2D, sheet: Sheet) => {
  const { look } = sheet
  const { x, y, w, h } = item
  // Two plain rectangles for a shadow: a blurred one costs more than all the rest of the note.
  if (zoom > 0.25) {
    ctx.fillStyle = look.shadow
    ctx.fillRect(x + 1, y + 2, w, h)
    ctx.fillRect(x + 3, y + 5, w - 4, h)
  }
  ctx.fillStyle = look.fills[fill]
  ctx.fillRect(x, y, w, h)
  if (fill === 'white') {
    const hair = 1 / zoom
    ctx.lineWidth = hair
    ctx.strokeStyle = look.edge
    ctx.strokeRect(x + hair / 2, y + hair / 2, w - hair, h - hair)
  }
  if (sheet.editing === item.id) return
  const layout = scene.layoutOf(item)
  const leading = layout.size * lineHeight
  ctx.fillStyle = look.ink
  if (layout.size * zoom < readablePx) {
    ctx.globalAlpha = 0.35
    let top = y + padding + layout.size * 0.35
    for (const line of layout.lines) {
      ctx.fillRect(x + padding, top, Math.min(w - 2 * padding, line.length * layout.size * 0.52), layout.size * 0.55)
      top += leading
    }
    ctx.globalAlpha = 1
    return
  }
  ctx.font = look.font(layout.size)
  let base = y + padding + layout.size * look.baseline
  for (const line of layout.lines) {
    ctx.fillText(line, x + padding, base)
    base += leading
  }
  paintName(item, zoom, ctx, sheet)
}

const paintName = (item: Item, zoom: number, ctx: CanvasRenderingContext2D, { look, nameOf }: Sheet) => {
  if (namePx * zoom < readablePx + 2) return
  const name = nameOf(item.thing.by)
  if (!name) return
  ctx.font = look.font(namePx)
  ctx.globalAlpha = 0.72
  ctx.fillText(name, item.x + padding, item.y + item.h - foot / 2 + 2, item.w - 2 * padding)
  ctx.globalAlpha = 1
}

const paintPlaceholder = (item: Item, zoom: number, ctx: CanvasRenderingContext2D, look: Look) => {
  ctx.globalAlpha = 0.16
  ctx.fillStyle = look.quiet
  ctx.fillRect(item.x, item.y, item.w, item.h)
  ctx.globalAlpha = 1
  ctx.lineWidth = 1.5 / zoom
  ctx.strokeStyle = look.quiet
  ctx.strokeRect(item.x, item.y, item.w, item.h)
  ctx.fillStyle = look.quiet
  const size = Math.min(item.w, item.h) * 0.4
  ctx.font = look.font(size)
  ctx.fillText('?', item.x + item.w / 2 - size * 0.27, item.y + item.h / 2 + size * 0.35)
}
