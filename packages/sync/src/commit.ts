import type { Limits } from './limits.ts'
import { FrozenRoom, UnknownRoom, type Journal, type NewEntry, type Storage } from './types.ts'

interface Order {
  readonly room: string
  readonly entries: readonly NewEntry[]
  readonly bytes: number
  readonly done: (positions: readonly number[]) => void
  readonly refused: (why: unknown) => void
}

export type Pause = (ms: number) => Promise<void>

/**
 * One commit for many rooms. What arrives while a commit is under way waits and goes with the next one:
 *
 *   rooms    a b   c a d     b e
 *   commits  [a]===[b c a d]=====[b e]===
 *
 * Commits follow each other, so the entries of a room reach the log in the order in which they were given.
 */
export class Commits {
  readonly #storage: Storage
  readonly #limits: Limits
  readonly #pause: Pause
  readonly #journal: Journal | null
  #orders: Order[] = []
  /** Given in this turn, and not in the journal yet. */
  #unnoted: NewEntry[] = []
  #running = false

  constructor(storage: Storage, limits: Limits, pause: Pause, journal: Journal | null = null) {
    this.#storage = storage
    this.#limits = limits
    this.#pause = pause
    this.#journal = journal
  }

  /** Resolves with the positions once durable; rejects once the log has refused for good. */
  add(room: string, entries: readonly NewEntry[]): Promise<readonly number[]> {
    return new Promise((done, refused) => {
      const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0)
      this.#orders.push({ room, entries, bytes, done, refused })
      if (this.#journal) this.#unnoted.push(...entries)
      if (!this.#running) void this.#run()
    })
  }

  /** Whoever gave something calls it before the frames of this turn leave: one writing for all rooms. */
  note(): void {
    if (this.#unnoted.length === 0) return
    this.#journal?.note(this.#unnoted)
    this.#unnoted = []
  }

  /** What waits for a room that was given up is never written: it builds on words the log does not have. */
  drop(room: string, why: unknown): void {
    const dropped = this.#orders.filter((order) => order.room === room)
    this.#orders = this.#orders.filter((order) => order.room !== room)
    for (const order of dropped) this.#refuse(order, why)
  }

  #refuse(order: Order, why: unknown): void {
    // It may be given up in the very turn in which it was given.
    this.#unnoted = this.#unnoted.filter((entry) => !order.entries.includes(entry))
    this.#journal?.forget(order.entries)
    order.refused(why)
  }

  async #run(): Promise<void> {
    this.#running = true
    // All rooms of this turn go together, not the first one alone.
    await null
    while (this.#orders.length > 0) {
      const rested = this.#pause(this.#limits.commitEveryMs)
      await this.#commit(this.#take())
      await rested
    }
    this.#running = false
  }

  #take(): Order[] {
    let bytes = 0
    let rows = 0
    const fits = (order: Order) => {
      bytes += order.bytes
      rows += order.entries.length
      return bytes <= this.#limits.commitBytesMax && rows <= this.#limits.commitRowsMax
    }
    const end = this.#orders.findIndex((order, at) => !fits(order) && at > 0)
    return this.#orders.splice(0, end === -1 ? this.#orders.length : end)
  }

  async #commit(orders: readonly Order[]): Promise<void> {
    for (let attempt = 1; attempt <= this.#limits.commitTriesMax; attempt += 1) {
      if (attempt > 1) await this.#pause(this.#limits.commitPauseMs * 2 ** (attempt - 2))
      const why = await this.#append(orders)
      if (why === null) return
      // A room that takes no rows does not change its mind; its neighbours have done nothing.
      if (why instanceof FrozenRoom || why instanceof UnknownRoom) return this.#apart(orders, why)
      if (attempt === this.#limits.commitTriesMax) return this.#apart(orders, why)
    }
  }

  /** The last try: one room that the log cannot take must not cost the others their words. */
  async #apart(orders: readonly Order[], why: unknown): Promise<void> {
    const rooms = Map.groupBy(orders, (order) => order.room)
    if (rooms.size === 1) return orders.forEach((order) => this.#refuse(order, why))
    await Promise.all(
      [...rooms.values()].map(async (ofRoom) => {
        const still = await this.#append(ofRoom)
        if (still !== null) ofRoom.forEach((order) => this.#refuse(order, still))
      }),
    )
  }

  /** Null when it is in the log, else why not. */
  async #append(orders: readonly Order[]): Promise<unknown> {
    try {
      const positions = await this.#storage.append(orders.flatMap((order) => order.entries))
      let at = 0
      for (const order of orders) {
        this.#journal?.forget(order.entries)
        order.done(positions.slice(at, (at += order.entries.length)))
      }
      return null
    } catch (why) {
      return why ?? new Error('refused')
    }
  }
}
