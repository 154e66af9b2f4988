import { Hub, type HubOptions } from '../hub.ts'
import type { Trouble } from '../room.ts'
import { memoryBus, memoryStorage } from '../memory.ts'
import type { Bus, Right, Storage } from '../types.ts'
import { TestClient } from './client.ts'

export interface WireOptions extends Partial<Pick<HubOptions, 'limits' | 'roots' | 'journal'>> {
  readonly hubs?: number
  readonly room?: string
  readonly storage?: Storage
  readonly bus?: Bus
}

/** Several servers over one log and one bell, and browsers on strings: nothing moves unless it is let. */
export const createWire = (options: WireOptions = {}) => new Wire(options)

export class Wire {
  readonly room: string
  readonly storage: Storage
  readonly bus: Bus
  readonly clients: TestClient[] = []
  readonly hubs: Hub[]
  readonly troubles: Trouble[] = []
  /** Milliseconds; moves only by hand. */
  now = 1_000_000
  readonly #options: WireOptions
  readonly #dead = new Set<object>()
  readonly #deaf = new Set<object>()
  #lives: object[] = []
  #deferred: { life: object; run: () => void }[] = []
  #holding: PromiseWithResolvers<void> | null = null
  #refusing = false
  commits = 0

  constructor(options: WireOptions) {
    this.#options = options
    this.room = options.room ?? 'room'
    this.storage = options.storage ?? memoryStorage()
    this.bus = options.bus ?? memoryBus()
    this.hubs = Array.from({ length: options.hubs ?? 1 }, (_, at) => this.#boot(at))
  }

  #boot(at: number): Hub {
    const life = {}
    this.#lives[at] = life
    const { limits, roots, journal } = this.#options
    return new Hub({
      storage: this.#storageOf(life),
      bus: this.#busOf(life),
      clock: { now: () => this.now },
      defer: (run) => this.#deferred.push({ life, run }),
      deferCursors: (run) => this.#deferred.push({ life, run }),
      every: () => () => {},
      pause: () => Promise.resolve(),
      report: (trouble) => this.troubles.push(trouble),
      ...(limits && { limits }),
      ...(roots && { roots }),
      ...(journal && { journal }),
    })
  }

  /** A process that is gone writes nothing more and is never answered. */
  #storageOf(life: object): Storage {
    const alive = async <T>(run: () => Promise<T>): Promise<T> => {
      const result = this.#dead.has(life) ? null : { value: await run() }
      return result && !this.#dead.has(life) ? result.value : new Promise<T>(() => {})
    }
    return {
      since: (room, position) => alive(() => this.storage.since(room, position)),
      append: (entries) =>
        alive(async () => {
          await this.#holding?.promise
          if (this.#refusing) throw new Error('the log refuses')
          if (this.#dead.has(life)) return []
          this.commits += 1
          return this.storage.append(entries)
        }),
      keepAside: (aside) => alive(() => this.storage.keepAside(aside)),
      compact: (room, upTo, whole) => alive(() => this.storage.compact(room, upTo, whole)),
    }
  }

  #busOf(life: object): Bus {
    const alive = (run: () => void) => {
      if (!this.#dead.has(life) && !this.#deaf.has(life)) run()
    }
    return {
      ring: (room, position) => alive(() => this.bus.ring(room, position)),
      whisper: (room, frame) => alive(() => this.bus.whisper(room, frame)),
      listen: (room, ears) =>
        this.bus.listen(room, {
          rang: (position) => alive(() => ears.rang(position)),
          whispered: (frame) => alive(() => ears.whispered(frame)),
          missed: () => alive(() => ears.missed()),
        }),
      close: async () => {},
    }
  }

  get hub(): Hub {
    return this.hubs[0] as Hub
  }

  /** A browser that has joined the first hub, or the one that is named. */
  client(name: string, { may = 'write', hub = 0 }: { may?: Right; hub?: number } = {}): TestClient {
    const client = new TestClient(name, this.room, may)
    this.clients.push(client)
    this.join(client, hub)
    return client
  }

  join(client: TestClient, hub = 0): void {
    client.join(this.hubs[hub] as Hub)
  }
  cut(client: TestClient): void {
    client.cut()
  }

  /** kill -9: the process and its memory are gone, another stands in its place. */
  crash(at = 0, clients: readonly TestClient[] = this.clients): void {
    const life = this.#lives[at]
    if (life) this.#dead.add(life)
    for (const client of clients) client.drop()
    this.hubs[at] = this.#boot(at)
  }

  /** Partition: this process neither rings nor hears the others, but reaches the log. */
  deafen(at: number): void {
    const life = this.#lives[at]
    if (life) this.#deaf.add(life)
  }
  mend(): void {
    this.#deaf.clear()
  }

  /** Commits neither succeed nor fail until released. */
  hold(): void {
    this.#holding ??= Promise.withResolvers<void>()
  }
  release(): void {
    this.#holding?.resolve()
    this.#holding = null
  }
  refuse(refusing = true): void {
    this.#refusing = refusing
  }

  /** Ends the event-loop turn of every server. */
  turn(): boolean {
    const runs = this.#deferred
    this.#deferred = []
    for (const { life, run } of runs) if (!this.#dead.has(life)) run()
    return runs.length > 0
  }

  /** Lets everything through until nothing moves any more. */
  async flush(): Promise<void> {
    for (let still = 0; still < 3;) {
      let moved = this.turn()
      for (const client of this.clients) while (client.carry('up') || client.carry('down')) moved = true
      await breath()
      still = moved ? 0 : still + 1
    }
  }
}

/** Lets promises that can be answered be answered. */
export const breath = () => new Promise<void>((resume) => setImmediate(resume))
