import type { Entry } from '@sheber/contract/stand'
import { expect, it } from 'vitest'
import { isSame, mergeEntry } from './merge.ts'

const part = (personId: string, words: string, confirmed = false) => ({ personId, words, confirmed })
const base: Entry = {
  ...{ nominationId: null, title: 'Көпір', about: '', posterId: null, pictures: [], modelId: null, video: null, records: [], adults: '' },
  parts: [part('a', ''), part('b', '')],
}

it('keeps what each has touched alone', () => {
  const mine = { ...base, about: 'Ағаш', parts: [part('a', 'Сызды'), part('b', '')] }
  const theirs = { ...base, posterId: 'p', parts: [part('a', ''), part('b', 'Кесті', true)] }
  expect(mergeEntry(base, mine, theirs)).toEqual({
    entry: { ...base, about: 'Ағаш', posterId: 'p', parts: [part('a', 'Сызды'), part('b', 'Кесті', true)] },
    clash: false,
  })
})

it('keeps mine where both touched one place, and says so; the same word from both is no clash', () => {
  const both = mergeEntry(base, { ...base, about: 'Менікі', title: 'Бір' }, { ...base, about: 'Онікі', title: 'Бір' })
  expect([both.entry.about, both.entry.title, both.clash]).toEqual(['Менікі', 'Бір', true])
  expect(mergeEntry(base, { ...base, title: 'Бір' }, { ...base, title: 'Бір' }).clash).toBe(false)
  // Words that changed are no longer confirmed.
  const mine = { ...base, parts: [part('a', 'Бояды'), part('b', '')] }
  expect(mergeEntry(base, mine, { ...base, parts: [part('a', 'Сызды', true)] }).entry.parts[0]).toEqual(part('a', 'Бояды'))
})

it('knows whether there is something to save', () => {
  expect(isSame(base, { ...base, parts: [part('a', '', true)] })).toBe(true)
  expect(isSame(base, { ...base, pictures: ['x'] })).toBe(false)
  expect(isSame(base, { ...base, parts: [part('a', 'Сызды')] })).toBe(false)
})
