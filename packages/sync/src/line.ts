import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { transact, type Doc } from 'yjs'
import { inParts } from './parts.ts'
import type { Receipts } from './receipts.ts'
import { Retry } from './retry.ts'

/** What the server lets a connection do. Aside: the room is frozen, and what is written is kept apart from it. */
export type Role = 'read' | 'write' | 'aside'

export interface LineOptions {
  readonly url: string
  readonly room: string
  readonly doc: Doc
  readonly receipts: Receipts
  readonly WebSocketPolyfill: typeof WebSocket
  readonly random: () => number
  /** When frames that came close together are read: together, that is, once what keeps the page busy is over. At once if nothing is said. */
  readonly soon?: ((read: () => void) => void) | undefined
  /** What the address says of us. */
  readonly params: () => Record<string, string>
  readonly lineage: (lineage: string) => void
  readonly opened: () => void
  readonly saved: () => void
  /** Closed with a code after which it is no use to try again. */
  readonly ended: () => void
  readonly changed: () => void
}

// The numbers of limits.ts, written out so that the server's limits do not travel to the browser.
const hopeless = new Set([4401, 4403, 4404, 4409, 4410])
const refused = new Set([1009, 4400])
const roles: readonly Role[] = ['read', 'write', 'aside']
const silenceMsMax = 20_000
const connectingMsMax = 15_000
const refusedMs = 10_000

/** The one way from this browser to the server: y-websocket's handshake, our own frames, and the will to try again. */
export class Line {
  readonly awareness: Awareness
  readonly #options: LineOptions
  readonly #provider: WebsocketProvider
  readonly #retry: Retry
  #up = false
  role: Role | null = null
  closedFor: number | null = null
  /** The server did not take our words. */
  refused = false
  /** The server has given its document. */
  synced = false
  /** Step 2 has been sent on this connection: from now on updates mean something to the server. */
  #greeted = false
  #connectingSince = 0

