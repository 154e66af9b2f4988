import { expect, it } from 'vitest'
import { keepSaid, keepSeen, unmarkedIn } from './seen.ts'

const asked = [
  { fileId: 'bridge', people: ['aigerim', 'aigerim', 'stranger'] },
  { fileId: 'bridge', people: ['daulet'] },
  { fileId: 'map', people: [] },
  { fileId: 'gone', people: ['aigerim'] },
]

it('that nobody is seen in a picture is kept where it was asked, and left out where only people are listed', () => {
  const [shown, members] = [
    ['bridge', 'map'],
    ['aigerim', 'daulet'],
  ]
  expect(keepSaid(asked, shown, members)).toEqual([
    { fileId: 'bridge', people: ['aigerim'] },
    { fileId: 'map', people: [] },
  ])
  expect(keepSeen(asked, shown, members)).toEqual([{ fileId: 'bridge', people: ['aigerim'] }])
})

it('a picture of which nothing was said is unmarked, one that shows nobody is not', () => {
  expect(unmarkedIn(['map', 'boat', 'boat'], asked)).toEqual(['boat'])
  expect(unmarkedIn([], asked)).toEqual([])
})
