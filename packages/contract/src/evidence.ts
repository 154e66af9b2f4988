import { Type, type Static } from 'typebox'
import { Said } from './framework.ts'
import { Id, Uuid } from './ids.ts'
import { fact, route } from './kit.ts'
import { RecordId, RecordKind } from './portfolio.ts'
import { Closed, Moment, Nothing } from './words.ts'

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

/** One sentence, or a few: what in the record shows it, or why a verdict is not agreed to. */
const Why = Type.String({ minLength: 1, maxLength: 1000, pattern: String.raw`^(?=[\s\S]*\S)[\P{C}\t\n\r]*$` })

/** What was said against a verdict. */
export const Dispute = Closed({ by: Closed({ personId: Id, name: Type.String() }), text: Type.String(), at: Moment })
export type Dispute = Static<typeof Dispute>

/** A school has taken it for a topic of its own. */
export const Accepted = Closed({
  id: Id,
  school: Type.String(),
  topic: Type.String(),
  /** Of a framework of the school; null: only the topic is known. */
  goal: Type.Union([Closed({ id: Uuid, code: Type.String(), title: Said }), Type.Null()]),
  by: Type.String(),
  at: Moment,
})
export type Accepted = Static<typeof Accepted>

/** From when until when a claim did not stand: it was taken back, and brought back later. */
export const Away = Closed({ from: Moment, to: Moment })
export type Away = Static<typeof Away>

/** A submission that took its record along; `until`: it was withdrawn then, or not: null. */
export const Handed = Closed({ at: Moment, until: Type.Union([Moment, Type.Null()]) })
export type Handed = Static<typeof Handed>

/** As it is looked at: what was said against its verdicts, and what became of it. */
export const ShownEvidence = Closed({
  ...Evidence.properties,
  /** The oldest first. */
  disputes: Type.Array(Dispute),
  /** The oldest first; what was withdrawn is not among them. */
  accepted: Type.Array(Accepted),
  /** Null: it stands. */
  supersededAt: Type.Union([Moment, Type.Null()]),
  /** The newer claim; null though superseded: it was taken back. */
  supersededBy: Type.Union([Id, Type.Null()]),
  /** The oldest first: a map of an earlier day is without it then. */
  away: Type.Array(Away),
  /** The oldest first: on a map of an earlier day it waits for whoever was asked. */
  handed: Type.Array(Handed),
})
export type ShownEvidence = Static<typeof ShownEvidence>

/** A record that claims may be tied to, as far as the reader may know of it. */
export const NamedRecord = Closed({
  id: Type.String(),
  title: Type.String(),
  kind: RecordKind,
  /** A day, or empty. */
  from: Type.String(),
  /** Claims that were tied to it stay. */
  deleted: Type.Boolean(),
})
export type NamedRecord = Static<typeof NamedRecord>

export const peopleMax = 40
export const claimsMax = 30

export const Claim = Closed({ competencyId: Uuid, levelId: Uuid })
export type Claim = Static<typeof Claim>

/** How many claims of a competency are in which state. */
export const Counts = Closed({
  claimed: Type.Integer(),
  ready: Type.Integer(),
  confirmed: Type.Integer(),
  partly: Type.Integer(),
  not_yet: Type.Integer(),
  disputed: Type.Integer(),
})
export type Counts = Static<typeof Counts>

/** Where one of several people stands in one competency. */
export const CrowdCell = Closed({
  personId: Id,
  competencyId: Uuid,
  /** Confirmed, by the framework's rule; null: none yet. */
  levelId: Type.Union([Uuid, Type.Null()]),
  /** The highest that is claimed and stands. */
  claimedId: Type.Union([Uuid, Type.Null()]),
  counts: Counts,
  /** The nearest former version in which it was confirmed, and the level there, counted from one; null: in none. Not counted here. */
  earlier: Type.Union([Closed({ version: Type.String(), level: Type.Integer() }), Type.Null()]),
})
export type CrowdCell = Static<typeof CrowdCell>

/** Competencies × people. */
export const CrowdMap = Closed({
  name: Type.String(),
  /** Whose portfolio leads to the evidence: their own or the team's; null: they have none yet. */
  people: Type.Array(Closed({ personId: Id, name: Type.String(), portfolioId: Type.Union([Id, Type.Null()]) })),
  cells: Type.Array(CrowdCell),
  /** At which it may be looked at: the last change of each day, the oldest first, without today's standing. */
  days: Type.Array(Moment),
})
export type CrowdMap = Static<typeof CrowdMap>

/** Whose hands were in the things that a record shows: signals, not a grade, and never linked by themselves. */
export const Suggestion = Closed({ personId: Id, name: Type.String(), things: Type.Integer(), last: Moment })
export type Suggestion = Static<typeof Suggestion>

const portfolioId = Closed({ portfolioId: Id })
const one = Closed({ portfolioId: Id, evidenceId: Id })
const told = Closed({ portfolioId: Id, personId: Id })
const onMap = ({ personId }: { personId: string }) => [`map:${personId}`] as const
const topics = (b: Static<typeof told>) => [`portfolio:${b.portfolioId}`, `person:${b.personId}`, ...onMap(b)] as const
/** `day`: as of then; absent: today. */
const ofFramework = Closed({ frameworkId: Uuid, day: Type.Optional(Type.String({ format: 'date-time', maxLength: 40 })) })

