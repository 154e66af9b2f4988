/** What was made a short while ago and may be needed again: of each name the newest, and of all so many. */
export interface Recent<T> {
  /** `stamp` says from what it is made: under another one it is made anew. */
  of(name: string, stamp: string, make: () => Promise<T>): Promise<T>
}

export const recent = <T>(max: number): Recent<T> => {
  const known = new Map<string, { readonly stamp: string; readonly made: Promise<T> }>()
  return {
    of: (name, stamp, make) => {
      const found = known.get(name)
      if (found?.stamp === stamp) return found.made
      const one = { stamp, made: make() }
      // To the end of the line: the one that was made longest ago stands first.
      known.delete(name)
      known.set(name, one)
      one.made.catch(() => known.get(name) === one && known.delete(name))
      const [oldest] = known.keys()
      if (known.size > max && oldest !== undefined) known.delete(oldest)
      return one.made
    },
  }
}
