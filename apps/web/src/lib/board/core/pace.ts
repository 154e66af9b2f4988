/**
 * How much may be painted ahead in one frame. The canvas paints later than it is told to, so a clock around the calls would
 * tell nothing: what counts is how far apart the frames come.
 */
export class Pace {
  /** Things per frame, seen from afar; with their words each counts as several. */
  #share = 120
  #before = 0
  #worked = false

  /** Called once a frame; `calm` while nobody's hand waits for it. Returns how many things may be painted. */
  next(now: number, calm: boolean): number {
    const gap = now - this.#before
    this.#before = now
    if (this.#worked && gap < 250) {
      if (gap > 28) this.#share = Math.max(24, this.#share * 0.6)
      else if (gap < 20) this.#share = Math.min(2_000, this.#share * 1.25)
    }
    this.#worked = false
    return calm ? this.#share * 2 : this.#share
  }

  /** This frame has painted about as much as it may. */
  worked() {
    this.#worked = true
  }
}
