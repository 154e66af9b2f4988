import type * as Y from 'yjs'
import { Commits, type Pause } from './commit.ts'
import type { Answer, Flushed, Host, Shown, Trouble } from './host.ts'
import { limits as theLimits, type Limits } from './limits.ts'
import { Room } from './room.ts'
import type { Author, Bus, Clock, Entry, Journal, Peer, Storage, UpdateKind } from './types.ts'

export interface HubOptions {
  readonly storage: Storage
  readonly bus: Bus
  readonly journal?: Journal
  readonly clock?: Clock
  readonly limits?: Partial<Limits>
  /** Root types that a room's document may have; null: any. */
  readonly roots?: (room: string) => ReadonlySet<string> | null
  /** Runs something at the end of this turn. */
  readonly defer?: Defer
  /** Runs something at the next tick of the cursors. */
  readonly deferCursors?: Defer
  /** Runs something again and again; returns how to stop. */
  readonly every?: (ms: number, run: () => void) => () => void
  readonly pause?: Pause
  /** Where rings may be lost: how often open rooms look at the log by themselves, in ms. */
  readonly lookMs?: number | null
  readonly report?: (trouble: Trouble) => void
}

type Defer = (run: () => void) => void

/** All open rooms of one process: each is opened once, and closed when quiet. */
export class Hub {
  readonly #host: Host
  readonly #bus: Bus
  readonly #opening = new Map<string, Promise<Room>>()
  readonly #rooms = new Map<string, Room>()
  readonly #stopTimers: (() => void)[]
  #dirty = new Set<Flushed>()
  #showing = new Set<Flushed>()
  #sweeping: Promise<void> | null = null
  #looking: Promise<void> | null = null
  #closed = false
  #reasked = 0

  constructor(options: HubOptions) {
    const { storage, bus, clock = { now: Date.now }, every = everyMs, pause = pauseMs } = options
    const limits = { ...theLimits, ...options.limits }
    const { defer = paced(limits.turnMs), deferCursors = paced(limits.cursorMs) } = options
    this.#bus = bus
    this.#host = {
      id: crypto.randomUUID(),
      storage,
      bus,
      clock,
      limits,
      commits: new Commits(storage, limits, pause, options.journal),
      roots: options.roots ?? (() => null),
      report: options.report ?? (() => {}),
      soon: (room) => {
        if (this.#dirty.size === 0) defer(() => this.#flush())
        this.#dirty.add(room)
      },
      show: (room) => {
        if (this.#showing.size === 0) deferCursors(() => this.#show())
        this.#showing.add(room)
      },
      fell: (room) => this.#forget(room),
    }
    this.#stopTimers = [every(limits.sweepMs, () => void this.sweep())]
    if (options.lookMs) this.#stopTimers.push(every(options.lookMs, () => void this.look()))
  }

  /** Counts `reask`: whoever decided about a connection before it joined can see that rights changed meanwhile. */
  get reasked(): number {
    return this.#reasked
  }

  /** Rejects when the log cannot be read, with the storage's error. */
  open(name: string): Promise<Room> {
    if (this.#closed) return Promise.reject(new Error('the hub is closed'))
    const known = this.#opening.get(name)
    if (known) {
      this.#rooms.get(name)?.touch()
      return known
    }
    const opening = this.#load(name)
    this.#opening.set(name, opening)
    return opening
  }

  async #load(name: string): Promise<Room> {
    try {
      const room = await Room.open(this.#host, name)
      this.#rooms.set(name, room)
      return room
    } catch (why) {
      this.#opening.delete(name)
      this.#host.report({ room: name, doing: 'open', why })
      throw why
    }
  }

  #forget(room: Flushed): void {
    if (this.#rooms.get(room.name) !== room) return
    this.#rooms.delete(room.name)
    this.#opening.delete(room.name)
  }

  #flush(): void {
    const dirty = this.#dirty
    this.#dirty = new Set()
    for (const room of dirty) room.flush()
    // Sockets are written to when this call has ended.
    this.#host.commits.note()
  }

  #show(): void {
    const showing = this.#showing
    this.#showing = new Set()
    for (const room of showing) room.presenceDue()
  }

  /** The reader sees everything that any process has acknowledged, and nothing that is not yet durable here. */
  async read<T>(name: string, reader: (doc: Y.Doc) => T): Promise<T> {
    const room = await this.open(name)
    return room.read(reader)
  }

  /** The whole as the log has it: for versions. Rejects when the log refused meanwhile. */
  async snapshot(name: string): Promise<Entry> {
    const room = await this.open(name)
    return room.snapshot()
  }

  /** For seeds, templates, restores: durable once resolved, seen by everybody in the room. */
  async write<T>(name: string, author: Author, kind: UpdateKind, writer: (doc: Y.Doc) => T): Promise<T> {
    const room = await this.open(name)
    return room.write(author, kind, writer)
  }

  /** A right may have changed: every connection that `filter` names is asked about again. */
  async reask(filter: (peer: Peer) => boolean, ask: (room: string, peer: Peer) => Promise<Answer>): Promise<void> {
    this.#reasked += 1
    await Promise.all([...this.#rooms.values()].map((room) => room.reask(filter, ask)))
  }

  rooms(): Shown[] {
    return [...this.#rooms.values()].map((room) => room.show())
  }

  /** Every open room looks at the log, one after the other: it is a safety net, and should not crowd out what matters. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null))
    return this.#looking
  }

  async #look(): Promise<void> {
    for (const room of this.#rooms.values())
      await room.look().catch((why: unknown) => this.#host.report({ room: room.name, doing: 'look', why }))
  }

  /** One timer for all rooms: beats, ghosts, and rooms that nobody needs. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => (this.#sweeping = null))
    return this.#sweeping
  }

  async #sweep(): Promise<void> {
    for (const room of this.#rooms.values()) room.sweep()
    for (const room of [...this.#rooms.values()]) if (room.quiet) await this.#rest(room)
  }

  async #rest(room: Room): Promise<void> {
    await room.rest().catch((why: unknown) => this.#host.report({ room: room.name, doing: 'compact', why }))
    // Somebody may have come in while it was being stored.
    if (!room.quiet) return
    this.#forget(room)
    await room.close()
  }

  /** What was taken is written and acknowledged, then everybody is sent away with 1012. */
  async close(): Promise<void> {
    this.#closed = true
    for (const stop of this.#stopTimers) stop()
    await Promise.allSettled(this.#opening.values())
    await Promise.all([...this.#rooms.values()].map((room) => room.close()))
    this.#rooms.clear()
    this.#opening.clear()
    await this.#bus.close()
  }
}

/**
 * At once for somebody alone; where others spoke a moment ago, so long after the first word that more come together:
 *
 *   asked  x              x x  x x
 *   run    ^                 ^     ^      the first found a pause behind it
 */
const paced = (ms: number): Defer => {
  let last = -Infinity
  return (run) => {
    const go = () => {
      last = performance.now()
      run()
    }
    if (performance.now() - last > pauseOfTurns * ms) setImmediate(go)
    else setTimeout(go, ms)
  }
}

/** Nobody spoke for so many turns: whoever speaks now waits for nobody. */
const pauseOfTurns = 4

const everyMs = (ms: number, run: () => void) => {
  const timer = setInterval(run, ms)
  timer.unref()
  return () => clearInterval(timer)
}

const pauseMs: Pause = (ms) => new Promise((resume) => setTimeout(resume, ms))
