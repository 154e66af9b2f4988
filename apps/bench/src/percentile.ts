const binMs = 0.02
const longestMs = 20_000

/** Millions of latencies in two megabytes, exact to 0.02 ms. */
export class Latencies {
  readonly #bins = new Uint32Array(longestMs / binMs + 1)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(ms: number): void {
    const bin = Math.min(Math.max(Math.round(ms / binMs), 0), this.#bins.length - 1)
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1
    this.#count += 1
  }

  /** The least latency that `part` of all do not exceed; null where there are none. */
  percentile(part: number): number | null {
    if (this.#count === 0) return null
    let left = Math.max(1, Math.ceil(this.#count * part))
    const at = this.#bins.findIndex((count) => (left -= count) <= 0)
    return round(at * binMs, 2)
  }
}

export const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Of an even number, the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
