import { straightened, type Docked, type Way } from './connect.ts'
import { crosses, piecesThrough, slack } from './crossing.ts'
import { boundsOfTurned, grown, holdsPoint, joined, overlaps, type Point, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'

/** Where an elbow docks. */
interface Dock {
  readonly at: Point
  /** One of the four ways of the compass: the way the line leaves. */
  readonly out: Point
  /** What it holds; null where the end hangs free. */
  readonly box: Rect | null
}

/** From dock to dock round the boxes; `plain` is the way it would go if they were not there, and goes where there is no other. */
type Route = (a: Dock, b: Dock, plain: readonly Point[], boxes: readonly Rect[]) => readonly Point[]

/** So far a way keeps from what it goes round. */
const aside = 16
/** A corner is worth so much of a longer way. */
const cornerCost = 60
/** So far a line goes straight out before its first corner, where there is room. */
const stubs = [24, 12, 4, 0] as const

const inside = (box: Rect, p: Point) => holdsPoint(grown(box, -slack), p)

/** Out of its own thing, and a little further where nothing stands. */
const leave = ({ at, out, box }: Dock, walls: readonly Rect[]): Point => {
  const edge = {
    x: !box || out.x === 0 ? at.x : out.x > 0 ? Math.max(at.x, box.x + box.w) : Math.min(at.x, box.x),
    y: !box || out.y === 0 ? at.y : out.y > 0 ? Math.max(at.y, box.y + box.h) : Math.min(at.y, box.y),
  }
  for (const far of stubs) {
    const to = { x: edge.x + out.x * far, y: edge.y + out.y * far }
    if (!walls.some((wall) => piecesThrough(edge, to, wall) || inside(wall, to))) return to
  }
  return edge
}

const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((one, other) => one - other)

const ways = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const

const wayOf = (out: Point) => ways.findIndex(({ x, y }) => x === out.x && y === out.y)

/** A heap of what is to be looked at next: the cheapest first, of equals what came first, so that everybody finds one way. */
class Queue {
  readonly #heap: { cost: number; nth: number; state: number }[] = []
  #count = 0

  get size() {
    return this.#heap.length
  }

  #before(i: number, j: number) {
    const [a, b] = [this.#heap[i], this.#heap[j]]
    return a !== undefined && b !== undefined && (a.cost < b.cost || (a.cost === b.cost && a.nth < b.nth))
  }

  #swap(i: number, j: number) {
    const [a, b] = [this.#heap[i], this.#heap[j]]
    if (a && b) [this.#heap[i], this.#heap[j]] = [b, a]
  }

  push(state: number, cost: number) {
    this.#heap.push({ cost, nth: this.#count++, state })
    for (let i = this.#heap.length - 1; i > 0;) {
      const up = (i - 1) >> 1
      if (!this.#before(i, up)) break
      this.#swap(i, up)
      i = up
    }
  }

  pop() {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (!last || this.#heap.length === 0) return first
    this.#heap[0] = last
    for (let i = 0; ;) {
      const [left, right] = [2 * i + 1, 2 * i + 2]
      const least = this.#before(right, left) ? right : left
      if (!this.#before(least, i)) return first
      this.#swap(i, least)
      i = least
    }
  }
}

/**
 * The cheapest way of right angles from dock to dock that goes through no box: along the lines that run past the boxes, by
 * A* over (crossing of lines, way one came). Null where there is none. What is asked for is all it looks at, so that it
 * is the same on every device.
 */
const search = (a: Dock, b: Dock, walls: readonly Rect[]): Point[] | null => {
  const boxes = [...walls, ...[a.box, b.box].filter((box) => box !== null)]
  const [from, to] = [leave(a, b.box ? [...walls, b.box] : walls), leave(b, a.box ? [...walls, a.box] : walls)]
  const xs = ascending([from.x, to.x, (from.x + to.x) / 2, ...boxes.flatMap(({ x, w }) => [x - aside, x + w + aside])])
  const ys = ascending([from.y, to.y, (from.y + to.y) / 2, ...boxes.flatMap(({ y, h }) => [y - aside, y + h + aside])])
  const wide = xs.length
  const at = (node: number): Point => ({ x: xs[node % wide] as number, y: ys[Math.floor(node / wide)] as number })
  const nodeOf = (p: Point) => ys.indexOf(p.y) * wide + xs.indexOf(p.x)
  const [start, goal] = [nodeOf(from), nodeOf(to)]
  const [leaving, arriving] = [wayOf(a.out), (wayOf(b.out) + 2) % 4]
  const costs = new Float64Array(xs.length * ys.length * 4).fill(Infinity)
  const before = new Int32Array(costs.length).fill(-1)
  const queue = new Queue()
  const left = ({ x, y }: Point) => Math.abs(x - to.x) + Math.abs(y - to.y)
  costs[start * 4 + leaving] = 0
  queue.push(start * 4 + leaving, left(from))
  let end = -1
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { state } = next
    const [node, came] = [state >> 2, state & 3]
    const cost = costs[state] as number
    if (next.cost > cost + left(at(node))) continue
    if (node === goal && came === arriving) {
      end = state
      break
    }
    const here = at(node)
    for (const [way, { x, y }] of ways.entries()) {
      if ((way + 2) % 4 === came) continue
      // It turns where it stands, for nothing but the corner.
      if (way !== came) {
        const turned = node * 4 + way
        if (cost + cornerCost < (costs[turned] as number)) {
          costs[turned] = cost + cornerCost
          before[turned] = state
          queue.push(turned, cost + cornerCost + left(here))
        }
        continue
      }
      const column = (node % wide) + x
      const row = Math.floor(node / wide) + y
      if (column < 0 || column >= wide || row < 0 || row >= ys.length) continue
      const beside = row * wide + column
      const there = at(beside)
      if (boxes.some((box) => piecesThrough(here, there, box))) continue
      const far = cost + Math.abs(there.x - here.x) + Math.abs(there.y - here.y)
      const reached = beside * 4 + way
      if (far >= (costs[reached] as number)) continue
      costs[reached] = far
      before[reached] = state
      queue.push(reached, far + left(there))
    }
  }
  if (end < 0) return null
  const back: Point[] = []
  for (let state = end; state >= 0; state = before[state] as number) back.push(at(state >> 2))
  return [a.at, ...back.reverse(), b.at]
}

const roundsMax = 4

/** Round what stands in the way, and only then round what stands in that: most of what is near is in nobody's way. */
const round: Route = (a, b, plain, boxes) => {
  const walls = new Set<Rect>()
  let way = plain
  for (let i = 0; i < roundsMax; i++) {
    const met = boxes.filter((box) => !walls.has(box) && crosses(way, null, null, [box]))
    if (i > 0 && met.length === 0) return way
    for (const box of met) walls.add(box)
    const found = search(a, b, [...walls])
    if (!found) break
    way = found
  }
  if (!crosses(way, null, null, boxes)) return way
  return search(a, b, boxes) ?? search(a, b, []) ?? plain
}

/** Ways that were found: a board is laid out anew whenever letters have come, and its lines have not moved. */
const known = new Map<string, readonly Point[]>()
const knownMax = 4_000

const keyOf = ({ x, y, w, h }: Rect) => `${x},${y},${w},${h}`
const dockKey = ({ at, out, box }: Dock) => `${at.x},${at.y},${out.x},${out.y},${box ? keyOf(box) : ''}`

/** The way between two docks, found now or before. */
export class Errand {
  readonly key: string
  readonly #find: () => readonly Point[]

  constructor(...asked: Parameters<Route>) {
    const [a, b, , boxes] = asked
    this.key = [dockKey(a), dockKey(b), ...boxes.map(keyOf)].join(' ')
    this.#find = () => round(...asked)
  }

  get found(): readonly Point[] | undefined {
    return known.get(this.key)
  }

  /** Takes a millisecond or more where much stands in the way. */
  run(): readonly Point[] {
    const way = this.found ?? this.#find()
    if (known.size >= knownMax) known.clear()
    known.set(this.key, way)
    return way
  }
}

/** What stands further aside of both ends is in nobody's way. */
const waryOf = 48
/** Where more stands than this there is no way round it that anybody could follow with their eyes. */
const wallsMax = 16

const kindsOutOfTheWay: ReadonlySet<string> = new Set(['frame', 'connector', 'dimension', 'ink', 'stamp'])

/** What an elbow has to go round: not what its ends lie on or in, nor what is no thing to look at. */
const wallsOf = (a: Docked, b: Docked, among: readonly Item[]): { ids: string[]; boxes: Rect[] } => {
  const [boxA, boxB] = [a, b].map(({ at, item }) => (item ? boundsOfTurned(item, item.turn) : { ...at, w: 0, h: 0 })) as [Rect, Rect]
  const walls = among
    .map((item) => ({ item, box: boundsOfTurned(item, item.turn) }))
    .filter(
      ({ item, box }) =>
        item.id !== a.item?.id && item.id !== b.item?.id && !overlaps(grown(box, 1), boxA) && !overlaps(grown(box, 1), boxB),
    )
  return walls.length > wallsMax ? { ids: [], boxes: [] } : { ids: walls.map(({ item }) => item.id), boxes: walls.map(({ box }) => box) }
}

/**
 * Right angles from dock to dock, which leave by whole ways of the compass: the plain way where nothing stands in it, else round what
 * does. `again` is called where a better way has been found since.
 */
export type Lead = (
  a: Docked,
  b: Docked,
  plain: readonly Point[],
  bend: number,
  among: (within: Rect) => readonly Item[],
  again: () => void,
) => { readonly points: readonly Point[] } & Pick<Way, 'wary' | 'forced'>

/** A leader that has its errands run by `send`. */
export const leading =
  (send: (errand: Errand, plain: readonly Point[], again: () => void) => readonly Point[]): Lead =>
  (from, to, plain, bend, among, again) => {
    const [a, b] = [from, to].map((dock) => ({ ...dock, box: dock.item && boundsOfTurned(dock.item, dock.item.turn) })) as [
      Docked & Dock,
      Docked & Dock,
    ]
    const within = grown(joined(a.box ?? { ...a.at, w: 0, h: 0 }, b.box ?? { ...b.at, w: 0, h: 0 }), waryOf)
    // Whoever has bent it by hand knows what it runs over.
    const seen = bend === 0.5 ? among(within).filter(({ thing }) => !kindsOutOfTheWay.has(thing.kind)) : []
    const { ids, boxes } = wallsOf(from, to, seen)
    const wary = { within, of: ids }
    if (!crosses(plain, a.box, b.box, boxes)) return { points: plain, wary, forced: false }
    // In a hand it goes round its ends alone, another way with every frame.
    const way = boxes.length === 0 ? round(a, b, plain, boxes) : send(new Errand(a, b, plain, boxes), plain, again)
    return { points: straightened(way), wary, forced: crosses(plain, a.box, b.box, []) }
  }

/** At once, however long it takes: for paper, and wherever nobody waits. */
export const lead: Lead = leading((errand) => errand.run())
