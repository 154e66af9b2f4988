import { common, grown, overlaps, type Rect } from './geometry.ts'
import { Stale } from './stale.ts'

/** A square of the painted board, kept as it was painted until something on it changes. */
export interface Tile {
  readonly column: number
  readonly row: number
  readonly canvas: TileCanvas
  /** Parts that look another way by now, in pixels of the layer; `whole` says all of it. */
  readonly stale: Stale
  whole: boolean
  /** It shows something, if only what lay there a moment ago. */
  painted: boolean
  /** The last painting that showed it. */
  shown: number
}

export interface TileCanvas {
  readonly ctx: CanvasRenderingContext2D
  readonly source: CanvasImageSource
}

/** Side in CSS pixels. */
export const tileSide = 256

/** The whole pixels that a part of the world touches. */
export const wholePixels = ({ x, y, w, h }: Rect, scale: number): Rect => {
  const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)]
  return { x: left, y: top, w: Math.ceil((x + w) * scale) - left, h: Math.ceil((y + h) * scale) - top }
}

const reach = 2 ** 20
const keyOf = (column: number, row: number) => row * reach + column

/** The board at one scale, cut into tiles. Distances are device pixels from the origin of the world. */
export class Layer {
  /** Device pixels per world unit. */
  readonly scale: number
  readonly side: number
  readonly #tiles = new Map<number, Tile>()

  constructor(scale: number, side: number) {
    this.scale = scale
    this.side = side
  }

  get tiles(): Iterable<Tile> {
    return this.#tiles.values()
  }

  get size() {
    return this.#tiles.size
  }

  get(column: number, row: number) {
    return this.#tiles.get(keyOf(column, row))
  }

  add(column: number, row: number, canvas: TileCanvas): Tile {
    const tile: Tile = { column, row, canvas, stale: new Stale(), whole: true, painted: false, shown: 0 }
    this.#tiles.set(keyOf(column, row), tile)
    return tile
  }

  drop({ column, row }: Tile) {
    this.#tiles.delete(keyOf(column, row))
  }

  /** What a tile shows. */
  squareOf({ column, row }: Pick<Tile, 'column' | 'row'>): Rect {
    return { x: column * this.side, y: row * this.side, w: this.side, h: this.side }
  }

  /** Places of the tiles that a window of the layer shows, the middle first: it is where one looks. */
  places({ x, y, w, h }: Rect): { column: number; row: number }[] {
    const [left, top] = [Math.floor(x / this.side), Math.floor(y / this.side)]
    const [right, bottom] = [Math.ceil((x + w) / this.side), Math.ceil((y + h) / this.side)]
    const middle = { x: (x + w / 2) / this.side - 0.5, y: (y + h / 2) / this.side - 0.5 }
    const places: { column: number; row: number }[] = []
    for (let row = top; row < bottom; row++) for (let column = left; column < right; column++) places.push({ column, row })
    const far = ({ column, row }: { column: number; row: number }) => Math.abs(column - middle.x) + Math.abs(row - middle.y)
    return places.sort((a, b) => far(a) - far(b))
  }

  /** This part of the world looks another way; `roughly`: of each tile it touches nobody asks which part. */
  soil(world: Rect, roughly = false) {
    const { side } = this
    const part = wholePixels(grown(world, 1 / this.scale), this.scale)
    const [left, top] = [Math.floor(part.x / side), Math.floor(part.y / side)]
    const [right, bottom] = [Math.floor((part.x + part.w) / side), Math.floor((part.y + part.h) / side)]
    if ((right - left + 1) * (bottom - top + 1) > this.#tiles.size) {
      for (const tile of this.#tiles.values()) if (overlaps(this.squareOf(tile), part)) this.#soil(tile, part, roughly)
      return
    }
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const tile = this.get(column, row)
        if (tile) this.#soil(tile, part, roughly)
      }
    }
  }

  // Beyond half of it, painting the tile anew costs no more.
  #soil(tile: Tile, part: Rect, roughly: boolean) {
    const cut = tile.whole ? null : common(part, this.squareOf(tile))
    if (!cut) return
    if (!roughly) tile.stale.add(cut)
    if (!roughly && tile.stale.area < (this.side * this.side) / 2) return
    tile.whole = true
    tile.stale.clear()
  }
}

export const isFresh = (tile: Tile) => !tile.whole && tile.stale.parts.length === 0

/** Whether all of this part of the layer is painted as it looks now. */
export const isShown = (layer: Layer, part: Rect) =>
  layer.places(part).every(({ column, row }) => {
    const tile = layer.get(column, row)
    return tile?.painted && !tile.whole && tile.stale.within(part).length === 0
  })

/** Forgets the tiles that were shown longest ago, until no more than `most` are left; never those of this painting. */
export const forgetOldest = (layers: readonly Layer[], most: number, now: number) => {
  let count = layers.reduce((sum, layer) => sum + layer.size, 0)
  if (count <= most) return
  const all = layers.flatMap((layer) => [...layer.tiles].map((tile) => ({ layer, tile })))
  for (const { layer, tile } of all.sort((a, b) => a.tile.shown - b.tile.shown)) {
    if (count <= most || tile.shown === now) return
    layer.drop(tile)
    count--
  }
}
