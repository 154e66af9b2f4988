import { hasEnds, type End, type Ends } from '@sheber/document/thing'
import { turned, type Point, type Rect } from './geometry.ts'
import type { Item } from './kind.ts'

/** An end of a connector taken hold of: where it is laid at this moment, and what it would hold there. */
export interface Held {
  readonly side: 'a' | 'b'
  readonly at: Point
  readonly end: End | null
}

/**
 * What a hand is doing with the selection, in a form small enough to be told to others many times a second: moved, drawn from
 * one box into another, turned around a point, or one end of what has ends laid elsewhere, its bend or its offset.
 */
export type Dragging =
  | { readonly dx: number; readonly dy: number }
  | { readonly from: Rect; readonly to: Rect }
  | { readonly degrees: number; readonly around: Point }
  | { readonly held: Held }
  | { readonly bend: number }
  | { readonly offset: number }

/** Where a thing is while it is held, and how much it is turned. */
export interface Lifted {
  readonly g: readonly [x: number, y: number, w: number, h: number]
  readonly turn?: number
  /** Of what has ends. */
  readonly ends?: {
    readonly a: End | null
    readonly b: End | null
    readonly p: Ends
    readonly bend?: number
    readonly offset?: number
  }
}

const scaled = (from: Rect, to: Rect, { x, y }: Point): Point => ({
  x: to.x + ((x - from.x) * to.w) / Math.max(1e-6, from.w),
  y: to.y + ((y - from.y) * to.h) / Math.max(1e-6, from.h),
})

const change = (dragging: Exclude<Dragging, { held: Held } | { bend: number } | { offset: number }>): ((at: Point) => Point) => {
  if ('dx' in dragging) return ({ x, y }) => ({ x: x + dragging.dx, y: y + dragging.dy })
  if ('from' in dragging) return (at) => scaled(dragging.from, dragging.to, at)
  return (at) => turned(at, dragging.around, dragging.degrees)
}

/**
 * Where `dragging` puts a thing that the document has at its place. `isHeld` says whether what an end holds is dragged along:
 * a connector between two things that stay keeps to them.
 */
export const lifted = ({ thing }: Item, dragging: Dragging, isHeld: (id: string) => boolean): Lifted => {
  const [x, y, w, h] = thing.g
  if (hasEnds(thing)) {
    const { a, b, p } = thing
    if ('held' in dragging) {
      const { side, at, end } = dragging.held
      const laid: Ends = side === 'a' ? [at.x, at.y, p[2], p[3]] : [p[0], p[1], at.x, at.y]
      return { g: thing.g, ends: { a: side === 'a' ? end : a, b: side === 'b' ? end : b, p: laid } }
    }
    if ('bend' in dragging || 'offset' in dragging) return { g: thing.g, ends: { a, b, p, ...dragging } }
    const follow = change(dragging)
    const [start, finish] = [follow({ x: p[0], y: p[1] }), follow({ x: p[2], y: p[3] })]
    const stays = (end: End | null) => end !== null && !isHeld(end.id)
    const [first, last] = [stays(a) ? { x: p[0], y: p[1] } : start, stays(b) ? { x: p[2], y: p[3] } : finish]
    return { g: thing.g, ends: { a, b, p: [first.x, first.y, last.x, last.y] } }
  }
  if ('held' in dragging || 'bend' in dragging || 'offset' in dragging) return { g: thing.g }
  if ('dx' in dragging) return { g: [x + dragging.dx, y + dragging.dy, w, h] }
  if ('degrees' in dragging) {
    const middle = turned({ x: x + w / 2, y: y + h / 2 }, dragging.around, dragging.degrees)
    return { g: [middle.x - w / 2, middle.y - h / 2, w, h], turn: (((thing.turn + dragging.degrees) % 360) + 360) % 360 }
  }
  const { from, to } = dragging
  const [near, far] = [scaled(from, to, { x, y }), scaled(from, to, { x: x + w, y: y + h })]
  return { g: [Math.min(near.x, far.x), Math.min(near.y, far.y), Math.abs(far.x - near.x), Math.abs(far.y - near.y)] }
}
