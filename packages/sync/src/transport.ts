import type { PollSocket } from './poll.ts'

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Roads {
  readonly WebSocket?: typeof WebSocket
  /** Fetched when it is needed: most networks never need it. */
  readonly loadPoll?: () => Promise<new (url: string) => PollSocket>
  /** Where a page remembers that its network lets no websocket through. */
  readonly memory?: Memory | null
}

/** Who has heard nothing by then is not waited for. */
const openMsMax = 6_000
/** Failures in a row before plain requests are tried. Where a websocket stood before, it was most likely a short break. */
const missesMax = 2
const missesAfterStandingMax = 4
const breakMsMax = 30_000
/** How often a page that polls looks for a websocket again. */
const lookMs = 300_000
const key = 'sheber:poll'

const sessionMemory = (): Memory | null => {
  try {
    return globalThis.sessionStorage ?? null
  } catch {
    return null
  }
}

/** What this page has learnt about its network. */
class Network {
  readonly #memory: Memory | null
  #misses = 0
  #since = 0
  #stood = false

  constructor(memory: Memory | null) {
    this.#memory = memory
  }

  get #polledAt(): number | null {
    try {
      return Number(this.#memory?.getItem(key)) || null
    } catch {
      return null
    }
  }

  get polls(): boolean {
    const at = this.#polledAt
    return at !== null && Date.now() - at < lookMs
  }

  /** A poll has opened where no websocket did. */
  polled(): void {
    try {
      this.#memory?.setItem(key, `${Date.now()}`)
    } catch {
      // A full or forbidden memory costs a second try after the next reload.
    }
  }

  /** The server was heard through a websocket. */
  stands(): void {
    this.#stood = true
    this.#misses = 0
    try {
      this.#memory?.removeItem(key)
    } catch {
      // As above.
    }
  }

  /** Whether it is time to try plain requests. */
  missed(late: boolean): boolean {
    if (this.#misses === 0) this.#since = Date.now()
    this.#misses += 1
    if (this.#stood) return this.#misses >= missesAfterStandingMax && Date.now() - this.#since > breakMsMax
    return late || this.#polledAt !== null || this.#misses >= missesMax
  }
}

const ownPoll = async () => (await import('./poll.ts')).PollSocket

interface Ended {
  readonly code: number
  readonly reason: string
}

/** A websocket where one stands, plain requests where none does: to whoever uses it, one and the same. */
export const fallingBack = ({ WebSocket: Real, loadPoll = ownPoll, memory = sessionMemory() }: Roads = {}): typeof WebSocket => {
  const network = new Network(memory)
  const realSocket = (url: string) => new (Real ?? WebSocket)(url)

  class Transport {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: Ended) => void) | null = null
    onerror: (() => void) | null = null
    readonly #url: string
    #inner: WebSocket | PollSocket | null = null
    #state: 0 | 1 | 2 | 3 = 0
    #timer: ReturnType<typeof setTimeout> | undefined
    #looking: ReturnType<typeof setInterval> | undefined

    constructor(url: string | URL) {
      this.#url = `${url}`
      if (network.polls) void this.#poll()
      else this.#try()
    }

    get readyState(): 0 | 1 | 2 | 3 {
      return this.#state
    }

    #try(): void {
      const inner = realSocket(this.#url)
      inner.binaryType = 'arraybuffer'
      this.#inner = inner
      let heard = false
      const missed = (late: boolean) => {
        const polls = this.#state < this.CLOSING && network.missed(late)
        this.#drop()
        // Who has been told that it stands must be told that it fell.
        if (polls && this.#state === this.CONNECTING) void this.#poll()
        else this.#end({ code: 1006, reason: '' })
      }
      this.#timer = setTimeout(() => missed(true), openMsMax)
      inner.onopen = () => this.#open()
      inner.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
        clearTimeout(this.#timer)
        if (!heard) network.stands()
        heard = true
        this.onmessage?.({ data })
      }
      // A close code is the server's own word, even if it is the only one.
      inner.onclose = ({ code, reason }) => (heard || code !== 1006 ? this.#end({ code, reason }) : missed(false))
    }

    async #poll(): Promise<void> {
      const Poll = await loadPoll().catch(() => null)
      if (this.#state !== this.CONNECTING) return
      if (!Poll) return this.#end({ code: 1006, reason: '' })
      const inner = new Poll(this.#url)
      this.#inner = inner
      inner.onopen = () => {
        network.polled()
        this.#looking = setInterval(() => this.#look(), lookMs)
        this.#open()
      }
      inner.onmessage = (event) => this.onmessage?.(event)
      inner.onclose = (ended) => this.#end(ended)
    }

    /** Asks the echo next to the rooms. If it answers, this connection makes room for a better one. */
    #look(): void {
      const { origin, pathname } = new URL(this.#url)
      const probe = realSocket(`${origin}${pathname.replace(/[^/]+$/, 'echo')}`)
      const late = setTimeout(() => probe.close(), openMsMax)
      probe.onopen = () => probe.send(Uint8Array.of(1))
      probe.onmessage = () => {
        probe.close()
        if (this.#state !== this.OPEN) return
        network.stands()
        const inner = this.#inner
        this.#end({ code: 1012, reason: 'a websocket stands' })
        inner?.close()
      }
      probe.onclose = () => {
        clearTimeout(late)
        if (this.#state === this.OPEN) network.polled()
      }
    }

    #open(): void {
      if (this.#state !== this.CONNECTING) return
      this.#state = this.OPEN
      this.onopen?.()
    }

    /** Lets go of a socket that will not be used. */
    #drop(): void {
      clearTimeout(this.#timer)
      const inner = this.#inner as WebSocket | null
      this.#inner = null
      if (!inner) return
      inner.onopen = inner.onmessage = inner.onclose = null
      inner.onerror = () => {}
      inner.close()
    }

    #end(ended: Ended): void {
      if (this.#state === this.CLOSED) return
      this.#state = this.CLOSED
      clearTimeout(this.#timer)
      clearInterval(this.#looking)
      if (ended.code === 1006) this.onerror?.()
      this.onclose?.(ended)
    }

    send(frame: Uint8Array<ArrayBuffer>): void {
      if (this.#state === this.OPEN) this.#inner?.send(frame)
    }

    close(): void {
      if (this.#state >= this.CLOSING) return
      this.#state = this.CLOSING
      clearTimeout(this.#timer)
      if (this.#inner) this.#inner.close()
      else this.#end({ code: 1006, reason: '' })
    }
  }
  return Transport as unknown as typeof WebSocket
}
