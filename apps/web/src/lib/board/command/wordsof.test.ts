import { expect, it } from 'vitest'
import { thingsWith } from './search.ts'
import { everyKind, sceneOf, technical, voted } from '../paper/paper.fixture.ts'
import { allWordsOf, wordsOf } from '@sheber/document/wordsof'

it('a thing is found by all that is read in it: cells, answers, a value, what a link is about', () => {
  const { order } = sceneOf([...everyKind, ...technical, ...voted])
  const found = (asked: string) => thingsWith(order, asked, allWordsOf).map(({ id }) => id)
  expect(found('кернеу')).toEqual(['table'])
  expect(found('бес қалақ')).toEqual(['poll'])
  expect(found('220 ω')).toEqual(['symbol'])
  expect(found('жел туралы')).toEqual(['link'])
  const table = order.find(({ id }) => id === 'table')
  expect(table && [wordsOf(table.thing), allWordsOf(table.thing)]).toEqual(['Өлшемдер', 'Өлшемдер. Кернеу'])
})
