import { Type, type Static } from 'typebox'
import { Said } from './framework.ts'
import { Id, Uuid } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Language, Moment } from './words.ts'

/** Drawn up; given out; given out no more, though what was given stays. */
export const classStates = ['draft', 'open', 'closed'] as const
export const ClassState = Type.Enum(classStates)
export type ClassState = Static<typeof ClassState>

/** What is drawn in its middle. */
export const emblems = ['gear', 'glider', 'circuit', 'cube', 'people', 'compass', 'medal'] as const
export const Emblem = Type.Enum(emblems)
export type Emblem = Static<typeof Emblem>

/** A badge as it stands today. Foreign: another's, and who that is says the badge itself. */
export const badgeStates = ['valid', 'expired', 'revoked', 'broken', 'foreign', 'unreadable'] as const
export const BadgeState = Type.Enum(badgeStates)
export type BadgeState = Static<typeof BadgeState>

/** Of few kinds and not in free words: it is told to the whole world, and must not tell of a child. */
export const revokeWhys = ['mistake', 'evidence', 'asked'] as const
export const RevokeWhy = Type.Enum(revokeWhys)
export type RevokeWhy = Static<typeof RevokeWhy>

export const needsMax = 40
export const validMonthsMax = 120

/** A level of a competency that must have been confirmed, or a higher one. */
export const Need = Closed({ competencyId: Uuid, levelId: Uuid })
export type Need = Static<typeof Need>

export const ClassDraft = Closed({
  title: Said,
  /** What one has to do for it, in words. */
  criteria: Said,
  emblem: Emblem,
  needs: Type.Array(Need, { maxItems: needsMax }),
  /** Of whoever gets it, in a project: such as "designer". Empty: for what one can, not for what one was. */
  role: Said,
  /** Null: for good. */
  validMonths: Type.Union([Type.Integer({ minimum: 1, maximum: validMonthsMax }), Type.Null()]),
})
export type ClassDraft = Static<typeof ClassDraft>

export const BadgeClass = Closed({
  id: Uuid,
  /** Its badges are written in its language. */
  organisation: Closed({ id: Id, name: Type.String(), language: Language }),
  state: ClassState,
  /** Counts the savings: whoever saves says which one they have seen. */
  edition: Type.Integer(),
  draft: ClassDraft,
  issued: Type.Integer(),
  /** Of an award of an exhibition: each of the team has it from the hour of the results on, and nobody gives it by hand. */
  awarded: Type.Boolean(),
})
export type BadgeClass = Static<typeof BadgeClass>

/** A competency that is asked for, in words. */
export const AskedFor = Closed({ ...Need.properties, frameworkId: Uuid, code: Type.String(), title: Said, level: Said })
export type AskedFor = Static<typeof AskedFor>

/** Somebody who may get it, or what they are short of. */
export const Candidate = Closed({
  personId: Id,
  name: Type.String(),
  /** Competencies not yet confirmed on the level. */
  missing: Type.Array(Uuid),
  /** In which they may have had the role, and what they were given for each. */
  projects: Type.Array(Closed({ id: Id, title: Type.String(), badgeId: Type.Union([Uuid, Type.Null()]) })),
  /** Given already; of a role, for whichever project. */
  badgeId: Type.Union([Uuid, Type.Null()]),
})
export type Candidate = Static<typeof Candidate>

/** A badge that is given out where the reader learns, and how far they have come with it. */
export const NearBadge = Closed({
  id: Uuid,
  title: Said,
  criteria: Said,
  emblem: Emblem,
  role: Said,
  organisation: Closed({ id: Id, name: Type.String() }),
  asked: Type.Array(
    Closed({
      ...AskedFor.properties,
      /** The level that was confirmed so far; null: none. */
      shown: Type.Union([Said, Type.Null()]),
      /** It is as high as is asked, or higher. */
      done: Type.Boolean(),
    }),
  ),
  /** Where it is for a role: projects of that organisation in which the reader takes part, and so may have one. */
  projects: Type.Array(Closed({ id: Id, title: Type.String(), held: Type.Boolean() })),
  /** What the reader has of it and holds. */
  held: Type.Array(Uuid),
})
export type NearBadge = Static<typeof NearBadge>

/** One that was given, as the staff and its holder see it. */
export const GivenBadge = Closed({
  id: Uuid,
  classId: Uuid,
  title: Said,
  emblem: Emblem,
  organisation: Type.String(),
  holder: Closed({ personId: Id, name: Type.String() }),
  /** In which the role was had; empty: it is for no project. */
  project: Type.String(),
  at: Moment,
  until: Type.Union([Moment, Type.Null()]),
  revoked: Type.Union([Closed({ at: Moment, why: RevokeWhy }), Type.Null()]),
})
export type GivenBadge = Static<typeof GivenBadge>

/** What a badge says of itself: bounded, because it may be anybody's. */
export const BadgeWords = Closed({
  id: Type.String(),
  title: Type.String(),
  criteria: Type.String(),
  role: Type.String(),
  issuer: Closed({ id: Type.String(), name: Type.String() }),
  at: Type.String(),
  until: Type.Union([Type.String(), Type.Null()]),
  competencies: Type.Array(Closed({ code: Type.String(), title: Type.String(), level: Type.String(), url: Type.String() })),
  /** `url` is the page on which everybody may look at the work; empty: there is none. */
  evidence: Type.Array(Closed({ title: Type.String(), text: Type.String(), url: Type.String() })),
})
export type BadgeWords = Static<typeof BadgeWords>

/** Why it is in its state, where that wants saying. */
export const checkNotes = ['signature', 'unlisted', 'vouched', 'unchecked'] as const

