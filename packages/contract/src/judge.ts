import { Type, type Static } from 'typebox'
import { ExhibitionState } from './exhibition.ts'
import { Said } from './framework.ts'
import { Id } from './ids.ts'
import { fact, route } from './kit.ts'
import { Direction } from './project.ts'
import { Marks, Rubric } from './rubric.ts'
import { Closed, Language, Moment, Name, Nothing, Words } from './words.ts'

/** `conflict` and `skipped` are for good: such a stand is never proposed to this judge again. */
export const seatStates = ['offered', 'conflict', 'skipped', 'done'] as const
export const SeatState = Type.Enum(seatStates)
export type SeatState = Static<typeof SeatState>

/** What may stand between a judge and a stand by what is known here; the judge adds what is not. */
export const tieReasons = ['own-school', 'own-team', 'relative', 'supervised'] as const
export const TieReason = Type.Enum(tieReasons)
export type TieReason = Static<typeof TieReason>

/**
 * What is done with stands, by the number under which it is stored for ever; which of them is under way is decided in `domain/final`.
 *
 *   calibration  scored  one stand that all score, and that counts nothing
 *   first        scored  every stand
 *   comparing    two and two, whenever an organiser opens it
 *   final        scored  finalists, after the first
 */
export const rounds = { calibration: 0, first: 1, comparing: 2, final: 3 } as const
/** Of those that are scored. */
export const Round = Type.Enum([rounds.calibration, rounds.first, rounds.final] as const)
export type Round = Static<typeof Round>

/** 128 random bits, as base64url writes them. */
const Secret = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })

const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** What a judge sees of a stand: the copy that was made for the world when it was admitted. */
export const SeenStand = Closed({
  id: Id,
  number: Nullable(Type.Integer()),
  title: Type.String(),
  about: Type.String(),
  nominationId: Nullable(Id),
  /** The poster first. */
  pictures: Type.Array(Closed({ fileId: Type.String(), alt: Type.String(), width: Type.Integer(), height: Type.Integer() })),
  video: Nullable(Type.String()),
  adults: Type.String(),
  /** Who did what, as the team has agreed; for the jury alone. */
  parts: Type.Array(Closed({ name: Type.String(), words: Type.String() })),
  /** The reader may open all that was handed in: records, board and model too. */
  whole: Type.Boolean(),
  /** Withdrawn or taken out of the hall: what was scored stays. */
  gone: Type.Boolean(),
})
export type SeenStand = Static<typeof SeenStand>

/** A judge's own. */
export const OwnScore = Closed({
  id: Id,
  marks: Marks,
  /** Weighted, of 100; null: not every criterion has its mark yet. */
  total: Nullable(Type.Number()),
  words: Type.String(),
  /** By the device. */
  madeAt: Moment,
  /** By the server. */
  at: Moment,
})
export type OwnScore = Static<typeof OwnScore>

export const Seat = Closed({
  stand: SeenStand,
  round: Round,
  state: SeatState,
  reason: Type.String(),
  score: Nullable(OwnScore),
  /** Scored on two devices that did not know of each other: the other one. Whoever scores again has chosen. */
  rival: Nullable(OwnScore),
})
export type Seat = Static<typeof Seat>

/** How many gave which points, and not who. */
export const Spread = Type.Array(
  Closed({ criterionId: Type.String(), marks: Type.Array(Closed({ points: Type.Number(), count: Type.Integer() })) }),
)
export type Spread = Static<typeof Spread>

/** An exhibition as one of its judges comes to it. Another judge's marks are nowhere in it. */
export const Mine = Closed({
  judgeId: Id,
  /** Why it is called off stands in `reason`. */
  exhibition: Closed({ id: Id, title: Said, state: ExhibitionState, reason: Type.String(), judgingFrom: Moment, judgingTo: Moment }),
  rubric: Rubric,
  /** By which finalists are scored; null: there is no final, or it has not begun. */
  finalRubric: Nullable(Rubric),
  nominations: Type.Array(Closed({ id: Id, title: Said })),
  shadow: Type.Boolean(),
  declared: Type.Boolean(),
  /** The one under way: scores of any other are closed. */
  round: Round,
  /** Scores of it are taken now. */
  open: Type.Boolean(),
  /** A whole score needs words. */
  wordsNeeded: Type.Boolean(),
  /** Every stand there is, to say of each whether something conflicts. */
  stands: Type.Array(
    Closed({ id: Id, number: Nullable(Type.Integer()), title: Type.String(), ties: Type.Array(TieReason), conflict: Type.Boolean() }),
  ),
  /** In the order of the hall. */
  seats: Type.Array(Seat),
  /** Null: there is no such stand, one has not scored it, or too few have for nobody to be guessed. */
  spread: Nullable(Spread),
  /** Of the whole jury in the round under way: views that are needed, and how many of them there are; nobody's own. */
  jury: Closed({ given: Type.Integer(), needed: Type.Integer() }),
  /** A round of comparing two and two is open. */
  compares: Type.Boolean(),
})
export type Mine = Static<typeof Mine>

