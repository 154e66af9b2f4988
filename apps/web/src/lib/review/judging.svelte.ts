import type { ReviewedEvidence, Verdict } from '@sheber/contract/review'
import { shelfHere } from '#lib/device/shelf.ts'
import { newId } from '#lib/new-id.ts'
import { readDraft, writeDraft } from './keep.ts'

export interface Judgement {
  verdict: Verdict
  levelId: string
  text: string
}

interface Of {
  readonly personId: string
  readonly submissionId: string
  /** That is read now. */
  readonly versionId: string
}

/**
 * A review while it is being written, kept on the device until it is sent. Until a verdict is touched it agrees with what was
 * claimed: that costs no click. Where they have said otherwise before, it is that, so that nobody is overruled by a press alone.
 */
export class Judging {
  readonly #of: Of
  #changed = $state<Record<string, Judgement>>({})
  #text = $state('')
  /** Sent again after a cut, a word is the same word. */
  #id = newId()
  /** The version in front of which it was begun. */
  begunOn = $state('')
  /** This browser lets nothing be kept. */
  volatile = $state(false)

  constructor(of: Of) {
    this.#of = of
    this.begunOn = of.versionId
  }

  /** In the browser: what was begun here and not sent. */
  open(): void {
    const draft = readDraft(shelfHere(), this.#of.personId, this.#of.submissionId)
    if (!draft) return
    this.#changed = { ...draft.verdicts }
    this.#text = draft.text
    this.#id = draft.id
    this.begunOn = draft.versionId
  }

  get id() {
    return this.#id
  }

  /** The overall word. */
  get text() {
    return this.#text
  }
  set text(text: string) {
    this.#text = text
    this.#keep()
  }

  of({ id, levelId, verdicts }: ReviewedEvidence): Judgement {
    const before = verdicts.findLast(({ reviewer }) => reviewer.personId === this.#of.personId)
    return this.#changed[id] ?? { verdict: before?.verdict ?? 'confirmed', levelId: before?.levelId ?? levelId, text: '' }
  }

  change(evidence: ReviewedEvidence, changes: Partial<Judgement>): void {
    this.#changed[evidence.id] = { ...this.of(evidence), ...changes }
    this.#keep()
  }

  /** It was sent. */
  clear(): void {
    this.#changed = {}
    this.#text = ''
    this.#id = newId()
    this.#write(null)
  }

  /** As they are sent: what is not there yet stands on no level. */
  all(evidence: readonly ReviewedEvidence[]) {
    return evidence.map((one) => {
      const { verdict, levelId, text } = this.of(one)
      return { evidenceId: one.id, verdict, levelId: verdict === 'not_yet' ? null : levelId, text: text.trim() }
    })
  }

  #keep(): void {
    const verdicts = $state.snapshot(this.#changed)
    this.#write({ id: this.#id, versionId: this.begunOn, text: this.#text, verdicts, at: new Date().toISOString() })
  }

  #write(draft: Parameters<typeof writeDraft>[3]): void {
    this.volatile = !writeDraft(shelfHere(), this.#of.personId, this.#of.submissionId, draft, new Date())
  }
}
