import { drawn, seeded } from '@sheber/domain/random'
import { twoWay, type Score } from '@sheber/domain/severity'

export interface Range {
  readonly low: number
  readonly high: number
}

/**
 * The bootstrap as most would write it, to be seen beside Sheber's: judges are drawn with all their scores, again and again, and
 * nine tenths of what comes out are the interval. Where a stand has three views it holds too little.
 */
export const plainIntervals = (scores: readonly Score[], seed: string, rounds: number): ReadonlyMap<string, Range> => {
  const random = seeded(seed)
  const of = Map.groupBy(scores, ({ judgeId }) => judgeId)
  const judgeIds = [...of.keys()].toSorted()
  const fit = new Map(twoWay(scores).stands.map(({ standId, corrected }) => [standId, corrected]))
  const found = new Map([...fit.keys()].map((id) => [id, [] as number[]]))
  for (let round = 0; round < rounds; round += 1) {
    const drawnScores = judgeIds.flatMap((_, at) => {
      const id = drawn(judgeIds, random) ?? ''
      return (of.get(id) ?? []).map((score) => ({ ...score, judgeId: `${id} ${at}` }))
    })
    const { stands } = twoWay(drawnScores)
    // Judges drawn twice shift everybody: only differences between stands are of interest.
    const level = stands.reduce((sum, one) => sum + one.corrected - (fit.get(one.standId) ?? 0), 0) / stands.length
    for (const { standId, corrected } of stands) found.get(standId)?.push(corrected - level)
  }
  const at = (sorted: readonly number[], part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
  return new Map(
    [...found].map(([id, values]) => {
      const sorted = values.toSorted((a, b) => a - b)
      return [id, { low: at(sorted, 0.05), high: at(sorted, 0.95) }]
    }),
  )
}
