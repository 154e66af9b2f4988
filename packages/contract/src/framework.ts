import { Type, type Static } from 'typebox'
import { Id, Uuid } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Moment, Words } from './words.ts'

/** One statement in three languages. A language that nobody has written yet is empty, and shown in another one. */
const Statement = Type.String({ maxLength: 2000, pattern: String.raw`^[\P{C}\t\n\r]*$` })
export const Said = Closed({ kk: Statement, ru: Statement, en: Statement })
export type Said = Static<typeof Said>

export const frameworkStates = ['draft', 'published', 'retired'] as const
export const FrameworkState = Type.Enum(frameworkStates)
export type FrameworkState = Static<typeof FrameworkState>

/** Which of several reviews of one competency is shown: named on every screen that shows one. */
export const rollups = ['latest', 'highest', 'median'] as const
export const Rollup = Type.Enum(rollups)
export type Rollup = Static<typeof Rollup>

/** As CASE 1.1 names them, for links that lead out of the tree. */
export const linkKinds = ['exactMatchOf', 'isRelatedTo', 'isPeerOf', 'isPartOf', 'precedes'] as const
export const LinkKind = Type.Enum(linkKinds)
export type LinkKind = Static<typeof LinkKind>

export const competenciesMax = 2_000
export const levelsMax = 8

const Short = Type.String({ maxLength: 200, pattern: String.raw`^[\P{C}]*$` })
const Code = Type.String({ maxLength: 40, pattern: String.raw`^[\P{C}]*$` })
const Uri = Type.String({ maxLength: 1000, pattern: '^(https?|urn):[!-~]+$' })

export const Level = Closed({
  id: Uuid,
  title: Said,
  /** What is true of everybody on this level. */
  text: Said,
})
export type Level = Static<typeof Level>

export const Competency = Closed({
  id: Uuid,
  /** Null: an area. */
  parentId: Type.Union([Uuid, Type.Null()]),
  code: Code,
  title: Said,
  /** Of one level, where it needs more than the level's own text. */
  descriptors: Type.Array(Closed({ levelId: Uuid, text: Said }), { maxItems: levelsMax }),
  /** Asked for no more; what was shown of it stays shown. */
  retired: Type.Boolean(),
  /** Its successor, here or in another framework. */
  replacedBy: Type.Union([Uuid, Type.Null()]),
})
export type Competency = Static<typeof Competency>

/** From a competency of this framework to one of another, here or anywhere. */
export const Link = Closed({
  id: Uuid,
  from: Uuid,
  kind: LinkKind,
  /** Of the other one, where it is known; an address otherwise. */
  to: Closed({ id: Type.Union([Uuid, Type.Null()]), uri: Type.Union([Uri, Type.Null()]), title: Short }),
})
export type Link = Static<typeof Link>

/** What its editor works on, and what an import brings: levels from the lowest up, competencies in the order of the list. */
export const Draft = Closed({
  title: Said,
  description: Said,
  /** Of the framework, as its authors count: "1.0". */
  version: Code,
  rollup: Rollup,
  /** Name of the licence, for whoever takes it further. */
  licence: Short,
  /** Whose work it is: shown wherever the framework is. */
  attribution: Words,
  levels: Type.Array(Level, { maxItems: levelsMax }),
  competencies: Type.Array(Competency, { maxItems: competenciesMax }),
  links: Type.Array(Link, { maxItems: competenciesMax }),
})
export type Draft = Static<typeof Draft>

export const FrameworkLine = Closed({
  id: Uuid,
  organisation: Closed({ id: Id, name: Type.String() }),
  title: Said,
  version: Type.String(),
  state: FrameworkState,
  /** Its next version, once there is one. */
  replacedBy: Type.Union([Uuid, Type.Null()]),
  /** Without the areas that hold them. */
  competencies: Type.Integer(),
  changedAt: Moment,
})
export type FrameworkLine = Static<typeof FrameworkLine>

export const Framework = Closed({
  id: Uuid,
  organisation: Closed({ id: Id, name: Type.String() }),
  state: FrameworkState,
  /** Its next version, once there is one. */
  replacedBy: Type.Union([Uuid, Type.Null()]),
  /** Counts the savings: whoever saves says which one they have seen. */
  edition: Type.Integer(),
  changedAt: Moment,
  draft: Draft,
  /** What the reader may do. */
  may: Closed({ edit: Type.Boolean() }),
})
export type Framework = Static<typeof Framework>

