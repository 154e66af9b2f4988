import { Type, type Static } from 'typebox'
import { Said } from './framework.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Direction } from './project.ts'
import { Rubric } from './rubric.ts'
import { Closed, Moment, Nothing, Words } from './words.ts'

export const exhibitionKinds = ['competition', 'exhibition', 'review'] as const
export const ExhibitionKind = Type.Enum(exhibitionKinds)
export type ExhibitionKind = Static<typeof ExhibitionKind>

/**
 * In the order of the road; which step may follow which is decided in `domain/exhibition`. Whether entries are taken is a matter of the clock.
 * Beside the road: `cancelled`, an announced exhibition that was called off; `removed`, a draft that was made by mistake.
 */
export const exhibitionStates = [
  ...(['draft', 'call', 'moderation', 'hall', 'judging', 'deliberation', 'results', 'archived'] as const),
  ...(['cancelled', 'removed'] as const),
] as const
export const ExhibitionState = Type.Enum(exhibitionStates)
export type ExhibitionState = Static<typeof ExhibitionState>

/** Places one to three of each nomination; the shares of the republic's rule; by hand, each with a reason. */
export const awardRules = ['places', 'republic', 'hand'] as const
export const AwardRule = Type.Enum(awardRules)
export type AwardRule = Static<typeof AwardRule>

/** Those who tie share the award, or what was said of both side by side decides. */
export const tieRules = ['share', 'head-to-head'] as const
export const TieRule = Type.Enum(tieRules)
export type TieRule = Static<typeof TieRule>

/** Whether a team reads what its judges wrote: all of it, what an organiser let through, or nothing. */
export const releaseRules = ['all', 'moderated', 'none'] as const
export const ReleaseRule = Type.Enum(releaseRules)
export type ReleaseRule = Static<typeof ReleaseRule>

export const nominationsMax = 20

/** Twenty criteria of eight levels in three languages, and room for longer ones. */
const bodyBytesMax = 1_048_576

export const Nomination = Closed({ id: Id, title: Said })
export type Nomination = Static<typeof Nomination>

const When = Type.String({ format: 'date-time', maxLength: 30 })

/** When what is open. Server time decides, to the second. */
export const Windows = Closed({
  entriesFrom: When,
  entriesTo: When,
  /** When organisers admit and return entries; absent: whenever they come to it. */
  moderationFrom: Type.Optional(When),
  moderationTo: Type.Optional(When),
  hallFrom: When,
  judgingFrom: When,
  judgingTo: When,
  /** Of the final by scores; absent: there is none. */
  finalFrom: Type.Optional(When),
  finalTo: Type.Optional(When),
  /** Nothing of the results is visible anywhere before. */
  resultsAt: When,
})
export type Windows = Static<typeof Windows>

/** What visitors of a stand may do; each is turned off for a whole exhibition. What was given before is kept. */
export const Switches = Closed({
  react: Type.Boolean(),
  ask: Type.Boolean(),
  /** For the audience's prize. */
  vote: Type.Boolean(),
})
export type Switches = Static<typeof Switches>

export const signersMax = 3

/** Whose name stands under what is given on paper, and as what. */
export const Signer = Closed({ name: Type.String({ maxLength: 100, pattern: String.raw`^[\P{C}]*$` }), office: Said })
export type Signer = Static<typeof Signer>

export const finalistsMax = 50

/** A second round of scores, among those whom its organisers choose by the first; its window stands in `windows`. */
export const FinalPlan = Closed({
  /** How many are proposed in each nomination. */
  finalists: Type.Integer({ minimum: 1, maximum: finalistsMax }),
  /** Those that hold one; none: all of them. */
  nominations: Type.Array(Id, { maxItems: nominationsMax }),
  /** Absent: that of the first round. */
  rubric: Type.Optional(Rubric),
})
export type FinalPlan = Static<typeof FinalPlan>

