import { expect, it } from 'vitest'
import { tau } from './tau.ts'

it('is 1 for the same order, −1 for the opposite, and in between by the pairs that agree', () => {
  expect(tau([1, 2, 3, 4], [10, 20, 30, 400])).toBe(1)
  expect(tau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1)
  // One of six pairs is turned: (5 − 1) / 6.
  expect(tau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(2 / 3, 12)
  // One tie among the others: 5 / √(6 · 5).
  expect(tau([1, 2, 3, 4], [1, 2, 3, 3])).toBeCloseTo(5 / Math.sqrt(30), 12)
  expect(tau([1, 2], [3, 3])).toBe(0)
  expect(tau([], [])).toBe(0)
})
