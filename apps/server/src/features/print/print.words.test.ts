import { languages } from '@sheber/contract/plain'
import { expect, it } from 'vitest'
import { dayIn, daysIn, printWords, saidIn, saidInAll } from './print.words.ts'

it('writes a day as its readers do', () => {
  expect(dayIn('kk', '2026-05-14')).toBe('2026 жылғы 14 мамыр')
  expect(dayIn('ru', '2026-05-14T09:00:00Z')).toBe('14 мая 2026 года')
  expect(dayIn('en', '2026-05-14')).toBe('14 May 2026')
  expect(dayIn('en', 'in spring')).toBe('in spring')
  expect(dayIn('en', '2026-13-01')).toBe('2026-13-01')
})

it('writes days of one month, of two, of two years, and one day', () => {
  expect(daysIn('kk', { from: '2026-05-12', to: '2026-05-14' })).toBe('2026 жылғы 12–14 мамыр')
  expect(daysIn('ru', { from: '2026-05-30', to: '2026-06-02' })).toBe('30\u00a0мая – 2\u00a0июня 2026 года')
  expect(daysIn('en', { from: '2026-12-30', to: '2027-01-02' })).toBe('30 December 2026 – 2 January 2027')
  expect(daysIn('kk', { from: '2026-05-12', to: '2026-05-12' })).toBe('2026 жылғы 12 мамыр')
  expect(daysIn('kk', { from: '', to: '' })).toBe('')
})

it('says in another language what nobody wrote in this one, and once what two say alike', () => {
  const said = { kk: '', ru: 'Выставка', en: '' }
  expect(saidIn(said, 'kk')).toBe('Выставка')
  expect(saidInAll(said, languages)).toEqual(['Выставка'])
  expect(saidIn('Роботтар', 'en')).toBe('Роботтар')
})

it('knows twelve months in each language', () => {
  for (const language of languages) expect(new Set(printWords[language].months).size).toBe(12)
})

it('writes a title that has quotes of its own as one does within others', () => {
  expect(printWords.kk.project.diploma('Желкенді «Жайық»')).toBe('«Желкенді „Жайық“» жобасы үшін')
  expect(printWords.ru.project.thanks('Робот «Батыр»')).toBe('за помощь команде проекта «Робот „Батыр“»')
  expect(printWords.ru.nomination('Модели')).toBe('Номинация «Модели»')
})