/** What its organisers work on. */
export const Plan = Closed({
  kind: ExhibitionKind,
  title: Said,
  /** What it is, and its rules. */
  about: Said,
  /** Where it is held. */
  place: Said,
  /** None: all of them. */
  directions: Type.Array(Direction, { maxItems: 20 }),
  nominations: Type.Array(Nomination, { minItems: 1, maxItems: nominationsMax }),
  /** In years, both included. */
  ages: Closed({ from: Type.Integer({ minimum: 5, maximum: 30 }), to: Type.Integer({ minimum: 5, maximum: 30 }) }),
  teamMax: Type.Integer({ minimum: 1, maximum: 50 }),
  rubric: Rubric,
  windows: Windows,
  /** Entries after the deadline are taken, and marked as late. */
  late: Type.Boolean(),
  awards: AwardRule,
  ties: TieRule,
  release: ReleaseRule,
  /** How many judges see each stand at least. */
  viewsMin: Type.Integer({ minimum: 1, maximum: 9 }),
  /** Search engines may find its pages. */
  listed: Type.Boolean(),
  visitors: Switches,
  /** Of the hall, in metres. */
  hall: Closed({ width: Type.Number({ minimum: 2, maximum: 500 }), height: Type.Number({ minimum: 2, maximum: 500 }) }),
  /** Absent: none, and a line to sign by hand is not drawn. */
  signers: Type.Optional(Type.Array(Signer, { maxItems: signersMax })),
  /** Absent: results are those of the first round. */
  final: Type.Optional(FinalPlan),
})
export type Plan = Static<typeof Plan>

/** What a plan is made of, by its names. */
export const planParts = [
  ...(['kind', 'title', 'about', 'place', 'directions', 'nominations', 'ages', 'teamMax', 'rubric', 'final', 'windows', 'late'] as const),
  ...(['awards', 'ties', 'release', 'viewsMin', 'listed', 'visitors', 'signers', 'hall'] as const),
] as const satisfies (keyof Plan)[]
export const PlanPart = Type.Enum(planParts)
export type PlanPart = Static<typeof PlanPart>

export const Exhibition = Closed({
  id: Id,
  /** Of the archive. */
  year: Type.Integer(),
  plan: Plan,
  state: ExhibitionState,
  /** Where it stood before it was called off or removed; null: it was neither. */
  was: Type.Union([ExhibitionState, Type.Null()]),
  /** Why it was called off, in its organisers' words; empty: it was not. */
  reason: Type.String(),
  /** Steps that may follow for this reader. */
  next: Type.Array(ExhibitionState),
  /** The founder, whose rights nobody takes, then those that were asked and agreed. */
  organisers: Type.Array(Closed({ id: Id, name: Type.String(), leaves: Type.Boolean() })),
  /** Asked to help, for those who run it; they have no rights yet. */
  invited: Type.Array(Closed({ id: Id, name: Type.String(), declined: Type.Boolean() })),
  /** It takes entries at this moment. */
  takes: Type.Boolean(),
  /** By state, for those who run it. */
  stands: Closed({ all: Type.Integer(), entered: Type.Integer(), admitted: Type.Integer() }),
  /** Counts up with every change: whoever saves says which one they had before them. */
  revision: Type.Integer(),
  /** The reader is of its organisers. */
  runs: Type.Boolean(),
  /** … and of the founder's: asks others to help. */
  invites: Type.Boolean(),
})
export type Exhibition = Static<typeof Exhibition>

/** That somebody's organisation is asked to run an exhibition together with its founder. */
export const Invitation = Closed({
  exhibitionId: Id,
  title: Said,
  kind: ExhibitionKind,
  hallFrom: Moment,
  /** Its page may be read before the answer. */
  called: Type.Boolean(),
  organisation: Closed({ id: Id, name: Type.String() }),
  founder: Type.String(),
  by: Type.String(),
  at: Moment,
  /** It was refused, and may still be agreed to until the founder takes it back. */
  declined: Type.Boolean(),
})
export type Invitation = Static<typeof Invitation>

const exhibitionId = Closed({ exhibitionId: Id })
const path = '/api/exhibition/:exhibitionId'
const toAll = ({ exhibitionId }: { exhibitionId: string }) => [`exhibition:${exhibitionId}`] as const
const toPerson = ({ personId }: { personId: string }) => [`person:${personId}`] as const
const organiser = Closed({ exhibitionId: Id, organisationId: Id })
const toEach = Closed({ exhibitionId: Id, personId: Id })
const toEachOf = Closed({ exhibitionId: Id, organisationId: Id, personId: Id })

