import { readThing, type Board } from '@sheber/document/board'
import { byOrder } from '@sheber/document/order'
import type { Thing } from '@sheber/document/thing'
import type { Lifted } from './drag.ts'
import { Extent } from './extent.ts'
import { areaOf, areaOfJoined, boundsOfTurned, grown, holdsPoint, joined, overlaps, turned, type Point, type Rect } from './geometry.ts'
import { Hanging, hangs } from './hanging.ts'
import type { Around, Item } from './kind.ts'
import { kindOf } from './kinds.ts'
import { waryOf } from './kinds/connector.ts'
import type { Layout, Measure } from './lines.ts'
import { SpatialIndex, type Indexed } from './spatial.ts'

export interface News {
  readonly came: Thing[]
  readonly gone: Thing[]
}

const noLayout: Layout = { size: 16, lines: [], cut: false }

/** An item as the scene keeps it. */
interface Entry extends Item, Indexed {
  /** The size that was asked for: a kind may have settled for another, and what it made of the first is still good. */
  askedW: number
  askedH: number
}

// What a thing looks like does not depend on these.
const elsewhere = new Set(['g', 'turn', 'z', 'group', 'lock', 'by', 'at', 'deleted', 'a', 'b', 'p'])

const looksAlike = (one: Thing, other: Thing) => {
  if (one.kind !== other.kind) return false
  const [before, after] = [one as unknown as Record<string, unknown>, other as unknown as Record<string, unknown>]
  for (const name in after) if (before[name] !== after[name] && !elsewhere.has(name)) return false
  return true
}

const sameLifted = (one: Lifted | undefined, other: Lifted) =>
  one !== undefined && one.turn === other.turn && !one.ends && !other.ends && one.g.every((n, i) => n === other.g[i])

/** The point as it lies to the thing before it is turned. */
const flatten = ({ x, y, w, h, turn }: Item, point: Point) => turned(point, { x: x + w / 2, y: y + h / 2 }, -turn)

const byRank = (a: Entry, b: Entry) => a.rank - b.rank

/** What is on the board, ready to be painted: a projection of the document that can be rebuilt at any time. */
export class Scene implements Around {
  readonly #board: Board
  readonly measure: Measure
  readonly vote: Around['vote']
  voters: Around['voters'] = null
  mark: Around['mark'] = null
  readonly #items = new Map<string, Entry>()
  /** In paint order, the last lies on top. */
  #order: Entry[] = []
  #sorted = true
  readonly #index = new SpatialIndex<Entry>()
  #lifted = new Map<string, Lifted>()
  /** What is held at this moment, and what hangs on it. */
  readonly #afloat = new Set<Entry>()
  readonly #hanging = new Hanging()
  /** Elbows, which go round what stands in their way. */
  readonly #wary = new Set<Entry>()
  readonly #watchers = new Set<(stale: Rect) => void>()
  readonly #extent = new Extent(() => this.#order.map((item) => (item.turn === 0 ? item : boundsOfTurned(item, item.turn))))

  constructor(board: Board, measure: Measure) {
    this.#board = board
    this.measure = measure
    this.vote = board.vote
    this.apply(board.el.keys())
  }

  /** Called with every part of the world that looks another way than before, but for what is afloat. */
  watch(heard: (stale: Rect) => void): () => void {
    this.#watchers.add(heard)
    return () => this.#watchers.delete(heard)
  }

  /** Something in this part of the world is to be painted anew: a picture has come. */
  soil(stale: Rect) {
    for (const heard of this.#watchers) heard(stale)
  }

  /** The place it has left and the one it has taken: one and the same where it moved but a little. */
  #soilBoth(was: Rect | null, is: Rect) {
    if (was && areaOfJoined(was, is) <= areaOf(was) + areaOf(is)) return this.soil(joined(was, is))
    if (was) this.soil(was)
    this.soil(is)
  }

  /** Reads the named things again; tells which have come and which have gone. */
  apply(ids: Iterable<string>): News {
    const news: News = { came: [], gone: [] }
    const moved: Entry[] = []
    const freed: string[] = []
    for (const id of ids) this.#read(id, news, moved, freed)
    if (news.gone.length > 0) this.#order = this.#order.filter((item) => this.#items.get(item.id) === item)
    this.#settle(moved, freed)
    return news
  }

