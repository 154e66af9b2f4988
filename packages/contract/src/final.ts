import { Type, type Static } from 'typebox'
import { ExhibitionState, FinalPlan } from './exhibition.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { ResultStand } from './result.ts'
import { Closed, Moment, Words } from './words.ts'

/**
 * first     the first round is judged, or will be
 * choosing  it is closed, and finalists are chosen by its order
 * final     finalists are judged
 */
export const finalStages = ['first', 'choosing', 'final'] as const
export const FinalStage = Type.Enum(finalStages)
export type FinalStage = Static<typeof FinalStage>

export const Finalist = Closed({
  standId: Id,
  number: Type.Union([Type.Integer(), Type.Null()]),
  title: Type.String(),
  /** Not as the order of the first round proposes. */
  byHand: Type.Boolean(),
  reason: Type.String(),
  by: Type.String(),
  at: Moment,
  /** Its team has been told. */
  told: Type.Boolean(),
  /** Withdrawn or taken out of the hall since. */
  gone: Type.Boolean(),
  /** Called in the place of this finalist, which has left. */
  insteadOf: Type.Union([Id, Type.Null()]),
  /** Of whoever has left once the final is on: who is next by the order, all of them where they tie. None: nobody is, or somebody was called. */
  next: Type.Array(Id),
})
export type Finalist = Static<typeof Finalist>

/** A final as its organisers come to it. */
export const Final = Closed({
  exhibitionId: Id,
  state: ExhibitionState,
  stage: FinalStage,
  plan: FinalPlan,
  from: Moment,
  to: Moment,
  /** What the first round came to; nothing before it is closed. */
  stands: Type.Array(ResultStand),
  /** By the order and the plan; `tied`: so many have as many points as the last that there are more than were wanted. */
  suggested: Type.Array(Closed({ standId: Id, tied: Type.Boolean() })),
  finalists: Type.Array(Finalist),
  /** Because of how many stands the round under way cannot be closed yet. */
  lacking: Type.Integer(),
  /** Every team was told how it stands now. */
  told: Type.Boolean(),
  may: Closed({
    close: Type.Boolean(),
    reopen: Type.Boolean(),
    choose: Type.Boolean(),
    begin: Type.Boolean(),
    halt: Type.Boolean(),
    tell: Type.Boolean(),
  }),
})
export type Final = Static<typeof Final>

const exhibitionId = Closed({ exhibitionId: Id })
const path = '/api/exhibition/:exhibitionId/final'
const toAll = (body: { exhibitionId: string }) => [`exhibition:${body.exhibitionId}`] as const
const toOne = ({ personId }: { personId: string }) => [`person:${personId}`] as const
const OfOne = Closed({ exhibitionId: Id, standId: Id, personId: Id })

export const final = {
  look: route({
    name: 'final.look',
    method: 'GET',
    path,
    params: exhibitionId,
    reply: Final,
    refusals: ['final-none', 'result-judging'],
  }),
  /** Closes the first round, opens it again, begins the final, or takes that back. Asked twice, it is done once. */
  step: route({
    name: 'final.step',
    method: 'POST',
    path: `${path}/stage`,
    params: exhibitionId,
    /** A reason is needed for a step back, and where the order proposes somebody who was not chosen. */
    body: Closed({ stage: FinalStage, reason: Type.Optional(Words) }),
    reply: Final,
    refusals: [
      ...(['final-none', 'final-shut', 'final-step', 'final-few', 'final-told', 'final-scored'] as const),
      ...(['judging-unfinished', 'reason-needed', 'result-judging'] as const),
    ],
  }),
  /** Sent twice, they are there once. */
  choose: route({
    name: 'final.choose',
    method: 'POST',
    path: `${path}/stand`,
    params: exhibitionId,
    /** A reason is needed where the order does not propose them. */
    body: Closed({ standIds: Type.Array(Id, { minItems: 1, maxItems: 500 }), reason: Type.Optional(Words) }),
    reply: Final,
    refusals: ['final-none', 'final-shut', 'final-unfit', 'reason-needed', 'result-judging'],
  }),
  /** A finalist no more. A reason is needed where the order proposes it, or its team knows. */
  drop: route({
    name: 'final.drop',
    method: 'POST',
    path: `${path}/stand/:standId/drop`,
    params: Closed({ exhibitionId: Id, standId: Id }),
    body: Closed({ reason: Type.Optional(Words) }),
    reply: Final,
    refusals: ['final-none', 'final-shut', 'reason-needed', 'result-judging'],
  }),
  /**
   * Once the final is on: the next of the order in the place of `standId`, which has left. Its seats are given out, and its team and the jury
   * are told with it. Sent twice, it is called once.
   */
  call: route({
    name: 'final.call',
    method: 'POST',
    path: `${path}/stand/:standId/next`,
    params: Closed({ exhibitionId: Id, standId: Id }),
    body: Closed({ standId: Id, reason: Words }),
    reply: Final,
    refusals: ['final-none', 'final-shut', 'final-step', 'final-unfit', 'reason-needed', 'result-judging'],
  }),
  /** Each of the teams in the hall learns whether it is among the finalists: until then nobody does. */
  tell: route({
    name: 'final.tell',
    method: 'POST',
    path: `${path}/tell`,
    params: exhibitionId,
    reply: Final,
    refusals: ['final-none', 'final-shut', 'final-few', 'result-judging'],
  }),
  changed: fact('final.changed', exhibitionId, toAll),
  /** It can be judged: to each of the jury. */
  opened: fact('final.opened', Closed({ exhibitionId: Id, personId: Id }), toOne),
  /** Somebody was called into it: to each of the jury. */
  joined: fact('final.joined', OfOne, toOne),
  /** To each of a finalist’s team. */
  reached: fact('final.reached', OfOne, toOne),
  /** To each of the others. */
  named: fact('final.named', OfOne, toOne),
  /** To each of a team that had been told, and is no finalist any more. */
  left: fact('final.left', OfOne, toOne),
}
