import { Latencies } from '../percentile.ts'
import type { Range } from './message.ts'

/**
 * Who has seen what. A delivery is one edit, or one cursor state, seen by one other client, however many of them
 * a frame carried and however often it came. Only what was sent while the window was open is counted.
 */
export class Deliveries {
  latencies = new Latencies()
  /** How many others each author has. */
  readonly #audience: number
  /** Author → when each of its clocks was sent; 0 outside of the window. */
  readonly #sentAt = new Map<number, number[]>()
  /** Reader → author → the next clock it has not seen. */
  readonly #seen = new Map<number, Map<number, number>>()
  #open = false
  #sent = 0

  constructor(audience: number) {
    this.#audience = audience
  }

  /** Counting begins anew; whatever was sent before must have arrived. */
  openWindow(): void {
    this.latencies = new Latencies()
    this.#sent = 0
    this.#open = true
  }
  closeWindow(): void {
    this.#open = false
  }

  get sent(): number {
    return this.#sent
  }
  get delivered(): number {
    return this.latencies.count
  }
  /** Of cursors this is what the server thinned out, not what it lost. */
  get missing(): number {
    return this.#sent * this.#audience - this.delivered
  }

  wrote(author: number, clock: number, at: number): void {
    let times = this.#sentAt.get(author)
    if (!times) this.#sentAt.set(author, (times = []))
    times[clock] = this.#open ? at : 0
    if (this.#open) this.#sent += 1
  }

  heard(reader: number, ranges: readonly Range[], at: number): void {
    let seen = this.#seen.get(reader)
    if (!seen) this.#seen.set(reader, (seen = new Map()))
    for (const { client, from, to } of ranges) {
      if (client === reader) continue
      const times = this.#sentAt.get(client)
      const known = seen.get(client) ?? 0
      if (to <= known) continue
      seen.set(client, to)
      for (let clock = Math.max(from, known); clock < to; clock += 1) {
        const sentAt = times?.[clock] ?? 0
        if (sentAt > 0) this.latencies.add(at - sentAt)
      }
    }
  }
}
