import type { Bus } from '@sheber/sync/types'

/** Hears the names of rooms to which something was committed. */
export interface Written {
  /** Every room that this process wrote to. */
  listen(heard: (room: string) => void): () => void
  /** One room, whichever process wrote to it: by the bell that its open rooms hear too. */
  near(room: string, heard: () => void): () => void
}

/** @param bus Between processes; null where there is one alone. */
export const openWritten = (bus: Bus | null): Written & { tell(rooms: readonly string[]): void } => {
  const ears = new Set<(room: string) => void>()
  const nearby = new Map<string, Set<() => void>>()
  return {
    listen: (heard) => {
      ears.add(heard)
      return () => ears.delete(heard)
    },
    near: (room, heard) => {
      const known = nearby.get(room) ?? new Set()
      nearby.set(room, known.add(heard))
      const deaf = bus?.listen(room, { rang: heard, missed: heard, whispered: () => {} })
      return () => {
        deaf?.()
        known.delete(heard)
        if (known.size === 0 && nearby.get(room) === known) nearby.delete(room)
      }
    },
    tell: (rooms) => {
      for (const room of new Set(rooms)) {
        for (const heard of ears) heard(room)
        for (const heard of nearby.get(room) ?? []) heard()
      }
    },
  }
}
