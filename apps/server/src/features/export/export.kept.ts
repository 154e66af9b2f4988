import type { EvidenceState } from '@sheber/contract/evidence'
import type { Outcome } from '@sheber/contract/review'
import type { Language } from '@sheber/contract/words'
import type { RecordKind } from '@sheber/contract/portfolio'
import type { Body } from '@sheber/document/body'

/**
 * A portfolio as it is carried away: plain words in one language and the names of the files that go with it. What makes a
 * page, a sheet or a list of it needs nothing of the house any more.
 */

/** Of something in a framework, as 1EdTech's CASE names it: for programs, which no reader is shown. */
export interface KeptName {
  readonly identifier: string
  readonly uri: string
}

export interface KeptVerdict {
  readonly by: string
  readonly verdict: Extract<EvidenceState, 'confirmed' | 'partly' | 'not_yet'>
  readonly level: string
  readonly text: string
  /** ISO 8601. */
  readonly at: string
}

/** By a school, for a topic of its own. */
export interface KeptAccepted {
  readonly school: string
  readonly topic: string
  /** Of the school's framework; empty: the topic alone. */
  readonly goal: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

export interface KeptEvidence {
  /** CFDocument and CFItem. */
  readonly case: { readonly document: KeptName; readonly item: KeptName }
  readonly competency: string
  readonly person: string
  readonly level: string
  readonly why: string
  readonly state: EvidenceState
  readonly verdicts: readonly KeptVerdict[]
  readonly accepted: readonly KeptAccepted[]
}

/** What somebody said of one place of a record, or of it as a whole, and what was answered. */
export interface KeptRemark {
  /** The words, or the thing, that it points at; empty: the whole record, or a picture. */
  readonly quote: string
  readonly settled: boolean
  /** The oldest first; the first of them begins. */
  readonly words: readonly { readonly by: string; readonly text: string; readonly at: string }[]
}

/** What a reviewer said of what was handed in, all in all. */
export interface KeptReview {
  readonly by: string
  readonly outcome: Outcome
  readonly text: string
  /** ISO 8601. */
  readonly at: string
  /** Of the authors; null: none. */
  readonly answer: { readonly text: string; readonly at: string } | null
  /** Titles, as they were handed in. */
  readonly records: readonly string[]
}

export interface KeptPiece {
  readonly caption: string
  /** A picture or a document that goes with it, by its path in the archive; null: none. */
  readonly file: string | null
  readonly isPicture: boolean
  /** Of a file: its kind and size; else empty. */
  readonly about: string
  /** Of a page of a notebook: its words as they were frozen. */
  readonly body?: Body
}

export interface KeptRecord {
  readonly id: string
  readonly kind: RecordKind
  readonly title: string
  /** Days as YYYY-MM-DD; empty where nobody has said. */
  readonly from: string
  readonly to: string
  readonly prompt: string
  readonly reflection: string
  readonly body: Body
  readonly pieces: readonly KeptPiece[]
  readonly evidence: readonly KeptEvidence[]
  readonly remarks: readonly KeptRemark[]
}

export interface KeptMap {
  readonly case: KeptName
  readonly framework: string
  /** As its authors count: "1.0"; empty: they do not. */
  readonly version: string
  /** Whose work the framework is. */
  readonly attribution: string
  readonly rollup: 'latest' | 'highest' | 'median'
  /** From the lowest up. */
  readonly levels: readonly string[]
  readonly rows: readonly {
    /** Null: an area. */
    readonly level: number | null
    readonly claimed: number | null
    readonly isArea: boolean
    readonly title: string
    readonly evidence: number
    /** What a former version had confirmed, and is not counted here: its level is counted from one. */
    readonly earlier: { readonly version: string; readonly level: number } | null
    readonly case: KeptName
    /** Which show it, by their ids: those that go along. */
    readonly records: readonly { readonly id: string; readonly title: string }[]
  }[]
}

export interface KeptBadge {
  readonly name: string
  readonly issuer: string
  readonly at: string
  /** The signed picture, by its path in the archive. */
  readonly file: string
}

export interface Kept {
  readonly language: Language
  readonly owner: string
  readonly authors: readonly string[]
  readonly title: string
  readonly about: string
  /** On its cover, by its path in the archive; null: none. */
  readonly face: { readonly file: string; readonly alt: string } | null
  /** ISO 8601. */
  readonly at: string
  readonly sections: readonly { readonly title: string; readonly records: readonly KeptRecord[] }[]
  readonly maps: readonly KeptMap[]
  /** The oldest first. */
  readonly reviews: readonly KeptReview[]
  readonly badges: readonly KeptBadge[]
  /** Of a picture in a text, by its file's id: the path in the archive. */
  readonly pictures: Readonly<Record<string, string>>
}
