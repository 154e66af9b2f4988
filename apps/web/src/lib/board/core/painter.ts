import type { Camera } from './camera.ts'
import { overlaps, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'
import { openWindow, paintItem, paintPaper, paintPart, penOf, windowOf, type Sheet, type Window } from './paint.ts'
import { Pace } from './pace.ts'
import type { Scene } from './scene.ts'
import { canvasSurface } from './surface.ts'
import { forgetOldest, isFresh, Layer, tileSide, type Tile, type TileCanvas } from './tiles.ts'

export interface Means {
  /** A canvas for one tile, `side` device pixels wide and high. */
  newTile(side: number): TileCanvas
  /** Bytes of pixels that may be kept. */
  readonly bytesMax: number
}

/** Below so many things in view they are simply painted; from so many on they are painted into tiles. */
const plainMax = 16
const tilesMin = 24
/** The zoom has come to rest when it has not changed for so long. */
const restMs = 140
/** The whole board once more, about so wide in pixels: what is shown where nothing better is there yet. */
const wholeSide = 1024
/** From here on most things show their words. */
const readableZoom = 0.25
/** So many things around those in hand are painted in their right order; among more, what is in hand lies on top. */
const amongMax = 400

/**
 * Paints the board frame by frame.
 *
 *   few in view    everything is painted, every time
 *   many           tiles are painted once and copied; what changed is repaired, what is in a hand is painted above
 *   zooming        the tiles there are, stretched; sharp ones follow when the zoom rests, a few a frame
 */
export class Painter {
  readonly #scene: Scene
  readonly #means: Means
  readonly #pace = new Pace()
  readonly #unwatch: () => void
  /** Of the zoom of the moment; null before many things were in view. */
  #sharp: Layer | null = null
  /** What was sharp at the zoom before. */
  #before: Layer | null = null
  #whole: Layer | null = null
  #tiled = false
  #frame = 0
  #zoom = 0
  #zoomedAt = 0
  #camera: Camera | null = null
  #editing: string | null = null
  #dress: unknown = null

  constructor(scene: Scene, means: Means) {
    this.#scene = scene
    this.#means = means
    this.#unwatch = scene.watch((stale) => {
      for (const layer of this.#layers()) layer.soil(stale)
    })
  }

  close() {
    this.#unwatch()
    this.forget()
  }

  /** Everything looks another way: colours, letters, names. */
  forget() {
    this.#sharp = null
    this.#before = null
    this.#whole = null
  }

  #layers(): Layer[] {
    return [this.#sharp, this.#before, this.#whole].filter((layer) => layer !== null)
  }

  /** Returns whether there is more to be done: another frame is wanted. */
  paint(camera: Camera, ctx: CanvasRenderingContext2D, sheet: Sheet, now: number): boolean {
    this.#frame++
    this.#heed(camera, sheet, now)
    const moving =
      this.#camera !== null && (this.#camera.x !== camera.x || this.#camera.y !== camera.y || this.#camera.zoom !== camera.zoom)
    this.#camera = camera
    const share = this.#pace.next(now, !moving && this.#scene.afloat.size === 0)
    const window = windowOf(camera, sheet.density)
    const part = { x: window.x, y: window.y, w: Math.ceil(sheet.screen.w * sheet.density), h: Math.ceil(sheet.screen.h * sheet.density) }
    const { scale } = window
    const inView = this.#scene.touching({ x: part.x / scale, y: part.y / scale, w: part.w / scale, h: part.h / scale }).length
    this.#tiled = inView > (this.#tiled ? plainMax : tilesMin)
    if (!this.#tiled) {
      paintPart(this.#scene, ctx, window, part, sheet)
      return false
    }
    return this.#paintTiles(ctx, window, part, sheet, share, moving, now)
  }

  #heed({ zoom }: Camera, { editing, look, density }: Sheet, now: number) {
    if (zoom !== this.#zoom) {
      this.#zoom = zoom
      this.#zoomedAt = now
    }
    if (look !== this.#dress || (this.#sharp && this.#sharp.side !== Math.round(tileSide * density))) this.forget()
    this.#dress = look
    if (editing === this.#editing) return
    for (const id of [editing, this.#editing]) {
      const item = id === null ? undefined : this.#scene.get(id)
      if (item) this.#scene.soil(item.bounds)
    }
    this.#editing = editing
  }

  #paintTiles(
    ctx: CanvasRenderingContext2D,
    window: Window,
    part: Rect,
    sheet: Sheet,
    share: number,
    moving: boolean,
    now: number,
  ): boolean {
    const side = Math.round(tileSide * sheet.density)
    let layer = this.#sharp
    if (layer?.scale !== window.scale) {
      // Nothing to stretch: the first picture is painted at once, at whatever zoom.
      if (layer && now - this.#zoomedAt < restMs) {
        this.#stretch(ctx, window, part, sheet)
        this.#paintAfloat(ctx, window, part, sheet)
        return true
      }
      this.#before = layer ?? this.#before
      this.#sharp = layer = new Layer(window.scale, side)
    }
    const places = layer.places(part)
    let left = share
    let missing = 0
    for (const wanted of [1, 0]) {
      // What is there and has changed comes before what is not there yet.
      for (const { column, row } of places) {
        const known = layer.get(column, row)
        if ((known ? 1 : 0) !== wanted || (known && isFresh(known))) continue
        if (left <= 0) {
          missing++
          continue
        }
        const tile = known ?? layer.add(column, row, this.#means.newTile(side))
        left -= this.#repair(layer, tile, sheet)
      }
    }
    if (missing > 0) this.#stretch(ctx, window, part, sheet, layer)
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    for (const { column, row } of places) {
      const tile = layer.get(column, row)
      if (!tile?.painted) continue
      tile.shown = this.#frame
      ctx.drawImage(tile.canvas.source, column * side - part.x, row * side - part.y)
    }
    this.#paintAfloat(ctx, window, part, sheet)
    if (left < share) this.#pace.worked()
    const ahead = missing > 0 || this.#workAhead(layer, part, sheet, moving ? Math.min(1, left) : left)
    forgetOldest(this.#layers(), Math.max(8, Math.floor(this.#means.bytesMax / (side * side * 4))), this.#frame)
    return ahead
  }

  #repair(layer: Layer, tile: Tile, sheet: Sheet): number {
    const { column, row, canvas } = tile
    const { ctx } = canvas
    const { side, scale } = layer
    const square = { x: column * side, y: row * side, w: side, h: side }
    const window = { x: square.x, y: square.y, scale }
    let count = 0
    const parts = tile.whole ? [square] : tile.stale.map((stale) => wholePixels(stale, scale))
    for (const part of parts) {
      const cut = common(part, square)
      if (!cut) continue
      ctx.save()
      ctx.setTransform(1, 0, 0, 1, -square.x, -square.y)
      ctx.beginPath()
      ctx.rect(cut.x, cut.y, cut.w, cut.h)
      ctx.clip()
      // Where letters can be read, a thing is mostly letters.
      const weight = scale / sheet.density > readableZoom ? 5 : 1
      count += 2 + weight * paintPart(this.#scene, ctx, window, cut, sheet, this.#scene.afloat)
      ctx.restore()
    }
    tile.whole = false
    tile.stale = []
    tile.painted = true
    return count
  }

  /** The layers there are, the coarse one beneath, each stretched to the zoom of the moment; not smoothed, which would cost the frame. */
  #stretch(ctx: CanvasRenderingContext2D, window: Window, part: Rect, sheet: Sheet, but?: Layer) {
    paintPaper(ctx, window, part, sheet)
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.imageSmoothingEnabled = false
    for (const layer of [this.#whole, this.#before, this.#sharp]) {
      if (!layer || layer === but) continue
      const ratio = window.scale / layer.scale
      const place = (n: number) => Math.round(n * layer.side * ratio)
      for (const tile of layer.tiles) {
        const { column, row } = tile
        const [x, y] = [place(column), place(row)]
        const [w, h] = [place(column + 1) - x, place(row + 1) - y]
        if (!tile.painted || !overlaps({ x, y, w, h }, part)) continue
        tile.shown = this.#frame
        ctx.drawImage(tile.canvas.source, x - part.x, y - part.y, w, h)
      }
    }
    ctx.imageSmoothingEnabled = true
  }

  /** What is in a hand: where it is held everything is painted as it lies, so that nothing jumps to the top. */
  #paintAfloat(ctx: CanvasRenderingContext2D, window: Window, part: Rect, sheet: Sheet) {
    const { afloat } = this.#scene
    if (afloat.size === 0) return
    const { scale } = window
    const world = { x: part.x / scale, y: part.y / scale, w: part.w / scale, h: part.h / scale }
    const held: Item[] = []
    const lines: Item[] = []
    for (const item of afloat) if (overlaps(item.bounds, world)) (item.thing.kind === 'connector' ? lines : held).push(item)
    openWindow(ctx, window)
    const pen = penOf(this.#scene, canvasSurface(ctx, sheet.look), scale / sheet.density, sheet)
    for (const item of lines) paintItem(item, pen)
    let among = 0
    for (const item of held) among += this.#scene.touching(item.bounds).length
    if (among > amongMax) {
      for (const item of this.#scene.touching(world)) if (afloat.has(item) && item.thing.kind !== 'connector') paintItem(item, pen)
      return
    }
    for (const { bounds } of held) {
      const cut = common(wholePixels(bounds, scale), part)
      if (!cut) continue
      ctx.save()
      ctx.setTransform(1, 0, 0, 1, -window.x, -window.y)
      ctx.beginPath()
      ctx.rect(cut.x, cut.y, cut.w, cut.h)
      ctx.clip()
      paintPart(this.#scene, ctx, window, cut, sheet)
      ctx.restore()
    }
  }

  /** While nothing else is to be done: the tiles around what is seen, and the whole board in small. */
  #workAhead(layer: Layer, part: Rect, sheet: Sheet, left: number): boolean {
    const { side } = layer
    const grown_ = { x: part.x - side, y: part.y - side, w: part.w + 2 * side, h: part.h + 2 * side }
    const around = layer.places(grown_).length * side * side * 4 > this.#means.bytesMax ? part : grown_
    let rest = left
    for (const [other, view] of [[this.#coarse(sheet), null] as const, [layer, around] as const]) {
      if (!other) continue
      for (const { column, row } of other.places(view ?? this.#extent(other))) {
        const known = other.get(column, row)
        if (known && isFresh(known)) {
          known.shown = this.#frame
          continue
        }
        if (rest <= 0) return true
        const tile = known ?? other.add(column, row, this.#means.newTile(other.side))
        tile.shown = this.#frame
        rest -= 1 + this.#repair(other, tile, sheet)
        this.#pace.worked()
      }
    }
    return false
  }

  #extent({ scale }: Layer): Rect {
    return wholePixels(this.#scene.bounds() ?? { x: 0, y: 0, w: 1, h: 1 }, scale)
  }

  #coarse({ density }: Sheet): Layer | null {
    const bounds = this.#scene.bounds()
    if (!bounds) return null
    const scale = 2 ** Math.floor(Math.log2(wholeSide / Math.max(1, bounds.w, bounds.h)))
    if (this.#whole?.scale !== scale) this.#whole = new Layer(scale, Math.round(tileSide * density))
    return this.#whole
  }
}

const wholePixels = ({ x, y, w, h }: Rect, scale: number): Rect => {
  const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)]
  return { x: left, y: top, w: Math.ceil((x + w) * scale) - left, h: Math.ceil((y + h) * scale) - top }
}

const common = (a: Rect, b: Rect): Rect | null => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const [w, h] = [Math.min(a.x + a.w, b.x + b.w) - x, Math.min(a.y + a.h, b.y + b.h) - y]
  return w > 0 && h > 0 ? { x, y, w, h } : null
}
