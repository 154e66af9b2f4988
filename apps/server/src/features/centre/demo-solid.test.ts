import { expect, it } from 'vitest'
import { models } from './demo-models.ts'
import { block, extentOf, shifted, stillOf, stlOf, turnedSolid, type Solid } from './demo-solid.ts'

/** Six times what a closed body holds: negative where its triangles look inwards. */
const volumeOf = (solid: Solid) =>
  solid.reduce((sum, [a, b, c]) => {
    const [x, y, z] = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    return sum + x * c[0] + y * c[1] + z * c[2]
  }, 0) / 6

it('a body is closed and looks outwards', () => {
  expect(volumeOf(block([5, 5, 5], [2, 3, 4]))).toBeCloseTo(24)
  const drum = turnedSolid([[0, 0], [10, 0], [10, 5], [0, 5]], 96) // prettier-ignore
  expect(volumeOf(shifted(drum, [40, 0, 7]))).toBeGreaterThan(Math.PI * 500 * 0.99)
  for (const { solid } of Object.values(models)) expect(volumeOf(solid())).toBeGreaterThan(1_000)
})

it('is as long as it was drawn, and is written as a slicer reads it', () => {
  const solid = block([1, 2, 3], [10, 20, 30])
  expect(extentOf(solid)).toEqual([10, 20, 30])
  const bytes = stlOf(solid)
  expect([bytes.length, bytes.readUInt32LE(80)]).toEqual([84 + 12 * 50, 12])
  // The first triangle is of the underside: its normal looks down.
  expect([0, 4, 8].map((at) => bytes.readFloatLE(84 + at) + 0)).toEqual([0, 0, -1])
})

it('has a picture of the sides that are seen alone', () => {
  expect(stillOf(block([0, 0, 0], [1, 1, 1])).match(/<path/g)).toHaveLength(6)
})
