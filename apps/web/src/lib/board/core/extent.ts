import { around, lies, type Rect } from './geometry.ts'

/** The box around everything; worked out anew only when what lay at its edge has moved or gone. */
export class Extent {
  readonly #all: () => Iterable<Rect>
  #box: Rect | null | undefined

  constructor(all: () => Iterable<Rect>) {
    this.#all = all
  }

  get box(): Rect | null {
    if (this.#box === undefined) this.#box = around(this.#all())
    return this.#box
  }

  /** Something lies elsewhere than before; null for what was not there, or is not any more. */
  moved(from: Rect | null, to: Rect | null) {
    const box = this.#box
    if (box === undefined) return
    if (from && !(box && isWithin(from, box))) this.#box = undefined
    else if (to && !(box && lies(to, box))) this.#box = around(box ? [box, to] : [to])
  }
}

/** Nothing of its edge is an edge of the box. */
const isWithin = (r: Rect, box: Rect) => r.x > box.x && r.y > box.y && r.x + r.w < box.x + box.w && r.y + r.h < box.y + box.h
