import { readThing, type Board } from '@sheber/document/board'
import { byOrder } from '@sheber/document/order'
import { hasEnds, type End, type Thing } from '@sheber/document/thing'
import type { Lifted } from './drag.ts'
import { around, boundsOfTurned, grown, holdsPoint, overlaps, turned, type Point, type Rect } from './geometry.ts'
import type { Around, Item } from './kind.ts'
import { kindOf } from './kinds.ts'
import type { Layout, Measure } from './lines.ts'

export interface News {
  readonly came: Thing[]
  readonly gone: Thing[]
}

const noLayout: Layout = { size: 16, lines: [], cut: false }

const endsOf = (thing: Thing): (End | null)[] => (hasEnds(thing) ? [thing.a, thing.b] : [])

/** What is on the board, ready to be painted: a projection of the document that can be rebuilt at any time. */
export class Scene implements Around {
  readonly #board: Board
  readonly measure: Measure
  readonly #items = new Map<string, Item>()
  /** In paint order, the last lies on top. */
  #order: Item[] = []
  #sorted = true
  readonly #lifted = new Map<string, Lifted>()
  /** What hangs on a thing: connectors follow whatever they hold. */
  readonly #hanging = new Map<string, Set<string>>()

  constructor(board: Board, measure: Measure) {
    this.#board = board
    this.measure = measure
    this.apply(board.el.keys())
  }

  /** Reads the named things again; tells which have come and which have gone. */
  apply(ids: Iterable<string>): News {
    const news: News = { came: [], gone: [] }
    const moved: Item[] = []
    const freed: string[] = []
    for (const id of ids) this.#read(id, news, moved, freed)
    if (news.gone.length > 0) this.#order = this.#order.filter((item) => this.#items.get(item.id) === item)
    this.#settle(moved, freed)
    return news
  }

  #read(id: string, news: News, moved: Item[], freed: string[]) {
    const thing = readThing(this.#board, id)
    const item = this.#items.get(id)
    if (!thing || thing.deleted) {
      if (!this.#items.delete(id)) return
      if (item) this.#unhang(item.thing)
      freed.push(id)
      if (thing) news.gone.push(thing)
      return
    }
    this.#hang(item?.thing ?? null, thing)
    if (!item) {
      const fresh: Item = {
        id,
        thing,
        x: 0,
        y: 0,
        w: 1,
        h: 1,
        turn: 0,
        bounds: { x: 0, y: 0, w: 1, h: 1 },
        made: null,
        layout: null,
        ends: null,
      }
      this.#items.set(id, fresh)
      this.#order.push(fresh)
      news.came.push(thing)
      this.#sorted = false
      moved.push(fresh)
      return
    }
    if (item.thing.z !== thing.z) this.#sorted = false
    item.layout = null
    item.made = null
    item.thing = thing
    moved.push(item)
  }

  #hang(was: Thing | null, thing: Thing) {
    if (was) this.#unhang(was)
    for (const end of endsOf(thing)) {
      if (!end) continue
      const hanging = this.#hanging.get(end.id)
      if (hanging) hanging.add(thing.id)
      else this.#hanging.set(end.id, new Set([thing.id]))
    }
  }

  #unhang(thing: Thing) {
    for (const end of endsOf(thing)) if (end) this.#hanging.get(end.id)?.delete(thing.id)
  }

  /** Things first, then whatever hangs on them. */
  #settle(moved: Iterable<Item>, freed: readonly string[] = []) {
    const hanging = new Set<Item>()
    const follow = (id: string) => {
      for (const one of this.#hanging.get(id) ?? []) {
        const item = this.#items.get(one)
        if (item) hanging.add(item)
      }
    }
    for (const item of moved) {
      if (endsOf(item.thing).length > 0) hanging.add(item)
      else {
        this.#place(item)
        follow(item.id)
      }
    }
    for (const id of freed) follow(id)
    for (const item of hanging) this.#place(item)
  }

  #place(item: Item) {
    const { thing } = item
    const lifted = this.#lifted.get(item.id)
    const [x, y, w, h] = lifted?.g ?? thing.g
    if (w !== item.w || h !== item.h) {
      item.layout = null
      item.made = null
    }
    item.x = x
    item.y = y
    item.w = w
    item.h = h
    item.turn = lifted?.turn ?? thing.turn
    item.ends = lifted?.ends ?? null
    const kind = kindOf(thing)
    kind.settle?.(item, this)
    item.bounds = grown(boundsOfTurned(item, item.turn), kind.bleed?.(item) ?? 0)
  }

  /** Where things are held at this moment by somebody's hand, ours or another's; the rest lie where the document says. */
  lift(places: Iterable<readonly [string, Lifted]>) {
    const before = [...this.#lifted.keys()]
    this.#lifted.clear()
    for (const [id, place] of places) this.#lifted.set(id, place)
    const touched = new Set<Item>()
    for (const id of [...before, ...this.#lifted.keys()]) {
      const item = this.#items.get(id)
      if (item) touched.add(item)
    }
    this.#settle(touched)
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

  /** Connectors that hold this thing. */
  hangingOn(id: string): readonly Item[] {
    return [...(this.#hanging.get(id) ?? [])].map((one) => this.#items.get(one)).filter((item) => item !== undefined)
  }

  /** The uppermost thing under a point, with so much slack in world units. */
  at(point: Point, slack = 0): Item | null {
    return this.order.findLast((item) => this.#holds(item, point, slack)) ?? null
  }

  #holds(item: Item, point: Point, slack: number) {
    if (!holdsPoint(grown(item.bounds, slack), point)) return false
    const flat = turned(point, { x: item.x + item.w / 2, y: item.y + item.h / 2 }, -item.turn)
    const { holds } = kindOf(item.thing)
    return holds ? holds(item, flat, slack) : holdsPoint(grown(item, slack), flat)
  }

  touching(rect: Rect): Item[] {
    return this.order.filter((item) => overlaps(item.bounds, rect))
  }

  scaleAt(point: Point): number {
    const sheet = this.order.findLast((item) => item.thing.kind === 'frame' && item.thing.mm > 0 && holdsPoint(item, point))
    return sheet?.thing.kind === 'frame' ? sheet.thing.mm : 0
  }

  bounds(): Rect | null {
    return around(this.#order.map((item) => boundsOfTurned(item, item.turn)))
  }

  layoutOf(item: Item): Layout {
    item.layout ??= kindOf(item.thing).layout?.(item, this.measure) ?? noLayout
    return item.layout
  }

  /** The letters have changed (a font came in), or kinds have come: everything is laid out anew. */
  forgetLayouts() {
    for (const item of this.#order) {
      item.layout = null
      item.made = null
    }
    this.#settle(this.#order)
  }
}

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
