import { generateKeyBetween } from 'fractional-indexing'

/** Paint order: fractional keys, ties by id. A key that is none sorts lowest and disturbs nobody. */

const keyLengthMax = 200
const digits = /^[0-9A-Za-z]+$/

/** The head letter says how many signs the whole part has: `a` 2, `b` 3 … and `Z` 2, `Y` 3 … below zero. */
const wholeLength = (head: number) => (head >= 97 ? head - 97 : 90 - head) + 2

export const isKey = (key: unknown): key is string => {
  if (typeof key !== 'string' || key.length > keyLengthMax || !digits.test(key)) return false
  const head = key.charCodeAt(0)
  if (head < 65) return false
  const whole = wholeLength(head)
  if (key.length < whole) return false
  return !(key.length > whole && key.endsWith('0')) && key !== `A${'0'.repeat(26)}`
}

/** A key above `top`; null is the bottom of all. At the very ceiling, which only a joker reaches, `top` again. */
export const keyAbove = (top: string | null): string => {
  const key = generateKeyBetween(top, null)
  return top !== null && !isKey(key) ? top : key
}

/** A key between two; above `below` where the two leave no room, which only a joker's do. */
export const keyBetween = (below: string | null, above: string | null): string => {
  const under = isKey(below) ? below : null
  const over = isKey(above) && (under === null || above > under) ? above : null
  const key = generateKeyBetween(under, over)
  return isKey(key) ? key : keyAbove(under)
}

export const topOf = (keys: Iterable<unknown>): string | null => {
  let top: string | null = null
  for (const key of keys) if (isKey(key) && (top === null || key > top)) top = key
  return top
}

export interface Ordered {
  readonly id: string
  readonly z: string
}

export const byOrder = (a: Ordered, b: Ordered): number => {
  if (a.z !== b.z) return a.z < b.z ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
