import type { Marks, Rubric } from '@sheber/contract/rubric'

/**
 * id-twice        two criteria with one name
 * levels-missing  a criterion of fewer than two levels tells nothing apart
 * points-unsorted levels do not rise: each must be worth more than the one before
 */
export type RubricProblemCode = 'id-twice' | 'levels-missing' | 'points-unsorted'

export interface RubricProblem {
  readonly code: RubricProblemCode
  /** Of the criterion. */
  readonly id: string
}

/** What stands in the way of judging by it. */
export const problemsOfRubric = ({ criteria }: Rubric): readonly RubricProblem[] => {
  const seen = new Set<string>()
  return criteria.flatMap(({ id, levels }): RubricProblem[] => {
    const problems: RubricProblemCode[] = []
    if (seen.has(id)) problems.push('id-twice')
    seen.add(id)
    if (levels.length < 2) problems.push('levels-missing')
    if (levels.some(({ points }, at) => at > 0 && points <= (levels[at - 1]?.points ?? 0))) problems.push('points-unsorted')
    return problems.map((code) => ({ code, id }))
  })
}

/** What a judge has given a criterion, if it is one of its levels: of the last mark, if there are several. */
const given = (rubric: Rubric, marks: Marks): ReadonlyMap<string, number> => {
  const marked = new Map(marks.map(({ criterionId, points }) => [criterionId, points]))
  const known = rubric.criteria.flatMap(({ id, levels }): [string, number][] => {
    const points = marked.get(id)
    return points !== undefined && levels.some((level) => level.points === points) ? [[id, points]] : []
  })
  return new Map(known)
}

/** Has every criterion exactly one mark that is one of its levels, and is nothing marked beside? Only then does a score count. */
export const isWhole = (rubric: Rubric, marks: Marks): boolean =>
  rubric.criteria.length > 0 && marks.length === rubric.criteria.length && given(rubric, marks).size === rubric.criteria.length

/** To a millionth of a point: the same share, summed in another order, must not lose a tie by the last bit. */
const even = (value: number) => Math.round(value * 1e6) / 1e6

/**
 * From 0 to 100. Each criterion earns the part of its weight that its points are of its highest level, and all weights together
 * are 100: `100 · Σ weight·points/highest ÷ Σ weight`. (zFairs counts a category in the same way: "total earned / possible value ·
 * category weight", wiki.zfairs.com, Scoring.) What is not marked yet earns nothing, so before `isWhole` it is a running sum.
 */
export const rubricScore = (rubric: Rubric, marks: Marks): number => {
  const points = given(rubric, marks)
  let earned = 0
  let all = 0
  for (const { id, weight, levels } of rubric.criteria) {
    const highest = Math.max(0, ...levels.map((level) => level.points))
    all += weight
    if (highest > 0) earned += (weight * (points.get(id) ?? 0)) / highest
  }
  return all > 0 ? even((100 * earned) / all) : 0
}
