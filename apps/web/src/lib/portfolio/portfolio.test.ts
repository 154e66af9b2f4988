import { describe, expect, it } from 'vitest'
import type { Thing } from '@sheber/document/thing'
import { neighbours } from './order.ts'
import { differenceOf } from './piece/difference.ts'
import { lacking, loadTemplateWords, templateNames, templatesFor } from './template/template.ts'
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
  const thing = (id: string, text: string, more: object = {}) =>
    ({
      id,
      kind: 'note',
      text,
      g: [0, 0, 9, 9],
      turn: 0,
      fill: 'yellow',
      z: 'a0',
      by: 'x',
      at: 1,
      group: '',
      deleted: null,
      ...more,
    }) as unknown as Thing

  it('names what came, what went, and what of a thing is another', () => {
    const then = [thing('a', 'бір'), thing('b', 'екі'), thing('c', 'үш'), thing('e', 'бес')]
    const now = [
      thing('a', 'бір', { z: 'a9', by: 'y', at: 2, group: 'g' }),
      thing('b', 'ЕКІ', { g: [5, 0, 9, 9] }),
      thing('d', 'төрт'),
      thing('e', 'бес', { fill: 'blue' }),
    ]
    const found = differenceOf(then, now)
    expect(found.added.map(({ id }) => id)).toEqual(['d'])
    expect(found.removed.map(({ id }) => id)).toEqual(['c'])
    expect(found.changed.map(({ thing: { id }, in: what }) => [id, what])).toEqual([
      ['b', ['words', 'place']],
      ['e', ['look']],
    ])
    expect(differenceOf(then, then)).toEqual({ added: [], changed: [], removed: [] })
  })
})

it('says a prompt in the reader’s language, and one’s own question as it was written', () => {
  expect(promptOf(ru.prompts.list, 'proud')).toBe(ru.prompts.list.proud)
  expect(promptOf(ru.prompts.list, 'toString')).toBe('toString')
  expect(promptOf(ru.prompts.list, 'Неге?')).toBe('Неге?')
  expect(['', 'proud', 'toString', 'Неге?'].map((prompt) => isOwn(ru.prompts.list, prompt))).toEqual([false, false, true, true])
})

describe('ready sections', () => {
  it('suit whose portfolio it is, and none comes twice', async () => {
    expect(templatesFor('team', true)).toEqual(['team'])
    expect(templatesFor('person', true)).toEqual(['teacher'])
    expect(templatesFor('person', false)).toEqual(['small', 'middle', 'grown'])
    const { templates } = await loadTemplateWords('kk')
    const there = [{ title: ' жобалар ' }, { title: 'Басқа' }]
    expect(lacking(templates.middle.parts, there).map(({ title }) => title)).toEqual(
      templates.middle.parts.slice(1).map(({ title }) => title),
    )
  })

  it.each(['kk', 'ru', 'en'] as const)('have a question each, in %s', async (language) => {
    const { templates } = await loadTemplateWords(language)
    for (const name of templateNames)
      for (const { title, question } of templates[name].parts) expect([title, question.at(-1)]).toEqual([title, '?'])
  })
})
