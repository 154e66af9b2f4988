import type { EvidenceState } from '@sheber/contract/evidence'
import type { Language } from '@sheber/contract/words'
import type { RecordKind } from '@sheber/contract/portfolio'
import type { Body } from '@sheber/document/body'

/**
 * A portfolio as it is carried away: plain words in one language and the names of the files that go with it. What makes a
 * page, a sheet or a list of it needs nothing of the house any more.
 */

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
  readonly competency: string
  readonly person: string
  readonly level: string
  readonly why: string
  readonly state: EvidenceState
  readonly verdicts: readonly KeptVerdict[]
  readonly accepted: readonly KeptAccepted[]
}

export interface KeptPiece {
  readonly caption: string
  /** A picture or a document that goes with it, by its path in the archive; null: none. */
  readonly file: string | null
  readonly isPicture: boolean
  /** Of a file: its kind and size; else empty. */
  readonly about: string
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
}

export interface KeptMap {
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
  /** ISO 8601. */
  readonly at: string
  readonly sections: readonly { readonly title: string; readonly records: readonly KeptRecord[] }[]
  readonly maps: readonly KeptMap[]
  readonly badges: readonly KeptBadge[]
  /** Of a picture in a text, by its file's id: the path in the archive. */
  readonly pictures: Readonly<Record<string, string>>
}
