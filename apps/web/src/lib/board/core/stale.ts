import { common, lies, type Rect } from './geometry.ts'

/** More parts cost as much as fewer, larger ones. */
const partsMax = 8
/** Two parts become one where that is so little more to paint: what lies in both is painted once then. */
const joinedMax = 1.15

const areaOf = ({ w, h }: Rect) => w * h

const joined = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y }
}

/** How much more there is to paint when two are painted as one. */
const excess = (a: Rect, b: Rect) => areaOf(joined(a, b)) - areaOf(a) - areaOf(b)

/** What is to be painted anew, as a few rectangles of pixels. */
export class Stale {
  #parts: readonly Rect[] = []

  get parts(): readonly Rect[] {
    return this.#parts
  }

  get area(): number {
    return this.#parts.reduce((sum, part) => sum + areaOf(part), 0)
  }

  add(part: Rect) {
    if (this.#parts.some((known) => lies(part, known))) return
    const met = this.#parts.find((known) => excess(known, part) <= (joinedMax - 1) * (areaOf(known) + areaOf(part)))
    if (met) this.#join(met, part)
    else if (this.#parts.length < partsMax) this.#parts = [...this.#parts, part]
    else this.#join(this.#parts.reduce((best, one) => (excess(one, part) < excess(best, part) ? one : best)), part)
  }

  // What two have become may meet a third.
  #join(known: Rect, part: Rect) {
    this.#parts = this.#parts.filter((one) => one !== known)
    this.add(joined(known, part))
  }

  within(view: Rect): Rect[] {
    return this.#parts.map((part) => common(part, view)).filter((part) => part !== null)
  }

  clear() {
    this.#parts = []
  }
}
