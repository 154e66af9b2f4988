import type { Bus, Ears, Entry, Stored, Storage } from './types.ts'

interface Shelf {
  whole: Entry | null
  tail: Entry[]
  position: number
}

/** A log that lives as long as the process. Rooms come into being by being written to. */
export const memoryStorage = (): Storage => {
  const shelves = new Map<string, Shelf>()
  const shelf = (room: string): Shelf => {
    const known = shelves.get(room) ?? { whole: null, tail: [], position: 0 }
    shelves.set(room, known)
    return known
  }
  return {
    since: async (room, position): Promise<Stored> => {
      const { whole, tail } = shelf(room)
      return {
        whole: whole && whole.position > position ? whole : null,
        tail: tail.filter((entry) => entry.position > position),
      }
    },
    append: async (entries) =>
      entries.map(({ room, bytes }) => {
        const { tail } = shelf(room)
        const position = (shelf(room).position += 1)
        tail.push({ position, bytes: bytes.slice() })
        return position
      }),
    compact: async (room, upTo, whole) => {
      const known = shelf(room)
      if (known.whole && known.whole.position >= upTo) return
      known.whole = { position: upTo, bytes: whole.slice() }
      known.tail = known.tail.filter((entry) => entry.position > upTo)
    },
  }
}

/** Rings from room to room of one process, or of several hubs in one process. */
export const memoryBus = (): Bus => {
  const rooms = new Map<string, Set<Ears>>()
  const listeners = (room: string) => [...(rooms.get(room) ?? [])]
  return {
    ring: (room, position) => listeners(room).forEach((ears) => ears.rang(position)),
    whisper: (room, frame) => {
      // Alone in the room, there is nobody to whisper to but oneself.
      if ((rooms.get(room)?.size ?? 0) > 1) listeners(room).forEach((ears) => ears.whispered(frame))
    },
    listen: (room, ears) => {
      const known = rooms.get(room) ?? new Set<Ears>()
      rooms.set(room, known.add(ears))
      return () => {
        known.delete(ears)
        if (known.size === 0 && rooms.get(room) === known) rooms.delete(room)
      }
    },
    close: async () => {},
  }
}
