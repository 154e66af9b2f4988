import { overlaps, type Rect } from './geometry.ts'

/** A thing with its place in the index. */
export interface Indexed {
  bounds: Rect
  /** Its place in the paint order. */
  rank: number
  /** The cells it lies in; null while it lies in none. Written by the index alone. */
  cells: Cells | null
  /** The last question that found it. Written by the index alone. */
  found: number
}

interface Cells {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** About two notes: at working zoom a screen covers some twenty cells. */
const cellSize = 512
/** What lies in more cells than this is kept in one list: a frame around everything would be in all of them. */
const cellsMax = 64
const stride = 2 ** 20

const cellsOf = ({ x, y, w, h }: Rect): Cells => ({
  left: Math.floor(x / cellSize),
  top: Math.floor(y / cellSize),
  right: Math.floor((x + w) / cellSize),
  bottom: Math.floor((y + h) / cellSize),
})

/** Beyond this one more cell is no step any more, and keys would meet. */
const far = stride / 2
const isNear = ({ left, top, right, bottom }: Cells) => left > -far && top > -far && right < far && bottom < far
const count = ({ left, top, right, bottom }: Cells) => (right - left + 1) * (bottom - top + 1)
const same = (a: Cells, b: Cells) => a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom

/** Which things lie in a part of the world: a uniform grid, for boards are spread evenly and change all the time. */
export class SpatialIndex<T extends Indexed> {
  readonly #cells = new Map<number, T[]>()
  readonly #large = new Set<T>()
  #question = 0

  put(item: T) {
    const cells = cellsOf(item.bounds)
    if (item.cells && same(item.cells, cells)) return
    this.remove(item)
    item.cells = cells
    if (!isNear(cells) || count(cells) > cellsMax) {
      this.#large.add(item)
      return
    }
    for (let row = cells.top; row <= cells.bottom; row++) {
      for (let column = cells.left; column <= cells.right; column++) {
        const key = row * stride + column
        const cell = this.#cells.get(key)
        if (cell) cell.push(item)
        else this.#cells.set(key, [item])
      }
    }
  }

  remove(item: T) {
    const { cells } = item
    if (!cells) return
    item.cells = null
    if (this.#large.delete(item)) return
    for (let row = cells.top; row <= cells.bottom; row++) {
      for (let column = cells.left; column <= cells.right; column++) {
        const key = row * stride + column
        const cell = this.#cells.get(key)
        if (!cell) continue
        if (cell.length === 1) this.#cells.delete(key)
        else cell.splice(cell.indexOf(item), 1)
      }
    }
  }

  /** Whatever overlaps `rect`, in no order; null where looking at everything is as quick. */
  within(rect: Rect): T[] | null {
    const cells = cellsOf(rect)
    if (!isNear(cells) || count(cells) > this.#cells.size) return null
    const question = ++this.#question
    const hits: T[] = []
    const take = (item: T) => {
      if (item.found === question) return
      item.found = question
      if (overlaps(item.bounds, rect)) hits.push(item)
    }
    for (const item of this.#large) take(item)
    for (let row = cells.top; row <= cells.bottom; row++) {
      for (let column = cells.left; column <= cells.right; column++) {
        const cell = this.#cells.get(row * stride + column)
        if (cell) for (const item of cell) take(item)
      }
    }
    return hits
  }
}
