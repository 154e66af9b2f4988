import { expect, it } from 'vitest'
import { Leading } from './led.ts'

it('paper moved once is not led, moved twice it is, until it has rested', () => {
  const leading = new Leading()
  expect(leading.heed(1, true, 1000)).toBe(false)
  expect(leading.heed(1, true, 1016)).toBe(true)
  expect(leading.heed(1, false, 1100)).toBe(true)
  expect(leading.heed(1, false, 1137)).toBe(false)
  expect(leading.heed(1, true, 1150)).toBe(false)
})

it('another scale begins anew', () => {
  const leading = new Leading()
  leading.heed(1, true, 1000)
  expect(leading.heed(1, true, 1016)).toBe(true)
  expect(leading.heed(2, true, 1032)).toBe(false)
})
