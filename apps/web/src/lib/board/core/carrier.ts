import { grown, overlaps, type Point, type Rect } from './geometry.ts'
import type { Plate } from './plate.ts'
import type { Layer } from './tiles.ts'

/** A hand that has not led the paper for so long has let it rest. */
const restMs = 120
/** The picture is soon out of date where others are at work: it is not made again before they have been quiet for so long. */
const quietMs = 500
/** Nor before the paper has lain finished and still for so long: making it takes a weak machine several frames, and a hand may come at once. */
const stillMs = 300
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

/**
 * Whether the paper is being led: moved twice at least, at one scale, and not long ago; once is enough where the picture is there. And what
 * is seen of it then. The picture is made while the paper rests, and made anew only where a hand leads beyond it.
 */
export class Carrier {
  readonly #plate: Plate
  #scale = 0
  #moves = 0
  #movedAt = 0
  #view: Rect | null = null
  #way: Point = { x: 0, y: 0 }
  #drawn: { readonly layer: Layer; readonly part: Rect } | null = null
  #soiled = false
  #soiledAt = -quietMs
  #workedAt = -stillMs

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
    return this.#moves > (this.#drawn?.layer.scale === scale && covers(this.#drawn.part, view) ? 0 : 1)
  }

  /** This part of the layer looks another way. */
  soil(layer: Layer, part: Rect) {
    if (!this.#drawn || (this.#drawn.layer === layer && overlaps(this.#drawn.part, part))) this.#soiled = true
  }

  /** The paper has moved, or is not finished yet. */
  worked(now: number) {
    this.#workedAt = now
  }

  #isQuiet(now: number): boolean {
    if (this.#soiled) {
      this.#soiled = false
      this.#drawn = null
      this.#soiledAt = now
    }
    return now - this.#soiledAt >= quietMs
  }

  /**
   * While nothing else is to be done: draws what a hand may lead to, if all of it has been painted.
   *
   * @returns for how many milliseconds the paper has to lie still before this can be done; 0: there is nothing to wait for
   */
  prepare(layer: Layer, view: Rect, around: Rect, density: number, now: number): number {
    if (!this.#isQuiet(now) || (this.#drawn?.layer === layer && covers(this.#drawn.part, grown(view, behind * layer.side)))) return 0
    const waits = stillMs - (now - this.#workedAt)
    if (waits > 0) return waits
    if (this.#draw(layer, around)) this.#move(view, density)
    return 0
  }

  /** Shows this view of a layer in place of the canvas. False where it cannot: the canvas is seen. */
  show(layer: Layer, view: Rect, density: number, now: number): boolean {
    if (!this.#isQuiet(now) || !this.#reach(layer, view)) {
      this.hide()
      return false
    }
    this.#move(view, density)
    this.#plate.show()
    return true
  }

  #move(view: Rect, density: number) {
    const { part } = this.#drawn ?? { part: view }
    this.#plate.move({ x: part.x - view.x, y: part.y - view.y }, density)
  }

  /** Sees to it that what is drawn covers the view. */
  #reach(layer: Layer, view: Rect): boolean {
    if (this.#drawn?.layer === layer && covers(this.#drawn.part, view)) return true
    return aheadOf.some((ahead) => this.#draw(layer, roomy(view, this.#way, ahead * layer.side, behind * layer.side)))
  }

  #draw(layer: Layer, part: Rect): boolean {
    const tiles = layer.places(part).map(({ column, row }) => layer.get(column, row))
    if (!tiles.every((tile) => tile?.painted)) return false
    this.#plate.draw(part, (ctx) => {
      for (const tile of tiles) {
        if (!tile) continue
        const { x, y } = layer.squareOf(tile)
        ctx.drawImage(tile.canvas.source, x - part.x, y - part.y)
      }
    })
    this.#drawn = { layer, part }
    return true
  }

  /** The canvas is seen again; the picture is kept. */
  hide() {
    this.#plate.hide()
  }

  /** Everything looks another way. */
  forget() {
    this.#drawn = null
    this.hide()
  }

  close() {
    this.#plate.close()
  }
}
