/** Which clashes this device has dealt with: one deletion is spoken of once. The oldest are forgotten. */
const keptMax = 300

export interface Settled {
  has(clash: string): boolean
  add(clashes: Iterable<string>): void
}

/** `person` too, for a school's laptop is many people's. */
export const openSettled = (boardId: string, person: string): Settled => {
  const key = `sheber:board:${boardId}:clash:${person}`
  const kept = new Set(read(key))
  return {
    has: (clash) => kept.has(clash),
    add: (clashes) => {
      for (const clash of clashes) kept.add(clash)
      for (const oldest of kept) {
        if (kept.size <= keptMax) break
        kept.delete(oldest)
      }
      write(key, [...kept])
    },
  }
}

const read = (key: string): string[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

// A browser may forbid its storage: then it is spoken of again with the next visit.
const write = (key: string, clashes: readonly string[]) => {
  try {
    localStorage.setItem(key, JSON.stringify(clashes))
  } catch {
    return
  }
}
