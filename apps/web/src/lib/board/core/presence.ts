import type { End } from '@sheber/document/thing'
import { lifted, type Dragging, type Lifted } from './drag.ts'
import { readGathered, type Gathered } from './gather.ts'
import type { Point, Rect } from './geometry.ts'
import { carried } from './held.ts'
import type { Scene } from './scene.ts'
import { readTrail, type Trail } from './trail.ts'

/**
 * What people show one another while they work: never stored, may be lost.
 * `user` is written over by the server, so a name here is the name of whoever is signed in.
 */
export interface Shown extends Gathered {
  readonly user: { readonly id: string; readonly name: string }
  readonly cursor: readonly [x: number, y: number] | null
  readonly sel: readonly string[]
  /** What is being done with the selection at this moment. */
  readonly drag: Dragging | null
  readonly edit: string | null
  /** The stroke being drawn, or the trail of a laser; both gone when the hand lets go. */
  readonly trail: Trail | null
  /** Where in a text they write: of anybody's making, and read by whoever shows it (document/caret). */
  readonly caret?: unknown
}

export interface Peer extends Shown {
  readonly client: number
}

/** More would cost every other person more bytes than it is worth: they see the rest when the hand lets go. */
export const selectionShownMax = 40

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e7

const readPoint = (value: unknown): Point | null => {
  const { x, y } = (value ?? {}) as Record<string, unknown>
  return isNumber(x) && isNumber(y) ? { x, y } : null
}

const readRect = (value: unknown): Rect | null => {
  const { w, h } = (value ?? {}) as Record<string, unknown>
  const corner = readPoint(value)
  return corner && isNumber(w) && isNumber(h) ? { ...corner, w, h } : null
}

const readEnd = (value: unknown): End | null => {
  const { id, u, v, port } = (value ?? {}) as Record<string, unknown>
  return typeof id === 'string' && isNumber(u) && isNumber(v) ? { id, u, v, port: typeof port === 'string' ? port : '' } : null
}

const readDrag = (value: unknown): Dragging | null => {
  if (typeof value !== 'object' || value === null) return null
  const { dx, dy, from, to, degrees, around, held, bend, offset } = value as Record<string, unknown>
  if (isNumber(bend)) return { bend }
  if (isNumber(offset)) return { offset }
  if (isNumber(dx) && isNumber(dy)) return { dx, dy }
  const [before, after] = [readRect(from), readRect(to)]
  if (before && after) return { from: before, to: after }
  const middle = readPoint(around)
  if (middle && isNumber(degrees)) return { degrees, around: middle }
  if (typeof held !== 'object' || held === null) return null
  const { side, at, end } = held as Record<string, unknown>
  const laid = readPoint(at)
  return laid && (side === 'a' || side === 'b') ? { held: { side, at: laid, end: readEnd(end) } } : null
}

/** Anything may arrive: another version, or a joker. Null for one who says not even who they are. */
export const readPeer = (client: number, state: unknown): Peer | null => {
  if (typeof state !== 'object' || state === null) return null
  const { user, cursor, sel, drag, edit, trail, caret } = state as Record<string, unknown>
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
    trail: readTrail(trail),
    caret,
    ...readGathered(state),
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
export function* heldBy(peers: readonly Peer[], scene: Scene): Generator<readonly [string, Lifted]> {
  for (const { sel, drag } of peers) {
    if (!drag) continue
    const chosen = 'dx' in drag ? carried(scene, sel) : new Set(sel)
    for (const id of chosen) {
      const item = scene.get(id)
      if (item) yield [id, lifted(item, drag, (other) => chosen.has(other))]
    }
  }
}

/** Milliseconds between two tellings: 12 a second among few, 2 in an assembly, where every cursor goes to everybody. */
export const tellEveryMs = (people: number) => (people > 20 ? 500 : people > 8 ? 160 : 80)

export const rounded = (p: Point): readonly [number, number] => [Math.round(p.x * 10) / 10, Math.round(p.y * 10) / 10]
