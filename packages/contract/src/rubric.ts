import { Type, type Static } from 'typebox'
import { Said } from './framework.ts'
import { Closed } from './words.ts'

export const criteriaMax = 20
export const rubricLevelsMax = 8
export const weightMax = 100
export const pointsMax = 100

/** Told apart within its rubric only: a word for what is shipped ("problem"), a UUID for what an organiser adds. */
const CriterionId = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$' })

/** What is true of a work with so many points. */
export const RubricLevel = Closed({ points: Type.Integer({ minimum: 0, maximum: pointsMax }), text: Said })
export type RubricLevel = Static<typeof RubricLevel>

export const Criterion = Closed({
  id: CriterionId,
  title: Said,
  /** Its part of the whole, beside the weights of the others; they need not make a hundred together. */
  weight: Type.Integer({ minimum: 1, maximum: weightMax }),
  /** From the fewest points to the most. */
  levels: Type.Array(RubricLevel, { minItems: 2, maxItems: rubricLevelsMax }),
})
export type Criterion = Static<typeof Criterion>

/** What judges look at. Scores are 0…100 whatever its weights and points are (`domain/rubric`). */
export const Rubric = Closed({ criteria: Type.Array(Criterion, { minItems: 1, maxItems: criteriaMax }) })
export type Rubric = Static<typeof Rubric>

export const Mark = Closed({ criterionId: CriterionId, points: Type.Integer({ minimum: 0, maximum: pointsMax }) })
export type Mark = Static<typeof Mark>

/** One judge's, of one stand: a mark for each criterion, once all are given. */
export const Marks = Type.Array(Mark, { maxItems: criteriaMax })
export type Marks = Static<typeof Marks>
