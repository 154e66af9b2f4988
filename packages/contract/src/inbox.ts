import { Type, type Static } from 'typebox'
import { RevokeWhy } from './badge.ts'
import { route } from './kit.ts'
import { Closed, Moment, Nothing } from './words.ts'

/** Facts that are somebody's concern even when they were not there as they happened. */
export const inboxNames = [
  'team.joined',
  'team.left',
  'task.assigned',
  'comment.mentioned',
  'comment.answered',
  'portfolio.changed',
  'acceptance.proposed',
  'acceptance.asked',
  'acceptance.opened',
  'acceptance.accepted',
  'acceptance.withdrawn',
  'evidence.disputed',
  'badge.earned',
  'badge.issued',
  'badge.revoked',
  'review.asked',
  'review.reviewed',
  'review.noted',
  'review.replied',
  'guardian.added',
  'exhibition.called',
  'exhibition.cancelled',
  'exhibition.resumed',
  'exhibition.invited',
  'exhibition.accepted',
  'exhibition.declined',
  'exhibition.parted',
  'stand.reminded',
  'stand.offered',
  'stand.welcomed',
  'stand.answered',
  'stand.dropped',
  'visitor.queued',
  'visitor.passed',
  'visitor.warned',
  'result.reported',
  'judge.invited',
  'judge.asked',
  'final.opened',
  'final.joined',
  'final.reached',
  'final.named',
  'final.left',
  'guardian.shown',
  'guardian.published',
] as const
export const InboxName = Type.Enum(inboxNames)
export type InboxName = Static<typeof InboxName>

/** One thing that happened and concerns the reader. The sentence is the page's, in the reader's language. */
export const InboxLine = Closed({
  /** In the fact log. */
  position: Type.Integer(),
  name: InboxName,
  at: Moment,
  /** Whose hand it was; empty: nobody's. */
  by: Type.String(),
  /** What it is about, by its name. */
  about: Type.String(),
  /** Where it is looked at; null: it is told, and there is nothing to open. */
  href: Type.Union([Type.String(), Type.Null()]),
  /** Why it was done, where that is known and the sentence says it. */
  why: Type.Optional(RevokeWhy),
})
export type InboxLine = Static<typeof InboxLine>

export const inbox = {
  /** The newest first; those after `seen` are new. */
  look: route({
    name: 'inbox.look',
    method: 'GET',
    path: '/api/inbox',
    reply: Closed({ lines: Type.Array(InboxLine), seen: Type.Integer() }),
  }),
  /** How many are new: for the sign at the head of every page. */
  count: route({ name: 'inbox.count', method: 'GET', path: '/api/inbox/count', reply: Closed({ unseen: Type.Integer() }) }),
  /** Up to and with this position of the log. It never goes back. */
  see: route({
    name: 'inbox.see',
    method: 'POST',
    path: '/api/inbox/seen',
    body: Closed({ position: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }),
    reply: Nothing,
  }),
}
