/** Late frames that are remembered; each that comes in time makes up for one. In milliseconds from one to the next. */
const slowMost = 8
const lateMs = 40
const inTimeMs = 22
/** Longer than any frame: nothing was to be painted meanwhile. */
const pauseMs = 500

/**
 * How much may be painted ahead in one frame. The canvas paints later than it is told to, so a clock around the calls would
 * tell nothing: what counts is how far apart the frames come.
 */
export class Pace {
  /** Things per frame, seen from afar; with their words each counts as several. */
  #share = 120
  #before = 0
  #worked = false
  #slow = 0

  /** Called once a frame; `calm` while nobody's hand waits for it. Returns how many things may be painted. */
  next(now: number, calm: boolean): number {
    const gap = now - this.#before
    this.#before = now
    if (gap > pauseMs) this.#slow = 0
    else if (gap > lateMs) this.#slow = Math.min(slowMost, this.#slow + 1)
    else if (gap < inTimeMs) this.#slow = Math.max(0, this.#slow - 1)
    if (this.#worked && gap < 250) {
      if (gap > 28) this.#share = Math.max(24, this.#share * 0.6)
      else if (gap < 20) this.#share = Math.min(2_000, this.#share * 1.25)
    }
    this.#worked = false
    return calm ? this.#share * 2 : this.#share
  }

  /** Frames have come late for a while: nothing is painted at once that can be painted bit by bit. */
  get tired(): boolean {
    return this.#slow >= slowMost / 2
  }

  /** This frame has painted about as much as it may. */
  worked() {
    this.#worked = true
  }
}
