import type { ReviewedEvidence } from '@sheber/contract/review'

type Verdict = ReviewedEvidence['verdicts'][number]
type Dispute = ReviewedEvidence['disputes'][number]

export interface Said {
  readonly verdict: Verdict
  /** Said against it, and against those before it: after it, and before anybody judged again. */
  readonly against: readonly Dispute[]
}

/** Verdicts in their order, each with the words that followed it. */
export const saidOf = ({ verdicts, disputes }: Pick<ReviewedEvidence, 'verdicts' | 'disputes'>): Said[] =>
  verdicts.map((verdict, n) => {
    const next = verdicts[n + 1]
    // Nobody disputes what was not judged: what stands before the first one by some clock belongs to it.
    const from = n === 0 ? '' : verdict.at
    return { verdict, against: disputes.filter(({ at }) => at >= from && (!next || at < next.at)) }
  })
