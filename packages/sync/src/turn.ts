import * as Y from 'yjs'
import type { Seat } from './seat.ts'
import type { Author, NewEntry, UpdateKind } from './types.ts'

/** Where an update came from. */
export interface Origin extends Author {
  readonly kind: UpdateKind
  /** The connection that wrote it and need not hear it. */
  readonly seat: Seat | null
  /** When it was done, where that was before it came; in ms since 1970. */
  readonly doneAt: number | null
  /** Client ids that the log learns with it. */
  readonly clients: readonly number[]
}

/** One update of this turn; what came from the log has no origin and is never logged again (R3). */
export interface Fresh {
  readonly bytes: Uint8Array
  readonly origin: Origin | null
}

export interface Turn {
  readonly fresh: readonly Fresh[]
  /** All of it as one update, where Yjs has told it so. */
  readonly told: Uint8Array | null
}

export const merged = (fresh: readonly Fresh[]): Uint8Array => {
  const [first] = fresh
  return first && fresh.length === 1 ? first.bytes : Y.mergeUpdates(fresh.map(({ bytes }) => bytes))
}

/** The one connection that wrote all of it, if there is one. */
export const onlyAuthor = (fresh: readonly Fresh[]): Seat | null => {
  const seat = fresh[0]?.origin?.seat ?? null
  return fresh.every(({ origin }) => (origin?.seat ?? null) === seat) ? seat : null
}

const sameHand = (a: Origin, b: Origin) => a.person === b.person && a.session === b.session && a.kind === b.kind && a.doneAt === b.doneAt

/** A run of one hand is one row of the log; two hands are never one, and the order stays. */
export const rowsOf = (room: string, fresh: readonly Fresh[], at: number): NewEntry[] => {
  const runs: { origin: Origin | null; updates: Fresh[] }[] = []
  for (const one of fresh) {
    const run = runs.at(-1)
    if (run?.origin && one.origin && sameHand(run.origin, one.origin)) run.updates.push(one)
    else runs.push({ origin: one.origin, updates: [one] })
  }
  return runs.flatMap(({ origin, updates }) => {
    if (!origin) return []
    const { person, session, kind, doneAt } = origin
    const clients = updates.flatMap((one) => one.origin?.clients ?? [])
    return [{ room, bytes: merged(updates), person, session, kind, at, doneAt, clients }]
  })
}
