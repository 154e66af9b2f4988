import { describe, expect, it } from 'vitest'
import { admitDay, admitPage, daysOfHands, pagesMax } from './notebook.ts'

const at = (iso: string) => new Date(iso)
const refusal = (code: string) => expect.objectContaining({ code }) as Error

describe('a day of the notebook', () => {
  it('is today or one before', () => {
    const now = at('2026-11-28T20:00:00Z')
    expect(admitDay(null, now)).toBe('2026-11-29')
    expect(admitDay('2026-11-29', now)).toBe('2026-11-29')
    expect(admitDay('2026-02-28', now)).toBe('2026-02-28')
    for (const wrong of ['2026-11-30', '2026-02-30', '2026-13-01', '1999-12-31', '0000-00-00'])
      expect(() => admitDay(wrong, now), wrong).toThrow(refusal('page-day'))
  })
})

it('takes so many pages and no more', () => {
  expect(() => admitPage(pagesMax - 1)).not.toThrow()
  expect(() => admitPage(pagesMax)).toThrow(refusal('too-many-pages'))
})

it('counts the days of each hand, and two pages of a day once', () => {
  const pages = [
    { day: '2026-11-02', authors: ['Дәулет', 'Айгерім'] },
    { day: '2026-11-02', authors: ['Айгерім'] },
    { day: '2026-11-05', authors: ['Дәулет'] },
  ]
  expect(daysOfHands(pages)).toEqual([
    { name: 'Дәулет', days: 2 },
    { name: 'Айгерім', days: 1 },
  ])
})
