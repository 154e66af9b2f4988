import { describe, expect, it } from 'vitest'
import type { ResultStand } from '@sheber/contract/result'
import { awardTitle, byPlace, points, spanOf } from './figures.ts'
import ru from './words.ru.ts'

const stand = (over: Partial<ResultStand>) =>
  ({ place: null, number: null, low: null, high: null, corrected: null, raw: null, ...over }) as ResultStand

describe('figures of results', () => {
  it('are written as the language writes them', () => {
    expect([points(70.05, 'en'), points(70.26, 'ru'), points(null, 'kk')]).toEqual(['70.0', '70,3', '–'])
  })
  it('span what there is, in tens', () => {
    expect(spanOf([stand({ low: 41, high: 78 }), stand({ corrected: 60 })])).toEqual({ from: 40, to: 80 })
    expect(spanOf([stand({})])).toEqual({ from: 0, to: 100 })
  })
  it('stand in the order of places, the unscored last', () => {
    const all = [stand({ id: 'c' }), stand({ id: 'b', place: 2 }), stand({ id: 'a', place: 1 })]
    expect(byPlace(all).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
  it('name an award by its degree or by its own name', () => {
    const none = { kk: '', ru: '', en: '' }
    expect(awardTitle(ru, { degree: 2, title: none }, 'ru')).toBe('Диплом II степени')
    expect(awardTitle(ru, { degree: null, title: { ...none, ru: 'Приз зрителей' } }, 'ru')).toBe('Приз зрителей')
  })
})
