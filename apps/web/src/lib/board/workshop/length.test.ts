import { expect, it } from 'vitest'
import { sayLength } from './length.ts'

it('says a length by the scale of its sheet, in the unit in which one says it', () => {
  expect(sayLength(90, 2, 'en')).toBe('45 mm')
  expect(sayLength(90, 2, 'kk')).toBe('45 мм')
  expect(sayLength(25, 10, 'ru')).toBe('2,5 мм')
  expect(sayLength(250, 2, 'en')).toBe('12.5 cm')
  expect(sayLength(3000, 1, 'en')).toBe('3 m')
  expect(sayLength(100, 0.01, 'en')).toBe('10 m')
})

it('counts squares where there is no scale', () => {
  expect(sayLength(100, 0, 'en')).toBe('2.5 □')
  expect(sayLength(100, NaN, 'ru')).toBe('2,5 □')
})