/** A framework whose competencies others have taken the place of: what was learned of them is shown beside their successors. */
export const Former = Closed({
  id: Uuid,
  title: Said,
  version: Type.String(),
  rollup: Rollup,
  /** From the lowest up. */
  levels: Type.Array(Level),
  /** Those on the way to the framework that was asked about, and no other. */
  competencies: Type.Array(Closed({ id: Uuid, code: Type.String(), title: Said, replacedBy: Uuid })),
})
export type Former = Static<typeof Former>

/** What leads from one framework to another and back, whichever of the two says so. */
export const Crosswalk = Closed({
  id: Uuid,
  organisation: Closed({ id: Id, name: Type.String() }),
  title: Said,
  version: Type.String(),
  links: Type.Array(
    Closed({
      /** In the framework that was asked about. */
      here: Uuid,
      there: Uuid,
      kind: LinkKind,
      /** False: the other framework says so, of its own competency. */
      fromHere: Type.Boolean(),
    }),
  ),
})
export type Crosswalk = Static<typeof Crosswalk>

/** Words that stood until others took their place, once evidence leant on them. */
export const Wording = Closed({
  /** The competency's or level's. */
  of: Uuid,
  /** The last saving in which they stood. */
  edition: Type.Integer(),
  until: Moment,
  title: Said,
  /** Of a level; null: a competency. */
  text: Type.Union([Said, Type.Null()]),
  /** Of a competency. */
  descriptors: Competency.properties.descriptors,
})
export type Wording = Static<typeof Wording>

/** A thousand goals in three languages, and room for twice as many. */
const bodyBytesMax = 4_194_304

const frameworkId = Closed({ frameworkId: Uuid })
const named = Closed({ frameworkId: Uuid, organisationId: Id })
const ofOrganisation = ({ organisationId }: { organisationId: string }) => [`organisation:${organisationId}`] as const

export const framework = {
  /** All that are published, and the drafts of one's own organisations. */
  list: route({ name: 'framework.list', method: 'GET', path: '/api/framework', reply: Type.Array(FrameworkLine) }),
  look: route({ name: 'framework.look', method: 'GET', path: '/api/framework/:frameworkId', params: frameworkId, reply: Framework }),
  /** Whatever its competencies took the place of, over however many versions; never a draft. */
  former: route({
    name: 'framework.former',
    method: 'GET',
    path: '/api/framework/:frameworkId/former',
    params: frameworkId,
    reply: Type.Array(Former),
  }),
  /** The other frameworks it is linked with, as far as the reader may know of them: the most links first. */
  crosswalk: route({
    name: 'framework.crosswalk',
    method: 'GET',
    path: '/api/framework/:frameworkId/crosswalk',
    params: frameworkId,
    reply: Type.Array(Crosswalk),
  }),
  /** What it said before it was reworded: the oldest first. */
  wordings: route({
    name: 'framework.wordings',
    method: 'GET',
    path: '/api/framework/:frameworkId/wordings',
    params: frameworkId,
    reply: Type.Array(Wording),
  }),
  /** Its id is made by its author or comes with what was imported: the same framework is there once. */
  make: route({
    name: 'framework.make',
    method: 'POST',
    path: '/api/organisation/:organisationId/framework',
    params: Closed({ organisationId: Id }),
    body: Closed({ id: Uuid, draft: Draft }),
    bodyBytesMax,
    reply: Framework,
    refusals: ['framework-broken', 'framework-exists'],
  }),
  /** All of it at once. What was published keeps its levels, and competencies that are left out are retired instead. */
  save: route({
    name: 'framework.save',
    method: 'POST',
    path: '/api/framework/:frameworkId/save',
    params: frameworkId,
    body: Closed({ edition: Type.Integer({ minimum: 0 }), draft: Draft }),
    bodyBytesMax,
    reply: Framework,
    refusals: ['framework-broken', 'framework-changed', 'framework-retired', 'level-fixed'],
  }),
  publish: route({
    name: 'framework.publish',
    method: 'POST',
    path: '/api/framework/:frameworkId/publish',
    params: frameworkId,
    reply: Framework,
    refusals: ['framework-broken', 'framework-retired'],
  }),
  /** Asked for no more. Evidence of it stays. */
  retire: route({
    name: 'framework.retire',
    method: 'POST',
    path: '/api/framework/:frameworkId/retire',
    params: frameworkId,
    reply: Framework,
  }),
  /** The next version, as a draft; the competencies of both know each other. */
  renew: route({
    name: 'framework.renew',
    method: 'POST',
    path: '/api/framework/:frameworkId/renew',
    params: frameworkId,
    body: Closed({ version: Code }),
    reply: Framework,
    refusals: ['framework-renewed'],
  }),
  published: fact('framework.published', named, ofOrganisation),
  changed: fact('framework.changed', named, ofOrganisation),
}
