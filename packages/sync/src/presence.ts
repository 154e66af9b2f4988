import { elapsed } from './clock.ts'
import { depthOf } from './inspect.ts'
import type { Limits } from './limits.ts'
import { awarenessFrame, statesMax, type State } from './protocol.ts'
import type { Whisper } from './whisper.ts'

interface Shown extends State {
  /** The connection that speaks for this client id; null where it is another process's. */
  readonly peer: string | null
  readonly who: string | null
  /** The process that said it; null: this one. */
  readonly from: string | null
  /** When it was last heard. */
  readonly at: number
}

/** Who speaks, as the engine knows it. */
export interface Speaker {
  readonly id: string
  /** The same person may go on with a client id where an older connection has not been missed yet. */
  readonly who: string
  readonly shown: Readonly<Record<string, string>>
}

/**
 * Cursors and names of one room, rebuilt by the server: a connection speaks only for client ids that it
 * introduced first, and what it says of its `user` is overwritten. Clocks stay the clients' own, so that a
 * client which hears its own state finds nothing new in it.
 */
export class Presence {
  readonly #limits: Limits
  readonly #states = new Map<number, Shown>()
  /** Peer → the client ids it speaks for. */
  readonly #voices = new Map<string, Set<number>>()
  /** Client ids that went since the last telling, with the clock they went at. */
  readonly #gone = new Map<number, number>()
  #changed = new Set<number>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#states.size
  }

  /** Whether a connection of this room speaks for the client id; undefined where nobody does. */
  speaker(client: number): string | undefined {
    return this.#states.get(client)?.peer ?? undefined
  }

  /** Stock clients repeat what they heard of others: what is not theirs to say is passed over, not punished. */
  heard(speaker: Speaker, states: readonly State[], now: number): number[] {
    return states.filter((state) => this.#take(speaker, state, now)).map((state) => state.client)
  }

  #take(speaker: Speaker, { client, clock, json }: State, now: number): boolean {
    const known = this.#states.get(client)
    if (known && known.peer !== null && known.peer !== speaker.id && known.who !== speaker.who) return false
    const voices = this.#voices.get(speaker.id) ?? new Set<number>()
    if (json === 'null') {
      if (!voices.has(client)) return false
      this.#drop(client, Math.max(clock, known?.clock ?? 0))
      return true
    }
    if (known && clock < known.clock) return false
    if (!voices.has(client) && voices.size >= this.#limits.clientsPerPeerMax) return false
    const stamped = this.#stamp(json, speaker.shown)
    if (stamped === null) return false
    if (known && known.peer !== null && known.peer !== speaker.id) this.#voices.get(known.peer)?.delete(client)
    this.#voices.set(speaker.id, voices.add(client))
    this.#states.set(client, { client, clock, json: stamped, peer: speaker.id, who: speaker.who, from: null, at: now })
    this.#gone.delete(client)
    this.#changed.add(client)
    return true
  }

  #stamp(json: string, shown: Speaker['shown']): string | null {
    const said = this.#read(json)
    if (said === null) return null
    said['user'] = shown
    const stamped = JSON.stringify(said)
    return Buffer.byteLength(stamped) > this.#limits.awarenessBytesMax ? null : stamped
  }

  #read(json: string): Record<string, unknown> | null {
    if (json.length > this.#limits.awarenessBytesMax || depthOf(json) > this.#limits.awarenessDepthMax) return null
    const said = parsed(json)
    return typeof said !== 'object' || Array.isArray(said) ? null : (said as Record<string, unknown> | null)
  }

  /** Everybody else sees at once that the connection has gone. */
  left(peer: string): void {
    for (const client of this.#voices.get(peer) ?? []) this.#drop(client, this.#states.get(client)?.clock ?? 0)
    this.#voices.delete(peer)
  }

  /** What another process says of its own peers: already rebuilt there, and still read, for a bus may be shared. True if anything changed. */
  heardFromAfar({ from, kind, states }: Whisper, now: number): boolean {
    if (kind !== 'states') this.#keepOnly(from, new Set(states.map(({ client }) => client)))
    for (const state of states) {
      const known = this.#states.get(state.client)
      if (known && (known.peer !== null || known.clock > state.clock)) continue
      if (state.json === 'null') {
        // Who went on through another process has not gone.
        if (known?.from === from) this.#drop(state.client, state.clock)
      } else if (this.#read(state.json) && (known || this.#states.size < statesMax)) {
        this.#states.set(state.client, { ...state, peer: null, who: null, from, at: now })
        if (known?.json !== state.json || known.clock !== state.clock) this.#changed.add(state.client)
      }
    }
    return this.#changed.size > 0
  }

  #keepOnly(from: string, clients: ReadonlySet<number>): void {
    for (const known of this.#states.values()) if (known.from === from && !clients.has(known.client)) this.#drop(known.client, known.clock)
  }

  /** Another process that died says goodbye to nobody. */
  forgetSilent(now: number): void {
    for (const { client, clock, peer, at } of this.#states.values())
      if (peer === null && elapsed(at, now) > this.#limits.presenceMsMax) this.#drop(client, clock)
  }

  #drop(client: number, clock: number): void {
    if (!this.#states.delete(client)) return
    for (const voices of this.#voices.values()) voices.delete(client)
    this.#gone.set(client, clock)
    this.#changed.add(client)
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0
  }

  /** What changed since the last time, as it is to be told. */
  takeChanged(): State[] {
    const changed = [...this.#changed].map(
      (client): State => this.#states.get(client) ?? { client, clock: this.#gone.get(client) ?? 0, json: 'null' },
    )
    this.#changed = new Set()
    this.#gone.clear()
    return changed
  }

  /** For a newcomer; null where nobody shows anything. */
  everybody(): Uint8Array | null {
    return this.#states.size === 0 ? null : awarenessFrame([...this.#states.values()])
  }

  /** The states of this process's own peers. */
  own(): State[] {
    return [...this.#states.values()].filter((state) => state.peer !== null)
  }
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
