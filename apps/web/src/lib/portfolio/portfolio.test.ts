import { describe, expect, it } from 'vitest'
import type { Thing } from '@sheber/document/thing'
import { neighbours } from './order.ts'
import { differenceOf } from './piece/difference.ts'
import { isOwn, promptOf } from './prompts.ts'
import ru from './words.ru.ts'

const list = ['a', 'b', 'c'].map((id) => ({ id }))

describe('the place of a record', () => {
  it.each([
    ['a', 1, { after: 'b', before: 'c' }],
    ['c', 0, { after: null, before: 'a' }],
    ['a', 9, { after: 'c', before: null }],
    ['new', 1, { after: 'a', before: 'b' }],
    ['b', -3, { after: null, before: 'a' }],
  ] as const)('%s to %i', (id, place, stands) => {
    expect(neighbours(list, id, place)).toEqual(stands)
  })
})

describe('the difference of a board', () => {
  const thing = (id: string, text: string, z = 'a0') => ({ id, kind: 'note', text, z, by: 'x', at: 1, deleted: null }) as unknown as Thing
  it('counts what came, went, and looks another way', () => {
    const then = [thing('a', 'бір'), thing('b', 'екі'), thing('c', 'үш')]
    const now = [thing('a', 'бір', 'a9'), thing('b', 'ЕКІ'), thing('d', 'төрт')]
    expect(differenceOf(then, now)).toEqual({ added: 1, changed: 1, removed: 1 })
  })
})

it('says a prompt in the reader’s language, and one’s own question as it was written', () => {
  expect(promptOf(ru.prompts.list, 'proud')).toBe(ru.prompts.list.proud)
  expect(promptOf(ru.prompts.list, 'toString')).toBe('toString')
  expect(promptOf(ru.prompts.list, 'Неге?')).toBe('Неге?')
  expect(['', 'proud', 'toString', 'Неге?'].map((prompt) => isOwn(ru.prompts.list, prompt))).toEqual([false, false, true, true])
})