export const CheckedBadge = Closed({
  state: BadgeState,
  /** signature: it was changed; unlisted: signed here, and nobody here knows it; vouched and unchecked: of a foreign one, whether its key signed it. */
  note: Type.Union([Type.Enum(checkNotes), Type.Null()]),
  revoked: Type.Union([Closed({ at: Moment, why: RevokeWhy }), Type.Null()]),
  /** Null where nothing could be read, or where nothing that it says can be believed. */
  says: Type.Union([BadgeWords, Type.Null()]),
  /** Ours, by the name under which everybody finds it. */
  badgeId: Type.Union([Uuid, Type.Null()]),
  /** Told to its holder and to the staff who gave it, and to nobody else. */
  holder: Type.Union([Type.String(), Type.Null()]),
  /** The address in it opens only in a network like this one. */
  nearOnly: Type.Boolean(),
})
export type CheckedBadge = Static<typeof CheckedBadge>

/** A badge of 40 competencies is a quarter of this. */
export const badgeLettersMax = 60_000

const classId = Closed({ classId: Uuid })
const badgeId = Closed({ badgeId: Uuid })
const told = Closed({ badgeId: Uuid, personId: Id, organisationId: Id })
const earned = Closed({ classId: Uuid, learnerId: Id, organisationId: Id, personId: Id })
const toBoth = (b: Static<typeof told>) => [`person:${b.personId}`, `organisation:${b.organisationId}`] as const

export const badge = {
  /** What an organisation gives badges for. */
  list: route({
    name: 'badge.list',
    method: 'GET',
    path: '/api/organisation/:organisationId/badge',
    params: Closed({ organisationId: Id }),
    reply: Type.Array(BadgeClass),
  }),
  /** Its id is made by its author: what is sent twice is there once. */
  make: route({
    name: 'badge.make',
    method: 'POST',
    path: '/api/organisation/:organisationId/badge',
    params: Closed({ organisationId: Id }),
    body: Closed({ id: Uuid, draft: ClassDraft }),
    reply: BadgeClass,
    refusals: ['badge-class-broken'],
  }),
  look: route({
    name: 'badge.look',
    method: 'GET',
    path: '/api/badge/class/:classId',
    params: classId,
    reply: Closed({ badge: BadgeClass, asked: Type.Array(AskedFor) }),
  }),
  /** Only while it is drawn up: who has one must find what it was given for. */
  save: route({
    name: 'badge.save',
    method: 'POST',
    path: '/api/badge/class/:classId/save',
    params: classId,
    body: Closed({ edition: Type.Integer({ minimum: 0 }), draft: ClassDraft }),
    reply: BadgeClass,
    refusals: ['badge-class-broken', 'badge-class-fixed', 'badge-class-changed'],
  }),
  open: route({
    name: 'badge.open',
    method: 'POST',
    path: '/api/badge/class/:classId/open',
    params: classId,
    reply: BadgeClass,
    refusals: ['badge-class-broken'],
  }),
  close: route({ name: 'badge.close', method: 'POST', path: '/api/badge/class/:classId/close', params: classId, reply: BadgeClass }),
  /** The learners of the organisation, but for one's own children; who may get it first. */
  propose: route({
    name: 'badge.propose',
    method: 'GET',
    path: '/api/badge/class/:classId/propose',
    params: classId,
    reply: Type.Array(Candidate),
  }),
  /** Of what is given out, how many may get each and have none. */
  ready: route({
    name: 'badge.ready',
    method: 'GET',
    path: '/api/organisation/:organisationId/badge/ready',
    params: Closed({ organisationId: Id }),
    reply: Type.Array(Closed({ classId: Uuid, people: Type.Integer() })),
  }),
  /** All that were given, the last first. */
  given: route({
    name: 'badge.given',
    method: 'GET',
    path: '/api/badge/class/:classId/given',
    params: classId,
    reply: Type.Array(GivenBadge),
  }),
  /** Once for each person, and of a role once for each project, however often it is asked. */
  issue: route({
    name: 'badge.issue',
    method: 'POST',
    path: '/api/badge/class/:classId/issue',
    params: classId,
    body: Closed({ personId: Id, projectId: Type.Union([Id, Type.Null()]) }),
    reply: GivenBadge,
    refusals: ['badge-class-shut', 'badge-missing', 'badge-role', 'issuer-key-lost', 'own-child'],
  }),
  revoke: route({
    name: 'badge.revoke',
    method: 'POST',
    path: '/api/badge/:badgeId/revoke',
    params: badgeId,
    body: Closed({ why: RevokeWhy }),
    reply: GivenBadge,
  }),
  mine: route({ name: 'badge.mine', method: 'GET', path: '/api/badge/mine', reply: Type.Array(GivenBadge) }),
  /** What is given out where the reader learns, and what they are short of. */
  near: route({ name: 'badge.near', method: 'GET', path: '/api/badge/near', reply: Type.Array(NearBadge) }),
  /** For anybody: one of ours, by its name. */
  show: route({ name: 'badge.show', method: 'GET', path: '/api/badge/:badgeId/show', params: badgeId, reply: CheckedBadge }),
  /** For anybody: one that somebody has in a file. */
  check: route({
    name: 'badge.check',
    method: 'POST',
    path: '/api/badge/check',
    body: Closed({ text: Type.String({ maxLength: badgeLettersMax }) }),
    bodyBytesMax: 262_144,
    reply: CheckedBadge,
  }),
  /** The last thing that a badge asks for was confirmed: told to each who may give it. */
  earned: fact('badge.earned', earned, ({ personId }) => [`person:${personId}`] as const),
  issued: fact('badge.issued', told, toBoth),
  revoked: fact('badge.revoked', told, toBoth),
}
