import { packFrames, unpackFrames } from './batch.ts'

/** Frames of one body going up. The server takes four times as much; a weak link is better served in pieces. */
const batchBytesMax = 262_144
/** Where only a cursor waits, a later one may take its place. */
const cursorMs = 100
const againMs = 1_000
/** Failed requests in a row after which the connection is given up. */
const failuresMax = 3
/** The last words of a connection are not waited for longer. */
const farewellMsMax = 5_000
const awarenessKind = 1
/** An awareness frame about nobody: whoever waits to hear something has. */
const beat = [1, 1, 0]
const octets = 'application/octet-stream'

/** A page, or a process that has none. */
const page = globalThis as Partial<Record<'addEventListener' | 'removeEventListener', (name: string, heard: () => void) => void>>

interface End {
  readonly code: number
  readonly reason: string
}

/** Tells our own answer from a page that somebody on the way has put in its place. */
const endIn = async (answer: Response): Promise<End> => {
  const said = (await answer.json().catch(() => null)) as Partial<End> | null
  const isOurs = answer.status === 410 && Number.isInteger(said?.code)
  return isOurs ? { code: Number(said?.code), reason: said?.reason ?? '' } : { code: answer.status === 413 ? 1009 : 1006, reason: '' }
}

const isKind = (answer: Response, type: string) => answer.ok && (answer.headers.get('content-type') ?? '').startsWith(type)

/**
 * The shape of a browser's WebSocket over plain requests, for networks that let none through: one request waits for what
 * comes down, at most one brings what goes up. Both are numbered, so that an answer that got lost is simply asked for again.
 */
export class PollSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readyState: 0 | 1 | 2 | 3 = 0
  binaryType = 'arraybuffer'
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: End) => void) | null = null
  onerror: (() => void) | null = null
  #address: string
  readonly #ending = new AbortController()
  #up: Uint8Array[] = []
  #batch = 0
  #sending: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(url: string) {
    const { origin, pathname, search } = new URL(url.replace(/^ws/, 'http'))
    this.#address = `${origin}${pathname}/poll`
    void this.#open(search)
  }

  async #open(search: string): Promise<void> {
    const answer = await this.#ask(this.#address + search, { method: 'POST' })
    const { id } = answer && isKind(answer, 'application/json') ? ((await answer.json().catch(() => ({}))) as { id?: string }) : {}
    if (this.readyState !== this.CONNECTING) return id ? this.#leave(id) : undefined
    if (!id) return this.#end(answer ? await endIn(answer) : { code: 1006, reason: '' })
    this.#address += `/${id}`
    this.readyState = this.OPEN
    page.addEventListener?.('pagehide', this.#hide)
    this.onopen?.()
    void this.#listen()
  }

  /** Null: no answer. */
  #ask(address: string, asked: RequestInit): Promise<Response | null> {
    return this.fetch(address, { ...asked, signal: this.#ending.signal, cache: 'no-store', redirect: 'error' }).catch(() => null)
  }

  /** For tests, which have no browser to bring the cookie along. */
  protected fetch(address: string, asked: RequestInit): Promise<Response> {
    return fetch(address, asked)
  }

  async #listen(): Promise<void> {
    let came = 0
    let failures = 0
    while (this.readyState === this.OPEN) {
      const answer = await this.#ask(`${this.#address}?after=${came}`, {})
      const frames = answer && (await framesIn(answer))
      if (this.readyState !== this.OPEN) return
      if (frames) {
        failures = 0
        came += frames.length
        for (const frame of frames.length > 0 ? frames : [Uint8Array.from(beat)]) this.onmessage?.({ data: frame.slice().buffer })
      } else if (answer?.status === 410 || (failures += 1) > failuresMax) {
        return this.#end(answer ? await endIn(answer) : { code: 1006, reason: '' })
      } else await new Promise((resume) => setTimeout(resume, againMs))
    }
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return
    const isCursor = frame[0] === awarenessKind
    // Where somebody was does not matter any more once it is known where they are.
    if (isCursor) this.#up = this.#up.filter((waiting) => waiting[0] !== awarenessKind)
    // A copy: whoever made it may use its memory again.
    this.#up.push(frame.slice())
    if (this.#sending || (isCursor && this.#timer !== undefined)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#flush, isCursor ? cursorMs : 0)
  }

  #flush = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sending ??= this.#bring().finally(() => (this.#sending = null))
  }

  async #bring(): Promise<void> {
    while (this.#up.length > 0 && this.readyState !== this.CLOSED) {
      const frames = this.#piece()
      this.#batch += 1
      const body = packFrames(frames)
      for (let failures = 0; ; failures += 1) {
        const answer = await this.#ask(`${this.#address}?n=${this.#batch}`, { method: 'POST', body, headers: { 'content-type': octets } })
        if (answer?.status === 204) break
        const isOver = answer !== null && [409, 410, 413].includes(answer.status)
        if (isOver || failures >= failuresMax) return this.#end(answer ? await endIn(answer) : { code: 1006, reason: '' })
        await new Promise((resume) => setTimeout(resume, againMs))
      }
    }
  }

  /** As much as fits into one body, and at least one frame. */
  #piece(): Uint8Array[] {
    let bytes = 0
    const fits = this.#up.findIndex((frame, n) => (bytes += frame.length) > batchBytesMax && n > 0)
    return this.#up.splice(0, fits < 0 ? this.#up.length : fits)
  }

  /** What was said before is still brought; nothing is heard any more. */
  close(): void {
    if (this.readyState >= this.CLOSING) return
    const wasOpen = this.readyState === this.OPEN
    this.readyState = this.CLOSING
    if (!wasOpen) return this.#end({ code: 1006, reason: '' })
    this.#flush()
    const leave = () => this.#end({ code: 1000, reason: '' })
    void this.#sending?.then(leave)
    this.#timer = setTimeout(leave, farewellMsMax)
  }

  #hide = (): void => {
    if (this.readyState === this.OPEN) this.#end({ code: 1001, reason: '' })
  }

  #leave(id?: string): void {
    const address = id ? `${this.#address}/${id}` : this.#address
    void this.fetch(address, { method: 'DELETE', keepalive: true }).catch(() => {})
  }

  #end(end: End): void {
    if (this.readyState === this.CLOSED) return
    const hadPlace = this.readyState !== this.CONNECTING
    this.readyState = this.CLOSED
    clearTimeout(this.#timer)
    page.removeEventListener?.('pagehide', this.#hide)
    this.#ending.abort()
    if (hadPlace && end.code <= 1006) this.#leave()
    if (end.code === 1006) this.onerror?.()
    this.onclose?.(end)
  }
}

/** Null where the answer is not ours, or is the end. */
const framesIn = async (answer: Response): Promise<Uint8Array<ArrayBuffer>[] | null> => {
  if (answer.status === 204) return []
  if (!isKind(answer, octets)) return null
  const body = await answer.arrayBuffer().catch(() => null)
  return body && unpackFrames(new Uint8Array(body))
}
