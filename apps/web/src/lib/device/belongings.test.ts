import { expect, it } from 'vitest'
import { wipeBelongings } from './belongings.ts'

const others = ['sheber-theme', 'sheber-review-timur', 'sheber-tasks-timur-me2', 'sheber-cards ame']

it('takes whatever bears the name of who leaves, and nothing of anybody else', () => {
  const kept = new Map<string, string>()
  const shelf = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
  const theirs = [
    'sheber-review-me',
    'sheber-tasks-me-p',
    'sheber-jury-me-e',
    'sheber-carry me board',
    'sheber-cards me',
    'sheber:board:b:clash:me',
  ]
  for (const name of [...theirs, ...others]) shelf.setItem(name, '[')
  wipeBelongings(shelf, 'me')
  expect([...kept.keys()]).toEqual(others)
  wipeBelongings(null, 'me')
})
