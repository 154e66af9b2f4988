import { FrozenRoom, type Aside, type Bus, type Ears, type Entry, type Stored, type Storage } from './types.ts'

interface Shelf {
  whole: Entry | null
  tail: Entry[]
  position: number
  owners: Map<number, { person: string; position: number }>
}

export interface MemoryStorage extends Storage {
  /** Rooms that take no more rows. */
  readonly frozen: Set<string>
  readonly asides: Aside[]
}

/** A log that lives as long as the process. Rooms come into being by being written to. */
export const memoryStorage = (): MemoryStorage => {
  const frozen = new Set<string>()
  const asides: Aside[] = []
  const shelves = new Map<string, Shelf>()
  const shelf = (room: string): Shelf => {
    const known = shelves.get(room) ?? { whole: null, tail: [], position: 0, owners: new Map() }
    shelves.set(room, known)
    return known
  }
  return {
    frozen,
    asides,
    since: async (room, position): Promise<Stored> => {
      const { whole, tail, owners } = shelf(room)
      return {
        whole: whole && whole.position > position ? whole : null,
        tail: tail.filter((entry) => entry.position > position),
        owners: new Map([...owners].flatMap(([client, of]) => (of.position > position ? [[client, of.person] as const] : []))),
      }
    },
    append: async (entries) => {
      const closed = entries.filter(({ room }) => frozen.has(room))
      if (closed.length > 0) throw new FrozenRoom(closed.map(({ room }) => room).join(', '))
      return entries.map(({ room, bytes, person, clients }) => {
        const { tail, owners } = shelf(room)
        const position = (shelf(room).position += 1)
        tail.push({ position, bytes: bytes.slice() })
        if (person !== null) for (const client of clients) if (!owners.has(client)) owners.set(client, { person, position })
        return position
      })
    },
    keepAside: async (aside) => {
      const isKnown = asides.some((one) => one.room === aside.room && one.person === aside.person && `${one.bytes}` === `${aside.bytes}`)
      if (!isKnown) asides.push(aside)
    },
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
