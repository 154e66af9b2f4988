import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Marks, Rubric } from './rubric.ts'

const said = { kk: 'а', ru: 'а', en: 'a' }
const level = (points: number) => ({ points, text: said })
const criterion = (more: object = {}) => ({ id: 'idea', title: said, weight: 10, levels: [level(0), level(1)], ...more })
const isFit = (more: object) => Value.Check(Rubric, { criteria: [criterion(more)] })

describe('a rubric', () => {
  it('has criteria with levels, worded ids or UUIDs', () => {
    expect(isFit({})).toBe(true)
    expect(isFit({ id: 'own-work' })).toBe(true)
    expect(isFit({ id: 'c0ffee00-0000-4000-8000-000000000000' })).toBe(true)
    // A draft has none yet.
    expect(Value.Check(Rubric, { criteria: [] })).toBe(true)
    for (const id of ['', '-', 'Idea', 'идея', '__proto__', 'a'.repeat(41)]) expect(isFit({ id })).toBe(false)
  })

  it('weighs and counts in whole numbers, within bounds', () => {
    for (const weight of [0, -1, 0.5, 101, Number.NaN]) expect(isFit({ weight })).toBe(false)
    for (const points of [-1, 0.5, 101]) expect(isFit({ levels: [level(0), level(points)] })).toBe(false)
    expect(isFit({ levels: [level(0)] })).toBe(false)
    expect(isFit({ levels: Array.from({ length: 9 }, (_, points) => level(points)) })).toBe(false)
    expect(isFit({ more: 1 })).toBe(false)
  })

  it('is marked criterion by criterion', () => {
    expect(Value.Check(Marks, [{ criterionId: 'idea', points: 3 }])).toBe(true)
    expect(Value.Check(Marks, [])).toBe(true)
    expect(Value.Check(Marks, [{ criterionId: 'idea', points: 1.5 }])).toBe(false)
  })
})
