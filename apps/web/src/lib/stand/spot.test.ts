import { expect, it } from 'vitest'
import { crowded, stepBy, within } from './spot.ts'

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

it('tells which stands are on each other, and not of neighbours', () => {
  const at = (of: number, x: number, y: number) => ({ of, spot: { x, y } })
  expect(crowded([at(1, 1, 1), at(2, 2.4, 1.9), at(3, 2.5, 1), at(4, 1, 2)])).toEqual([
    [1, 2],
    [2, 3],
    [2, 4],
  ])
  expect(crowded([at(1, 1, 1), at(2, 2.5, 1), at(3, 1, 2)])).toEqual([])
})
