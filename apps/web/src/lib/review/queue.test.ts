import { expect, it } from 'vitest'
import { queueOf } from './queue.ts'

const counts = { mine: 0, unassigned: 8, all: 10, given: 3 }

it.each([
  ['what was asked for, though nothing lies in it', 'mine', counts, 'mine'],
  ['what nobody has taken, where nothing waits for me', null, counts, 'unassigned'],
  ['mine, as soon as something waits for me', null, { ...counts, mine: 1 }, 'mine'],
  ['mine, where nothing waits at all', null, { ...counts, unassigned: 0 }, 'mine'],
  ['mine for a word that is no queue', 'nothing', { ...counts, unassigned: 0 }, 'mine'],
] as const)('%s', (_, asked, waiting, queue) => expect(queueOf(asked, waiting)).toBe(queue))
