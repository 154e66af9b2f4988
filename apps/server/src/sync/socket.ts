import type { Duplex } from 'node:stream'
import { closes } from '@sheber/sync/limits'
import type { Right } from '@sheber/sync/types'
import type { WebSocket } from 'ws'
import { Allowance } from './bucket.ts'
import type { Caller, Seating } from './door.ts'
import type { SocketLimits } from './limits.ts'

/** A server's frames are not masked, so one piece of memory serves every receiver. */
const framed = new WeakMap<Uint8Array, Buffer>()

const asWebSocketFrame = (bytes: Uint8Array): Buffer => {
  const known = framed.get(bytes)
  if (known) return known
  const header = headerOf(bytes.length)
  const made = Buffer.concat([header, bytes])
  framed.set(bytes, made)
  return made
}

/** RFC 6455 §5.2: final, binary, unmasked. */
const headerOf = (length: number): Buffer => {
  if (length < 126) return Buffer.of(0x82, length)
  if (length < 65_536) return Buffer.of(0x82, 126, length >> 8, length & 255)
  const header = Buffer.alloc(10)
  header[0] = 0x82
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

const awarenessKind = 1

/** Up to here a copy costs less than a vector. */
const copiedBytesMax = 4_096

/** Who has something to write at the end of this event-loop turn. */
let writing: SocketPeer[] = []

const writeAll = () => {
  const peers = writing
  writing = []
  for (const peer of peers) peer.write()
}

/** One websocket as the engine sees it. */
export class SocketPeer implements Caller {
  readonly id: string
  readonly person: string | null
  readonly session: string | null
  readonly shown: Readonly<Record<string, string>>
  readonly oldestMs?: number
  may: Right
  askedAt: number
  readonly #ws: WebSocket
  readonly #socket: Duplex
  readonly #limits: SocketLimits
  readonly #allowance: Allowance
  /** Said in this turn; mostly it is one frame. */
  #first: Buffer | null = null
  #more: Buffer[] = []
  #unsentBytes = 0
  #alive = true

  constructor(ws: WebSocket, socket: Duplex, of: Seating, limits: SocketLimits, now: number) {
    this.id = of.id
    this.person = of.person
    this.session = of.session
    this.shown = of.shown
    if (of.oldestMs !== undefined) this.oldestMs = of.oldestMs
    this.may = of.may
    this.askedAt = now
    this.#ws = ws
    this.#socket = socket
    this.#limits = limits
    this.#allowance = new Allowance(limits, now)
    ws.on('pong', () => (this.#alive = true))
  }

  /** What is said in one turn is written at its end, at once: a write costs more than whatever it carries. */
  send(frame: Uint8Array): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return
    const waiting = this.#socket.writableLength + this.#unsentBytes
    if (waiting > this.#limits.waitingBytesMax) return this.close(closes.slow, 'too slow')
    if (waiting > this.#limits.waitingBytesForCursors && frame[0] === awarenessKind) return
    const framed = asWebSocketFrame(frame)
    this.#unsentBytes += framed.length
    if (this.#first) return void this.#more.push(framed)
    this.#first = framed
    if (writing.push(this) === 1) queueMicrotask(writeAll)
  }

  /** Past `ws`, whose sender would make a header for every receiver. Nothing is compressed, so nothing is overtaken. */
  write(): void {
    const first = this.#first
    if (!first) return
    const bytes = this.#unsentBytes
    this.#first = null
    this.#unsentBytes = 0
    if (this.#more.length === 0) return void this.#socket.write(first)
    if (bytes <= copiedBytesMax) {
      this.#socket.write(Buffer.concat([first, ...this.#more], bytes))
      this.#more = []
      return
    }
    // One call of the system, and no copy: a newcomer's document is as large as it is for all the others.
    this.#socket.cork()
    this.#socket.write(first)
    for (const framed of this.#more) this.#socket.write(framed)
    this.#socket.uncork()
    this.#more = []
  }

  close(code: number, reason: string): void {
    this.write()
    this.#ws.close(code, reason.slice(0, 100))
    // Who does not read will not read the farewell either.
    this.#alive = false
  }

  /** Whether what came in is still within what one connection may send. */
  affords(bytes: number, now: number): boolean {
    this.#alive = true
    return this.#allowance.affords(bytes, now)
  }

  /** Ends what gave no sign since the last beat. */
  beat(): void {
    if (!this.#alive) return this.#ws.terminate()
    this.#alive = false
    this.#ws.ping()
  }
}
