import type { ReviewedEvidence, Verdict } from '@sheber/contract/review'

export interface Judgement {
  verdict: Verdict
  levelId: string
  text: string
}

/**
 * A reviewer's verdicts while they are being made. Until one is touched it agrees with what was claimed: that costs no click.
 * Where they have said otherwise before, it is that, so that nobody is overruled by a press alone.
 */
export class Judging {
  #changed = $state<Record<string, Judgement>>({})
  readonly #me: string

  constructor(me: string) {
    this.#me = me
  }

  of({ id, levelId, verdicts }: ReviewedEvidence): Judgement {
    const before = verdicts.findLast(({ reviewer }) => reviewer.personId === this.#me)
    return this.#changed[id] ?? { verdict: before?.verdict ?? 'confirmed', levelId: before?.levelId ?? levelId, text: '' }
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
