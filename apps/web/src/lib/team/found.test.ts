import { expect, it } from 'vitest'
import { readFound, writeFound } from './found.ts'

const aidana = { id: 'kmvbhk4n9nf99xd9445k', name: 'Айдана «С.»', role: 'learner', organisation: 'Школа № 101' } as const

it('reads what it wrote', () => {
  expect(readFound([writeFound(aidana)])).toEqual([aidana])
})

it('leaves out what is not a person', () => {
  expect(readFound(['', 'null', '[]', '{"id":1}', '{', writeFound(aidana)])).toEqual([aidana])
})
