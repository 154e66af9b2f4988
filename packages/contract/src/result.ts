import { Type, type Static } from 'typebox'
import { ExhibitionState, ReleaseRule } from './exhibition.ts'
import { Said } from './framework.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Moment, Words } from './words.ts'

export const awardStates = ['proposed', 'approved', 'issued', 'revoked'] as const
export const AwardState = Type.Enum(awardStates)
export type AwardState = Static<typeof AwardState>

/** What may be done to results; told to their organisers as a log that only grows. */
export const deliberationSteps = [
  'applied',
  'given',
  'moved',
  'removed',
  'let',
  'held',
  'proposed',
  'approved',
  'dropped',
  'released',
  'revoked',
] as const
export const DeliberationStep = Type.Enum(deliberationSteps)
export type DeliberationStep = Static<typeof DeliberationStep>

/**
 * unconnected  no chain of judges leads from some stands to the others: between them a mild judge and a strong section look alike
 * views        seen by fewer judges than was planned
 * words        nobody has written a word about it
 * devices      one judge scored it twice without knowing of the other time, on two devices
 * shadow       who learns to judge scored too, and counts for nothing
 */
export const resultWarnings = ['unconnected', 'views', 'words', 'devices', 'shadow'] as const
export const ResultWarning = Type.Enum(resultWarnings)
export type ResultWarning = Static<typeof ResultWarning>

