import { Type, type Static } from 'typebox'
import { Id, Uuid } from './ids.ts'
import { Closed, Moment } from './words.ts'

/** A claim; handed in with a submission; what reviewers said of it; spoken against; a newer claim stands in its place. */
export const evidenceStates = ['claimed', 'ready', 'confirmed', 'partly', 'not_yet', 'disputed', 'superseded'] as const
export const EvidenceState = Type.Enum(evidenceStates)
export type EvidenceState = Static<typeof EvidenceState>

export const verdicts = ['confirmed', 'partly', 'not_yet'] as const
export const Verdict = Type.Enum(verdicts)
export type Verdict = Static<typeof Verdict>

/** What one reviewer said of one evidence. */
export const GivenVerdict = Closed({
  id: Id,
  reviewer: Closed({ personId: Id, name: Type.String() }),
  verdict: Verdict,
  /** Null: on none yet. */
  levelId: Type.Union([Uuid, Type.Null()]),
  text: Type.String(),
  at: Moment,
})
export type GivenVerdict = Static<typeof GivenVerdict>

export const Evidence = Closed({
  id: Id,
  portfolioId: Id,
  recordId: Type.String(),
  /** Whose competency it shows. */
  person: Closed({ personId: Id, name: Type.String() }),
  competencyId: Uuid,
  frameworkId: Uuid,
  /** As claimed. */
  levelId: Uuid,
  why: Type.String(),
  state: EvidenceState,
  by: Closed({ personId: Id, name: Type.String() }),
  at: Moment,
  /** All there are, the oldest first: several reviews stand side by side. */
  verdicts: Type.Array(GivenVerdict),
})
export type Evidence = Static<typeof Evidence>
