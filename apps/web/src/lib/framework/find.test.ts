import { competency, said, uuid } from '@sheber/domain/framework.fixture'
import { expect, it } from 'vitest'
import { findIn, foundMax } from './find.ts'

const all = [
  competency(1, null, { code: 'A', title: said({ ru: 'Идея' }) }),
  competency(2, 1, { code: 'A1', title: said({ ru: 'Находит задачу', kk: 'Міндетті табады' }) }),
  competency(3, 1, { code: 'A2', title: said({ ru: 'Ставит опыт A1' }) }),
  competency(4, 1, { code: 'A3', title: said({ ru: 'Находит ошибку' }), retired: true }),
]
const ids = (asked: string) => findIn(all, asked, 'ru').map(({ id }) => id)

it('by any word in any language, and by code, the code first', () => {
  expect(ids('находит')).toEqual([uuid(2)])
  expect(ids('МІНДЕТТІ')).toEqual([uuid(2)])
  expect(ids('a2')).toEqual([uuid(3)])
  expect(ids('a1')).toEqual([uuid(2), uuid(3)])
  expect(ids('опыт задачу')).toEqual([])
})
it('areas and the retired are not found; nothing asked shows the beginning', () => {
  expect(ids('')).toEqual([uuid(2), uuid(3)])
  const many = Array.from({ length: 50 }, (_, n) => competency(n + 100, 1))
  expect(findIn(many, '', 'ru')).toHaveLength(foundMax)
})
