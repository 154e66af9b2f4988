import { areaOf, areaOfJoined, common, joined, lies, type Rect } from './geometry.ts'

/** More parts cost as much as fewer, larger ones. */
const partsMax = 8
/** Two parts become one where that is so little more to paint: what lies in both is painted once then. */
const joinedMax = 1.15

/** What is to be painted anew, as a few rectangles of pixels. Told of hundreds at once, so it makes nothing it need not. */
export class Stale {
  readonly #parts: Rect[] = []
  #area = 0

  get parts(): readonly Rect[] {
    return this.#parts
  }

  get area() {
    return this.#area
  }

  add(part: Rect) {
    const area = areaOf(part)
    let nearest = -1
    let least = Infinity
    for (let i = 0; i < this.#parts.length; i++) {
      const known = this.#parts[i] as Rect
      if (lies(part, known)) return
      const [both, apart] = [areaOfJoined(known, part), areaOf(known) + area]
      if (both <= joinedMax * apart) return this.#join(i, part)
      if (both - apart >= least) continue
      least = both - apart
      nearest = i
    }
    if (this.#parts.length >= partsMax) return this.#join(nearest, part)
    this.#parts.push(part)
    this.#area += area
  }

  // What two have become may meet a third.
  #join(i: number, part: Rect) {
    const [known] = this.#parts.splice(i, 1)
    if (!known) return
    this.#area -= areaOf(known)
    this.add(joined(known, part))
  }

  within(view: Rect): Rect[] {
    return this.#parts.map((part) => common(part, view)).filter((part) => part !== null)
  }

  clear() {
    this.#parts.length = 0
    this.#area = 0
  }
}
