import type { Topic } from '@sheber/contract/kit'
import { portfolioRoom } from '@sheber/document/room'
import type { Written } from '../sync/written.ts'

/** Rings for those who read what others write. Kept nowhere: who missed it looks when they come back. */
export interface Growth {
  /** Calls `grown` when somebody has written behind this topic. A topic of facts alone never grows. Returns the way to stop. */
  follow(topic: Topic, grown: () => void): () => void
}

interface Place {
  readonly readers: Set<() => void>
  due: NodeJS.Timeout | null
  readonly deaf: () => void
}

/**
 * A child at the keys commits several times a second: that is one ring a second for all who read, and the last key is always in the
 * last ring.
 *
 *   committed  x xx xxxx x           x
 *   rung         ^------^------^     ------^
 */
export const openGrowth = (written: Written, everyMs = 1_000): Growth => {
  const places = new Map<Topic, Place>()

  const open = (topic: Topic, portfolioId: string): Place => {
    const heard = () => {
      place.due ??= setTimeout(() => {
        place.due = null
        for (const grown of place.readers) grown()
      }, everyMs).unref()
    }
    const place: Place = { readers: new Set(), due: null, deaf: written.near(portfolioRoom(portfolioId), heard) }
    places.set(topic, place)
    return place
  }

  const follow: Growth['follow'] = (topic, grown) => {
    const [kind, id = ''] = topic.split(':')
    if (kind !== 'record') return () => {}
    const place = places.get(topic) ?? open(topic, id)
    // One reader may stand here twice: each of their pages hears for itself.
    const reader = () => grown()
    place.readers.add(reader)
    return () => {
      if (!place.readers.delete(reader) || place.readers.size > 0) return
      clearTimeout(place.due ?? undefined)
      place.deaf()
      places.delete(topic)
    }
  }

  return { follow }
}
