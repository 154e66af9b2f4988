import * as decoding from 'lib0/decoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import type { LocalStore } from './local.ts'
import { fromDevice, Outbox } from './outbox.ts'
import { Receipts } from './receipts.ts'
import { Retry } from './retry.ts'

export type { Awareness }

/**
 * saved    the server has all of it
 * saving   on its way
 * waiting  kept on this device; `waiting` changes wait for the network
 * failed   nobody keeps it: refused, no right, another copy of the document, or the device is full
 */
export type Status = 'saved' | 'saving' | 'waiting' | 'failed'

export interface RoomOptions {
  /** Origin of the server with the path of the door: `wss://school.kz/sync`. */
  readonly url: string
  readonly room: string
  readonly doc: Y.Doc
  readonly store?: LocalStore
  readonly WebSocketPolyfill?: typeof WebSocket
  /** For tests: a number from 0 to 1. */
  readonly random?: () => number
}

/** The browser's end of a room. */
export interface Connection {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly status: Status
  /** Changes that the server has not called saved. */
  readonly waiting: number
  readonly connected: boolean
  /** The document is here: from the server, or from this device. */
  readonly ready: boolean
  /** What the server lets this connection do; null until it has said so. */
  readonly role: 'read' | 'write' | null
  /** The close code after which it is no use to try again; null while it is tried. */
  readonly closedFor: number | null
  /** Called after anything above has changed; returns how to stop. */
  watch(changed: () => void): () => void
  /** Resolves once everything said until now is saved on the server; rejects when that cannot be any more. */
  settled(): Promise<void>
  destroy(): void
}

// The numbers of limits.ts, written out so that the server's limits do not travel to the browser.
const hopeless = new Set([4401, 4403, 4404, 4409])
const refused = new Set([1009, 4400])
const silenceMsMax = 20_000
const connectingMsMax = 15_000
const lookMs = 2_000
const refusedMs = 10_000
const triesBeforeAlarm = 2

interface Hearing {
  addEventListener?(name: string, heard: () => void): void
  removeEventListener?(name: string, heard: () => void): void
}
/** A page, or a process that has none. */
const page = globalThis as Hearing & { readonly document?: Hearing }

export const connectRoom = (options: RoomOptions): Connection => new RoomConnection(options)

class RoomConnection implements Connection {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly #provider: WebsocketProvider
  readonly #receipts = new Receipts()
  readonly #outbox: Outbox
  readonly #retry: Retry
  readonly #stored: boolean
  readonly #watchers = new Set<() => void>()
  readonly #looking: ReturnType<typeof setInterval>
  #role: 'read' | 'write' | null = null
  #closedFor: number | null = null
  #refused = false
  #ready = false
  /** Step 2 has been sent on this connection: from now on updates mean something to the server. */
  #greeted = false
  #connectingSince = 0
  #destroyed = false

  constructor({ url, room, doc, store, WebSocketPolyfill = WebSocket, random = Math.random }: RoomOptions) {
    this.doc = doc
    this.#stored = store !== undefined
    this.#outbox = new Outbox({ room, doc, receipts: this.#receipts, store: store ?? null, send: this.#send, changed: this.#changed })
    this.#provider = new WebsocketProvider(url, encodeURIComponent(room), doc, {
      connect: false,
      // A shortcut between tabs would pass by the server's receipts.
      disableBc: true,
      WebSocketPolyfill: counting(WebSocketPolyfill, this.#greeting),
      // When to try again is decided here, with jitter.
      shouldReconnect: () => false,
    })
    this.awareness = this.#provider.awareness
    this.#retry = new Retry({ connect: this.#connect, random })
    this.#take()
    this.#looking = setInterval(this.#look, lookMs)
    page.addEventListener?.('online', this.#wake)
    page.document?.addEventListener?.('visibilitychange', this.#wake)
    void this.#start()
  }

  /** The provider keeps the handshake; updates, awareness and our own frames go our way. */
  #take(): void {
    const provider = this.#provider
    this.doc.off('update', provider._updateHandler)
    provider._updateHandler = (update: Uint8Array, origin: unknown) => {
      if (origin !== fromDevice) this.#outbox.take(update, origin !== provider)
      if (origin !== provider) this.#changed()
    }
    this.doc.on('update', provider._updateHandler)

    this.awareness.off('update', provider._awarenessUpdateHandler)
    // What others show is not ours to repeat.
    provider._awarenessUpdateHandler = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
      const own = this.doc.clientID
      if (added.includes(own) || updated.includes(own) || removed.includes(own)) this.#show()
    }
    this.awareness.on('update', provider._awarenessUpdateHandler)

