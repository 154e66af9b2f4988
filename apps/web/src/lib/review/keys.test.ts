import { expect, it } from 'vitest'
import { stepOf, stepTo } from './keys.ts'

const key = (code: string, more = {}) => ({
  ...{ code, target: null, ctrlKey: false, altKey: false, metaKey: false, isComposing: false },
  ...more,
})
const within = (found: object | null) => ({ target: { closest: () => found } as unknown as EventTarget })

it.each([
  ['J leads on', key('KeyJ'), 1],
  ['K leads back', key('KeyK', within(null)), -1],
  ['another key leads nowhere', key('KeyL'), 0],
  ['the name of something everybody has', key('toString'), 0],
  ['a shortcut of the browser', key('KeyJ', { ctrlKey: true }), 0],
  ['a word being composed', key('KeyJ', { isComposing: true }), 0],
  ['a letter in a field', key('KeyJ', within({})), 0],
])('%s', (_, event, step) => expect(stepOf(event)).toBe(step))

it.each([
  [-1, 1, 3, 0],
  [-1, -1, 3, 2],
  [0, 1, 3, 1],
  [2, 1, 3, 2],
  [0, -1, 3, 0],
])('from %i by %i of %i to %i', (at, by, count, to) => expect(stepTo(at, by, count)).toBe(to))
