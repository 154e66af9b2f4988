import { isLeft, type ShownThread } from './list.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Pin extends Spot {
  readonly thread: ShownThread
}

/** In screen pixels. */
const stepX = 36
const sameWithin = 24
const margin = 44

/** Where open threads are drawn: several at one place stand side by side, and what is out of sight is not drawn. */
export const layPins = (
  threads: readonly ShownThread[],
  placeOf: (thread: ShownThread) => Spot | null,
  size: { readonly width: number; readonly height: number },
): Pin[] => {
  const taken = new Map<string, number>()
  return threads.flatMap((thread) => {
    const place = thread.resolved === null && isLeft(thread) ? placeOf(thread) : null
    if (!place) return []
    const key = thread.thingId ?? `${Math.round(place.x / sameWithin)} ${Math.round(place.y / sameWithin)}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    const [x, y] = [place.x + before * stepX, place.y]
    const isSeen = x > -margin && y > -margin && x < size.width + margin && y < size.height + margin
    return isSeen ? [{ thread, x, y }] : []
  })
}
