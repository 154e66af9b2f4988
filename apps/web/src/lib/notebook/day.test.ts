import { expect, it } from 'vitest'
import { dayOf, monthOf } from './day.ts'

it('says days and months as people do', () => {
  expect(dayOf('ru', '2026-11-28')).toBe('28 ноября 2026')
  expect(dayOf('kk', '2026-01-02')).toBe('2026 ж. 2 қаңтар')
  expect(monthOf('ru', '2026-11-28')).toBe('Ноябрь 2026')
  expect(monthOf('kk', '2026-09-01')).toBe('Қыркүйек 2026')
  expect(monthOf('en', '2026-03')).toBe('March 2026')
})
