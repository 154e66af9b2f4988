import type { Limits } from './limits.ts'
import { Presence, type Speaker } from './presence.ts'
import { awarenessFrame, type State } from './protocol.ts'
import type { Seat } from './seat.ts'
import type { Bus, Clock } from './types.ts'
import { readWhisper, whisperOf, type Whisper } from './whisper.ts'

interface Surroundings {
  /** The hub this room belongs to. */
  readonly id: string
  readonly bus: Bus
  readonly clock: Clock
  readonly limits: Limits
}

/** Who is in a room, here and in other processes, and how everybody comes to see it. */
export class Company {
  readonly #room: string
  readonly #around: Surroundings
  readonly #presence: Presence
  #toldAt = 0

  constructor(room: string, around: Surroundings) {
    this.#room = room
    this.#around = around
    this.#presence = new Presence(around.limits)
  }

  get hasChanged(): boolean {
    return this.#presence.hasChanged
  }
  speaker(client: number): string | undefined {
    return this.#presence.speaker(client)
  }
  /** The client ids that the speaker may now speak for. */
  heard(speaker: Speaker, states: readonly State[]): number[] {
    return this.#presence.heard(speaker, states, this.#around.clock.now())
  }
  left(peer: string): void {
    this.#presence.left(peer)
    this.#toldAt = 0
  }
  everybody(): Uint8Array | null {
    return this.#presence.everybody()
  }
  forgetSilent(): void {
    this.#presence.forgetSilent(this.#around.clock.now())
  }

  /** Says who is here and asks who is elsewhere. */
  ask(): void {
    this.#whisper('ask', this.#presence.own())
  }

  /** True when somebody's state changed by it. */
  overhear(bytes: Uint8Array): boolean {
    const whisper = readWhisper(bytes)
    if (!whisper || whisper.from === this.#around.id) return false
    if (whisper.kind === 'ask') this.#whisper('all', this.#presence.own())
    return this.#presence.heardFromAfar(whisper, this.#around.clock.now())
  }

  /**
   * Tells everybody what changed, in one frame; whoever alone changed need not hear it. Where many are together each
   * hand is shown less often: what is sent grows with the square of their number.
   */
  tell(seats: Iterable<Seat>): 'nothing' | 'later' | 'told' {
    if (!this.#presence.hasChanged) return 'nothing'
    const { crowd, crowdCursorMs } = this.#around.limits
    const now = this.#around.clock.now()
    if (this.#presence.size > crowd && Math.abs(now - this.#toldAt) < crowdCursorMs) return 'later'
    this.#toldAt = now
    const changed = this.#presence.takeChanged()
    const frame = awarenessFrame(changed)
    const speakers = new Set(changed.map(({ client }) => this.speaker(client)))
    const [only] = speakers.size === 1 ? speakers : []
    for (const seat of seats) if (seat.greeted && seat.peer.id !== only) seat.send(frame)
    const own = changed.filter(({ client, json }) => json === 'null' || this.speaker(client) !== undefined)
    if (own.length > 0) this.#whisper('states', own)
    return 'told'
  }

  #whisper(kind: Whisper['kind'], states: readonly State[]): void {
    this.#around.bus.whisper(this.#room, whisperOf(this.#around.id, kind, states))
  }
}
