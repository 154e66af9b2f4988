import { grown, type Rect } from '../core/geometry.ts'
import type { Item } from '../core/kind.ts'
import type { Scene } from '../core/scene.ts'

export const gap = 24
/** More places than this are not tried: on a board without room it goes below everything. */
const triesMax = 400

export type Size = Pick<Rect, 'w' | 'h'>

const holds = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h

/** In reading order from `from`: to the right, then a line lower, from the left edge again. */
function* places(from: Rect, area: Rect): Generator<Rect> {
  for (let y = from.y; y + from.h <= area.y + area.h; y += Math.max(20, from.h / 2)) {
    for (let x = y === from.y ? from.x : area.x; x + from.w <= area.x + area.w; x += Math.max(20, from.w / 2)) yield { ...from, x, y }
  }
}

/**
 * Where a new thing covers nothing and is read right after another; within a frame, if that lies on one: from there on, else wherever it
 * has room. Null: the frame is full.
 */
export const roomAfter = (scene: Scene, after: Item | null, { w, h }: Size, frame: Item | null): Rect | null => {
  const all = scene.bounds()
  const start = frame && { x: frame.x + gap, y: frame.y + gap }
  const first = after && after !== frame ? { x: after.x + after.w + gap, y: after.y } : (start ?? { x: all?.x ?? 0, y: all?.y ?? 0 })
  const from: Rect = { ...first, w, h }
  const area = frame
    ? grown(frame, -gap)
    : { x: all?.x ?? 0, y: all?.y ?? 0, w: Math.max(all?.w ?? 0, from.x + w - (all?.x ?? 0)), h: Math.max(all?.h ?? 0, h) }
  const isFree = (place: Rect) =>
    scene
      .touching(grown(place, gap / 4))
      .every(({ thing, ...box }) => thing.kind === 'connector' || (frame && thing.kind === 'frame' && holds(box, frame)))
  for (const begin of start ? [first, start] : [first]) {
    let tries = 0
    for (const place of places({ ...from, ...begin }, area)) {
      if (isFree(place)) return place
      if (++tries > triesMax) break
    }
  }
  return frame ? null : { x: all?.x ?? 0, y: all ? all.y + all.h + 2 * gap : 0, w, h }
}

/** The same, and on a full frame over what lies there: what is moved onto it has to be on it. */
export const freeAfter = (scene: Scene, after: Item | null, { w, h }: Size, frame: Item | null): Rect => {
  const free = roomAfter(scene, after, { w, h }, frame)
  if (free || !frame) return free ?? { x: 0, y: 0, w, h }
  const first = after && after !== frame ? { x: after.x + after.w + gap, y: after.y } : { x: frame.x + gap, y: frame.y + gap }
  return { x: Math.min(first.x, frame.x + frame.w - w - gap), y: Math.min(first.y, frame.y + frame.h - h - gap), w, h }
}

/** Beneath a frame that is full, as near to it as nothing lies. */
export const roomBeneath = (scene: Scene, frame: Item, { w, h }: Size): Rect => {
  const below = { x: frame.x, y: frame.y + frame.h + gap }
  for (let step = 0; step <= triesMax; step++) {
    const place = { ...below, y: below.y + (step * h) / 2, w, h }
    if (scene.touching(grown(place, gap / 4)).every(({ thing }) => thing.kind === 'connector')) return place
  }
  const all = scene.bounds()
  return { ...below, y: all ? all.y + all.h + 2 * gap : below.y, w, h }
}

/** Where two neighbours come to lie when they are read the other way round: in one line they share its width. */
export const exchanged = (first: Rect, second: Rect): [first: Rect, second: Rect] => {
  const sameLine = first.y < second.y + second.h / 2 && second.y < first.y + first.h / 2
  if (sameLine) {
    const end = Math.max(first.x + first.w, second.x + second.w)
    return [
      { ...first, x: end - first.w, y: second.y },
      { ...second, x: first.x, y: first.y },
    ]
  }
  return [
    { ...first, x: second.x, y: second.y },
    { ...second, x: first.x, y: first.y },
  ]
}
