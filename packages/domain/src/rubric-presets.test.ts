import { languages } from '@sheber/contract/plain'
import { Rubric } from '@sheber/contract/rubric'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { rubricPresetIds, rubricPresets } from './rubric-presets.ts'
import { isWhole, problemsOfRubric, rubricScore } from './rubric.ts'

describe.each(rubricPresetIds)('the rubric for %s', (id) => {
  const { title, rubric } = rubricPresets[id]
  const texts = [title, ...rubric.criteria.flatMap((one) => [one.title, ...one.levels.map(({ text }) => text)])]
  const marked = (pick: 'best' | 'least') =>
    rubric.criteria.map(({ id: criterionId, levels }) => ({ criterionId, points: levels.at(pick === 'best' ? -1 : 0)?.points ?? -1 }))

  it('keeps what is promised of rubrics, and can be judged by', () => {
    expect(Value.Check(Rubric, rubric)).toBe(true)
    expect(problemsOfRubric(rubric)).toEqual([])
    expect(isWhole(rubric, marked('best'))).toBe(true)
    expect(rubricScore(rubric, marked('best'))).toBe(100)
    expect(isWhole(rubric, marked('least'))).toBe(true)
    expect(rubricScore(rubric, marked('least'))).toBe(id === 'youngest' ? 33.333333 : 0)
  })

  it('has weights that are per cent', () => {
    expect(rubric.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  })

  it('says all of it in three languages, each level in other words', () => {
    for (const language of languages) {
      for (const text of texts) expect(text[language]).toMatch(/^[\p{Lu}«]/u)
      const levels = rubric.criteria.flatMap((one) => one.levels.map(({ text }) => text[language]))
      expect(new Set(levels).size).toBe(levels.length)
      for (const level of levels) expect(level).toMatch(/^.{10,130}[.”»]$/u)
    }
  })
})

it('weighs an engineering project as fairs do', () => {
  expect(rubricPresets.engineering.rubric.criteria.map(({ id, weight }) => `${id} ${weight}`)).toEqual([
    ...['problem 10', 'design 15', 'making 20', 'creativity 20'],
    // Presentation: 35.
    ...['poster 10', 'interview 25'],
  ])
})
