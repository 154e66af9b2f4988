/** Hears the name of every room that this process has committed something to. */
export interface Written {
  listen(heard: (room: string) => void): () => void
}

export const openWritten = (): Written & { tell(rooms: readonly string[]): void } => {
  const ears = new Set<(room: string) => void>()
  return {
    listen: (heard) => {
      ears.add(heard)
      return () => ears.delete(heard)
    },
    tell: (rooms) => {
      for (const room of new Set(rooms)) for (const heard of ears) heard(room)
    },
  }
}
