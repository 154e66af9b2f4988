import type { Place } from '@sheber/document/board'
import type { Handle, Point } from './geometry.ts'
import type { Scene } from './scene.ts'

/**
 * What people show one another while they work: never stored, may be lost.
 * `user` is written over by the server, so a name here is the name of whoever is signed in.
 */
export interface Shown {
  readonly user: { readonly id: string; readonly name: string }
  readonly cursor: readonly [x: number, y: number] | null
  readonly sel: readonly string[]
  /** A drag under way: what is selected is off its place by (dx, dy), or stands at `g`. */
  readonly drag: { readonly dx: number; readonly dy: number } | { readonly g: Place } | null
  readonly edit: string | null
}

export interface Peer extends Shown {
  readonly client: number
}

/** More would cost every other person more bytes than it is worth: they see the rest when the hand lets go. */
export const selectionShownMax = 40

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e7

const readPlace = (value: unknown): Place | null => {
  if (!Array.isArray(value) || value.length !== 4) return null
  const [x, y, w, h] = value as unknown[]
  return isNumber(x) && isNumber(y) && isNumber(w) && isNumber(h) && w > 0 && h > 0 ? [x, y, w, h] : null
}

const readDrag = (value: unknown): Shown['drag'] => {
  if (typeof value !== 'object' || value === null) return null
  const { dx, dy, g } = value as Record<string, unknown>
  const place = readPlace(g)
  if (place) return { g: place }
  return isNumber(dx) && isNumber(dy) ? { dx, dy } : null
}

/** Anything may arrive: another version, or a joker. Null for one who says not even who they are. */
export const readPeer = (client: number, state: unknown): Peer | null => {
  if (typeof state !== 'object' || state === null) return null
  const { user, cursor, sel, drag, edit } = state as Record<string, unknown>
  if (typeof user !== 'object' || user === null) return null
  const { id, name } = user as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string') return null
  const [x, y] = Array.isArray(cursor) ? (cursor as unknown[]) : []
  return {
    client,
    user: { id, name: name.slice(0, 80) },
    cursor: isNumber(x) && isNumber(y) ? [x, y] : null,
    sel: Array.isArray(sel) ? sel.filter((one): one is string => typeof one === 'string').slice(0, selectionShownMax) : [],
    drag: readDrag(drag),
    edit: typeof edit === 'string' ? edit : null,
  }
}

export const readPeers = (states: ReadonlyMap<number, unknown>, mine: number): Peer[] => {
  const peers: Peer[] = []
  for (const [client, state] of states) {
    const peer = client === mine ? null : readPeer(client, state)
    if (peer) peers.push(peer)
  }
  return peers.sort((a, b) => a.client - b.client)
}

/** One entry per person, however many windows they have open. */
export const peopleOf = (peers: readonly Peer[]) => [...new Map(peers.map((peer) => [peer.user.id, peer.user])).values()]

/** Where others hold things at this moment. */
export function* heldBy(peers: readonly Peer[], scene: Scene): Generator<readonly [string, Place]> {
  for (const { sel, drag } of peers) {
    if (!drag) continue
    for (const id of 'g' in drag ? sel.slice(0, 1) : sel) {
      const g = scene.get(id)?.thing.g
      if (g) yield [id, 'g' in drag ? drag.g : [g[0] + drag.dx, g[1] + drag.dy, g[2], g[3]]]
    }
  }
}

export type Dragging = { readonly dx: number; readonly dy: number } | { readonly handle: Handle; readonly g: Place }

/** Milliseconds between two tellings: 12 a second among few, 2 in an assembly, where every cursor goes to everybody. */
export const tellEveryMs = (people: number) => (people > 20 ? 500 : people > 8 ? 160 : 80)

export const rounded = (p: Point): readonly [number, number] => [Math.round(p.x * 10) / 10, Math.round(p.y * 10) / 10]
