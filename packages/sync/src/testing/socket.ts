import type { Hub } from '../hub.ts'
import { lineageFrame } from '../protocol.ts'
import type { Room } from '../room.ts'
import type { Peer, Right } from '../types.ts'

/** A network between browsers' sockets and one hub: it can be down, or silent like a pulled cable. */
export interface Network {
  hub: Hub
  state: 'up' | 'down' | 'silent'
  may: Right
  lineage: string
  /** So many frames more reach the server, then the cable is silent. */
  letThrough: number
  /** How often somebody tried to connect. */
  tries: number
  /** What the last address said of the browser. */
  asked: URLSearchParams
  /** Sockets that stand or are about to. */
  readonly sockets: number
  /** The server says the same to everybody. */
  say(frame: Uint8Array): void
  readonly WebSocket: typeof WebSocket
  /** The cable is cut: every socket ends with 1006. */
  cut(): void
}

export const createNetwork = (hub: Hub): Network => {
  const open = new Set<Wired>()
  let sockets = 0

  class Wired {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'blob'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    #room: Room | null = null
    #peer: Peer | null = null

    constructor(url: string) {
      network.tries += 1
      network.asked = new URL(url).searchParams
      open.add(this)
      void this.#open(new URL(url))
    }

    async #open({ pathname, searchParams }: URL): Promise<void> {
      await null
      if (network.state === 'silent') return
      if (network.state === 'down') return this.end(1006)
      const room = await network.hub.open(decodeURIComponent(pathname.split('/').at(-1) ?? ''))
      if (this.readyState !== 0) return
      this.readyState = 1
      const lineage = searchParams.get('lineage')
      if (lineage !== null && lineage !== network.lineage) return this.end(4409)
      const id = `socket ${(sockets += 1)}`
      const peer: Peer = {
        id,
        person: 'aigerim',
        session: null,
        may: network.may,
        shown: { id: 'aigerim' },
        send: (frame) => queueMicrotask(() => this.hear(frame)),
        close: (code) => queueMicrotask(() => this.end(code)),
      }
      this.#peer = peer
      this.#room = room
      peer.send(lineageFrame(network.lineage))
      room.join(peer)
      this.onopen?.()
    }

    hear(frame: Uint8Array): void {
      if (this.readyState === 1 && network.state !== 'silent') this.onmessage?.({ data: frame.slice().buffer })
    }
    send(frame: Uint8Array): void {
      if (this.readyState !== 1 || network.state !== 'up' || network.letThrough <= 0) return
      network.letThrough -= 1
      if (this.#peer) this.#room?.receive(this.#peer, frame)
    }
    close(): void {
      this.end(1000)
    }
    end(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      open.delete(this)
      if (this.#peer) this.#room?.leave(this.#peer)
      this.onclose?.({ code, reason: '' })
    }
  }

  const network: Network = {
    hub,
    state: 'up',
    may: 'write',
    lineage: 'the first',
    letThrough: Infinity,
    tries: 0,
    asked: new URLSearchParams(),
    get sockets() {
      return open.size
    },
    say: (frame) => open.forEach((socket) => socket.hear(frame)),
    WebSocket: Wired as unknown as typeof WebSocket,
    cut: () => [...open].forEach((socket) => socket.end(1006)),
  }
  return network
}
