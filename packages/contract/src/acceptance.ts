import { Type, type Static } from 'typebox'
import { LinkKind, Said } from './framework.ts'
import { Id, Uuid } from './ids.ts'
import { fact, route } from './kit.ts'
import { RecordId, ShownRecord } from './portfolio.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** A topic of the school, as its teacher writes it in the register. */
export const Topic = Type.String({ minLength: 1, maxLength: 200, pattern: String.raw`^[\P{C}]*$` })

/** A school has taken evidence of the centre for a goal of its own. */
export const Acceptance = Closed({
  id: Id,
  topic: Type.String(),
  /** Of a framework of the school; null: only the topic is known. */
  goalId: Type.Union([Uuid, Type.Null()]),
  by: Type.String(),
  at: Moment,
})
export type Acceptance = Static<typeof Acceptance>

/** A goal of the school that is linked to what the evidence shows. `kind` is said of the competency where `forth`, else of the goal. */
export const Goal = Closed({ id: Uuid, frameworkId: Uuid, code: Type.String(), title: Said, kind: LinkKind, forth: Type.Boolean() })
export type Goal = Static<typeof Goal>

/** Something that a pupil of the school has shown elsewhere, and a reviewer has confirmed. */
export const Acceptable = Closed({
  evidenceId: Id,
  person: Closed({ personId: Id, name: Type.String() }),
  competency: Closed({ id: Uuid, frameworkId: Uuid, code: Type.String(), title: Said }),
  level: Said,
  why: Type.String(),
  /** Of the newest verdict that confirmed it. */
  confirmed: Closed({ by: Type.String(), at: Moment }),
  /** The nearest first. */
  goals: Type.Array(Goal),
  accepted: Type.Array(Acceptance),
})
export type Acceptable = Static<typeof Acceptable>

/** The record as a reviewer confirmed it: nothing that stood beside it, and nothing that came later. */
export const Offered = Closed({
  record: ShownRecord,
  /** When that version was handed in. */
  at: Moment,
  sha256: Type.String(),
})
export type Offered = Static<typeof Offered>

const organisationId = Closed({ organisationId: Id })
const ofOne = Closed({ organisationId: Id, evidenceId: Id })
const named = Closed({ acceptanceId: Id, organisationId: Id, personId: Id, portfolioId: Id })
const ofAll = (b: { organisationId: string; personId: string; portfolioId: string }) =>
  [`organisation:${b.organisationId}`, `person:${b.personId}`, `portfolio:${b.portfolioId}`, `map:${b.personId}`] as const

export const acceptance = {
  /** What pupils of this school have had confirmed, the newest first, with what the school has taken of it. */
  list: route({
    name: 'acceptance.list',
    method: 'GET',
    path: '/api/organisation/:organisationId/acceptance',
    params: organisationId,
    reply: Type.Array(Acceptable),
  }),
  /** One of them, with the work itself where its record is open to the school. */
  look: route({
    name: 'acceptance.look',
    method: 'GET',
    path: '/api/organisation/:organisationId/acceptance/:evidenceId',
    params: ofOne,
    reply: Closed({
      line: Acceptable,
      /** Null: its authors show the record to other circles only, or have removed it. */
      work: Type.Union([Offered, Type.Null()]),
      /** When the pupil was last asked to open it to the school; null: never. */
      asked: Type.Union([Moment, Type.Null()]),
    }),
    refusals: ['own-child'],
  }),
  /** A piece of a board that stands in it, as it was frozen. */
  piece: route({
    name: 'acceptance.piece',
    method: 'GET',
    path: '/api/organisation/:organisationId/acceptance/:evidenceId/piece/:pieceId',
    params: Closed({ organisationId: Id, evidenceId: Id, pieceId: Type.String({ maxLength: 64 }) }),
    /** Yjs update in base64. */
    reply: Closed({ then: Type.String(), opens: Type.Boolean() }),
    refusals: ['piece-closed', 'own-child'],
  }),
  /** For the record to be opened to the school; once a day is enough. */
  ask: route({
    name: 'acceptance.ask',
    method: 'POST',
    path: '/api/organisation/:organisationId/acceptance/:evidenceId/ask',
    params: ofOne,
    reply: Nothing,
    refusals: ['own-child'],
  }),
  /** Asked twice for the same topic, it is there once. */
  accept: route({
    name: 'acceptance.accept',
    method: 'POST',
    path: '/api/organisation/:organisationId/acceptance',
    params: organisationId,
    body: Closed({ id: Id, evidenceId: Id, topic: Topic, goalId: Type.Union([Uuid, Type.Null()]) }),
    reply: Acceptance,
    refusals: ['not-confirmed', 'goal-unknown', 'own-child'],
  }),
  /** What was taken by mistake; that it was taken stays known. */
  withdraw: route({
    name: 'acceptance.withdraw',
    method: 'POST',
    path: '/api/organisation/:organisationId/acceptance/:acceptanceId/withdraw',
    params: Closed({ organisationId: Id, acceptanceId: Id }),
    reply: Acceptance,
  }),
  /** Something of a pupil of this school was reviewed elsewhere: there may be more to accept, or less. */
  offered: fact('acceptance.offered', Closed({ organisationId: Id }), ({ organisationId }) => [`organisation:${organisationId}`] as const),
  /** … told to each who may. */
  proposed: fact('acceptance.proposed', Closed({ organisationId: Id, personId: Id }), ({ personId }) => [`person:${personId}`] as const),
  /** The pupil was asked to open a record to the school. */
  asked: fact(
    'acceptance.asked',
    Closed({ organisationId: Id, evidenceId: Id, personId: Id, portfolioId: Id, recordId: RecordId }),
    ({ organisationId: place, personId }) => [`organisation:${place}`, `person:${personId}`] as const,
  ),
  /** … and has opened it: told to whoever asked. */
  opened: fact(
    'acceptance.opened',
    Closed({ organisationId: Id, evidenceId: Id, personId: Id }),
    ({ personId }) => [`person:${personId}`] as const,
  ),
  accepted: fact('acceptance.accepted', named, ofAll),
  withdrawn: fact('acceptance.withdrawn', named, ofAll),
}
