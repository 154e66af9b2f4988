import { expect, it } from 'vitest'
import en from './words.en.ts'
import kk from './words.kk.ts'
import ru from './words.ru.ts'
import { tellAgo } from './ago.ts'

const now = '2026-11-23T12:00:00.000Z'

it.each([
  ['2026-11-23T11:59:30.000Z', 'только что', 'жаңа ғана', 'just now'],
  ['2026-11-23T11:39:00.000Z', '21 минуту назад', '21 минут бұрын', '21 minutes ago'],
  ['2026-11-23T09:00:00.000Z', '3 часа назад', '3 сағат бұрын', '3 hours ago'],
  ['2026-11-12T12:00:00.000Z', '11 дней назад', '11 күн бұрын', '11 days ago'],
  ['2026-03-08T12:00:00.000Z', '8 марта', '8 наурыз', '8 March'],
  ['2025-12-31T23:00:00.000Z', '31 декабря 2025 г.', '2025 жылғы 31 желтоқсан', '31 December 2025'],
])('tells %s in three languages', (moment, russian, kazakh, english) => {
  expect(tellAgo(moment, now, ru.ago)).toBe(russian)
  expect(tellAgo(moment, now, kk.ago)).toBe(kazakh)
  expect(tellAgo(moment, now, en.ago)).toBe(english)
})

it('calls a clock that runs ahead "just now"', () => {
  expect(tellAgo('2026-11-23T12:00:05.000Z', now, ru.ago)).toBe('только что')
})
