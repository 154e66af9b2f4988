import * as Y from 'yjs'
import type { Seat } from './seat.ts'
import type { Author, NewEntry, UpdateKind } from './types.ts'

/** Where an update came from. */
export interface Origin extends Author {
  readonly kind: UpdateKind
  /** The connection that wrote it and need not hear it. */
  readonly seat: Seat | null
}

/** One update of this turn; what came from the log has no origin and is never logged again (R3). */
export interface Fresh {
  readonly bytes: Uint8Array
  readonly origin: Origin | null
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

const sameHand = (a: Origin, b: Origin) => a.person === b.person && a.session === b.session && a.kind === b.kind

/** A run of one hand is one row of the log; two hands are never one, and the order stays. */
export const rowsOf = (room: string, fresh: readonly Fresh[], at: number): NewEntry[] => {
  const runs: { origin: Origin | null; updates: Fresh[] }[] = []
  for (const one of fresh) {
    const run = runs.at(-1)
    if (run?.origin && one.origin && sameHand(run.origin, one.origin)) run.updates.push(one)
    else runs.push({ origin: one.origin, updates: [one] })
  }
  return runs.flatMap(({ origin, updates }) =>
    origin ? [{ room, bytes: merged(updates), person: origin.person, session: origin.session, kind: origin.kind, at }] : [],
  )
}
