import type { Shelf } from './ledger.ts'
import type { Limits } from './limits.ts'
import type { Clock, Peer, Right } from './types.ts'

/** What a hub gives to each of its rooms. */
export interface Host extends Shelf {
  readonly id: string
  readonly limits: Limits
  readonly clock: Clock
  /** Root types that documents of this room may have; null: any. */
  roots(room: string): ReadonlySet<string> | null
  /** Have this room's `flush` called at the end of the turn. */
  soon(room: Flushed): void
  /** Have this room's `presenceDue` called with the next tick of the cursors. */
  show(room: Flushed): void
  fell(room: Flushed): void
  report(trouble: Trouble): void
}

export interface Trouble {
  readonly room: string
  readonly doing: string
  readonly why: unknown
}

/** What `reask` may answer: a right, none, or that the session has ended. */
export type Answer = Right | null | 'signed-out'

/** A room, as far as its hub's turn is concerned. */
export interface Flushed {
  readonly name: string
  flush(): void
  presenceDue(): void
}

/** For the debugger. */
export interface Shown {
  readonly name: string
  readonly position: number
  readonly bytes: number
  /** Somebody wrote or read lately, so the document is in memory; otherwise only its bytes are. */
  readonly live: boolean
  /** Given to the log and not yet durable. */
  readonly waitingBytes: number
  readonly peers: readonly Pick<Peer, 'id' | 'person' | 'may' | 'shown'>[]
}
