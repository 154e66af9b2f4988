import { seeded, shuffled } from './random.ts'
import type { Score } from './severity.ts'

/** "a 70 80, b 60 70": judge a gave 70 to the first stand and 80 to the second; "-" is a stand not seen. */
export const scoresOf = (words: string): Score[] =>
  words.split(',').flatMap((line) => {
    const [judgeId = '', ...given] = line.trim().split(/ +/)
    return given.flatMap((score, at) => (score === '-' ? [] : [{ judgeId, standId: `s${at + 1}`, score: Number(score) }]))
  })

/** A hall of chance: each stand seen by `views` judges, who are 6 points strict or mild, and 4 unsteady. */
export const hallOf = (seed: number, { stands = 24, judges = 6, views = 3 } = {}) => {
  const random = seeded(`hall ${seed}`)
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6)
  const severities = Array.from({ length: judges }, () => 6 * normal())
  const truth = new Map(Array.from({ length: stands }, (_, at) => [`s${String(at).padStart(3, '0')}`, 70 + 8 * normal()]))
  const scores = [...truth].flatMap(([standId, quality]) =>
    shuffled([...severities.keys()], random)
      .slice(0, views)
      .map((judge): Score => ({ judgeId: `j${judge}`, standId, score: quality - (severities[judge] ?? 0) + 4 * normal() })),
  )
  return { truth, severities, scores }
}
