import { readThing, type Board, type Place, type Thing } from '@sheber/document/board'
import { byOrder } from '@sheber/document/order'
import { around, holdsPoint, overlaps, type Point, type Rect } from './geometry.ts'
import { fitText, type Layout, type Measure } from './lines.ts'

/** One thing as it is painted. The fields of Rect are where it is now, a drag under way included. */
export interface Item extends Rect {
  readonly id: string
  thing: Thing
  x: number
  y: number
  w: number
  h: number
  layout: Layout | null
}

export interface News {
  readonly came: Thing[]
  readonly gone: Thing[]
}

/**
 * What is on the board, ready to be painted: a projection of the document that can be rebuilt at any time.
 * A few thousand things are culled and hit by a plain walk along the paint order; an index would cost more than it saves.
 */
export class Scene {
  readonly #board: Board
  readonly #measure: Measure
  readonly #items = new Map<string, Item>()
  /** In paint order, the last lies on top. */
  #order: Item[] = []
  #sorted = true
  readonly #lifted = new Map<string, Place>()

  constructor(board: Board, measure: Measure) {
    this.#board = board
    this.#measure = measure
    this.apply(board.el.keys())
  }

  /** Reads the named things again; tells which have come and which have gone. */
  apply(ids: Iterable<string>): News {
    const news: News = { came: [], gone: [] }
    for (const id of ids) this.#read(id, news)
    if (news.gone.length > 0) this.#order = this.#order.filter((item) => this.#items.get(item.id) === item)
    return news
  }

  #read(id: string, news: News) {
    const thing = readThing(this.#board, id)
    const item = this.#items.get(id)
    if (!thing || thing.deleted) {
      if (this.#items.delete(id) && thing) news.gone.push(thing)
      return
    }
    if (!item) {
      const [x, y, w, h] = this.#lifted.get(id) ?? thing.g
      const fresh: Item = { id, thing, x, y, w, h, layout: null }
      this.#items.set(id, fresh)
      this.#order.push(fresh)
      news.came.push(thing)
      this.#sorted = false
      return
    }
    if (item.thing.z !== thing.z) this.#sorted = false
    if (wordsOf(item.thing) !== wordsOf(thing)) item.layout = null
    item.thing = thing
    this.#place(item)
  }

  #place(item: Item) {
    const [x, y, w, h] = this.#lifted.get(item.id) ?? item.thing.g
    if (w !== item.w || h !== item.h) item.layout = null
    item.x = x
    item.y = y
    item.w = w
    item.h = h
  }

  /** Where things are held at this moment by somebody's hand, ours or another's; the rest lie where the document says. */
  lift(places: Iterable<readonly [string, Place]>) {
    const before = [...this.#lifted.keys()]
    this.#lifted.clear()
    for (const [id, place] of places) this.#lifted.set(id, place)
    for (const id of [...before, ...this.#lifted.keys()]) {
      const item = this.#items.get(id)
      if (item) this.#place(item)
    }
  }

  get order(): readonly Item[] {
    if (!this.#sorted) {
      this.#order.sort((a, b) => byOrder(a.thing, b.thing))
      this.#sorted = true
    }
    return this.#order
  }

  get size() {
    return this.#order.length
  }

  get(id: string) {
    return this.#items.get(id)
  }

  /** The uppermost thing under a point. */
  at(point: Point): Item | null {
    return this.order.findLast((item) => holdsPoint(item, point)) ?? null
  }

  touching(rect: Rect): Item[] {
    return this.order.filter((item) => overlaps(item, rect))
  }

  bounds(): Rect | null {
    return around(this.#order)
  }

  layoutOf(item: Item): Layout {
    item.layout ??= fitText(wordsOf(item.thing), item.w, item.h, this.#measure)
    return item.layout
  }

  /** The letters have changed (a font came in): everything is measured anew. */
  forgetLayouts() {
    for (const item of this.#order) item.layout = null
  }
}

export const wordsOf = (thing: Thing) => (thing.kind === 'note' ? thing.text : '')

/** As one reads: row by row, left to right. Things whose tops differ by less than half a note share a row. */
export const readingOrder = (items: readonly Item[]): Item[] => {
  const down = items.toSorted((a, b) => a.y - b.y || a.x - b.x)
  const read: Item[] = []
  let row: Item[] = []
  for (const item of down) {
    const first = row[0]
    if (first && item.y - first.y > Math.min(first.h, item.h) / 2) {
      read.push(...row.sort((a, b) => a.x - b.x))
      row = []
    }
    row.push(item)
  }
  return [...read, ...row.sort((a, b) => a.x - b.x)]
}