  constructor(options: LineOptions) {
    this.#options = options
    const { url, room, doc, WebSocketPolyfill, random } = options
    this.#provider = new WebsocketProvider(url, encodeURIComponent(room), doc, {
      connect: false,
      // Its shortcut between tabs would pass by the server's receipts; ours is tabs.ts.
      disableBc: true,
      WebSocketPolyfill: through(WebSocketPolyfill, this.#outgoing),
      // When to try again is decided here, with jitter.
      shouldReconnect: () => false,
    })
    this.awareness = this.#provider.awareness
    this.#retry = new Retry({ connect: this.#connect, random })
    // The provider keeps the handshake; updates and awareness go our way.
    doc.off('update', this.#provider._updateHandler)
    this.awareness.off('update', this.#provider._awarenessUpdateHandler)
    this.#listen()
  }

  #listen(): void {
    const { receipts, changed, lineage, saved } = this.#options
    const provider = this.#provider
    provider.messageHandlers[4] = (_encoder, decoder) => {
      receipts.saved(decoding.readVarUint(decoder))
      this.refused = false
      saved()
      changed()
    }
    provider.messageHandlers[5] = (_encoder, decoder) => {
      this.role = roles[decoding.readVarUint(decoder)] ?? 'read'
      changed()
    }
    provider.messageHandlers[6] = (_encoder, decoder) => lineage(decoding.readVarString(decoder))
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#opened()
      changed()
    })
    provider.on('sync', (synced: boolean) => {
      if (!synced) return
      this.synced = true
      this.#retry.succeeded()
      changed()
    })
    provider.on('closed', ({ code }) => this.#closed(code))
  }

  get connected(): boolean {
    return this.#provider.wsconnected
  }
  /** Failed tries since the last success. */
  get tries(): number {
    return this.#retry.tries
  }
  brought(origin: unknown): boolean {
    return origin === this.#provider
  }

  /** From now on there shall be a connection. */
  open(): void {
    this.#up = true
    this.#connect()
  }

  /** Somebody else connects now. */
  drop(): void {
    this.#up = false
    this.#retry.succeeded()
    this.#provider.disconnect()
    this.#greeted = false
    this.role = null
  }

  #connect = (): void => {
    if (!this.#up || this.closedFor !== null || this.#provider.ws !== null) return
    this.#connectingSince = Date.now()
    this.#provider.params = this.#options.params()
    this.#provider.connect()
    if (this.#options.soon) gather(this.#provider, this.#options.soon)
  }

  #opened(): void {
    this.#options.receipts.opened()
    this.#greeted = false
    this.role = null
    this.#options.opened()
  }

  #closed(code: number): void {
    this.#greeted = false
    if (hopeless.has(code)) {
      this.closedFor = code
      this.#retry.stop()
      this.#options.ended()
    } else {
      this.refused ||= refused.has(code)
      this.#retry.later(this.refused ? refusedMs : 0)
    }
    this.#options.changed()
  }

  /** What goes out instead of a frame: step 2 carries all that was written without a network, and may be long. */
  #outgoing = (frame: Uint8Array): readonly Uint8Array[] => {
    if (frame[0] !== 0 || frame[1] !== 1) return [frame]
    const { receipts } = this.#options
    const decoder = decoding.createDecoder(frame.subarray(2))
    const parts = this.#parts(decoding.readVarUint8Array(decoder))
    parts.slice(1).forEach(() => receipts.greeting())
    this.#greeted = true
    receipts.greeted()
    return parts.map((part) => frameOf([0, 1], part))
  }

  /** What is laid beside a frozen room is weighed as a whole. */
  #parts(update: Uint8Array): readonly Uint8Array[] {
    return this.role === 'aside' ? [update] : inParts(update)
  }

  /** Whether the server wants updates by now. */
  get #wants(): boolean {
    return this.connected && this.#greeted
  }
  /** Sends an update that carries the changes of `tab` up to `made`. */
  send(update: Uint8Array, tab: number, made: number): void {
    if (!this.#wants) return
    const { receipts } = this.#options
    const parts = this.#parts(update)
    parts.slice(1).forEach(() => receipts.sent(tab, 0))
    receipts.sent(tab, made)
    for (const part of parts) this.#provider.ws?.send(frameOf([0, 2], part))
  }
  /** Changes of a tab that turned out to be nothing new: all they say has been sent before. */
  pass(tab: number, made: number): void {
    if (this.#wants) this.#options.receipts.passed(tab, made)
  }

  show(clients: number[]): void {
    const { ws } = this.#provider
    if (ws && this.connected && ws.readyState === ws.OPEN) ws.send(frameOf([1], encodeAwarenessUpdate(this.awareness, clients)))
  }

  /** Silence is not a connection: a cable that was pulled says nothing. */
  look(): void {
    const provider = this.#provider
    const now = Date.now()
    const silent = provider.wsconnected && now - provider.wsLastMessageReceived > silenceMsMax
    const stuck = provider.wsconnecting && now - this.#connectingSince > connectingMsMax
    if (silent || stuck) {
      provider.disconnect()
      this.#closed(0)
    } else this.#retry.look()
  }

  /** The network, or the person, is back. */
  wake(): void {
    this.look()
    if (this.#retry.tries > 0) this.#retry.now()
  }

  destroy(): void {
    this.#up = false
    this.#retry.stop()
    this.#provider.destroy()
  }
}

const frameOf = (kind: readonly number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  for (const one of kind) encoding.writeVarUint(encoder, one)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

const isUpdate = ({ data }: MessageEvent<ArrayBuffer>): boolean => {
  const [type, step] = new Uint8Array(data, 0, Math.min(2, data.byteLength))
  return type === 0 && step === 2
}

/**
 * Frames of the socket of the moment are read when it is `soon`, in their order; updates that stand next to one another
 * are one transaction: where a class of thirty is at work, a transaction for each would be what a weak machine does most.
 */
const gather = (provider: WebsocketProvider, soon: (read: () => void) => void): void => {
  const socket = provider.ws
  const hear = socket?.onmessage as ((event: MessageEvent<ArrayBuffer>) => void) | null | undefined
  const ended = socket?.onclose
  if (!socket || !hear) return
  let waiting: MessageEvent<ArrayBuffer>[] = []
  const read = () => {
    const events = waiting
    waiting = []
    for (let at = 0; at < events.length;) {
      let end = at
      for (let one = events[end]; one && isUpdate(one); one = events[end]) end += 1
      const next = Math.max(end, at + 1)
      const some = events.slice(at, next)
      try {
        if (some.length === 1) some.forEach(hear)
        else transact(provider.doc, () => some.forEach(hear), provider, false)
      } catch (why) {
        // Nobody knows what is missing now: the next connection asks for all of it.
        socket.close()
        throw why
      }
      at = next
    }
  }
  socket.onmessage = (event: MessageEvent<ArrayBuffer>) => {
    if (waiting.push(event) === 1) soon(read)
  }
  // What came before the end counts before it.
  socket.onclose = (event) => {
    read()
    ended?.call(socket, event)
  }
}

/** A socket that asks what to send for each frame. */
const through = (Socket: typeof WebSocket, outgoing: (frame: Uint8Array) => readonly Uint8Array[]): typeof WebSocket =>
  class extends Socket {
    override send(frame: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      if (frame instanceof Uint8Array) for (const one of outgoing(frame)) super.send(one as Uint8Array<ArrayBuffer>)
      else super.send(frame as string)
    }
  }