export const exhibition = {
  /** Those that were called, the newest first; drafts for their organisers alone. */
  list: route({ name: 'exhibition.list', method: 'GET', path: '/api/exhibition', reply: Type.Array(Exhibition) }),
  look: route({ name: 'exhibition.look', method: 'GET', path, params: exhibitionId, reply: Exhibition }),
  /** A draft; nobody but its organisers sees it. Sent twice, it is there once. */
  make: route({
    name: 'exhibition.make',
    method: 'POST',
    path: '/api/organisation/:organisationId/exhibition',
    params: Closed({ organisationId: Id }),
    body: Closed({ id: Id, plan: Plan }),
    bodyBytesMax,
    reply: Exhibition,
    refusals: ['exhibition-windows', 'plan-broken'],
  }),
  save: route({
    name: 'exhibition.save',
    method: 'PATCH',
    path,
    params: exhibitionId,
    /** A reason is needed where, while judging goes on, fewer judges are to see each stand than was promised. */
    body: Closed({ plan: Plan, revision: Type.Integer(), reason: Type.Optional(Words) }),
    bodyBytesMax,
    reply: Exhibition,
    refusals: [
      'results-out',
      'exhibition-windows',
      'plan-broken',
      'exhibition-changed',
      'exhibition-unready',
      'rubric-used',
      'rubric-none',
      'nomination-used',
      'rules-frozen',
      'reason-needed',
      'views-few',
      'rubric-frozen',
      'final-frozen',
      'papers-given',
    ],
  }),
  /** When which part of the plan was changed since it was called, the newest first; for everybody who goes by it. */
  trail: route({
    name: 'exhibition.trail',
    method: 'GET',
    path: `${path}/trail`,
    params: exhibitionId,
    reply: Type.Array(Closed({ at: Moment, parts: Type.Array(PlanPart) })),
  }),
  step: route({
    name: 'exhibition.step',
    method: 'POST',
    path: `${path}/state`,
    params: exhibitionId,
    /** Whoever calls it off says why. */
    body: Closed({ state: ExhibitionState, reason: Type.Optional(Words) }),
    reply: Exhibition,
    refusals: [
      'exhibition-step',
      'exhibition-over',
      'exhibition-begun',
      'reason-needed',
      'exhibition-unready',
      'entries-undecided',
      'rubric-none',
      'judging-unfinished',
      'final-unheld',
      'result-unapproved',
      'result-changed',
    ],
  }),
  invite: route({
    name: 'exhibition.invite',
    method: 'POST',
    path: `${path}/organiser`,
    params: exhibitionId,
    body: Closed({ organisationId: Id }),
    reply: Exhibition,
  }),
  /** Takes an invitation back, ends what was agreed, or leaves. Whoever may not look at it any more is answered nothing. */
  uninvite: route({
    name: 'exhibition.uninvite',
    method: 'DELETE',
    path: `${path}/organiser/:organisationId`,
    params: organiser,
    reply: Nothing,
    refusals: ['organiser-founder'],
  }),
  /** To the reader's organisations, the newest first. */
  invitations: route({ name: 'exhibition.invitations', method: 'GET', path: '/api/invitation', reply: Type.Array(Invitation) }),
  accept: route({
    name: 'exhibition.accept',
    method: 'POST',
    path: `${path}/organiser/:organisationId/accept`,
    params: organiser,
    reply: Nothing,
    refusals: ['invitation-gone'],
  }),
  decline: route({
    name: 'exhibition.decline',
    method: 'POST',
    path: `${path}/organiser/:organisationId/decline`,
    params: organiser,
    reply: Nothing,
    refusals: ['invitation-gone'],
  }),
  replanned: fact('exhibition.replanned', Closed({ exhibitionId: Id, parts: Type.Array(PlanPart) }), toAll),
  opened: fact('exhibition.opened', exhibitionId, toAll),
  /** Entries are taken now: to each who could make one. */
  called: fact('exhibition.called', toEach, toPerson),
  /** To each who has an entry or judges: that it is called off, and that it goes on after all. */
  cancelled: fact('exhibition.cancelled', toEach, toPerson),
  resumed: fact('exhibition.resumed', toEach, toPerson),
  /** To each who speaks for the organisation that is asked. */
  invited: fact('exhibition.invited', toEachOf, toPerson),
  /** … and what it says: to whoever asked. */
  accepted: fact('exhibition.accepted', toEachOf, toPerson),
  declined: fact('exhibition.declined', toEachOf, toPerson),
  /** It runs it no more: to its own staff, and to those who speak for the founder. */
  parted: fact('exhibition.parted', toEachOf, toPerson),
  changed: fact('exhibition.changed', Closed({ exhibitionId: Id, state: ExhibitionState }), toAll),
}
