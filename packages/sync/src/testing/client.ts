import * as Y from 'yjs'
import { awarenessFrame, readStates, step1Frame, step2Frame, updateFrame } from '../protocol.ts'
import { Reader } from '../reader.ts'
import type { Room } from '../room.ts'
import type { Hub } from '../hub.ts'
import type { Peer, Right } from '../types.ts'

/** One connection as the wire carries it: frames wait in both directions until somebody lets them through. */
interface Line {
  readonly peer: Peer
  readonly room: Promise<Room>
  joined: Room | null
  readonly up: Uint8Array[]
  readonly down: Uint8Array[]
}

/** A browser of the tests: a real document that speaks the stock protocol by hand, and counts its receipts. */
export class TestClient {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly closes: { code: number; reason: string }[] = []
  /** What this client was shown of others: client id → awareness state. */
  readonly shown = new Map<number, Record<string, unknown>>()
  readonly heard: Uint8Array[] = []
  may: Right
  oldestMs: number | undefined
  right: Right | null = null
  saved = 0
  #line: Line | null = null
  #lines = 0
  #room: string
  /** Edits made when the n-th counted frame of this connection was sent. */
  #covers: number[] = []
  #clock = 0
  /** How many edits were made, and how many of them the server has called saved. */
  made = 0
  kept = 0
  onKept: () => void = () => {}

  constructor(name: string, room: string, may: Right = 'write') {
    this.name = name
    this.may = may
    this.#room = room
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.made += 1
      this.send(updateFrame(update))
    })
  }

  get connected(): boolean {
    return this.#line !== null
  }
  get text(): string {
    return this.doc.getText('text').toString()
  }
  type(words: string, at = this.doc.getText('text').length): void {
    this.doc.getText('text').insert(at, words)
  }

  join(hub: Hub): void {
    this.cut()
    this.#covers = []
    this.saved = 0
    this.#lines += 1
    const down: Uint8Array[] = []
    const peer: Peer = {
      id: `${this.name}#${this.#lines}`,
      person: this.name,
      session: `session of ${this.name}`,
      may: this.may,
      ...(this.oldestMs !== undefined && { oldestMs: this.oldestMs }),
      shown: { id: this.name, name: this.name },
      send: (frame) => void down.push(frame),
      close: (code, reason) => {
        this.closes.push({ code, reason })
        if (this.#line?.peer === peer) this.cut()
      },
    }
    const line: Line = { peer, room: hub.open(this.#room), joined: null, up: [], down }
    this.#line = line
    line.room.then(
      (room) => {
        if (this.#line === line && room.join(peer)) line.joined = room
      },
      () => peer.close(1013, 'cannot be opened'),
    )
    this.send(step1Frame(Y.encodeStateVector(this.doc)))
  }

  show(state: Record<string, unknown> | null, as = this.doc.clientID): void {
    this.#clock += 1
    this.send(awarenessFrame([{ client: as, clock: this.#clock, json: JSON.stringify(state) }]))
  }

  /** Sends any frame, honest or not. */
  send(frame: Uint8Array): void {
    if (!this.#line) return
    if (frame[0] === 0 && frame[1] !== 0) this.#covers.push(this.made)
    this.#line.up.push(frame)
  }

  /** All it has, once more: a browser that was asked twice. */
  repeat(): void {
    this.send(step2Frame(Y.encodeStateAsUpdate(this.doc)))
  }
  /** Words that were heard come once more, as from a transport that is not sure whether they had arrived. */
  hearAgain(frame: Uint8Array | undefined): void {
    if (frame?.[0] === 0 && frame[1] !== 0) this.#hear(frame)
  }

  /** What was on its way is lost, in both directions. */
  cut(): void {
    const line = this.#line
    this.#line = null
    this.shown.clear()
    line?.joined?.leave(line.peer)
  }

  /** The network is gone and the server has not noticed yet; returns how it notices. */
  abandon(): () => void {
    const line = this.#line
    this.#line = null
    return () => line?.joined?.leave(line.peer)
  }

  /** The server is gone: nobody says goodbye. */
  drop(): void {
    this.#line = null
  }

  get waiting(): boolean {
    return this.#line !== null && ((this.#line.joined !== null && this.#line.up.length > 0) || this.#line.down.length > 0)
  }

  /** Lets one frame through; false where none was waiting. */
  carry(direction: 'up' | 'down'): boolean {
    const line = this.#line
    if (!line || (direction === 'up' && !line.joined)) return false
    const frame = line[direction].shift()
    if (!frame) return false
    if (direction === 'up') line.joined?.receive(line.peer, frame)
    else this.#hear(frame)
    return true
  }

  #hear(frame: Uint8Array): void {
    this.heard.push(frame)
    const reader = new Reader(frame)
    const type = reader.uint()
    if (type === 0) this.#sync(reader.uint(), reader.bytes())
    else if (type === 1) this.#see(reader.bytes())
    else if (type === 4) {
      this.saved = reader.uint()
      this.kept = Math.max(this.kept, this.#covers[this.saved - 1] ?? 0)
      this.onKept()
    } else if (type === 5) this.right = (['read', 'write', 'aside'] as const)[reader.uint()] ?? null
  }

  #sync(kind: number, bytes: Uint8Array): void {
    if (kind === 0) this.send(step2Frame(Y.encodeStateAsUpdate(this.doc, bytes)))
    else Y.applyUpdate(this.doc, bytes, this)
  }

  #see(bytes: Uint8Array): void {
    for (const { client, json } of readStates(bytes)) {
      const state = JSON.parse(json) as Record<string, unknown> | null
      if (state === null) this.shown.delete(client)
      else this.shown.set(client, state)
    }
  }
}
