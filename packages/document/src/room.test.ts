import { expect, it } from 'vitest'
import { boardRoom, notebookRoom, parseRoom } from './room.ts'

const id = '0123456789abcdefghjk'

it('reads back the name it wrote', () => {
  expect(parseRoom(boardRoom(id))).toEqual({ kind: 'board', id })
  expect(parseRoom(notebookRoom(id))).toEqual({ kind: 'notebook', id })
})

it.each([
  '',
  'board:',
  'board:..',
  `board:../${id}`,
  `board:${id}/..`,
  `board:${id}\n`,
  ` board:${id}`,
  `Board:${id}`,
  `board:${id.toUpperCase()}`,
  `board:${id}0`,
  `board%3A${id}`,
  `tasks:${id}`,
  `board:${'і'.repeat(20)}`,
  `__proto__:${id}`,
])('refuses %j', (name) => {
  expect(parseRoom(name)).toBeNull()
})
