import { Type, type Static } from 'typebox'
import { Id } from './ids.ts'
import { route } from './kit.ts'
import { Closed, Moment } from './words.ts'

/** Tables whose rows are the trail of an exhibition. */
export const trailSources = [
  'exhibition_decision',
  'stand_decision',
  'score',
  'deliberation',
  'visitor_decision',
  'fact',
  'trail_release',
] as const
export const TrailSource = Type.Enum(trailSources)
export type TrailSource = Static<typeof TrailSource>

/** How a row may leave the trail: its words are blotted out, or it went into an archive. */
export const trailWays = ['erased', 'archived'] as const
export const TrailWay = Type.Enum(trailWays)
export type TrailWay = Static<typeof TrailWay>

/**
 * planned: the plan; stepped: the state; invited, uninvited, joined, declined, parted: an organisation that helps to run it; opened, reopened, closed: a round of comparing; lowered: fewer views than were promised; ended,
 * resumed: the first round of scores; begun, halted: the final; chosen, unchosen, called: a finalist; announced: finalists to their teams.
 */
export const exhibitionDeeds = [
  ...(['planned', 'lowered', 'stepped', 'opened', 'reopened', 'closed'] as const),
  ...(['invited', 'uninvited', 'joined', 'declined', 'parted'] as const),
  ...(['ended', 'resumed', 'begun', 'halted', 'chosen', 'unchosen', 'called', 'announced'] as const),
] as const
export const ExhibitionDeed = Type.Enum(exhibitionDeeds)
export type ExhibitionDeed = Static<typeof ExhibitionDeed>

/**
 * link      a link of the chain was changed, moved or taken out
 * changed   the row is not what it was when it was linked
 * gone      the row is not there any more
 * unlinked  a row that no link tells of
 * head      links were cut off the end
 */
export const trailBreaks = ['link', 'changed', 'gone', 'unlinked', 'head'] as const
export const TrailBreak = Type.Enum(trailBreaks)
export type TrailBreak = Static<typeof TrailBreak>

export const TrailLine = Closed({
  nth: Type.Integer(),
  source: TrailSource,
  /** Of its source: a step of moderation, of deliberation, the name of a fact. */
  step: Type.String(),
  /** The stand's title, where it is about one; of a step along the road the state that it led to. */
  about: Type.String(),
  reason: Type.String(),
  /** Empty: the system. */
  by: Type.String(),
  at: Type.Union([Moment, Type.Null()]),
  /** Its words are no longer there, as the law or an archive wants it. */
  released: Type.Union([TrailWay, Type.Null()]),
  sha256: Type.String(),
})
export type TrailLine = Static<typeof TrailLine>

export const Trail = Closed({
  /** Links of the whole chain. */
  length: Type.Integer(),
  /** Of its last link: whoever noted it down finds out whether what came before is still the same. Empty: there is none yet. */
  sha256: Type.String(),
  /** Null: whole. The link at which it is broken; null there: past its end. */
  broken: Type.Union([Closed({ nth: Type.Union([Type.Integer(), Type.Null()]), why: TrailBreak }), Type.Null()]),
  /** The newest first, a hundred at most. */
  lines: Type.Array(TrailLine),
})
export type Trail = Static<typeof Trail>

export const trailPage = 100

export const trail = {
  /** All that was decided, by whom and when, and whether it is still what was written. */
  look: route({
    name: 'trail.look',
    method: 'GET',
    path: '/api/exhibition/:exhibitionId/trail/chain',
    params: Closed({ exhibitionId: Id }),
    /** Lines before this one. */
    query: Closed({ before: Type.Optional(Type.String({ maxLength: 9, pattern: '^[0-9]+$' })) }),
    reply: Trail,
  }),
}