    provider.messageHandlers[4] = (_encoder, decoder) => {
      this.#receipts.saved(decoding.readVarUint(decoder))
      this.#refused = false
      if (this.#receipts.waiting === 0) this.#outbox.note()
      this.#changed()
    }
    provider.messageHandlers[5] = (_encoder, decoder) => {
      this.#role = decoding.readVarUint(decoder) === 1 ? 'write' : 'read'
      this.#changed()
    }
    provider.messageHandlers[6] = (_encoder, decoder) => {
      this.#outbox.lineage = decoding.readVarString(decoder)
    }
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#opened()
      this.#changed()
    })
    provider.on('sync', (synced: boolean) => {
      if (!synced) return
      this.#ready = true
      this.#retry.succeeded()
      this.#changed()
    })
    provider.on('closed', ({ code }) => this.#closed(code))
  }

  async #start(): Promise<void> {
    await this.#outbox.load()
    if (this.#destroyed) return
    this.#ready ||= this.#stored && this.doc.store.clients.size > 0
    this.#changed()
    this.#connect()
  }

  #connect = (): void => {
    if (this.#destroyed || this.#closedFor !== null || this.#provider.ws !== null) return
    this.#connectingSince = Date.now()
    const { lineage } = this.#outbox
    this.#provider.params = lineage === null ? {} : { lineage }
    this.#provider.connect()
  }

  #opened(): void {
    this.#receipts.opened()
    this.#greeted = false
    this.#role = null
    // A higher clock: others have seen us leave with this one.
    const state = this.awareness.getLocalState()
    if (state !== null) this.awareness.setLocalState(state)
  }

  #closed(code: number): void {
    this.#greeted = false
    if (hopeless.has(code)) {
      this.#closedFor = code
      this.#retry.stop()
    } else {
      this.#refused ||= refused.has(code)
      this.#retry.later(this.#refused ? refusedMs : 0)
    }
    this.#changed()
  }

  /** Called by the socket for each frame that goes out. */
  #greeting = (frame: Uint8Array): void => {
    if (frame[0] !== 0 || frame[1] !== 1) return
    this.#greeted = true
    this.#receipts.sent()
  }

  #send = (update: Uint8Array, covers: number): void => {
    const { ws, wsconnected } = this.#provider
    if (!ws || !wsconnected || !this.#greeted || this.#receipts.carried(covers)) return
    this.#receipts.sent(covers)
    ws.send(frameOf([0, 2], update))
  }

  #show(): void {
    const { ws, wsconnected } = this.#provider
    if (ws && wsconnected && ws.readyState === ws.OPEN) ws.send(frameOf([1], encodeAwarenessUpdate(this.awareness, [this.doc.clientID])))
  }

  /** Silence is not a connection: a cable that was pulled says nothing. */
  #look = (): void => {
    const provider = this.#provider
    const now = Date.now()
    const silent = provider.wsconnected && now - provider.wsLastMessageReceived > silenceMsMax
    const stuck = provider.wsconnecting && now - this.#connectingSince > connectingMsMax
    if (!silent && !stuck) return
    provider.disconnect()
    this.#closed(0)
  }

  #wake = (): void => {
    this.#look()
    if (this.#retry.tries > 0) this.#retry.now()
  }

  #changed = (): void => {
    for (const changed of [...this.#watchers]) changed()
  }

  get waiting(): number {
    return this.#receipts.waiting
  }
  get connected(): boolean {
    return this.#provider.wsconnected
  }
  get ready(): boolean {
    return this.#ready
  }
  get role(): 'read' | 'write' | null {
    return this.#role
  }
  get closedFor(): number | null {
    return this.#closedFor
  }

  get status(): Status {
    if (this.waiting === 0) return 'saved'
    if (this.#closedFor !== null || this.#refused || this.#role === 'read') return 'failed'
    if (this.connected || !this.#outbox.idle) return 'saving'
    if (this.#stored) return this.#outbox.problem === null ? 'waiting' : 'failed'
    // Only this tab has it. A short break is no reason for an alarm.
    return this.#retry.tries > triesBeforeAlarm ? 'failed' : 'saving'
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  settled(): Promise<void> {
    return new Promise((done, failed) => {
      const made = this.#receipts.made
      const look = () => {
        if (this.#receipts.keeps(made)) done()
        else if (this.#closedFor !== null || this.#destroyed || this.#role === 'read')
          failed(new Error(`not saved: ${this.#closedFor ?? 'closed'}`))
        else return
        stop()
      }
      const stop = this.watch(look)
      look()
    })
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    clearInterval(this.#looking)
    this.#retry.stop()
    page.removeEventListener?.('online', this.#wake)
    page.document?.removeEventListener?.('visibilitychange', this.#wake)
    this.#provider.destroy()
    void this.#outbox.close()
    this.#changed()
    this.#watchers.clear()
  }
}

const frameOf = (kind: readonly number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  for (const one of kind) encoding.writeVarUint(encoder, one)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** A socket that shows each frame before it sends it. */
const counting = (Socket: typeof WebSocket, show: (frame: Uint8Array) => void): typeof WebSocket =>
  class extends Socket {
    override send(frame: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      if (frame instanceof Uint8Array) show(frame)
      super.send(frame as Uint8Array<ArrayBuffer>)
    }
  }
