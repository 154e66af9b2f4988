import type { GivenVerdict } from '@sheber/contract/evidence'
import type { Rollup } from '@sheber/contract/framework'

/** What one looks at to say where a person stands in one competency. */
export type Judged = Pick<GivenVerdict, 'verdict' | 'levelId' | 'at'>

/**
 * Of all verdicts on one competency of one person, over all its evidence, the level that is shown; null: none yet. `levels`
 * are the framework's, from the lowest up. Only what was confirmed counts, and of it what
 * the framework's rule says, which is named on screen: the latest, the highest, or the median of the last three (of two, the lower).
 */
export const levelShown = (verdicts: readonly Judged[], levels: readonly string[], rollup: Rollup): string | null => {
  const heights = verdicts
    .filter(({ verdict, levelId }) => verdict === 'confirmed' && levelId !== null && levels.includes(levelId))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ levelId }) => levels.indexOf(levelId as string))
  if (heights.length === 0) return null
  const recent = heights.slice(-3).toSorted((a, b) => a - b)
  const height = {
    latest: heights.at(-1),
    highest: Math.max(...heights),
    median: recent[Math.floor((recent.length - 1) / 2)],
  }[rollup]
  return levels[height as number] ?? null
}