export const Judge = Closed({
  id: Id,
  name: Type.String(),
  shadow: Type.Boolean(),
  nominations: Type.Array(Id),
  declared: Type.Boolean(),
  ended: Type.Boolean(),
  /** Comes in by a link: whoever has a sign-in of their own uses that. */
  byLink: Type.Boolean(),
  /** Until when the link opens; null: there is none. */
  linkUntil: Nullable(Moment),
  seats: Type.Array(
    Closed({
      standId: Id,
      round: Type.Integer(),
      state: SeatState,
      reason: Type.String(),
      /** Something was scored, be it not whole. */
      begun: Type.Boolean(),
    }),
  ),
  /** Stands that they may not see, by what is known here. */
  ties: Type.Array(Closed({ standId: Id, reasons: Type.Array(TieReason) })),
})
export type Judge = Static<typeof Judge>

/** What comparisons make of a round, the strongest first: with the places each may hold, since few comparisons say little. */
export const Order = Type.Array(
  Closed({ standId: Id, from: Type.Integer(), to: Type.Integer(), views: Type.Integer(), wins: Type.Integer() }),
)
export type Order = Static<typeof Order>

/** What an organiser sees: who judges what, and how far it is. No marks. */
export const Jury = Closed({
  /** The one under way; finalists are given to judges from the closing of the first on. */
  round: Round,
  exhibition: Closed({ id: Id, title: Said, state: ExhibitionState, judgingFrom: Moment, judgingTo: Moment }),
  rubric: Rubric,
  nominations: Type.Array(Closed({ id: Id, title: Said })),
  viewsMin: Type.Integer(),
  judges: Type.Array(Judge),
  /** In the order of the hall; views and comments are of judges that count. */
  stands: Type.Array(
    Closed({
      id: Id,
      number: Nullable(Type.Integer()),
      title: Type.String(),
      nominationId: Nullable(Id),
      /** Of its project. */
      direction: Direction,
      views: Type.Integer(),
      comments: Type.Integer(),
      /** The round cannot close because of it. */
      lacks: Type.Boolean(),
      /** Is judged in the round under way. */
      judged: Type.Boolean(),
    }),
  ),
  calibration: Closed({ standId: Nullable(Id), spread: Spread }),
  comparing: Nullable(
    Closed({
      standIds: Type.Array(Id),
      peers: Type.Boolean(),
      open: Type.Boolean(),
      /** When it closes, or closed, of itself. */
      until: Nullable(Moment),
      /** Comparisons that count, and about how many more would make the order clear. */
      made: Type.Integer(),
      left: Type.Integer(),
      /** Of the jury and of the children, each by itself; null: the round is open, or the reader judges too and has not done yet. */
      orders: Nullable(Closed({ jury: Order, peers: Order })),
    }),
  ),
})
export type Jury = Static<typeof Jury>

const Pair = Closed({ judgeId: Id, standId: Id })

export const Proposal = Closed({
  pairs: Type.Array(Pair),
  added: Type.Array(Pair),
  lacks: Type.Array(
    Closed({
      standId: Id,
      views: Type.Integer(),
      wanted: Type.Integer(),
      barred: Type.Array(Closed({ judgeId: Id, why: Type.Enum(['conflict', ...tieReasons, 'nomination', 'away'] as const) })),
    }),
  ),
  /** Judges of one nomination only, where there are more. */
  unbridged: Type.Array(Id),
  connected: Type.Boolean(),
})
export type Proposal = Static<typeof Proposal>

const Link = Closed({
  judgeId: Id,
  /** Shown once: only its hash is kept. Null: they sign in as they are used to. */
  secret: Nullable(Type.String()),
  until: Nullable(Moment),
})

/** Two to look at side by side. */
export const Comparing = Closed({
  /** Null: nothing to compare, or all is clear. */
  pair: Nullable(Type.Array(SeenStand)),
  made: Type.Integer(),
  left: Type.Integer(),
  /** What may be taken back: one's last. */
  lastId: Nullable(Id),
  exhibition: Said,
  /** As one of the jury, whose page of it is another. */
  judges: Type.Boolean(),
  /** Why its exhibition is called off, and with it a round that goes on once it does; null: neither. */
  off: Nullable(Type.String()),
})
export type Comparing = Static<typeof Comparing>

