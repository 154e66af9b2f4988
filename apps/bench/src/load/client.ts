import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Dialect } from './dialect.ts'
import { letterUpdate } from './letter.ts'
import { cursorMessage, readMessage, syncMessage } from './message.ts'

/** A place in a room of a target. */
export interface Seat {
  readonly room: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** What a client tells as it happens; times are of `performance.now()`. */
export interface Ears {
  update?(client: Client, update: Uint8Array, at: number): void
  cursors?(client: Client, states: Uint8Array, at: number): void
  /** Sheber only: the first `clock` letters of this client are in the log. */
  saved?(client: Client, clock: number, at: number): void
}

/** Bytes with the websocket's own header; what a client sends is masked. */
const wireBytes = (length: number, isMasked: boolean): number => length + (length < 126 ? 2 : length < 65_536 ? 4 : 10) + (isMasked ? 4 : 0)

const emptyUpdate = Uint8Array.of(0, 0)
const emptyVector = Uint8Array.of(0)

/** The protocol and nothing else: no document, so that one core carries thousands. */
export class Client {
  readonly id: number
  readonly seat: Seat
  readonly #dialect: Dialect
  readonly #ears: Ears
  readonly #prefix: Uint8Array
  #ws: WebSocket | null = null
  #clock = 0
  #cursorClock = 0
  /** Clocks that each step 2 and update frame of this connection covers: receipts count frames. */
  #covers: number[] = []
  /** What this browser remembers of the document. */
  held: Uint8Array | null = null
  savedClock = 0
  /** Of everything but cursors, both ways. */
  editBytes = 0
  closedWith: string | null = null
  onClose: () => void = () => {}

  constructor(seat: Seat, dialect: Dialect, ears: Ears = {}, id = 1 + Math.floor(Math.random() * 0xffff_fffe)) {
    this.id = id
    this.seat = seat
    this.#dialect = dialect
    this.#ears = ears
    this.#prefix = dialect.prefix(seat.room)
  }

  get clock(): number {
    return this.#clock
  }

  get isOpen(): boolean {
    return this.#ws?.readyState === WebSocket.OPEN
  }

  get waitingBytes(): number {
    return this.#ws?.bufferedAmount ?? 0
  }

  /** Resolves when the server has said that this client is synced; where servers say nothing, when the connection stands. */
  connect(): Promise<void> {
    return new Promise((synced, refused) => {
      const ws = new WebSocket(this.seat.url, { headers: this.seat.headers, perMessageDeflate: false })
      this.#ws = ws
      this.#covers = []
      ws.on('open', () => {
        // Small frames at once, as browsers do.
        for (const frame of this.#dialect.greet(this.seat.room)) ws.send(frame)
        if (!this.#dialect.answers) return synced()
        this.#send(syncMessage(this.#prefix, 'step1', this.held ? Y.encodeStateVectorFromUpdate(this.held) : emptyVector))
      })
      ws.on('message', (bytes: Buffer) => {
        try {
          if (this.#take(bytes, performance.now())) synced()
        } catch (why) {
          // What a server sends may be broken too: that is its figure, not the end of the bench.
          refused(why)
          ws.terminate()
        }
      })
      ws.on('error', () => {})
      ws.on('close', (code, reason) => {
        if (this.#ws !== ws) return
        this.closedWith = `${code} ${reason.toString()}`
        refused(new Error(`${this.seat.url} closed the connection: ${this.closedWith}`))
        this.onClose()
      })
    })
  }

  /** True for the answer to step 1. */
  #take(bytes: Buffer, at: number): boolean {
    const message = readMessage(bytes, this.#dialect)
    if (message.kind !== 'awareness') this.editBytes += wireBytes(bytes.length, false)
    if (message.kind === 'awareness') this.#ears.cursors?.(this, message.states, at)
    else if (message.kind === 'update' || message.kind === 'step2') this.#ears.update?.(this, message.update, at)
    else if (message.kind === 'saved') this.#saved(message.count, at)
    else if (message.kind === 'step1' && this.#dialect.answers) this.#answer(message.vector)
    return message.kind === 'step2'
  }

  #answer(vector: Uint8Array): void {
    this.#covers.push(this.#covers.at(-1) ?? 0)
    this.#send(syncMessage(this.#prefix, 'step2', this.held ? Y.diffUpdate(this.held, vector) : emptyUpdate))
  }

  #saved(count: number, at: number): void {
    const clock = this.#covers[count - 1] ?? 0
    if (clock <= this.savedClock) return
    this.savedClock = clock
    this.#ears.saved?.(this, clock, at)
  }

  #send(frame: Uint8Array): void {
    this.editBytes += wireBytes(frame.length, true)
    this.#ws?.send(frame)
  }

  /** An update of this client, after which it has written `clock` letters. */
  write(update: Uint8Array, clock: number): void {
    this.#clock = clock
    this.#covers.push(clock)
    this.#send(syncMessage(this.#prefix, 'update', update))
  }

  /** One letter; returns its clock. */
  type(): number {
    const clock = this.#clock
    this.write(letterUpdate(this.id, clock), clock + 1)
    return clock
  }

  /** One move of the pointer, with as much around it as boards send; returns its clock. */
  point(): number {
    const clock = (this.#cursorClock += 1)
    const json = `{"user":{"id":"${this.id}","name":"Aidana"},"cursor":{"x":${(clock * 7) % 1_900},"y":${(clock * 5) % 1_000}}}`
    this.#ws?.send(cursorMessage(this.#prefix, this.id, clock, json))
    return clock
  }

  /** Without a farewell: the next connection is made by whoever wants one. */
  close(): void {
    const ws = this.#ws
    this.#ws = null
    ws?.terminate()
  }
}
