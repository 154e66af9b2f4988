import { Type, type Static } from 'typebox'
import { Switches } from './exhibition.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { reactionKinds } from './plain.ts'
import { Closed, Moment, Words } from './words.ts'

export const ReactionKind = Type.Enum(reactionKinds)
export type ReactionKind = Static<typeof ReactionKind>

/** Nothing that a visitor asked is shown before an adult who answers for the team has said yes to it. */
export const questionStates = ['waiting', 'approved', 'hidden'] as const
export const QuestionState = Type.Enum(questionStates)
export type QuestionState = Static<typeof QuestionState>

export const Question = Closed({
  id: Id,
  standId: Id,
  words: Type.String(),
  at: Moment,
  state: QuestionState,
  /** Why it was hidden. */
  reason: Type.String(),
  /** It names a child who may not be named: the world is not shown it, whoever approved it. */
  waits: Type.Boolean(),
  /** The newest; its author is known to the team and to nobody outside. */
  answer: Type.Union([
    Closed({ words: Type.String(), by: Type.String(), at: Moment, hidden: Type.Boolean(), reason: Type.String(), waits: Type.Boolean() }),
    Type.Null(),
  ]),
})
export type Question = Static<typeof Question>

export const Reactions = Closed({ like: Type.Integer(), wow: Type.Integer(), idea: Type.Integer() })
export type Reactions = Static<typeof Reactions>

/** Of one stand, for its team and for whoever answers for it. */
export const Visitors = Closed({
  standId: Id,
  /** Visitors may ask and react now. */
  open: Type.Boolean(),
  /** What its organisers have turned on. */
  on: Switches,
  /** How often its page was opened; of whom, nobody knows. */
  looks: Closed({ today: Type.Integer(), all: Type.Integer() }),
  reactions: Reactions,
  /** How many nobody has decided about yet, also for those who do not see them. */
  waiting: Type.Integer(),
  /** The newest first; what is not approved is for moderators alone. */
  questions: Type.Array(Question),
  may: Closed({ moderate: Type.Boolean(), answer: Type.Boolean() }),
})
export type Visitors = Static<typeof Visitors>

/** Of a whole exhibition, for those who run it. */
export const AllVisitors = Closed({
  open: Type.Boolean(),
  on: Switches,
  /** Of the audience's prize, all together. */
  votes: Type.Integer(),
  /** When one network brought more new devices than are counted, the newest first: votes may have been made up. */
  crowds: Type.Array(Moment),
  /** Nobody sees how they stand before this hour. */
  closesAt: Moment,
  stands: Type.Array(
    Closed({
      id: Id,
      number: Type.Union([Type.Integer(), Type.Null()]),
      title: Type.String(),
      looks: Type.Integer(),
      reactions: Type.Integer(),
      asked: Type.Integer(),
      waiting: Type.Integer(),
      /** Null: the hour has not come. */
      votes: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  /** Those that wait, the oldest first, then the newest of the others. */
  questions: Type.Array(Question),
})
export type AllVisitors = Static<typeof AllVisitors>

const questionId = Closed({ standId: Id, questionId: Id })
const path = '/api/stand/:standId/visitor/:questionId'
const Named = Closed({ standId: Id, questionId: Id, exhibitionId: Id, teamId: Id })
const Heard = Closed({ standId: Id, personId: Id })
const toOne = ({ personId }: { personId: string }) => [`person:${personId}`] as const
const toThose = ({ teamId, exhibitionId }: { teamId: string; exhibitionId: string }) =>
  [`team:${teamId}`, `exhibition:${exhibitionId}`] as const

export const visitor = {
  ofStand: route({
    name: 'visitor.ofStand',
    method: 'GET',
    path: '/api/stand/:standId/visitor',
    params: Closed({ standId: Id }),
    reply: Visitors,
  }),
  ofExhibition: route({
    name: 'visitor.ofExhibition',
    method: 'GET',
    path: '/api/exhibition/:exhibitionId/visitor',
    params: Closed({ exhibitionId: Id }),
    reply: AllVisitors,
  }),
  /** Also what was hidden: the way back. */
  approve: route({ name: 'visitor.approve', method: 'POST', path: `${path}/approve`, params: questionId, reply: Question }),
  hide: route({
    name: 'visitor.hide',
    method: 'POST',
    path: `${path}/hide`,
    params: questionId,
    body: Closed({ reason: Words }),
    reply: Question,
    refusals: ['reason-needed'],
  }),
  /** In the name of the team; a newer one takes the place of the older, which is kept. */
  answer: route({
    name: 'visitor.answer',
    method: 'POST',
    path: `${path}/answer`,
    params: questionId,
    body: Closed({ words: Type.String({ minLength: 1, maxLength: 1000, pattern: String.raw`^[\P{C}\t\n\r\u200D]*$` }) }),
    reply: Question,
    refusals: ['question-waiting', 'visitor-names'],
  }),
  /** Takes the answer off the page, and keeps a newer one off it too until somebody looked. */
  hold: route({
    name: 'visitor.hold',
    method: 'POST',
    path: `${path}/hold`,
    params: questionId,
    body: Closed({ reason: Words }),
    reply: Question,
    refusals: ['reason-needed'],
  }),
  free: route({ name: 'visitor.free', method: 'POST', path: `${path}/free`, params: questionId, reply: Question }),
  asked: fact('visitor.asked', Named, toThose),
  /** Approved or hidden, the question or its answer. */
  moderated: fact('visitor.moderated', Named, toThose),
  answered: fact('visitor.answered', Named, toThose),
  /** One network brought more new devices than are counted … */
  crowded: fact('visitor.crowded', Closed({ exhibitionId: Id }), ({ exhibitionId }) => [`exhibition:${exhibitionId}`] as const),
  /** … for each who runs the exhibition, once until they have looked. */
  warned: fact('visitor.warned', Closed({ exhibitionId: Id, personId: Id }), toOne),
  /** Something waits at a stand: for each who may let it through, once until they have looked … */
  queued: fact('visitor.queued', Heard, toOne),
  /** … and for each of the team, once something was let through that they may answer. */
  passed: fact('visitor.passed', Heard, toOne),
}