const exhibitionId = Closed({ exhibitionId: Id })
const judgeId = Closed({ judgeId: Id })
const ofExhibition = '/api/exhibition/:exhibitionId'
const ofJudge = '/api/judge/:judgeId'
const toThem = ({ exhibitionId, personId }: { exhibitionId: string; personId: string }) =>
  [`exhibition:${exhibitionId}`, `person:${personId}`] as const
const toAll = ({ exhibitionId }: { exhibitionId: string }) => [`exhibition:${exhibitionId}`] as const

export const judge = {
  /** Where I judge, the newest first. */
  mine: route({
    name: 'judge.mine',
    method: 'GET',
    path: '/api/jury',
    reply: Type.Array(
      Closed({
        exhibitionId: Id,
        title: Said,
        state: ExhibitionState,
        declared: Type.Boolean(),
        done: Type.Integer(),
        all: Type.Integer(),
      }),
    ),
  }),
  /** Where I may choose of two as one of those who show a stand. */
  chooses: route({
    name: 'judge.chooses',
    method: 'GET',
    path: '/api/jury/choice',
    reply: Type.Array(Closed({ exhibitionId: Id, title: Said })),
  }),
  /** By the link: signs in on this device. One answer for whatever is wrong with it. */
  open: route({
    name: 'judge.open',
    method: 'POST',
    path: '/api/jury/open',
    body: Closed({ secret: Secret }),
    reply: exhibitionId,
    refusals: ['link-over', 'locked-out'],
  }),

  list: route({ name: 'judge.list', method: 'GET', path: `${ofExhibition}/judge`, params: exhibitionId, reply: Jury }),
  /** Somebody who is here, or somebody new by name, who gets a link. Sent twice, they are there once, with a new link. */
  invite: route({
    name: 'judge.invite',
    method: 'POST',
    path: `${ofExhibition}/judge`,
    params: exhibitionId,
    body: Closed({
      id: Id,
      who: Type.Union([Closed({ personId: Id }), Closed({ name: Name, language: Language })]),
      shadow: Type.Boolean(),
      nominations: Type.Array(Id, { maxItems: 20 }),
    }),
    reply: Link,
    refusals: ['judge-unfit', 'judge-already'],
  }),
  change: route({
    name: 'judge.change',
    method: 'PATCH',
    path: ofJudge,
    params: judgeId,
    body: Closed({ shadow: Type.Boolean(), nominations: Type.Array(Id, { maxItems: 20 }) }),
    reply: Nothing,
  }),
  /** A new link; the old one opens no more. */
  renew: route({
    name: 'judge.renew',
    method: 'POST',
    path: `${ofJudge}/link`,
    params: judgeId,
    reply: Link,
    refusals: ['judge-has-sign-in'],
  }),
  /** The link opens no more, and whoever came in by it is signed out. */
  revoke: route({ name: 'judge.revoke', method: 'DELETE', path: `${ofJudge}/link`, params: judgeId, reply: Nothing }),
  /** Off the jury, or on it again: scores stay, and count no more, or again. */
  end: route({
    name: 'judge.end',
    method: 'POST',
    path: `${ofJudge}/end`,
    params: judgeId,
    body: Closed({ ended: Type.Boolean() }),
    reply: Nothing,
  }),
  /** All score this one first; null: none. What was scored of another stays. */
  calibrate: route({
    name: 'judge.calibrate',
    method: 'POST',
    path: `${ofExhibition}/judge/calibrate`,
    params: exhibitionId,
    body: Closed({ standId: Nullable(Id) }),
    reply: Nothing,
  }),
  /** What is assigned stays; asked with another seed, the lots fall otherwise. */
  propose: route({
    name: 'judge.propose',
    method: 'GET',
    path: `${ofExhibition}/judge/proposal`,
    params: exhibitionId,
    query: Closed({ seed: Type.String({ maxLength: 20, pattern: '^[a-z0-9]*$' }) }),
    reply: Proposal,
  }),
  /** Exactly what was proposed and looked at. */
  assign: route({
    name: 'judge.assign',
    method: 'POST',
    path: `${ofExhibition}/judge/assign`,
    params: exhibitionId,
    body: Closed({ pairs: Type.Array(Pair, { maxItems: 5000 }) }),
    bodyBytesMax: 524_288,
    reply: Nothing,
    refusals: ['judge-conflict', 'stand-unassigned'],
  }),
  seat: route({
    name: 'judge.seat',
    method: 'POST',
    path: `${ofJudge}/stand`,
    params: judgeId,
    body: Closed({ standId: Id }),
    reply: Nothing,
    refusals: ['judge-conflict', 'stand-unassigned'],
  }),
  unseat: route({
    name: 'judge.unseat',
    method: 'DELETE',
    path: `${ofJudge}/stand/:standId`,
    params: Closed({ judgeId: Id, standId: Id }),
    reply: Nothing,
    refusals: ['seat-used'],
  }),

  look: route({ name: 'judge.look', method: 'GET', path: `${ofExhibition}/jury`, params: exhibitionId, reply: Mine }),
  /** I judge, and this is where my interests conflict; none: nowhere but where it is known. Said again, it adds. */
  declare: route({
    name: 'judge.declare',
    method: 'POST',
    path: `${ofExhibition}/jury/declare`,
    params: exhibitionId,
    body: Closed({ conflicts: Type.Array(Closed({ standId: Id, reason: Words }), { maxItems: 500 }) }),
    reply: Mine,
    refusals: ['reason-needed'],
  }),
  /** Sent twice, it is there once; what was scored before stays beside it. */
  score: route({
    name: 'judge.score',
    method: 'POST',
    path: `${ofExhibition}/jury/score`,
    params: exhibitionId,
    body: Closed({
      id: Id,
      standId: Id,
      round: Round,
      marks: Marks,
      words: Words,
      madeAt: Type.String({ format: 'date-time', maxLength: 30 }),
      /** The score in front of which it was made. */
      overId: Nullable(Id),
    }),
    reply: Seat,
    refusals: [
      'exhibition-cancelled',
      'judging-closed',
      'round-closed',
      'judge-undeclared',
      'judge-conflict',
      'stand-unassigned',
      'score-marks',
      'score-words',
    ],
  }),
  skip: route({
    name: 'judge.skip',
    method: 'POST',
    path: `${ofExhibition}/jury/skip`,
    params: exhibitionId,
    /** Absent: the first, as pages sent it that a phone has kept. */
    body: Closed({ standId: Id, reason: Words, round: Type.Optional(Round) }),
    reply: Seat,
    refusals: ['exhibition-cancelled', 'judging-closed', 'round-closed', 'reason-needed', 'stand-unassigned', 'seat-used'],
  }),

  /** Finalists, or all for the children's own choice; opened or closed. */
  round: route({
    name: 'judge.round',
    method: 'POST',
    path: `${ofExhibition}/compare/round`,
    params: exhibitionId,
    body: Closed({
      standIds: Type.Array(Id, { maxItems: 100 }),
      peers: Type.Boolean(),
      open: Type.Boolean(),
      /** When it closes of itself; null: when somebody closes it. */
      until: Type.Optional(Nullable(Type.String({ format: 'date-time', maxLength: 30 }))),
      /** Needed where a round that was closed, and whose orders were seen, is opened again. */
      reason: Type.Optional(Words),
    }),
    reply: Nothing,
    refusals: ['compare-few', 'compare-until', 'exhibition-cancelled', 'reason-needed'],
  }),
  pair: route({ name: 'judge.pair', method: 'GET', path: `${ofExhibition}/compare`, params: exhibitionId, reply: Comparing }),
  compare: route({
    name: 'judge.compare',
    method: 'POST',
    path: `${ofExhibition}/compare`,
    params: exhibitionId,
    body: Closed({ id: Id, betterId: Id, worseId: Id }),
    reply: Comparing,
    refusals: ['compare-closed', 'exhibition-cancelled', 'judge-conflict'],
  }),
  /** One's last, taken back: it stays and counts no more. */
  uncompare: route({
    name: 'judge.uncompare',
    method: 'POST',
    path: `${ofExhibition}/compare/undo`,
    params: exhibitionId,
    body: Closed({ id: Id }),
    reply: Comparing,
    refusals: ['compare-closed', 'exhibition-cancelled'],
  }),

  invited: fact('judge.invited', Closed({ exhibitionId: Id, personId: Id }), toThem),
  /** The children's own choice has begun: told to each whose it is. */
  asked: fact('judge.asked', Closed({ exhibitionId: Id, personId: Id }), ({ personId }) => [`person:${personId}`] as const),
  changed: fact('judge.changed', Closed({ exhibitionId: Id, personId: Id }), toThem),
  assigned: fact('judge.assigned', exhibitionId, toAll),
  scored: fact('judge.scored', exhibitionId, toAll),
  compared: fact('judge.compared', exhibitionId, toAll),
  /** They scored a stand or left it to others: to themselves alone, who may have another device open. */
  marked: fact('judge.marked', Closed({ exhibitionId: Id, personId: Id }), ({ personId }) => [`person:${personId}`] as const),
}
