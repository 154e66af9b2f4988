/** The same seed, the same numbers: a failing schedule can be walked again. */
export interface Random {
  /** 0 ≤ n < below, whole. */
  below(below: number): number
  chance(probability: number): boolean
  one<T>(of: readonly T[]): T
}

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    one: <T>(of: readonly T[]) => of[below(of.length)] as T,
  }
}
