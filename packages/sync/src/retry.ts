export interface RetryOptions {
  readonly connect: () => void
  /** A number from 0 to 1. */
  readonly random: () => number
}

const firstMs = 250
const lastMs = 10_000

/**
 * Tries again for ever, later each time, never at the same moment as the rest of the class, and at once when the
 * network or the person comes back.
 */
export class Retry {
  readonly #options: RetryOptions
  #timer: ReturnType<typeof setTimeout> | undefined
  #tries = 0
  #due = 0

  constructor(options: RetryOptions) {
    this.#options = options
  }

  /** Failed tries since the last success. */
  get tries(): number {
    return this.#tries
  }

  later(atLeastMs = 0): void {
    clearTimeout(this.#timer)
    const most = Math.min(lastMs, firstMs * 2 ** this.#tries)
    this.#tries += 1
    const pauseMs = Math.max(atLeastMs, most * (0.5 + this.#options.random() / 2))
    this.#due = Date.now() + pauseMs
    this.#timer = setTimeout(() => this.now(), pauseMs)
  }

  /** Timers of a page that nobody looks at run up to a minute late; whoever wakes it may ask. */
  look(): void {
    if (this.#timer !== undefined && Date.now() >= this.#due) this.now()
  }

  now(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#options.connect()
  }

  succeeded(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#tries = 0
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
