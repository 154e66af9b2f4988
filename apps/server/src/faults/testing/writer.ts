import { once } from 'node:events'
import { readFrame, step1Frame, step2Frame, updateFrame } from '@sheber/sync/protocol'
import { Reader } from '@sheber/sync/reader'
import WebSocket from 'ws'
import * as Y from 'yjs'

export interface WriterOptions {
  readonly name: string
  /** Of the room's door: `ws://…/sync/<room>`. */
  readonly url: string
  readonly cookie: string
  readonly origin: string
  /** Called with every receipt. */
  readonly heard?: () => void
}

/**
 * A browser over a real socket that writes numbered marks and logs which of them were called saved. It never stores
 * anything and comes back only when told, so that what the server lost stays lost.
 */
export class Writer {
  readonly doc = new Y.Doc()
  readonly marks: string[] = []
  /** Of `marks`, how many the server has called saved. */
  saved = 0
  readonly closes: number[] = []
  synced = Promise.withResolvers<void>()
  readonly #options: WriterOptions
  /** How many marks the n-th counted frame of this connection carried. */
  #covers: number[] = []
  #greeted = false
  #ws: WebSocket | null = null
  #returns: NodeJS.Timeout | null = null

  constructor(options: WriterOptions) {
    this.#options = options
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#greeted) this.#send(updateFrame(update))
    })
  }

  get text(): string[] {
    return this.doc.getArray<string>('el').toArray()
  }
  get acknowledged(): string[] {
    return this.marks.slice(0, this.saved)
  }

  connect(): void {
    const { url, cookie, origin } = this.#options
    const ws = new WebSocket(url, { headers: { cookie, origin } })
    this.#ws = ws
    this.#covers = []
    this.#greeted = false
    this.synced = Promise.withResolvers()
    // Nobody need wait for it.
    this.synced.promise.catch(() => {})
    ws.on('open', () => ws.send(step1Frame(Y.encodeStateVector(this.doc))))
    ws.on('message', (bytes: Buffer) => this.#hear(new Uint8Array(bytes)))
    ws.on('error', () => {})
    ws.on('close', (code) => {
      this.closes.push(code)
      this.#greeted = false
      this.synced.reject(new Error(`closed with ${code}`))
    })
  }

  /** Comes back `afterMs` after each close, until it is cut. */
  persist(afterMs: number): void {
    this.connect()
    const again = () => {
      this.#ws?.once('close', () => {
        this.#returns = setTimeout(() => {
          this.connect()
          again()
        }, afterMs)
      })
    }
    again()
  }

  /** Resolves once the socket is closed on this side too: a receipt that had arrived has been heard. */
  async cut(): Promise<void> {
    const ws = this.#ws
    ws?.removeAllListeners('close')
    if (this.#returns) clearTimeout(this.#returns)
    this.#ws = null
    this.#greeted = false
    if (!ws || ws.readyState === ws.CLOSED) return
    const closed = once(ws, 'close')
    ws.terminate()
    await closed
  }

  /** The server is dead: waits until its last words have been read. */
  async ended(): Promise<void> {
    const ws = this.#ws
    if (ws && ws.readyState !== ws.CLOSED) await once(ws, 'close')
  }

  /** One edit; `ballast` bytes make it a large one. */
  write(ballast = 0): string {
    const mark = `${this.#options.name} ${this.marks.length}`
    this.marks.push(mark)
    this.doc.transact(() => {
      this.doc.getArray('el').push([mark])
      if (ballast > 0) this.doc.getMap('meta').set('ballast', crypto.getRandomValues(new Uint8Array(ballast)))
    })
    return mark
  }

  #send(frame: Uint8Array): void {
    const ws = this.#ws
    if (ws?.readyState !== WebSocket.OPEN) return
    this.#covers.push(this.marks.length)
    ws.send(frame)
  }

  #hear(bytes: Uint8Array): void {
    const reader = new Reader(bytes)
    const kind = reader.uint()
    if (kind === 4) {
      this.saved = Math.max(this.saved, this.#covers[reader.uint() - 1] ?? 0)
      this.#options.heard?.()
    }
    if (kind !== 0) return
    const frame = readFrame(bytes)
    if (frame.type === 'step1') {
      this.#send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.vector)))
      this.#greeted = true
    } else if (frame.type === 'step2' || frame.type === 'update') {
      Y.applyUpdate(this.doc, frame.update, this)
      if (frame.type === 'step2') this.synced.resolve()
    }
  }
}
