import { competency, draft, level } from '@sheber/domain/framework.fixture'
import { expect, it } from 'vitest'
import { claimable, isSought, named, numberOf } from './read.ts'

const solder = competency(2, 1, { code: 'C2', title: { kk: 'Электр тізбегін жинайды', ru: 'Собирает электрическую схему', en: '' } })

it.each([
  ['', true],
  ['электр', true],
  ['схему  СОБИРАЕТ', true],
  ['тізбегін', true],
  ['c2', true],
  ['схему пила', false],
])('“%s” finds it: %s', (sought, found) => {
  expect(isSought(solder, sought)).toBe(found)
})

it('offers what can be claimed, by area', () => {
  const all = [competency(1), solder, competency(3, 1, { retired: true }), competency(4)]
  expect(claimable({ competencies: all }).map(({ area, inside }) => [area?.code ?? null, inside.map(({ code }) => code)])).toEqual([
    ['C1', ['C2']],
    [null, ['C4']],
  ])
})

it('names a competency in a language that there is, and counts levels from one', () => {
  expect(named(solder, 'en')).toBe('C2 Собирает электрическую схему')
  expect([level(1).id, level(2).id, null, 'other'].map((id) => numberOf(draft(), id))).toEqual([1, 2, 0, 0])
})
