import { overlaps, type Point, type Rect } from './geometry.ts'
import type { Layer, Tile } from './tiles.ts'

/** A picture of tiles that lies above the canvas while a hand leads the paper: to move it costs no copy. */
export interface Plate {
  /** Shows this part of a layer, in its pixels, which these tiles cover. */
  draw(part: Rect, tiles: readonly { readonly tile: Tile; readonly square: Rect }[]): void
  /** Its corner lies there, in device pixels of the screen, and the canvas is not seen. */
  move(to: Point, density: number): void
  /** The canvas is seen again. */
  hide(): void
  close(): void
}

/** A hand that has not led the paper for so long has let it rest. */
const restMs = 120
/** The picture is soon out of date where others are at work: it is not made again before they have been quiet for so long. */
const quietMs = 500
/** Tiles beyond what is seen: as many as there are on the way that is led, for a picture serves as long as there is room; and half a one behind, for a hand that trembles. */
const aheadOf = [2, 1]
const behind = 0.5

const covers = (part: Rect, { x, y, w, h }: Rect) => part.x <= x && part.y <= y && part.x + part.w >= x + w && part.y + part.h >= y + h

/** The view with room before and behind it along each way that it goes, in pixels. */
const roomy = ({ x, y, w, h }: Rect, { x: dx, y: dy }: Point, before: number, after: number): Rect => {
  const [left, right] = dx < 0 ? [before, after] : [after, dx > 0 ? before : after]
  const [top, bottom] = dy < 0 ? [before, after] : [after, dy > 0 ? before : after]
  return { x: Math.floor(x - left), y: Math.floor(y - top), w: Math.ceil(w + left + right), h: Math.ceil(h + top + bottom) }
}

/** Whether the paper is being led: moved twice at least, at one scale, and not long ago. And what is seen of it then. */
export class Carrier {
  readonly #plate: Plate
  #scale = 0
  #moves = 0
  #movedAt = 0
  #view: Rect | null = null
  #way: Point = { x: 0, y: 0 }
  #shown: { readonly layer: Layer; readonly part: Rect } | null = null
  #soiled = false
  #soiledAt = -quietMs

  constructor(plate: Plate) {
    this.#plate = plate
  }

  /** Told once a frame. */
  heed(scale: number, view: Rect, now: number): boolean {
    const before = this.#view
    this.#view = view
    if (scale !== this.#scale || now - this.#movedAt > restMs) this.#moves = 0
    this.#scale = scale
    if (before && (before.x !== view.x || before.y !== view.y)) {
      this.#way = { x: view.x - before.x, y: view.y - before.y }
      this.#moves++
      this.#movedAt = now
    }
    return this.#moves > 1
  }

  /** This part of the layer looks another way. */
  soil(layer: Layer, part: Rect) {
    if (this.#shown?.layer === layer && overlaps(this.#shown.part, part)) this.#soiled = true
  }

  /** Shows this view of a layer in place of the canvas. False where it cannot: the canvas is seen. */
  show(layer: Layer, view: Rect, density: number, now: number): boolean {
    if (this.#soiled) this.#soiledAt = now
    if (now - this.#soiledAt < quietMs || !this.#reach(layer, view)) {
      this.hide()
      return false
    }
    const { part } = this.#shown ?? { part: view }
    this.#plate.move({ x: part.x - view.x, y: part.y - view.y }, density)
    return true
  }

  /** Sees to it that what is drawn covers the view. */
  #reach(layer: Layer, view: Rect): boolean {
    if (this.#shown?.layer === layer && covers(this.#shown.part, view)) return true
    for (const ahead of aheadOf) {
      const part = roomy(view, this.#way, ahead * layer.side, behind * layer.side)
      const tiles = layer.places(part).map(({ column, row }) => layer.get(column, row))
      if (!tiles.every((tile) => tile?.painted)) continue
      this.#plate.draw(
        part,
        tiles.flatMap((tile) => (tile ? { tile, square: layer.squareOf(tile) } : [])),
      )
      this.#shown = { layer, part }
      return true
    }
    return false
  }

  /** The canvas is seen again. */
  hide() {
    this.#shown = null
    this.#soiled = false
    this.#plate.hide()
  }

  close() {
    this.#plate.close()
  }
}
