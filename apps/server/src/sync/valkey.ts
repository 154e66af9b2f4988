import { Redis, type RedisOptions } from 'ioredis'
import type { Log } from '../log.ts'

export interface Hearing {
  heard(message: Uint8Array): void
  /** From now on everything is heard and can be said, for the first time or again after a break. */
  entered(): void
}

interface Times {
  /** How often each connection is asked whether it lives. A machine that was unplugged does not say goodbye. */
  readonly beatMs: number
  /** An answer that takes longer is none. */
  readonly silenceMsMax: number
  /** Between two tries, the pause growing from the first to the second, less up to a half by chance. */
  readonly retryMsMin: number
  readonly retryMsMax: number
}

// Together less than the 5 s in which processes have to be one again: a last try that hangs, a pause, a first look.
const times: Times = { beatMs: 2_000, silenceMsMax: 2_000, retryMsMin: 100, retryMsMax: 2_000 }

const channelsAtOnceMax = 1_000

/**
 * Publish and subscribe on a Valkey or Redis that may be away at any time: nothing waits for it and nothing is thrown
 * because of it. Two connections, because one that is subscribed may be busy hearing.
 */
export class Valkey {
  readonly #log: Log
  readonly #publisher: Redis
  readonly #subscriber: Redis
  /** Of all our channels: numbered databases share them. */
  readonly #prefix: string
  readonly #channels = new Map<string, Set<Hearing>>()
  readonly #beat: NodeJS.Timeout
  readonly #ready: () => void
  #mayPublish = false
  #hears = false
  #isAway = false
  #closed = false
  #trouble: unknown = null

  /** `ready` is called whenever publishing has become possible (again). */
  constructor(url: string, { log, ready, ...given }: { log: Log; ready: () => void } & Partial<Times>) {
    const { beatMs, silenceMsMax, retryMsMin, retryMsMax } = { ...times, ...given }
    this.#log = log
    this.#ready = ready
    const options = {
      // Whatever cannot be said now is said later by whoever knows whether it still matters.
      enableOfflineQueue: false,
      autoResubscribe: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      connectTimeout: silenceMsMax,
      socketTimeout: silenceMsMax,
      retryStrategy: (tries: number) => Math.min(retryMsMax, retryMsMin * 2 ** Math.min(tries, 10)) * (1 - Math.random() / 2),
    } satisfies RedisOptions
    const address = url.replace(/^valkey/, 'redis')
    this.#publisher = new Redis(address, options)
    this.#subscriber = new Redis(address, options)
    this.#prefix = `sheber:${this.#publisher.options.db ?? 0}:`
    for (const connection of [this.#publisher, this.#subscriber]) {
      connection.on('error', (error: unknown) => (this.#trouble = error))
      connection.on('close', () => this.#lost(connection))
    }
    this.#publisher.on('ready', () => void this.#greet())
    this.#subscriber.on('ready', () => void this.#enter([...this.#channels.keys()], true))
    this.#subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) => this.#hear(channel.toString(), message))
    this.#beat = setInterval(() => this.#ask(), beatMs)
    this.#beat.unref()
  }

  get isReady(): boolean {
    return this.#mayPublish
  }

  /** Rejects where that is not possible now; where it resolves, whoever is subscribed has it on its way. */
  async publish(channel: string, message: Uint8Array): Promise<void> {
    try {
      await this.#publisher.publish(this.#prefix + channel, Buffer.from(message.buffer, message.byteOffset, message.byteLength))
    } catch (error) {
      this.#refused(this.#publisher, error)
      throw error
    }
  }

  subscribe(channel: string, hearing: Hearing): () => void {
    const name = this.#prefix + channel
    const known = this.#channels.get(name)
    this.#channels.set(name, (known ?? new Set()).add(hearing))
    if (!known && this.#subscriber.status === 'ready') void this.#enter([name], false)
    return () => this.#unsubscribe(name, hearing)
  }

  #unsubscribe(name: string, hearing: Hearing): void {
    const hearings = this.#channels.get(name)
    if (!hearings?.delete(hearing) || hearings.size > 0) return
    this.#channels.delete(name)
    if (this.#subscriber.status === 'ready') this.#subscriber.unsubscribe(name).catch(() => {})
  }

  /** What was published before still leaves. */
  close(): void {
    this.#closed = true
    this.#mayPublish = false
    clearInterval(this.#beat)
    this.#channels.clear()
    this.#publisher.disconnect()
    this.#subscriber.disconnect()
  }

  /** A server that takes connections may still refuse to publish. */
  async #greet(): Promise<void> {
    const isAllowed = await this.publish('hello', Uint8Array.of()).then(
      () => this.#publisher.status === 'ready',
      () => false,
    )
    if (!isAllowed || this.#closed) return
    this.#mayPublish = true
    this.#found()
    this.#ready()
    if (this.#hears) this.#entered(this.#channels.keys())
  }

  async #enter(names: readonly string[], isAll: boolean): Promise<void> {
    const parts = Array.from({ length: Math.ceil(names.length / channelsAtOnceMax) }, (_, at) =>
      names.slice(at * channelsAtOnceMax, (at + 1) * channelsAtOnceMax),
    )
    try {
      // All at once: whoever leaves a channel meanwhile has to come after.
      await Promise.all(parts.map((part) => this.#subscriber.subscribe(...part)))
    } catch (error) {
      return this.#refused(this.#subscriber, error)
    }
    if (this.#closed) return
    if (isAll) {
      this.#hears = true
      this.#found()
    }
    if (this.#mayPublish) this.#entered(names)
  }

  #entered(names: Iterable<string>): void {
    for (const name of names) this.#tell(name, (hearing) => hearing.entered())
  }

  #hear(name: string, message: Buffer): void {
    this.#tell(name, (hearing) => hearing.heard(message))
  }

  #tell(name: string, tell: (hearing: Hearing) => void): void {
    for (const hearing of this.#channels.get(name) ?? []) {
      try {
        tell(hearing)
      } catch (error) {
        this.#log.error({ err: error }, 'a message through Valkey was not heard')
      }
    }
  }

  /** No break, but a no: perhaps a new connection may. */
  #refused(connection: Redis, error: unknown): void {
    if (connection.status !== 'ready' || this.#closed) return
    this.#trouble = error
    connection.disconnect(true)
  }

  #lost(connection: Redis): void {
    if (connection === this.#publisher) this.#mayPublish = false
    else this.#hears = false
    // Said when it begins and when it is over, not at every try.
    if (this.#closed || this.#isAway) return
    this.#isAway = true
    this.#log.warn(
      { ...(this.#trouble !== null && { err: this.#trouble }) },
      'Valkey is away: boards go on, what other processes do is seen more slowly',
    )
  }

  #found(): void {
    if (!this.#isAway || !this.#mayPublish || !this.#hears) return
    this.#isAway = false
    this.#trouble = null
    this.#log.warn('Valkey is back')
  }

  #ask(): void {
    for (const connection of [this.#publisher, this.#subscriber])
      // Without an answer in time the connection ends, and is told of by `close`.
      if (connection.status === 'ready') connection.ping().catch(() => {})
  }
}
