import { expect, it } from 'vitest'
import { seenWith } from './seen.ts'

it('says who is seen where, each once, and nothing of what shows nobody', () => {
  const one = seenWith([], 'photo', 'aidana', true)
  expect(one).toEqual([{ fileId: 'photo', people: ['aidana'] }])
  const two = seenWith(seenWith(one, 'film', 'timur', true), 'photo', 'timur', true)
  expect(two).toEqual([
    { fileId: 'film', people: ['timur'] },
    { fileId: 'photo', people: ['aidana', 'timur'] },
  ])
  expect(seenWith(two, 'photo', 'timur', true)).toEqual(two)
  expect(seenWith(two, 'film', 'timur', false)).toEqual([{ fileId: 'photo', people: ['aidana', 'timur'] }])
  expect(seenWith(one, 'photo', 'timur', false)).toEqual(one)
})
