import { memoryBus } from '../memory.ts'
import type { Bus, Ears } from '../types.ts'
import type { Outage } from './bus-suite.ts'

/** A memory bus that can be away: what is said meanwhile is lost, and afterwards everybody is told that it may have been. */
export const breakableBus = (): { bus: Bus; outage: Outage } => {
  const inner = memoryBus()
  const all = new Set<Ears>()
  let away = false
  return {
    bus: {
      ...inner,
      ring: (room, position) => void (away || inner.ring(room, position)),
      whisper: (room, frame) => void (away || inner.whisper(room, frame)),
      listen: (room, ears) => {
        all.add(ears)
        const stop = inner.listen(room, ears)
        return () => {
          all.delete(ears)
          stop()
        }
      },
    },
    outage: {
      begin: async () => void (away = true),
      end: async () => {
        away = false
        for (const ears of all) ears.missed()
      },
    },
  }
}
