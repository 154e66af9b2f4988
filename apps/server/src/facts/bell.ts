/** "The fact log has grown": listeners look at the log themselves, so a lost ring costs only time. */
export interface Bell {
  ring(): void
  listen(heard: () => void): () => void
}

export const openBell = (): Bell => {
  const listeners = new Set<() => void>()
  return {
    ring: () => listeners.forEach((heard) => heard()),
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}
