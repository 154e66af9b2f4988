import { expect, it } from 'vitest'
import { isDay, wallDay } from './day.ts'

it('a day begins at midnight on the wall of the centre', () => {
  expect(wallDay(new Date('2026-12-23T18:59:59Z'))).toBe('2026-12-23')
  expect(wallDay(new Date('2026-12-23T19:00:00Z'))).toBe('2026-12-24')
})

it('tells days that the calendar has from others', () => {
  expect(['2026-02-28', '2028-02-29'].map(isDay)).toEqual([true, true])
  const none = ['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-2-3', '2026-02-03T10', 'today', '']
  expect(none.filter(isDay)).toEqual([])
})
