import { Type, type Static } from 'typebox'
import { Dispute, EvidenceState, GivenVerdict, Verdict, verdicts } from './evidence.ts'
import { Level, Rollup, Said } from './framework.ts'
import { Id, Uuid } from './ids.ts'
import { fact, route } from './kit.ts'
import { PortfolioOwner, RecordId, ShownRecord } from './portfolio.ts'
import { Closed, Moment } from './words.ts'

export type { Verdict } from './evidence.ts'
export { verdicts }

export const submissionStates = ['submitted', 'in_review', 'returned', 'resubmitted', 'accepted', 'withdrawn'] as const
export const SubmissionState = Type.Enum(submissionStates)
export type SubmissionState = Static<typeof SubmissionState>

/** How far one reviewer has come with it. */
export const reviewStates = ['queued', 'started', 'given', 'seen_by_author', 'answered', 'closed'] as const
export const ReviewState = Type.Enum(reviewStates)
export type ReviewState = Static<typeof ReviewState>

/** It is done; it goes back with questions; a second opinion, which decides nothing. */
export const outcomes = ['accepted', 'returned', 'opinion'] as const
export const Outcome = Type.Enum(outcomes)
export type Outcome = Static<typeof Outcome>

/** A place in a record: in its text, or in that of a page of a notebook, by relative positions of Yjs and by the quote; or by a point of a picture in either, or of a piece of a board. */
export const Anchor = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('text'),
      /** Relative positions of Yjs, base64. */
      from: Type.String({ maxLength: 200 }),
      to: Type.String({ maxLength: 200 }),
      quote: Type.String({ maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('page'),
      pieceId: Type.String({ maxLength: 64 }),
      /** Relative positions in the page's document, base64. */
      from: Type.String({ maxLength: 200 }),
      to: Type.String({ maxLength: 200 }),
      quote: Type.String({ maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('picture'),
      /** The page of a notebook on which it stands; absent: in the record's own words. */
      pieceId: Type.Optional(Type.String({ maxLength: 64 })),
      fileId: Type.String({ maxLength: 64 }),
      /** Of its width and height, 0 to 1. */
      x: Type.Number({ minimum: 0, maximum: 1 }),
      y: Type.Number({ minimum: 0, maximum: 1 }),
      quote: Type.String({ maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('piece'),
      pieceId: Type.String({ maxLength: 64 }),
      /** Of the picture of it as it was frozen. */
      x: Type.Number({ minimum: 0, maximum: 1 }),
      y: Type.Number({ minimum: 0, maximum: 1 }),
      /** What lies there: with it the place moves on. Null: bare paper. */
      thingId: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
      /** Its words. */
      quote: Type.String({ maxLength: 500 }),
    },
    { additionalProperties: false },
  ),
])
export type Anchor = Static<typeof Anchor>

/** Which words of a record, or of a page of a notebook in it, and from which sign to which of them. */
export const textParts = ['title', 'reflection', 'body'] as const
const Offset = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const RecordPlace = Closed({ part: Type.Enum(textParts), start: Offset, end: Offset })
export type RecordPlace = Static<typeof RecordPlace>
const PagePlace = Closed({ part: Type.Enum(['page'] as const), pieceId: Type.String({ maxLength: 64 }), start: Offset, end: Offset })
export type PagePlace = Static<typeof PagePlace>
export const TextPlace = Type.Union([RecordPlace, PagePlace])
export type TextPlace = Static<typeof TextPlace>

/** As a reader points at it. In the document's own terms the server says it: whoever reads a submission has no copy of the document. */
export const AskedPlace = Type.Union([
  Closed({ kind: Type.Enum(['text'] as const), place: RecordPlace }),
  Closed({ kind: Type.Enum(['page'] as const), place: PagePlace }),
  Closed({
    kind: Type.Enum(['picture'] as const),
    pieceId: Type.Optional(Type.String({ maxLength: 64 })),
    fileId: Type.String({ maxLength: 64 }),
    x: Type.Number({ minimum: 0, maximum: 1 }),
    y: Type.Number({ minimum: 0, maximum: 1 }),
  }),
  Closed({
    kind: Type.Enum(['piece'] as const),
    pieceId: Type.String({ maxLength: 64 }),
    x: Type.Number({ minimum: 0, maximum: 1 }),
    y: Type.Number({ minimum: 0, maximum: 1 }),
    thingId: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
  }),
])
export type AskedPlace = Static<typeof AskedPlace>

/** Several lines that a person writes; U+200D joins the parts of one emoji. */
const plain = String.raw`[\P{C}\t\n\r\u200d]*$`
const Text = Type.String({ maxLength: 4000, pattern: `^${plain}` })
/** … and that say something. */
const SaidText = Type.String({ minLength: 1, maxLength: 2000, pattern: String.raw`^(?=[\s\S]*[\p{L}\p{N}\p{P}\p{S}])${plain}` })

const Person = Closed({ personId: Id, name: Type.String() })
const Organisation = Closed({ id: Id, name: Type.String() })

export const SubmissionLine = Closed({
  id: Id,
  portfolioId: Id,
  owner: PortfolioOwner,
  /** Whose queue it waits in. */
  organisation: Organisation,
  /** Null: whoever of them takes it first. */
  reviewer: Type.Union([Person, Type.Null()]),
  state: SubmissionState,
  /** Said with what was handed in last; where nothing was, what was first asked. */
  words: Type.String(),
  /** How many; 0: the whole portfolio. */
  records: Type.Integer(),
  recordIds: Type.Array(RecordId),
  /** Of the first records that were handed in, for whoever is asked to read them; else none. */
  titles: Type.Array(Type.String()),
  /** What is claimed there, by its code; the first of them. */
  claims: Type.Array(Closed({ code: Type.String(), title: Said, level: Said })),
  by: Person,
  at: Moment,
  /** When it was last handed in: from then on somebody waits. */
  handedAt: Moment,
  takenAt: Type.Union([Moment, Type.Null()]),
  reviewedAt: Type.Union([Moment, Type.Null()]),
  /** Reviews given. */
  reviews: Type.Integer(),
  /** Judged claims that their author disagrees about, and that wait for a word. */
  disputed: Type.Integer(),
})
export type SubmissionLine = Static<typeof SubmissionLine>

export const GivenReview = Closed({
  id: Id,
  versionId: Id,
  reviewer: Person,
  state: ReviewState,
  outcome: Outcome,
  text: Type.String(),
  at: Moment,
  seenAt: Type.Union([Moment, Type.Null()]),
  answer: Type.Union([Type.String(), Type.Null()]),
  answeredAt: Type.Union([Moment, Type.Null()]),
})
export type GivenReview = Static<typeof GivenReview>

export const ReviewedEvidence = Closed({
  id: Id,
  recordId: Type.String(),
  person: Person,
  competencyId: Uuid,
  frameworkId: Uuid,
  levelId: Uuid,
  why: Type.String(),
  state: EvidenceState,
  /** The oldest first, side by side. */
  verdicts: Type.Array(GivenVerdict),
  /** What was said against them by the one whose competency it is, the oldest first. */
  disputes: Type.Array(Dispute),
})
export type ReviewedEvidence = Static<typeof ReviewedEvidence>

/** Of the competencies that are claimed: what each level of them means. */
export const ReviewedFramework = Closed({
  id: Uuid,
  title: Said,
  /** Which of several verdicts counts. */
  rollup: Rollup,
  levels: Type.Array(Level),
  competencies: Type.Array(
    Closed({ id: Uuid, code: Type.String(), title: Said, descriptors: Type.Array(Closed({ levelId: Uuid, text: Said })) }),
  ),
})
export type ReviewedFramework = Static<typeof ReviewedFramework>

export const Remark = Closed({
  id: Id,
  threadId: Id,
  recordId: RecordId,
  /** Null: the record as a whole, and answers. `then` and `now`: where it stands as submitted and today; null: nowhere any more. */
  anchor: Type.Union([
    Closed({
      kind: Type.Enum(['text', 'page', 'picture', 'piece'] as const),
      quote: Type.String(),
      then: Type.Union([TextPlace, Type.Null()]),
      now: Type.Union([TextPlace, Type.Null()]),
      point: Type.Union([
        /** Of a picture, of a piece of a board, or, where both are named, of a picture on a page of a notebook. */
        Closed({
          fileId: Type.Union([Type.String(), Type.Null()]),
          pieceId: Type.Union([Type.String(), Type.Null()]),
          thingId: Type.Union([Type.String(), Type.Null()]),
          x: Type.Number(),
          y: Type.Number(),
          /** Its page of a notebook, as it is today, or the record holds it no more. */
          lost: Type.Boolean(),
        }),
        Type.Null(),
      ]),
    }),
    Type.Null(),
  ]),
  text: Type.String(),
  by: Person,
  at: Moment,
  settled: Type.Union([Closed({ by: Type.String(), at: Moment }), Type.Null()]),
})
export type Remark = Static<typeof Remark>

/** A thread of remarks that nobody has settled, for whoever mends the work: they hold the document in whose terms its place is said. */
export const OpenRemark = Closed({
  threadId: Id,
  submissionId: Id,
  recordId: RecordId,
  anchor: Type.Union([Anchor, Type.Null()]),
  text: Type.String(),
  by: Person,
  at: Moment,
  answers: Type.Integer(),
  /** Of a place on a page of a notebook: the page has it no more. All other places are found in the portfolio's own document. */
  lost: Type.Boolean(),
})
export type OpenRemark = Static<typeof OpenRemark>

export const Submission = Closed({
  submission: SubmissionLine,
  version: Closed({ id: Id, at: Moment, sha256: Type.String() }),
  /** Each time that it was handed in, the first one first: what was said with it, or ''. */
  handed: Type.Array(Closed({ by: Person, at: Moment, words: Type.String() })),
  /** As submitted, in the portfolio's order. */
  records: Type.Array(ShownRecord),
  /** The same ones today; one that was deleted since is not among them. */
  today: Type.Array(ShownRecord),
  evidence: Type.Array(ReviewedEvidence),
  frameworks: Type.Array(ReviewedFramework),
  reviews: Type.Array(GivenReview),
  /** Who else was asked to read it, and how far they are. */
  invited: Type.Array(Closed({ personId: Id, name: Type.String(), state: ReviewState })),
  /** Who might be asked as well; none where that is not the reader's to do. */
  invitable: Type.Array(Closed({ personId: Id, name: Type.String(), organisation: Type.String() })),
  remarks: Type.Array(Remark),
  may: Closed({
    take: Type.Boolean(),
    /** Give a word and verdicts … */
    give: Type.Boolean(),
    /** … once more, on what is disputed since: of these claims; null: of all. */
    again: Type.Union([Type.Array(Id), Type.Null()]),
    /** … and decide: accept it or send it back. */
    decide: Type.Boolean(),
    answer: Type.Boolean(),
    resubmit: Type.Boolean(),
    withdraw: Type.Boolean(),
    invite: Type.Boolean(),
    remark: Type.Boolean(),
  }),
})
export type Submission = Static<typeof Submission>

/** A review that an author has not opened yet. */
export const ToldReview = Closed({
  id: Id,
  submissionId: Id,
  portfolioId: Id,
  owner: PortfolioOwner,
  reviewer: Person,
  outcome: Outcome,
  at: Moment,
})
export type ToldReview = Static<typeof ToldReview>

/** How long an organisation's authors wait, over the last 90 days. */
export const Wait = Closed({
  organisation: Organisation,
  /** From submission to the first review; null: none was reviewed yet. */
  medianHours: Type.Union([Type.Number(), Type.Null()]),
  reviewed: Type.Integer(),
  waiting: Type.Integer(),
})
export type Wait = Static<typeof Wait>

export const queues = ['mine', 'unassigned', 'all', 'given'] as const
export const Queue = Type.Enum(queues)
export type Queue = Static<typeof Queue>

export const recordsMax = 500
/** Verdicts of one review: every record of a portfolio, a few competencies each. */
const verdictsMax = 2_000

const portfolioId = Closed({ portfolioId: Id })
const submissionId = Closed({ submissionId: Id })
const named = Closed({ submissionId: Id, portfolioId: Id, organisationId: Id })
type Named = Static<typeof named>
const around = ({ portfolioId: portfolio, organisationId }: Named) => [`portfolio:${portfolio}`, `organisation:${organisationId}`] as const

const concerned = Closed({ submissionId: Id, portfolioId: Id, personId: Id })
const ofPerson = ({ personId }: { personId: string }) => [`person:${personId}`] as const

export const review = {
  /** Who may be asked to read this portfolio, in whose queues it may wait, and what there is to hand in. */
  reviewers: route({
    name: 'review.reviewers',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/reviewers',
    params: portfolioId,
    reply: Closed({
      people: Type.Array(Closed({ personId: Id, name: Type.String(), organisation: Type.String(), role: Type.String() })),
      organisations: Type.Array(Organisation),
      records: Type.Array(Closed({ id: RecordId, title: Type.String() })),
    }),
  }),
  /** Its id is made by the device: what is asked twice is there once. So is the same work that two devices hand in to the same eyes; what comes back is the first. */
  request: route({
    name: 'review.request',
    method: 'POST',
    path: '/api/portfolio/:portfolioId/review',
    params: portfolioId,
    body: Closed({
      id: Id,
      /** None: the whole portfolio. */
      records: Type.Array(RecordId, { maxItems: recordsMax, uniqueItems: true }),
      organisationId: Id,
      reviewerId: Type.Union([Id, Type.Null()]),
      words: Text,
    }),
    reply: SubmissionLine,
    refusals: ['record-gone', 'nothing-to-review', 'reviewer-unfit', 'reviewer-relative'],
  }),
  /** Of one portfolio, the newest first. */
  list: route({
    name: 'review.list',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/review',
    params: portfolioId,
    reply: Type.Array(SubmissionLine),
  }),
  /** What was said of one portfolio and is not settled, the oldest first. */
  open: route({
    name: 'review.open',
    method: 'GET',
    path: '/api/portfolio/:portfolioId/remark',
    params: portfolioId,
    reply: Type.Array(OpenRemark),
  }),
  /** What waits for me, the oldest first; what I have given, the newest first; and what was given to me. */
  queue: route({
    name: 'review.queue',
    method: 'GET',
    path: '/api/review',
    /** Pages are counted from nought. */
    query: Closed({ of: Queue, page: Type.Optional(Type.String({ maxLength: 3, pattern: '^[0-9]{1,3}$' })) }),
    reply: Closed({
      lines: Type.Array(SubmissionLine),
      /** There is a next page. */
      more: Type.Boolean(),
      counts: Closed({ mine: Type.Integer(), unassigned: Type.Integer(), all: Type.Integer(), given: Type.Integer() }),
      told: Type.Array(ToldReview),
      /** For administrators: of each of their organisations. */
      waits: Type.Array(Wait),
    }),
  }),
  look: route({ name: 'review.look', method: 'GET', path: '/api/review/:submissionId', params: submissionId, reply: Submission }),
  /** A piece of the work in what was handed in, whether or not the reader may open its board: nothing beside it. */
  piece: route({
    name: 'review.piece',
    method: 'GET',
    path: '/api/review/:submissionId/record/:recordId/piece/:pieceId',
    params: Closed({ submissionId: Id, recordId: RecordId, pieceId: Type.String({ maxLength: 64 }) }),
    /** Boards with that part alone, Yjs updates in base64: as it was frozen, and as it is. */
    reply: Closed({
      then: Type.String(),
      today: Type.String(),
      /** The reader may open the board itself. */
      opens: Type.Boolean(),
    }),
    refusals: ['piece-closed'],
  }),
  /** From the queue, or one's own to begin with it. Of two who take at one moment the second is told who has it. */
  take: route({
    name: 'review.take',
    method: 'POST',
    path: '/api/review/:submissionId/take',
    params: submissionId,
    reply: SubmissionLine,
    refusals: ['review-taken', 'review-over', 'reviewer-relative'],
  }),
  /** One word and all verdicts at once. Sent twice, it is there once. */
  give: route({
    name: 'review.give',
    method: 'POST',
    path: '/api/review/:submissionId/give',
    params: submissionId,
    body: Closed({
      id: Id,
      /** The version that was read: another one may have come meanwhile. */
      versionId: Id,
      outcome: Outcome,
      text: Text,
      verdicts: Type.Array(Closed({ evidenceId: Id, verdict: Verdict, levelId: Type.Union([Uuid, Type.Null()]), text: Text }), {
        maxItems: verdictsMax,
      }),
    }),
    bodyBytesMax: 2_097_152,
    reply: SubmissionLine,
    refusals: ['review-taken', 'review-over', 'review-given', 'review-renewed', 'review-wordless', 'verdict-unfit', 'reviewer-relative'],
  }),
  /** An author has opened it. */
  see: route({
    name: 'review.see',
    method: 'POST',
    path: '/api/review/:submissionId/see',
    params: submissionId,
    reply: SubmissionLine,
  }),
  answer: route({
    name: 'review.answer',
    method: 'POST',
    path: '/api/review/:submissionId/answer',
    params: submissionId,
    body: Closed({ reviewId: Id, text: SaidText }),
    reply: SubmissionLine,
    refusals: ['review-answered'],
  }),
  /** After it was returned: the work as it is now. */
  resubmit: route({
    name: 'review.resubmit',
    method: 'POST',
    path: '/api/review/:submissionId/resubmit',
    params: submissionId,
    body: Closed({ words: Text }),
    reply: SubmissionLine,
    refusals: ['review-not-returned', 'record-gone'],
  }),
  withdraw: route({
    name: 'review.withdraw',
    method: 'POST',
    path: '/api/review/:submissionId/withdraw',
    params: submissionId,
    reply: SubmissionLine,
    refusals: ['review-over'],
  }),
  /** To read it together, or for a second opinion. */
  invite: route({
    name: 'review.invite',
    method: 'POST',
    path: '/api/review/:submissionId/invite',
    params: submissionId,
    body: Closed({ personId: Id }),
    reply: SubmissionLine,
    refusals: ['reviewer-unfit', 'reviewer-relative', 'review-over'],
  }),
  /** At a place of a submitted record, of a record as a whole, or in answer to another. */
  remark: route({
    name: 'review.remark',
    method: 'POST',
    path: '/api/review/:submissionId/remark',
    params: submissionId,
    body: Closed({
      id: Id,
      recordId: RecordId,
      threadId: Type.Union([Id, Type.Null()]),
      at: Type.Union([AskedPlace, Type.Null()]),
      text: SaidText,
    }),
    reply: SubmissionLine,
    refusals: ['record-gone', 'place-gone', 'piece-closed'],
  }),
  /** The talk about it is over, or open again. */
  settle: route({
    name: 'review.settle',
    method: 'POST',
    path: '/api/review/:submissionId/settle',
    params: submissionId,
    body: Closed({ threadId: Id, settled: Type.Boolean() }),
    reply: SubmissionLine,
  }),
  requested: fact('review.requested', named, around),
  taken: fact('review.taken', named, around),
  given: fact('review.given', named, around),
  answered: fact('review.answered', named, around),
  withdrawn: fact('review.withdrawn', named, around),
  /** Said or settled. */
  remarked: fact('review.remarked', named, around),
  /** Told to whoever is asked to read it … */
  asked: fact('review.asked', concerned, ofPerson),
  /** … to its authors, once somebody has … */
  reviewed: fact('review.reviewed', concerned, ofPerson),
  /** … to the other side and whoever has spoken there: a remark, or an answer to one … */
  noted: fact('review.noted', Closed({ ...concerned.properties, threadId: Id }), ofPerson),
  /** … to whoever gave a review: its author has answered … */
  replied: fact('review.replied', Closed({ ...concerned.properties, reviewId: Id }), ofPerson),
  /** … and of whatever else happened to each one concerned: their open pages look again. */
  noticed: fact('review.noticed', concerned, ofPerson),
}
