import { closes } from './limits.ts'
import { rightFrame, savedFrame } from './protocol.ts'
import type { Peer, Right } from './types.ts'

/** One connection in a room, and how far its words have got. */
export class Seat {
  readonly peer: Peer
  /** Step 2 and update frames since the connection began, taken or not: the browser counts them alike. */
  received = 0
  /** A frame was not taken. No receipt passes it until a step 2 brings what it held. */
  held = false
  /** Step 1 was sent and not answered yet. */
  asked = false
  /** How often something it brought to a frozen room was tried on a copy. */
  triedAside = 0
  /** Sent away for what it said: nothing else that it said is read any more. */
  expelled = false
  /** Has been given the document, so that updates mean something to it. */
  greeted = false
  #told = 0
  #heard = false

  constructor(peer: Peer) {
    this.peer = peer
  }

  /** Whose hand the log names. */
  get who(): string {
    return this.peer.person ?? this.peer.session ?? this.peer.id
  }

  send(frame: Uint8Array): void {
    this.#heard = true
    this.peer.send(frame)
  }

  receipt(count: number): void {
    if (count <= this.#told) return
    this.#told = count
    this.send(savedFrame(count))
  }

  give(right: Right): void {
    this.peer.may = right
    this.send(rightFrame(right))
  }

  /** Whether nothing was sent since the last time this was asked. */
  wasQuiet(): boolean {
    const quiet = !this.#heard
    this.#heard = false
    return quiet
  }

  close(code: number = closes.tryLater, reason = 'try again later'): void {
    this.peer.close(code, reason)
  }
}
