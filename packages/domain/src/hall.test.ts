import { exhibitionStates } from '@sheber/contract/exhibition'
import { expect, it } from 'vitest'
import { folded, hallIsOpen, soughtIn, type Findable, type Sought } from './hall.ts'

it('is walked through from its opening, and for ever after', () => {
  expect(exhibitionStates.filter(hallIsOpen)).toEqual(['hall', 'judging', 'deliberation', 'results', 'archived'])
})

it.each([
  ['Көпір макеті', 'копир макети'],
  ['Ұшқыш аппарат', 'ушкыш аппарат'],
  ['Ёлочный шар', 'елочныи шар'],
  ['ҚҰРЫЛҒЫ', 'курылгы'],
  ['Glider № 4', 'glider № 4'],
])('reads %s as %s', (words, plain) => {
  expect(folded(words)).toBe(plain)
})

const bridge: Findable = {
  folded: folded('Көпір макеті Ағаштан жасалған'),
  nominationId: 'models',
  direction: 'modelling',
  organisationId: null,
  awarded: false,
}
const all: Sought = { words: '', nominationId: null, direction: null, organisationId: null, awarded: false }

it.each<[string, Partial<Sought>, boolean]>([
  ['nothing asked', {}, true],
  ['a Kazakh word by a Russian keyboard', { words: 'Копир' }, true],
  ['two words in any order', { words: 'макет  көпір' }, true],
  ['a word that is not there', { words: 'көпір робот' }, false],
  ['its nomination', { nominationId: 'models' }, true],
  ['another nomination', { nominationId: 'robots' }, false],
  ['another direction', { direction: 'aero' }, false],
  ['a school that it does not name', { organisationId: 'school' }, false],
  ['only what was awarded', { awarded: true }, false],
])('%s', (_, asked, found) => {
  expect(soughtIn([bridge], { ...all, ...asked })).toEqual(found ? [bridge] : [])
})