const Points = Type.Union([Type.Number(), Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Person = Closed({ id: Id, name: Type.String() })
const TextOfOne = Type.String({ maxLength: 200, pattern: String.raw`^[\P{C}]*$` })

export const Award = Closed({
  id: Id,
  standId: Id,
  /** Null: an award of its own. */
  nominationId: Type.Union([Id, Type.Null()]),
  /** One to three; null: it has a name instead. */
  degree: Type.Union([Type.Integer({ minimum: 1, maximum: 3 }), Type.Null()]),
  title: Said,
  byHand: Type.Boolean(),
  tied: Type.Boolean(),
  reason: Type.String(),
  state: AwardState,
  /** Of the diploma; null until it is released. */
  number: Type.Union([Type.String(), Type.Null()]),
  revoked: Type.Union([Closed({ at: Moment, reason: Type.String() }), Type.Null()]),
})
export type Award = Static<typeof Award>

/** One judge's of one stand, the newest that counts. */
export const ResultScore = Closed({
  id: Id,
  judgeId: Id,
  total: Type.Number(),
  words: Type.String(),
  /** Null: nobody has decided yet whether the team reads the words. */
  through: Type.Union([Type.Boolean(), Type.Null()]),
})
export type ResultScore = Static<typeof ResultScore>

/** A stand among the others: points of 0…100. Null where nobody has scored it. */
export const ResultStand = Closed({
  id: Id,
  number: Type.Union([Type.Integer(), Type.Null()]),
  title: Type.String(),
  nominationId: Type.Union([Id, Type.Null()]),
  projectId: Id,
  team: Closed({ id: Id, name: Type.String() }),
  views: Count,
  raw: Points,
  corrected: Points,
  /** Nine times of ten it lies between these. */
  low: Points,
  high: Points,
  place: Type.Union([Count, Type.Null()]),
  best: Count,
  worst: Count,
  of: Count,
  criteria: Type.Array(Closed({ criterionId: Type.String(), mean: Type.Number(), from: Type.Number(), to: Type.Number() })),
  scores: Type.Array(ResultScore),
})
export type ResultStand = Static<typeof ResultStand>

export const ResultJudge = Closed({
  id: Id,
  name: Type.String(),
  shadow: Type.Boolean(),
  /** Points by which they stay below the others for the same work; null: they scored nothing that counts. */
  severity: Points,
  views: Count,
})
export type ResultJudge = Static<typeof ResultJudge>

export const Deliberated = Closed({
  id: Id,
  step: DeliberationStep,
  /** The stand's title, where it is about one. */
  about: Type.String(),
  /** The award's, as it became; as it was where it is gone. */
  title: Type.Union([Said, Type.Null()]),
  degree: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.String(),
  by: Type.String(),
  at: Moment,
})
export type Deliberated = Static<typeof Deliberated>

const Signed = Closed({ id: Id, name: Type.String(), at: Moment })

const Warning = Closed({ code: ResultWarning, standIds: Type.Array(Id), judgeIds: Type.Array(Id) })

/** For organisers: made of the scores at this moment. */
export const Result = Closed({
  exhibitionId: Id,
  state: ExhibitionState,
  resultsAt: Moment,
  /** Of all scores that count. */
  mean: Type.Number(),
  stands: Type.Array(ResultStand),
  judges: Type.Array(ResultJudge),
  warnings: Type.Array(Warning),
  release: ReleaseRule,
  /** Of its own scores, which nobody compares with those above; null: there was none. */
  final: Type.Union([
    Closed({ stands: Type.Array(ResultStand), judges: Type.Array(ResultJudge), warnings: Type.Array(Warning) }),
    Type.Null(),
  ]),
  awards: Type.Array(Award),
  log: Type.Array(Deliberated),
  /** Of scores and awards as they are now: what somebody approves is what they saw. */
  sha256: Type.String(),
  proposed: Type.Union([Signed, Type.Null()]),
  approved: Type.Union([Signed, Type.Null()]),
  /** Proposed, and then a score or an award became another: it has to be proposed anew. */
  stale: Type.Boolean(),
  releasedAt: Type.Union([Moment, Type.Null()]),
  /** Open to teams and to the world at this moment. */
  shown: Type.Boolean(),
  may: Closed({ change: Type.Boolean(), propose: Type.Boolean(), approve: Type.Boolean(), release: Type.Boolean() }),
})
export type Result = Static<typeof Result>

const CriteriaRead = Type.Array(
  Closed({
    id: Type.String(),
    title: Said,
    weight: Type.Number(),
    /** Of the level that most judges chose. */
    points: Type.Number(),
    level: Said,
    /** What judges gave, from the least to the most. */
    from: Type.Number(),
    to: Type.Number(),
    /** The most there was to be had. */
    most: Type.Number(),
  }),
)

/** What a team reads of how it was judged. No judge is named in it. */
export const StandReport = Closed({
  standId: Id,
  exhibitionId: Id,
  exhibition: Said,
  year: Type.Integer(),
  number: Type.Union([Type.Integer(), Type.Null()]),
  title: Type.String(),
  nomination: Type.Union([Said, Type.Null()]),
  team: Type.String(),
  members: Type.Array(Closed({ ...Person.properties, adult: Type.Boolean() })),
  /** False: there was no jury, it was shown to guests. */
  judged: Type.Boolean(),
  views: Count,
  criteria: CriteriaRead,
  words: Type.Array(Type.String()),
  /** Its nomination held a final: finalists stand before all others, whatever the points of the first round were. */
  finalHeld: Type.Boolean(),
  /** As it was judged in it; null: it was no finalist. What stands around it is of the first round. */
  final: Type.Union([
    Closed({ views: Count, criteria: CriteriaRead, words: Type.Array(Type.String()), sentence: Type.String() }),
    Type.Null(),
  ]),
  /** Of all, after the last round. */
  range: Type.Union([Closed({ from: Count, to: Count, of: Count }), Type.Null()]),
  /** How strict its judges were and what was made of it, in the reader's language. */
  sentence: Type.String(),
  awards: Type.Array(Award),
  /** The reader may take it into a portfolio of their own; where it is already. */
  take: Type.Boolean(),
  taken: Type.Union([Closed({ portfolioId: Id, recordId: Type.String() }), Type.Null()]),
  /** … and where its team has it. */
  takenByTeam: Type.Union([Closed({ portfolioId: Id, recordId: Type.String() }), Type.Null()]),
})
export type StandReport = Static<typeof StandReport>

/**
 * How many children, and which: by name those who may be named outside of their team. `count` null: so few that a number alone would
 * tell who they are, and not all of them may be named.
 */
export const Figure = Closed({
  count: Type.Union([Count, Type.Null()]),
  names: Type.Array(Type.String()),
})
export type Figure = Static<typeof Figure>

/** What children of one organisation have shown, and what they were given for it. */
export const Participation = Closed({
  children: Figure,
  exhibitions: Type.Array(
    Closed({
      id: Id,
      title: Said,
      year: Type.Integer(),
      state: ExhibitionState,
      children: Figure,
      stands: Type.Array(
        Closed({
          id: Id,
          number: Type.Union([Type.Integer(), Type.Null()]),
          /** Empty: somebody is named in it who has not agreed to that. */
          title: Type.String(),
          children: Figure,
          /** From the hour of the results on. */
          awards: Type.Array(Closed({ degree: Type.Union([Type.Integer(), Type.Null()]), title: Said, number: Type.String() })),
        }),
      ),
    }),
  ),
})
export type Participation = Static<typeof Participation>

const exhibitionId = Closed({ exhibitionId: Id })
const standId = Closed({ standId: Id })
const oneAward = Closed({ exhibitionId: Id, awardId: Id })
const path = '/api/exhibition/:exhibitionId/result'
const toAll = (body: { exhibitionId: string }) => [`exhibition:${body.exhibitionId}`] as const
const Reason = Words

/** One to three, of a nomination; or a name of its own in three languages. */
const Given = Closed({
  standId: Id,
  degree: Type.Union([Type.Integer({ minimum: 1, maximum: 3 }), Type.Null()]),
  title: Type.Union([Closed({ kk: TextOfOne, ru: TextOfOne, en: TextOfOne }), Type.Null()]),
  reason: Reason,
})
export type Given = Static<typeof Given>

const onAwards = ['result-shut', 'reason-needed', 'award-title', 'award-twice', 'award-nomination'] as const

export const result = {
  look: route({
    name: 'result.look',
    method: 'GET',
    path,
    params: exhibitionId,
    reply: Result,
    refusals: ['results-early', 'result-judging'],
  }),
  /** Proposes by the rule of the plan; what was given by hand stays. */
  apply: route({
    name: 'result.apply',
    method: 'POST',
    path: `${path}/apply`,
    params: exhibitionId,
    reply: Result,
    refusals: ['result-shut', 'award-rule'],
  }),
  give: route({
    name: 'result.give',
    method: 'POST',
    path: `${path}/award`,
    params: exhibitionId,
    body: Closed({ id: Id, ...Given.properties }),
    reply: Result,
    refusals: onAwards,
  }),
  /** To another stand, another degree or another name. */
  move: route({
    name: 'result.move',
    method: 'PATCH',
    path: `${path}/award/:awardId`,
    params: oneAward,
    body: Given,
    reply: Result,
    refusals: onAwards,
  }),
  remove: route({
    name: 'result.remove',
    method: 'POST',
    path: `${path}/award/:awardId/remove`,
    params: oneAward,
    body: Closed({ reason: Reason }),
    reply: Result,
    refusals: ['result-shut', 'reason-needed'],
  }),
  /** A judge's words reach the team, or do not. */
  let: route({
    name: 'result.let',
    method: 'POST',
    path: `${path}/words/:scoreId`,
    params: Closed({ exhibitionId: Id, scoreId: Id }),
    body: Closed({ through: Type.Boolean() }),
    reply: Result,
    refusals: ['result-shut'],
  }),
  propose: route({
    name: 'result.propose',
    method: 'POST',
    path: `${path}/propose`,
    params: exhibitionId,
    body: Closed({ sha256: Type.String({ maxLength: 64 }) }),
    reply: Result,
    refusals: ['result-shut', 'result-changed', 'result-words'],
  }),
  /** By somebody else than whoever proposed it. */
  approve: route({
    name: 'result.approve',
    method: 'POST',
    path: `${path}/approve`,
    params: exhibitionId,
    body: Closed({ sha256: Type.String({ maxLength: 64 }) }),
    reply: Result,
    refusals: ['result-shut', 'result-changed', 'same-person'],
  }),
  /** For good; seen from the hour of the plan on. */
  release: route({
    name: 'result.release',
    method: 'POST',
    path: `${path}/release`,
    params: exhibitionId,
    reply: Result,
    refusals: ['result-shut', 'result-unapproved', 'result-changed'],
  }),
  revoke: route({
    name: 'result.revoke',
    method: 'POST',
    path: `${path}/award/:awardId/revoke`,
    params: oneAward,
    body: Closed({ reason: Reason }),
    reply: Result,
    refusals: ['result-shut', 'reason-needed'],
  }),
  /** The honest report of a team. */
  ofStand: route({
    name: 'result.ofStand',
    method: 'GET',
    path: '/api/stand/:standId/result',
    params: standId,
    reply: StandReport,
    refusals: ['results-not-yet'],
  }),
  /** A record of it in one's own portfolio, seen by oneself alone; pressed twice, it is there once. */
  take: route({
    name: 'result.take',
    method: 'POST',
    path: '/api/stand/:standId/result/take',
    params: standId,
    reply: Closed({ portfolioId: Id, recordId: Type.String() }),
    refusals: ['results-not-yet'],
  }),
  /** … and in the team's, where all of it read and go on with it. */
  takeForTeam: route({
    name: 'result.takeForTeam',
    method: 'POST',
    path: '/api/stand/:standId/result/take/team',
    params: standId,
    reply: Closed({ portfolioId: Id, recordId: Type.String() }),
    refusals: ['results-not-yet'],
  }),
  /** What the learners of an organisation took part in, the newest first: for whoever runs it. */
  ofOrganisation: route({
    name: 'result.ofOrganisation',
    method: 'GET',
    path: '/api/organisation/:organisationId/result',
    params: Closed({ organisationId: Id }),
    reply: Participation,
  }),
  /** Somebody deliberated: whoever looks at the results looks again. */
  changed: fact('result.changed', exhibitionId, toAll),
  /** The hour has come: they are open to everybody. */
  released: fact('result.released', exhibitionId, toAll),
  /** … and this is told to each of the team. */
  reported: fact('result.reported', Closed({ exhibitionId: Id, standId: Id, personId: Id }), ({ personId }) => [`person:${personId}`]),
  revoked: fact('result.revoked', Closed({ exhibitionId: Id, standId: Id, teamId: Id, awardId: Id }), ({ exhibitionId, teamId }) => [
    `team:${teamId}`,
    `exhibition:${exhibitionId}`,
  ]),
}