  #read(id: string, news: News, moved: Entry[], freed: string[]) {
    const thing = readThing(this.#board, id)
    const item = this.#items.get(id)
    if (!thing || thing.deleted) {
      if (!item) return
      this.#items.delete(id)
      this.#extent.moved(boundsOfTurned(item, item.turn), null)
      this.#index.remove(item)
      this.#afloat.delete(item)
      this.#wary.delete(item)
      this.#hanging.remove(item.thing)
      this.soil(item.bounds)
      freed.push(id)
      news.gone.push(thing ?? item.thing)
      return
    }
    this.#hanging.put(item?.thing ?? null, thing)
    if (!item) {
      const fresh: Entry = {
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
        askedW: 1,
        askedH: 1,
        rank: 0,
        cells: null,
        found: 0,
      }
      this.#items.set(id, fresh)
      this.#order.push(fresh)
      news.came.push(thing)
      this.#sorted = false
      moved.push(fresh)
      return
    }
    if (item.thing.z !== thing.z) this.#sorted = false
    if (!looksAlike(item.thing, thing)) {
      item.layout = null
      item.made = null
    }
    item.thing = thing
    moved.push(item)
  }

  /** Things first, then whatever hangs on them. */
  #settle(moved: Iterable<Entry>, freed: readonly string[] = []) {
    const hanging = new Set<Entry>()
    const follow = (id: string) => {
      for (const one of this.#hanging.on(id)) {
        const item = this.#items.get(one)
        if (item) hanging.add(item)
      }
    }
    for (const item of moved) {
      if (hangs(item.thing)) hanging.add(item)
      else {
        this.#place(item)
        follow(item.id)
      }
    }
    for (const id of freed) follow(id)
    if (this.#wary.size > 0) this.#giveWay(moved, freed, hanging)
    for (const item of hanging) {
      this.#place(item)
      if (waryOf(item)) this.#wary.add(item)
      else this.#wary.delete(item)
    }
  }

  /** What was laid down, changed or taken away stands in other ways than before. While it is in a hand no way gives way to it. */
  #giveWay(moved: Iterable<Entry>, freed: readonly string[], laid: Set<Entry>) {
    const still = [...moved].filter((item) => !hangs(item.thing) && !this.#lifted.has(item.id))
    const touched = new Set([...freed, ...still.map(({ id }) => id)])
    if (touched.size === 0) return
    for (const line of this.#wary) {
      const wary = laid.has(line) ? null : waryOf(line)
      if (wary && (wary.of.some((id) => touched.has(id)) || still.some((item) => overlaps(item.bounds, wary.within)))) laid.add(line)
    }
  }

