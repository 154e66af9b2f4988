/** Chance that can be looked up: the same seed draws the same numbers, on every machine, so whoever doubts a lot may draw it again. */
export type Seed = string | number

/** FNV-1a over UTF-16: neighbouring seeds ("round 1", "round 2") begin far from each other. */
const hashed = (seed: Seed): number => {
  let hash = 0x811c9dc5
  for (const sign of String(seed)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Numbers from 0 up to and without 1 (Mulberry32: whole-number arithmetic only, 2³² of them before it repeats). */
export const seeded = (seed: Seed): (() => number) => {
  let state = hashed(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of them; undefined where there are none. */
export const drawn = <T>(items: readonly T[], random: () => number): T | undefined => items[Math.floor(random() * items.length)]

/** All of them, in an order of chance (Fisher–Yates); what was given stays as it was. */
export const shuffled = <T>(items: readonly T[], random: () => number): T[] => {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const moved = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = moved
  }
  return mixed
}

/** By their signs alone: a database, a browser and a test put ids in the same order, whatever language they speak. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
