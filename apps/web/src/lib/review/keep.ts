import { readFrom, writeTo, type Shelf } from '#lib/device/shelf.ts'
import type { Judgement } from './judging.svelte.ts'

/** A review that was begun and not sent yet, as it lies on the device. */
export interface Draft {
  /** Of the word: sent again after a cut, it is the same word. */
  readonly id: string
  /** The version in front of which it was begun. */
  readonly versionId: string
  readonly text: string
  /** What was changed, by the claim. */
  readonly verdicts: Readonly<Record<string, Judgement>>
  /** ISO 8601. */
  readonly at: string
}

type Drafts = Readonly<Record<string, Draft>>

/** What nobody has come back to for so long is not kept any more. */
const keptMs = 90 * 86_400_000

const nameOf = (personId: string) => `sheber-review-${personId}`
const draftsOf = (shelf: Shelf | null, personId: string): Drafts => (readFrom(shelf, nameOf(personId)) ?? {}) as Drafts

export const readDraft = (shelf: Shelf | null, personId: string, submissionId: string): Draft | null =>
  draftsOf(shelf, personId)[submissionId] ?? null

/** Of which submissions this person has begun a review here. */
export const begunHere = (shelf: Shelf | null, personId: string): readonly string[] => Object.keys(draftsOf(shelf, personId))

/** Null: it was sent. False: it is not kept here. */
export const writeDraft = (shelf: Shelf | null, personId: string, submissionId: string, draft: Draft | null, now: Date): boolean => {
  const { [submissionId]: _, ...others } = draftsOf(shelf, personId)
  const fresh = Object.entries(others).filter(([, { at }]) => now.getTime() - new Date(at).getTime() < keptMs)
  const drafts = Object.fromEntries(draft ? [...fresh, [submissionId, draft]] : fresh)
  return writeTo(shelf, nameOf(personId), Object.keys(drafts).length === 0 ? null : drafts)
}