  still(line: Item, rect: Rect): readonly Item[] {
    if (this.#afloat.has(line as Entry)) return []
    return this.#index.within(rect) ?? this.#order.filter((item) => item.cells !== null && overlaps(item.bounds, rect))
  }

  again(line: Item) {
    if (this.#items.get(line.id) === line) this.#settle([line as Entry])
  }

  #place(item: Entry) {
    const { thing } = item
    const before = item.cells && boundsOfTurned(item, item.turn)
    const lifted = this.#lifted.get(item.id)
    const [x, y, w, h] = lifted?.g ?? thing.g
    if (w !== item.askedW || h !== item.askedH) {
      item.askedW = w
      item.askedH = h
      if (thing.kind !== 'connector') {
        item.layout = null
        item.made = null
      }
    }
    item.x = x
    item.y = y
    item.w = w
    item.h = h
    item.turn = lifted?.turn ?? thing.turn
    item.ends = lifted?.ends ?? null
    const kind = kindOf(thing)
    kind.settle?.(item, this)
    const was = item.cells && item.bounds
    item.bounds = grown(boundsOfTurned(item, item.turn), kind.bleed?.(item) ?? 0)
    if (!this.#afloat.has(item)) this.#soilBoth(was, item.bounds)
    this.#index.put(item)
    this.#extent.moved(before, boundsOfTurned(item, item.turn))
  }

  /** Where things are held at this moment by somebody's hand, ours or another's; the rest lie where the document says. */
  lift(places: Iterable<readonly [string, Lifted]>) {
    const before = this.#lifted
    this.#lifted = new Map(places)
    if (before.size === 0 && this.#lifted.size === 0) return
    const touched = new Set<Entry>()
    for (const [id, place] of this.#lifted) {
      const item = this.#items.get(id)
      if (item && !sameLifted(before.get(id), place)) touched.add(item)
    }
    for (const id of before.keys()) {
      const item = this.#lifted.has(id) ? undefined : this.#items.get(id)
      if (item) touched.add(item)
    }
    this.#float()
    this.#settle(touched)
  }

  // What is taken up leaves the sheet it lay on, what is put down comes back to it.
  #float() {
    const afloat = new Set<Entry>()
    for (const id of this.#lifted.keys()) {
      const item = this.#items.get(id)
      if (item) afloat.add(item)
      for (const one of this.#hanging.on(id)) {
        const hanging = this.#items.get(one)
        if (hanging) afloat.add(hanging)
      }
    }
    for (const item of afloat) if (!this.#afloat.has(item)) this.soil(item.bounds)
    const landed = [...this.#afloat].filter((item) => !afloat.has(item))
    this.#afloat.clear()
    for (const item of afloat) this.#afloat.add(item)
    for (const item of landed) this.soil(item.bounds)
  }

  /** What is held by a hand at this moment, and the connectors that hang on it: the rest lies still. */
  get afloat(): ReadonlySet<Item> {
    return this.#afloat
  }

  /** Those of them that paint on a part of the world, in paint order. */
  afloatWithin(rect: Rect): Item[] {
    if (this.#afloat.size === 0) return []
    this.#inOrder()
    return [...this.#afloat].filter((item) => overlaps(item.bounds, rect)).sort(byRank)
  }

  /** Something lies above it that is not held along with it. */
  isCovered(item: Item): boolean {
    const entry = this.#items.get(item.id)
    if (!entry) return false
    const isAbove = (other: Entry) => other.rank > entry.rank && !(this.#afloat.has(other) && !hangs(other.thing))
    this.#inOrder()
    return (this.#index.within(item.bounds) ?? this.#order.filter((other) => overlaps(other.bounds, item.bounds))).some(isAbove)
  }

  get order(): readonly Item[] {
    return this.#inOrder()
  }

  #inOrder(): Entry[] {
    if (!this.#sorted) {
      this.#order.sort((a, b) => byOrder(a.thing, b.thing))
      for (const [rank, item] of this.#order.entries()) item.rank = rank
      this.#sorted = true
    }
    return this.#order
  }

  get size() {
    return this.#order.length
  }

  get(id: string): Item | undefined {
    return this.#items.get(id)
  }

  /** Connectors that hold this thing. */
  hangingOn(id: string): readonly Item[] {
    return [...this.#hanging.on(id)].map((one) => this.#items.get(one)).filter((item) => item !== undefined)
  }

  /** The uppermost thing under a point, with so much slack in world units. */
  at(point: Point, slack = 0): Item | null {
    const near = this.touching({ x: point.x - slack - 0.5, y: point.y - slack - 0.5, w: 2 * slack + 1, h: 2 * slack + 1 })
    return near.findLast((item) => this.holds(item, point, slack)) ?? null
  }

  holds(item: Item, point: Point, slack: number): boolean {
    if (!holdsPoint(grown(item.bounds, slack), point)) return false
    const flat = flatten(item, point)
    const { holds } = kindOf(item.thing)
    return holds ? holds(item, flat, slack) : holdsPoint(grown(item, slack), flat)
  }

  /** A button that a thing has of its own. */
  buttonAt(item: Item, point: Point): string | null {
    return kindOf(item.thing).button?.(item, flatten(item, point)) ?? null
  }

  /** All that paints on a part of the world, in paint order. */
  touching(rect: Rect): Item[] {
    const order = this.#inOrder()
    return this.#index.within(rect)?.sort(byRank) ?? order.filter((item) => overlaps(item.bounds, rect))
  }

  /** How much that is. */
  count(rect: Rect): number {
    return (this.#index.within(rect) ?? this.#order.filter((item) => overlaps(item.bounds, rect))).length
  }

  scaleAt(point: Point): number {
    const sheet = this.order.findLast((item) => item.thing.kind === 'frame' && item.thing.mm > 0 && holdsPoint(item, point))
    return sheet?.thing.kind === 'frame' ? sheet.thing.mm : 0
  }

  bounds(): Rect | null {
    return this.#extent.box
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
