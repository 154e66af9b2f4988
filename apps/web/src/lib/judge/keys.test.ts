import { expect, it } from 'vitest'
import { deedOf } from './keys.ts'

const key = (code: string, over: object = {}) =>
  deedOf({ code, target: null, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...over })
const inside = (what: string) => ({ target: { closest: (asked: string) => (asked.includes(what) ? {} : null) } as unknown as EventTarget })

it.each([
  ['Digit1', { level: 0 }],
  ['Numpad5', { level: 4 }],
  ['KeyJ', { step: 1 }],
  ['KeyK', { step: -1 }],
  ['Digit9', null],
  ['KeyA', null],
])('%s', (code, deed) => {
  expect(key(code)).toEqual(deed)
})

it('leaves writing and the browser alone', () => {
  expect(key('Digit1', { ctrlKey: true })).toBeNull()
  expect(key('KeyJ', inside('textarea'))).toBeNull()
})
