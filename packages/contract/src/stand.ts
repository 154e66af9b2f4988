import { Type, type Static } from 'typebox'
import { Said } from './framework.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Closed, Moment, Name, Words } from './words.ts'

/** `returned`: a moderator says what is missing; `withdrawn` by its team, `removed` by an organiser, both with a way back. */
export const standStates = ['draft', 'entered', 'returned', 'admitted', 'withdrawn', 'removed'] as const
export const StandState = Type.Enum(standStates)
export type StandState = Static<typeof StandState>

/** What becomes of an entry, as it is kept for good. */
export const standDeeds = ['entered', 'admitted', 'returned', 'removed', 'restored', 'withdrawn'] as const
export const StandDeed = Type.Enum(standDeeds)
export type StandDeed = Static<typeof StandDeed>

/** Hosts that a video may lie on; it is linked to, never embedded, so that no page asks them anything. */
export const videoHosts = [
  ...(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtu.be', 'vimeo.com', 'rutube.ru'] as const),
  ...(['vk.com', 'm.vk.com', 'vkvideo.ru', 'm.vkvideo.ru'] as const),
] as const

const PartWords = Type.String({ maxLength: 300, pattern: String.raw`^[\P{C}]*$` })

/** What somebody of the team did, in words, and whether they agree to it. */
export const Part = Closed({
  personId: Id,
  words: PartWords,
  confirmed: Type.Boolean(),
})
export type Part = Static<typeof Part>

/** Who of the team is seen in a picture or a film. */
export const Seen = Closed({ fileId: Id, people: Type.Array(Id, { maxItems: 50 }) })
export type Seen = Static<typeof Seen>

/** A film of the team's own, and a frame of it that is seen before it runs; null: nobody's device could make one. */
export const Clip = Closed({ fileId: Id, stillId: Type.Union([Id, Type.Null()]) })
export type Clip = Static<typeof Clip>

/** Drawings, documents, programs: so many beside pictures, model and film. */
export const standFilesMax = 8

/** What a team writes of its stand. */
export const Entry = Closed({
  nominationId: Type.Union([Id, Type.Null()]),
  title: Name,
  /** A few sentences, for whoever walks past. */
  about: Words,
  /** A file of the project's board, and what is seen in it. */
  posterId: Type.Union([Id, Type.Null()]),
  /** More pictures, and a 3D model, of the same board. */
  pictures: Type.Array(Id, { maxItems: 12 }),
  modelId: Type.Union([Id, Type.Null()]),
  video: Type.Union([Type.String({ maxLength: 300, pattern: '^https:[/]{2}[!-~]+$' }), Type.Null()]),
  /** On the shelf of the project's board too; absent in what was written before there were any. */
  clip: Type.Optional(Type.Union([Clip, Type.Null()])),
  files: Type.Optional(Type.Array(Id, { maxItems: standFilesMax })),
  /** Of pictures and the film, those in which somebody of the team is seen; whoever is not named in it is seen nowhere. */
  seen: Type.Optional(Type.Array(Seen, { maxItems: 14 })),
  /** Of the team's portfolio. */
  records: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  parts: Type.Array(Part, { maxItems: 50 }),
  /** What adults did in it, said by the team itself. */
  adults: Words,
})
export type Entry = Static<typeof Entry>

/** What is wanting before it may be handed in. */
export const standLacks = ['nomination', 'about', 'poster', 'parts', 'adults', 'team-size', 'age', 'direction', 'board'] as const
export const StandLack = Type.Enum(standLacks)
export type StandLack = Static<typeof StandLack>

export const Stand = Closed({
  id: Id,
  exhibitionId: Id,
  exhibition: Said,
  project: Closed({ id: Id, title: Type.String(), boardId: Id }),
  team: Closed({ id: Id, name: Type.String() }),
  /** Of the team, child and adult, as they were when it was handed in. */
  members: Type.Array(Closed({ id: Id, name: Type.String(), adult: Type.Boolean() })),
  entry: Entry,
  state: StandState,
  /** By the server's clock. */
  late: Type.Boolean(),
  enteredAt: Type.Union([Moment, Type.Null()]),
  /** Its team has written in it since it was handed in: that counts once it is handed in again. */
  changed: Type.Boolean(),
  /** The board as it was handed in. */
  version: Type.Union([Closed({ id: Id, sha256: Type.String(), at: Moment }), Type.Null()]),
  /** Why it was returned or removed. */
  reason: Type.String(),
  /** All that became of it, the oldest first: for its team and whoever moderates, empty for others. */
  history: Type.Array(Closed({ step: StandDeed, reason: Type.String(), by: Type.String(), at: Moment })),
  lacks: Type.Array(StandLack),
  /** For whoever admits it: of so many pupils nobody has said when they were born. */
  agesUnknown: Type.Integer(),
  /** Whose consent is missing for what, where the world is to see it. */
  waits: Type.Array(Closed({ name: Type.String(), why: Type.Enum(['work', 'name'] as const) })),
  /** What the world is not shown of it, and whose consent is missing for that: the rest is shown without. */
  leaves: Type.Array(Closed({ name: Type.String(), why: Type.Enum(['name', 'picture', 'school'] as const) })),
  number: Type.Union([Type.Integer(), Type.Null()]),
  /** Of its middle, in metres from the hall's left and upper wall. */
  place: Type.Union([Closed({ x: Type.Number(), y: Type.Number() }), Type.Null()]),
  arrivedAt: Type.Union([Moment, Type.Null()]),
  /** What its team was told: it is in the final, or it is not; null: nothing, or it is not the reader's to know. */
  final: Type.Union([Type.Boolean(), Type.Null()]),
  /** Out for everybody, with what it was given; null: not yet, or not the reader's to read. */
  result: Type.Union([
    Closed({
      awards: Type.Array(Closed({ degree: Type.Union([Type.Integer(), Type.Null()]), title: Said, number: Type.String() })),
    }),
    Type.Null(),
  ]),
  /** What its team may put into it: what lies on the project's board, and records that are for everybody. Empty for others. */
  choices: Closed({
    files: Type.Array(Closed({ id: Id, kind: Type.Enum(['picture', 'model', 'film', 'file'] as const), name: Type.String() })),
    records: Type.Array(Closed({ id: Type.String(), title: Type.String() })),
  }),
  revision: Type.Integer(),
  /** What the reader may do. */
  may: Closed({ write: Type.Boolean(), moderate: Type.Boolean() }),
})
export type Stand = Static<typeof Stand>

const standId = Closed({ standId: Id })
const exhibitionId = Closed({ exhibitionId: Id })
const path = '/api/stand/:standId'
const Named = Closed({ standId: Id, exhibitionId: Id, teamId: Id })
const Heard = Closed({ standId: Id, personId: Id })
const toOne = ({ personId }: { personId: string }) => [`person:${personId}`] as const
const toThose = ({ teamId, exhibitionId }: { teamId: string; exhibitionId: string }) =>
  [`team:${teamId}`, `exhibition:${exhibitionId}`] as const

export const stand = {
  /** Of a project: its stands everywhere, the newest first. */
  ofProject: route({
    name: 'stand.ofProject',
    method: 'GET',
    path: '/api/project/:projectId/stand',
    params: Closed({ projectId: Id }),
    reply: Type.Array(Stand),
  }),
  /** All of an exhibition, for those who run it. */
  list: route({
    name: 'stand.list',
    method: 'GET',
    path: '/api/exhibition/:exhibitionId/stand',
    params: exhibitionId,
    reply: Type.Array(Stand),
  }),
  look: route({ name: 'stand.look', method: 'GET', path, params: standId, reply: Stand }),
  /** Begins an entry, filled with what the project's room already says. One of each project. */
  begin: route({
    name: 'stand.begin',
    method: 'POST',
    path: '/api/project/:projectId/stand',
    params: Closed({ projectId: Id }),
    body: Closed({ id: Id, exhibitionId: Id }),
    reply: Stand,
    refusals: ['entries-closed'],
  }),
  /** Until the deadline, or until a returned one is handed in again. */
  change: route({
    name: 'stand.change',
    method: 'PATCH',
    path,
    params: standId,
    body: Closed({ entry: Entry, revision: Type.Integer() }),
    reply: Stand,
    refusals: ['entries-closed', 'stand-changed', 'video-host', 'file-unknown'],
  }),
  /** Yes, this is what I did: said by oneself alone, of the words that one has read. */
  confirm: route({
    name: 'stand.confirm',
    method: 'POST',
    path: `${path}/confirm`,
    params: standId,
    body: Closed({ words: PartWords }),
    reply: Stand,
    refusals: ['entries-closed', 'stand-changed'],
  }),
  /** Freezes a version of the board and of the records, and hands it in. */
  enter: route({
    name: 'stand.enter',
    method: 'POST',
    path: `${path}/enter`,
    params: standId,
    reply: Stand,
    refusals: ['entries-closed', 'stand-unready'],
  }),
  withdraw: route({
    name: 'stand.withdraw',
    method: 'POST',
    path: `${path}/withdraw`,
    params: standId,
    reply: Stand,
    refusals: ['stand-step'],
  }),
  admit: route({
    name: 'stand.admit',
    method: 'POST',
    path: `${path}/admit`,
    params: standId,
    reply: Stand,
    refusals: ['stand-step', 'stand-own', 'moderation-closed'],
  }),
  return: route({
    name: 'stand.return',
    method: 'POST',
    path: `${path}/return`,
    params: standId,
    body: Closed({ reason: Words }),
    reply: Stand,
    refusals: ['stand-step', 'reason-needed', 'moderation-closed'],
  }),
  /** Out of the hall; what was said and scored of it stays. */
  remove: route({
    name: 'stand.remove',
    method: 'POST',
    path: `${path}/remove`,
    params: standId,
    body: Closed({ reason: Words }),
    reply: Stand,
    refusals: ['stand-step', 'reason-needed'],
  }),
  restore: route({
    name: 'stand.restore',
    method: 'POST',
    path: `${path}/restore`,
    params: standId,
    reply: Stand,
    refusals: ['stand-step'],
  }),
  /** Its number and its place in the hall. */
  place: route({
    name: 'stand.place',
    method: 'PATCH',
    path: `${path}/place`,
    params: standId,
    body: Closed({
      number: Type.Union([Type.Integer({ minimum: 1, maximum: 9999 }), Type.Null()]),
      place: Type.Union([
        Closed({ x: Type.Number({ minimum: 0, maximum: 500 }), y: Type.Number({ minimum: 0, maximum: 500 }) }),
        Type.Null(),
      ]),
    }),
    reply: Stand,
    refusals: ['number-taken'],
  }),
  /** Numbers for all that have none, by nomination, and places in rows. */
  placeAll: route({
    name: 'stand.placeAll',
    method: 'POST',
    path: '/api/exhibition/:exhibitionId/stand/place',
    params: exhibitionId,
    reply: Type.Array(Stand),
  }),
  /** The team is here, or is not after all. */
  arrive: route({
    name: 'stand.arrive',
    method: 'POST',
    path: `${path}/arrive`,
    params: standId,
    body: Closed({ here: Type.Boolean() }),
    reply: Stand,
  }),
  changed: fact('stand.changed', Named, toThose),
  entered: fact('stand.entered', Named, toThose),
  admitted: fact('stand.admitted', Named, toThose),
  returned: fact('stand.returned', Named, toThose),
  removed: fact('stand.removed', Named, toThose),
  /** The same, to each whose concern it is: an entry to those who run the exhibition, what became of it to its team. */
  /** It is begun and not handed in, and so many days are left at most: to each of its team. */
  reminded: fact('stand.reminded', Closed({ standId: Id, personId: Id, days: Type.Integer() }), toOne),
  offered: fact('stand.offered', Heard, toOne),
  welcomed: fact('stand.welcomed', Heard, toOne),
  answered: fact('stand.answered', Heard, toOne),
  dropped: fact('stand.dropped', Heard, toOne),
}
