import type { SocketLimits } from './limits.ts'

/** Fills at `perSecond` up to `burst`; says no when what is taken is not there. Time comes from outside, in ms. */
export class Bucket {
  readonly #perSecond: number
  readonly #burst: number
  #left: number
  #at: number

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#left = burst
    this.#at = now
  }

  take(count: number, now: number): boolean {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1_000) * this.#perSecond)
    this.#at = now
    if (this.#left < count) return false
    this.#left -= count
    return true
  }
}

/** What one connection may send: frames and bytes, each from a bucket of its own. */
export class Allowance {
  readonly #frames: Bucket
  readonly #bytes: Bucket

  constructor({ framesPerSecond, framesBurst, bytesPerSecond, bytesBurst }: SocketLimits, now: number) {
    this.#frames = new Bucket(framesPerSecond, framesBurst, now)
    this.#bytes = new Bucket(bytesPerSecond, bytesBurst, now)
  }

  affords(bytes: number, now: number): boolean {
    return this.#frames.take(1, now) && this.#bytes.take(bytes, now)
  }
}
