import { Type, type Static } from 'typebox'
import { Said } from './framework.ts'
import { Closed } from './words.ts'

export const criteriaMax = 20
export const rubricLevelsMax = 8

/** What is looked at, how much it weighs, and what each level looks like. Levels from the lowest up. */
export const Criterion = Closed({
  id: Type.String({ maxLength: 40, pattern: '^[a-z0-9-]+$' }),
  title: Said,
  /** Of all weights together; more than nothing. */
  weight: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
  levels: Type.Array(Closed({ points: Type.Number({ minimum: 0, maximum: 100 }), text: Said }), { minItems: 2, maxItems: rubricLevelsMax }),
})
export type Criterion = Static<typeof Criterion>

export const Rubric = Closed({ criteria: Type.Array(Criterion, { maxItems: criteriaMax }) })
export type Rubric = Static<typeof Rubric>

/** One judge's marks at one stand: the points of the chosen level, for each criterion that was looked at. */
export const Marks = Type.Array(
  Closed({ criterionId: Type.String({ maxLength: 40, pattern: '^[a-z0-9-]+$' }), points: Type.Number({ minimum: 0, maximum: 100 }) }),
  { maxItems: criteriaMax },
)
export type Marks = Static<typeof Marks>
