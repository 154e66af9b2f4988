import type { ReviewedEvidence, Verdict } from '@sheber/contract/review'

export interface Judgement {
  verdict: Verdict
  levelId: string
  text: string
}

/** A reviewer's verdicts while they are being made. Until one is touched it agrees with what was claimed: that costs no click. */
export class Judging {
  #changed = $state<Record<string, Judgement>>({})

  of({ id, levelId }: ReviewedEvidence): Judgement {
    return this.#changed[id] ?? { verdict: 'confirmed', levelId, text: '' }
  }

  change(evidence: ReviewedEvidence, changes: Partial<Judgement>): void {
    this.#changed[evidence.id] = { ...this.of(evidence), ...changes }
  }

  /** They were sent. */
  clear(): void {
    this.#changed = {}
  }

  /** As they are sent: what is not there yet stands on no level. */
  all(evidence: readonly ReviewedEvidence[]) {
    return evidence.map((one) => {
      const { verdict, levelId, text } = this.of(one)
      return { evidenceId: one.id, verdict, levelId: verdict === 'not_yet' ? null : levelId, text: text.trim() }
    })
  }
}
