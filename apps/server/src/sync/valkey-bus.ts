import { encodeBusMessage, readBusMessage } from '@sheber/sync/bus-message'
import type { Bus, Ears } from '@sheber/sync/types'
import type { Log } from '../log.ts'
import { Valkey } from './valkey.ts'

export interface BusLimits {
  /** Given to Valkey and not yet taken: above it whispers are dropped and rings wait. */
  readonly waitingBytesMax: number
  /** Rooms whose ring waits for Valkey's return; those beyond are found by the slow look. */
  readonly waitingRingsMax: number
  /** A larger message is passed over unread. */
  readonly messageBytesMax: number
}

export const busLimits: BusLimits = {
  waitingBytesMax: 4_194_304,
  waitingRingsMax: 10_000,
  messageBytesMax: 8_388_608,
}

type Options = Partial<BusLimits> & Partial<Omit<ConstructorParameters<typeof Valkey>[1], 'log' | 'ready'>>

/** The bell between processes: one message per room and event-loop turn. Without Valkey it is silent, and says so when it is not any more. */
export const valkeyBus = (url: string, log: Log, options: Options = {}): Bus => new ValkeyBus(url, log, options)

class ValkeyBus implements Bus {
  /** Valkey brings everybody everything, also their own. */
  readonly #id = crypto.randomUUID()
  readonly #valkey: Valkey
  readonly #limits: BusLimits
  /** Room → the highest position that was rung and not yet given to Valkey. */
  #rings = new Map<string, number>()
  #whispers = new Map<string, Uint8Array[]>()
  #whisperBytes = 0
  #waitingBytes = 0
  #isDue = false
  #isClosed = false

  constructor(url: string, log: Log, options: Options) {
    this.#limits = { ...busLimits, ...options }
    this.#valkey = new Valkey(url, { ...options, log, ready: () => this.#soon() })
  }

  ring(room: string, position: number): void {
    if (this.#isClosed) return
    this.#keep(room, position)
    this.#soon()
  }

  #keep(room: string, position: number): void {
    const known = this.#rings.get(room)
    if (known === undefined && this.#rings.size >= this.#limits.waitingRingsMax) return
    this.#rings.set(room, Math.max(known ?? 0, position))
  }

  whisper(room: string, frame: Uint8Array): void {
    if (!this.#valkey.isReady || this.#waitingBytes + this.#whisperBytes + frame.length > this.#limits.waitingBytesMax) return
    const known = this.#whispers.get(room)
    if (known) known.push(frame)
    else this.#whispers.set(room, [frame])
    this.#whisperBytes += frame.length
    this.#soon()
  }

  listen(room: string, ears: Ears): () => void {
    if (this.#isClosed) return () => {}
    return this.#valkey.subscribe(room, { heard: (bytes) => this.#hear(bytes, ears), entered: () => ears.missed() })
  }

  #hear(bytes: Uint8Array, ears: Ears): void {
    if (bytes.length > this.#limits.messageBytesMax) return
    const message = readBusMessage(bytes)
    if (!message || message.from === this.#id) return
    if (message.position !== null) ears.rang(message.position)
    for (const whisper of message.whispers) ears.whispered(whisper)
  }

  #soon(): void {
    if (this.#isDue || this.#isClosed) return
    this.#isDue = true
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#isDue = false
    const whispers = this.#whispers
    this.#whispers = new Map()
    this.#whisperBytes = 0
    if (!this.#valkey.isReady) return
    // Rooms that only whisper come last, and only while there is place: `whisper` has seen to that.
    for (const [room, position] of this.#rings) {
      if (this.#waitingBytes > this.#limits.waitingBytesMax) break
      this.#rings.delete(room)
      this.#send(room, position, whispers.get(room) ?? [])
      whispers.delete(room)
    }
    for (const [room, frames] of whispers) this.#send(room, null, frames)
  }

  #send(room: string, position: number | null, whispers: readonly Uint8Array[]): void {
    const bytes = encodeBusMessage({ from: this.#id, position, whispers })
    this.#waitingBytes += bytes.length
    this.#valkey.publish(room, bytes).then(
      () => {
        this.#waitingBytes -= bytes.length
        if (this.#rings.size > 0) this.#soon()
      },
      () => {
        this.#waitingBytes -= bytes.length
        if (position !== null) this.#keep(room, position)
      },
    )
  }

  async close(): Promise<void> {
    this.#flush()
    this.#isClosed = true
    this.#rings.clear()
    this.#valkey.close()
  }
}
