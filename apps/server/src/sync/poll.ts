import { randomBytes } from 'node:crypto'
import { closes } from '@sheber/sync/limits'
import type { Room } from '@sheber/sync/room'
import type { Right } from '@sheber/sync/types'
import { Allowance } from './bucket.ts'
import type { Caller, Door, No, Seating, Yes } from './door.ts'
import type { SocketLimits } from './limits.ts'

const awarenessKind = 1
/** The engine's beat: who polls is answered often enough without it. */
const isBeat = (frame: Uint8Array) => frame[0] === awarenessKind && frame.length === 3

/** Frames for the browser, nothing yet, or the end. */
export type Down = readonly Uint8Array[] | No
export const gone: No = { code: closes.tryLater, reason: 'gone' }

/** A connection that asks again and again, as the engine sees it. What was answered is kept until the next question says that it came. */
export class PollPeer implements Caller {
  readonly id: string
  readonly person: string | null
  readonly session: string | null
  readonly shown: Readonly<Record<string, string>>
  readonly oldestMs?: number
  may: Right
  askedAt: number
  heardAt: number
  /** Called once, when it is over for the room; the browser may still have to be told. */
  onEnd: () => void = () => {}
  readonly #limits: SocketLimits
  readonly #allowance: Allowance
  /** Not known to have come: the first is number `#came + 1`. */
  #frames: Uint8Array[] = []
  #bytes = 0
  #came = 0
  #batch = 0
  #ended: No | null = null
  #asking: { answer(down: Down): void; due: 'later' | 'soon' | null } | null = null

  constructor(of: Seating, limits: SocketLimits, now: number) {
    this.id = of.id
    this.person = of.person
    this.session = of.session
    this.shown = of.shown
    if (of.oldestMs !== undefined) this.oldestMs = of.oldestMs
    this.may = of.may
    this.askedAt = now
    this.heardAt = now
    this.#limits = limits
    this.#allowance = new Allowance(limits, now)
  }

  get asking(): boolean {
    return this.#asking !== null
  }

  send(frame: Uint8Array): void {
    if (this.#ended || isBeat(frame)) return
    const isCursor = frame[0] === awarenessKind
    if (this.#bytes > this.#limits.waitingBytesMax) return this.close(closes.slow, 'too slow')
    if (isCursor && this.#bytes > this.#limits.waitingBytesForCursors) return
    this.#frames.push(frame)
    this.#bytes += frame.length
    this.#answerSoon(isCursor)
  }

  /** At the end of the turn, with all that was said in it. */
  #answerSoon(isCursor: boolean): void {
    const asking = this.#asking
    if (!asking || asking.due === 'soon' || (isCursor && asking.due)) return
    const answer = () => asking.answer(this.#frames.slice())
    asking.due = isCursor ? 'later' : 'soon'
    if (isCursor) setTimeout(answer, this.#limits.pollCursorsMs)
    else setImmediate(answer)
  }

  close(code: number, reason: string): void {
    if (this.#ended) return
    this.#ended = { code, reason: reason.slice(0, 100) }
    // Who does not read will not read the rest either.
    if (code === closes.slow) this.#forget(this.#frames.length)
    this.#asking?.answer(this.#frames.length > 0 ? this.#frames.slice() : this.#ended)
    this.onEnd()
  }

  #forget(count: number): void {
    for (const frame of this.#frames.splice(0, count)) this.#bytes -= frame.length
    this.#came += count
  }

  /** Everything after number `after`, as soon as there is something; `after` says what has come. A later question ends an earlier one. */
  ask(after: number, left: AbortSignal): Promise<Down> | Down {
    const came = after - this.#came
    if (!(came >= 0 && came <= this.#frames.length)) return gone
    this.#forget(came)
    this.#asking?.answer([])
    if (this.#frames.length > 0) return this.#frames.slice()
    if (this.#ended) return this.#ended
    return new Promise((resolve) => {
      const answer = (down: Down) => {
        if (this.#asking !== asking) return
        this.#asking = null
        clearTimeout(late)
        resolve(down)
      }
      const asking = { answer, due: null }
      const late = setTimeout(() => answer([]), this.#limits.pollWaitMs)
      left.addEventListener('abort', () => answer([]))
      this.#asking = asking
    })
  }

  /** A batch is taken once, in its turn: null. Otherwise what is to be said instead. */
  take(batch: number, frames: readonly Uint8Array[], room: Room, now: number): No | 'out of turn' | null {
    if (this.#ended) return this.#ended
    if (batch <= this.#batch) return null
    if (batch !== this.#batch + 1) return 'out of turn'
    this.#batch = batch
    for (const frame of frames) {
      if (this.#ended) break
      if (!this.#allowance.affords(frame.length, now))
        this.close(closes.tryLater, `more than framesPerSecond ${this.#limits.framesPerSecond}`)
      else room.receive(this, frame)
    }
    return this.#ended
  }
}

export interface Connection {
  readonly id: string
  readonly peer: PollPeer
  readonly room: Room
  readonly free: () => void
}

/** All connections of this process that poll. Another process does not know them: there the browser opens anew. */
export class Polls {
  readonly #door: Door
  readonly #now: () => number
  readonly #open = new Map<string, Connection>()

  /** @param now Milliseconds that only go forward. */
  constructor(door: Door, now: () => number = () => performance.now()) {
    this.#door = door
    this.#now = now
  }

  get count(): number {
    return this.#open.size
  }

  /** Returns the secret that names it. */
  open(decision: Yes): string {
    const { room, of, free } = decision
    const peer = new PollPeer(of, this.#door.limits, this.#now())
    const id = randomBytes(24).toString('base64url')
    this.#open.set(id, { id, peer, room, free })
    // Later: the room may be in the middle of telling everybody.
    peer.onEnd = () => queueMicrotask(() => room.leave(peer))
    this.#door.seat(peer, decision)
    return id
  }

  /** The connection of this name, if this sign-in has opened it: then it lives. */
  find(id: string, room: string, session: string | null): Connection | No {
    const found = this.#open.get(id)
    if (found?.room.name !== room) return gone
    if (found.peer.session !== session) return { code: closes.signedOut, reason: 'another sign-in' }
    found.peer.heardAt = this.#now()
    return found
  }

  take(found: Connection, batch: number, frames: readonly Uint8Array[]): No | 'out of turn' | null {
    const said = found.peer.take(batch, frames, found.room, this.#now())
    if (said && said !== 'out of turn') this.leave(found)
    return said
  }

  async ask(found: Connection, after: number, left: AbortSignal): Promise<Down> {
    const down = await found.peer.ask(after, left)
    found.peer.heardAt = this.#now()
    // It has heard the end, or is about to; if not, the next question is answered with "gone", which is also an end.
    if ('code' in down) this.leave(found)
    return down
  }

  leave(found: Connection): void {
    if (!this.#open.delete(found.id)) return
    found.peer.close(1000, 'left')
    found.free()
  }

  /** Who has not asked for long is gone; the others are asked about again. */
  sweep(): void {
    const now = this.#now()
    const silent = [...this.#open.values()].filter(({ peer }) => !peer.asking && now - peer.heardAt > this.#door.limits.pollSilenceMsMax)
    for (const one of silent) this.leave(one)
    this.#door.askAgain(
      [...this.#open.values()].map(({ peer }) => peer),
      now,
    )
  }
}
