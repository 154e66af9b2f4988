import { common, overlaps, type Rect } from './geometry.ts'
import { paintPaper, type Sheet, type Window } from './paint.ts'
import { Stale } from './stale.ts'
import type { Layer } from './tiles.ts'

/** Everything that is drawn within goes into this part alone; pixels of the world. */
export const clipped = (ctx: CanvasRenderingContext2D, { x, y }: Window, part: Rect, draw: () => void) => {
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, -x, -y)
  ctx.beginPath()
  ctx.rect(part.x, part.y, part.w, part.h)
  ctx.clip()
  draw()
  ctx.restore()
}

/** The canvas that is looked at: what it shows already stays, and only what has changed since is painted on it. */
export class Glass {
  readonly #stale = new Stale()
  #shows: { readonly layer: Layer; readonly view: Rect } | null = null

  /** This part of the layer looks another way. What lies beyond the view would only be joined with what lies in it. */
  soil(part: Rect) {
    const seen = this.#shows && common(part, this.#shows.view)
    if (seen) this.#stale.add(seen)
  }

  /** What it shows is not to be relied on. */
  forget() {
    this.#shows = null
  }

  /** What is to be painted so that it shows this view of a layer: all of it, or the few parts that have changed. */
  parts(layer: Layer, view: Rect): Rect[] {
    const before = this.#shows
    const same = before?.layer === layer && isSame(before.view, view)
    const parts = same ? [...this.#stale.parts] : [view]
    this.#stale.clear()
    this.#shows = { layer, view }
    return parts
  }
}

const isSame = (a: Rect, b: Rect) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

/** Copies the tiles there are of a layer at its own scale. */
export const copyTiles = (ctx: CanvasRenderingContext2D, window: Window, part: Rect, layer: Layer) => {
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  for (const place of layer.places(part)) {
    const tile = layer.get(place.column, place.row)
    if (!tile?.painted) continue
    const { x, y } = layer.squareOf(tile)
    ctx.drawImage(tile.canvas.source, x - window.x, y - window.y)
  }
}

const coversAll = (layer: Layer, part: Rect, ratio: number) =>
  layer
    .places({ x: part.x / ratio, y: part.y / ratio, w: part.w / ratio, h: part.h / ratio })
    .every(({ column, row }) => layer.get(column, row)?.painted)

/**
 * Stretches the tiles of other scales, the finest on top; not smoothed, which would cost the frame. What a finer layer covers
 * wholly needs nothing beneath it.
 */
export const stretchTiles = (
  ctx: CanvasRenderingContext2D,
  window: Window,
  part: Rect,
  sheet: Sheet,
  layers: readonly Layer[],
  now: number,
) => {
  const from = layers.findLastIndex((layer) => coversAll(layer, part, window.scale / layer.scale))
  if (from < 0) paintPaper(ctx, window, part, sheet)
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.imageSmoothingEnabled = false
  for (const layer of layers.slice(Math.max(0, from))) {
    const ratio = window.scale / layer.scale
    const place = (n: number) => Math.round(n * layer.side * ratio)
    for (const tile of layer.tiles) {
      const { column, row } = tile
      const [x, y] = [place(column), place(row)]
      const [w, h] = [place(column + 1) - x, place(row + 1) - y]
      if (!tile.painted || !overlaps({ x, y, w, h }, part)) continue
      tile.shown = now
      ctx.drawImage(tile.canvas.source, x - window.x, y - window.y, w, h)
    }
  }
  ctx.imageSmoothingEnabled = true
}