export const evidence = {
  /** What stands, and the records that the reader may know of. */
  list: route({
    name: 'evidence.list',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/evidence',
    params: portfolioId,
    reply: Closed({
      evidence: Type.Array(ShownEvidence),
      records: Type.Array(NamedRecord),
      may: Closed({ link: Type.Boolean() }),
    }),
  }),
  /** All that was ever claimed of the same record, person and competency, the oldest first. */
  history: route({
    name: 'evidence.history',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/evidence/:evidenceId/history',
    params: one,
    reply: Type.Array(ShownEvidence),
  }),
  /** Says what is there afterwards: what was claimed before stays as it was, so that a second click changes nothing. */
  link: route({
    name: 'evidence.link',
    method: 'POST',
    path: '/api/portfolio/:portfolioId/evidence',
    params: portfolioId,
    body: Closed({
      recordId: RecordId,
      /** None: whose portfolio it is; in that of a team oneself. */
      people: Type.Array(Id, { maxItems: peopleMax, uniqueItems: true }),
      claims: Type.Array(Claim, { minItems: 1, maxItems: claimsMax }),
      why: Why,
    }),
    reply: Type.Array(ShownEvidence),
    refusals: ['record-unknown', 'competency-unknown', 'level-unknown', 'person-outside'],
  }),
  /** For everybody who learns in a group: a record in the portfolio of each, and what it shows. */
  linkGroup: route({
    name: 'evidence.linkGroup',
    method: 'POST',
    path: '/api/group/:groupId/evidence',
    params: Closed({ groupId: Id }),
    body: Closed({
      /** The same in each portfolio: what is asked twice is there once. */
      recordId: RecordId,
      title: Type.String({ minLength: 1, maxLength: 200, pattern: String.raw`^(?=.*\S)[\P{C}]*$` }),
      kind: RecordKind,
      /** A day. */
      from: Type.String({ maxLength: 10, pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
      people: Type.Array(Id, { minItems: 1, maxItems: peopleMax, uniqueItems: true }),
      /** On the level that most have come to. */
      claims: Type.Array(Claim, { minItems: 1, maxItems: claimsMax }),
      /** Whose level is another one. */
      own: Type.Optional(Type.Array(Closed({ personId: Id, ...Claim.properties }), { maxItems: peopleMax * claimsMax })),
      /** On the shelf of the teacher's own portfolio: each record gets it as a piece. */
      fileId: Type.Optional(Id),
      why: Why,
    }),
    reply: Closed({ people: Type.Integer(), evidence: Type.Integer() }),
    refusals: ['competency-unknown', 'level-unknown', 'person-outside'],
  }),
  /** Takes back what one has linked so, but for what somebody has judged, handed in or written in since. How many it was taken from. */
  unlinkGroup: route({
    name: 'evidence.unlinkGroup',
    method: 'POST',
    path: '/api/group/:groupId/evidence/undo',
    params: Closed({ groupId: Id }),
    body: Closed({ recordId: RecordId, people: Type.Array(Id, { minItems: 1, maxItems: peopleMax, uniqueItems: true }) }),
    reply: Closed({ people: Type.Integer() }),
    refusals: ['person-outside'],
  }),
  /** A newer claim in the place of the older, which stays in its history. */
  change: route({
    name: 'evidence.change',
    method: 'PATCH',
    path: '/api/portfolio/:portfolioId/evidence/:evidenceId',
    params: one,
    body: Closed({ levelId: Uuid, why: Why }),
    reply: ShownEvidence,
    refusals: ['level-unknown', 'evidence-superseded'],
  }),
  /** Taken back. Whoever links it again has it as it was. */
  drop: route({
    name: 'evidence.drop',
    method: 'DELETE',
    path: '/api/portfolio/:portfolioId/evidence/:evidenceId',
    params: one,
    reply: Nothing,
    refusals: ['evidence-superseded'],
  }),
  /** Against a verdict, by whose competency it is: asks for a second opinion. */
  dispute: route({
    name: 'evidence.dispute',
    method: 'POST',
    path: '/api/portfolio/:portfolioId/evidence/:evidenceId/dispute',
    params: one,
    body: Closed({ why: Why }),
    reply: ShownEvidence,
    refusals: ['nothing-to-dispute', 'evidence-superseded'],
  }),
  suggest: route({
    name: 'evidence.suggest',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/record/:recordId/suggest',
    params: Closed({ portfolioId: Id, recordId: RecordId }),
    /** Of how many things it was counted, and by whom, the most first. */
    reply: Closed({ things: Type.Integer(), people: Type.Array(Suggestion) }),
    refusals: ['record-unknown'],
  }),
  /** All claims there ever were of a person, wherever they were made, or of a team's portfolio: a map of any day is drawn from them. */
  map: route({
    name: 'evidence.map',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/map',
    params: portfolioId,
    reply: Closed({ evidence: Type.Array(ShownEvidence), may: Closed({ link: Type.Boolean() }) }),
  }),
  /** What the portfolio of a team shows of its members. */
  teamMap: route({
    name: 'evidence.teamMap',
    method: 'GET',
    path: '/api/team/:teamId/map',
    params: Closed({ teamId: Id }),
    query: ofFramework,
    reply: CrowdMap,
  }),
  /** For the staff of a group. */
  groupMap: route({
    name: 'evidence.groupMap',
    method: 'GET',
    path: '/api/group/:groupId/map',
    params: Closed({ groupId: Id }),
    query: ofFramework,
    reply: CrowdMap,
  }),
  linked: fact('evidence.linked', told, topics),
  /** Claimed anew, taken back, spoken against. */
  changed: fact('evidence.changed', told, topics),
  /** Handed in, taken back from a reviewer, or judged: told once for all claims of one person in it. */
  moved: fact('evidence.moved', told, onMap),
  /** Told to whoever has judged it: somebody sees it otherwise. Which claim it is was not always said. */
  disputed: fact(
    'evidence.disputed',
    Closed({ ...told.properties, evidenceId: Type.Optional(Id) }),
    ({ personId }) => [`person:${personId}`] as const,
  ),
}
