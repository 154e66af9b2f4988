import { expect, it } from 'vitest'
import { stepBy, within } from './spot.ts'

const key = (name: string, held = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...held })

it('moves by half a metre, and leaves shortcuts of the browser alone', () => {
  expect(stepBy(key('ArrowLeft'))).toEqual({ x: -0.5, y: 0 })
  expect(stepBy(key('ArrowDown'))).toEqual({ x: 0, y: 0.5 })
  expect(stepBy(key('ArrowLeft', { altKey: true }))).toBeNull()
  expect(stepBy(key('Enter'))).toBeNull()
})

it('stays inside the hall', () => {
  expect(within({ width: 10, height: 6 }, { x: -1, y: 9 })).toEqual({ x: 0, y: 6 })
  expect(within({ width: 10, height: 6 }, { x: 3.333, y: 2.25 })).toEqual({ x: 3.3, y: 2.3 })
})
