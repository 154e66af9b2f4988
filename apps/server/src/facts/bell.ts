import type { Bus } from '@sheber/sync/types'

/** "The fact log has grown": listeners look at the log themselves, so a lost ring costs only time. */
export interface Bell {
  ring(): void
  listen(heard: () => void): () => void
}

// No room is called so: their names have a colon.
const channel = 'facts'

/** Rings here, and with a bus in every process. */
export const openBell = (bus: Bus | null): Bell => {
  const listeners = new Set<() => void>()
  const ringHere = () => listeners.forEach((heard) => heard())
  bus?.listen(channel, { rang: ringHere, missed: ringHere, whispered: () => {} })
  return {
    ring: () => {
      ringHere()
      // How far it has grown, everybody finds out by looking.
      bus?.ring(channel, 0)
    },
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}
