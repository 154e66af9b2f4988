import type { Rubric } from '@sheber/contract/rubric'
import { describe, expect, it } from 'vitest'
import { said } from './framework.fixture.ts'
import { isWhole, problemsOfRubric, rubricScore } from './rubric.ts'

const criterion = (id: string, weight: number, points: readonly number[]) => ({
  id,
  title: said(id),
  weight,
  levels: points.map((one) => ({ points: one, text: said(`${one}`) })),
})
const rubric: Rubric = { criteria: [criterion('idea', 30, [0, 1, 2, 3]), criterion('work', 50, [0, 5, 10]), criterion('talk', 20, [1, 2])] }
const marks = (idea: number, work: number, talk: number) => [
  { criterionId: 'idea', points: idea },
  { criterionId: 'work', points: work },
  { criterionId: 'talk', points: talk },
]

describe('a score by a rubric', () => {
  it('is a hundred for the best of everything, and weighs what weighs', () => {
    expect(rubricScore(rubric, marks(3, 10, 2))).toBe(100)
    expect(rubricScore(rubric, marks(0, 0, 1))).toBe(10)
    expect(rubricScore(rubric, marks(1, 5, 1))).toBe(45)
    expect(rubricScore(rubric, marks(2, 0, 2))).toBe(40)
  })

  it('is the same whatever the weights sum up to, and in whatever order marks come', () => {
    const tenfold = { criteria: rubric.criteria.map((one) => ({ ...one, weight: one.weight * 2 })) }
    expect(rubricScore(tenfold, marks(1, 5, 2))).toBe(rubricScore(rubric, marks(1, 5, 2).toReversed()))
    // A third and a third of a third: equal shares are equal numbers, to the last bit.
    const thirds: Rubric = { criteria: ['a', 'b', 'c'].map((id) => criterion(id, 1, [0, 1, 2, 3])) }
    const by = (a: number, b: number, c: number) =>
      rubricScore(thirds, [
        { criterionId: 'a', points: a },
        { criterionId: 'b', points: b },
        { criterionId: 'c', points: c },
      ])
    expect(by(1, 2, 3)).toBe(by(3, 2, 1))
    expect(by(1, 2, 3)).toBe(by(2, 2, 2))
    expect(by(1, 0, 0)).toBe(11.111111)
  })

  it('grows while marks come, and takes none that is no level, nor of a criterion that is gone', () => {
    expect(rubricScore(rubric, [])).toBe(0)
    expect(rubricScore(rubric, [{ criterionId: 'idea', points: 3 }])).toBe(30)
    expect(rubricScore(rubric, [...marks(3, 7, 2), { criterionId: 'gone', points: 9 }])).toBe(50)
    expect(rubricScore({ criteria: [] }, marks(3, 10, 2))).toBe(0)
    expect(rubricScore({ criteria: [criterion('idea', 1, [0, 0])] }, [{ criterionId: 'idea', points: 0 }])).toBe(0)
  })
})

describe('marks', () => {
  it('are whole when every criterion has one of its levels, once', () => {
    expect(isWhole(rubric, marks(0, 0, 1))).toBe(true)
    expect(isWhole(rubric, marks(3, 10, 2).slice(1))).toBe(false)
    expect(isWhole(rubric, marks(3, 7, 2))).toBe(false)
    expect(isWhole(rubric, [...marks(3, 10, 2), { criterionId: 'gone', points: 1 }])).toBe(false)
    expect(isWhole(rubric, [...marks(3, 10, 2), { criterionId: 'idea', points: 2 }])).toBe(false)
    expect(isWhole({ criteria: [] }, [])).toBe(false)
  })
})

describe('a rubric', () => {
  it('is fit to judge by, or says what is wrong', () => {
    expect(problemsOfRubric(rubric)).toEqual([])
    const broken = { criteria: [criterion('a', 1, [1]), criterion('b', 1, [2, 1]), criterion('b', 1, [1, 1])] }
    expect(problemsOfRubric(broken)).toEqual([
      { code: 'levels-missing', id: 'a' },
      { code: 'points-unsorted', id: 'b' },
      { code: 'id-twice', id: 'b' },
      { code: 'points-unsorted', id: 'b' },
    ])
  })
})
