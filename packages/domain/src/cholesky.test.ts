import { expect, it } from 'vitest'
import { cholesky, solvedBy } from './cholesky.ts'

it('solves equations by a triangle', () => {
  // 4 2 | 2 3 is the product of 2 0 | 1 √2 with itself turned over.
  const lower = cholesky(Float64Array.of(4, 2, 2, 3), 2)
  expect(lower[0]).toBe(2)
  expect(lower[2]).toBe(1)
  expect(lower[3]).toBeCloseTo(Math.SQRT2, 15)
  const right = Float64Array.of(10, 9)
  const found = solvedBy(lower, 2, right)
  // 4·1.5 + 2·2 = 10 and 2·1.5 + 3·2 = 9.
  expect(found[0]).toBeCloseTo(1.5, 12)
  expect(found[1]).toBeCloseTo(2, 12)
  expect([...right]).toEqual([10, 9])
  expect([...solvedBy(cholesky(new Float64Array(), 0), 0, new Float64Array())]).toEqual([])
})
