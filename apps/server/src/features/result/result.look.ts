import type { Award, Deliberated, Result } from '@sheber/contract/result'
import { refuse } from '@sheber/contract/refusal'
import type { Said } from '@sheber/contract/framework'
import type { DbOrTx } from '@sheber/db/open'
import { showsResults, stoodAt } from '@sheber/domain/exhibition'
import type { Computed, ComputedRound, ComputedStand } from '@sheber/domain/result'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { judgingOf } from './result.compute.ts'
import { logOf, namesOf, resultNow, wordsThrough, type StandLine, type StoredAward } from './result.store.ts'

/** As everybody reads it who may: no number of a diploma before there is one. */
export const shownAward = ({
  id,
  standId,
  nominationId,
  degree,
  title,
  byHand,
  tied,
  reason,
  state,
  number,
  ...one
}: StoredAward): Award => ({
  ...{ id, standId, nominationId, degree, title, byHand, tied, reason, state },
  number: one.issuedAt === null ? null : number,
  revoked: one.revokedAt && { at: one.revokedAt.toISOString(), reason: one.revokeReason },
})

const early = new Set(['draft', 'call', 'moderation', 'hall'])

const mean = (marks: readonly number[]) => marks.reduce((sum, one) => sum + one, 0) / marks.length

const titled = (value: unknown): { title: Said | null; degree: number | null } => {
  const { title = null, degree = null } = (value ?? {}) as { title?: Said | null; degree?: number | null }
  return { title, degree }
}

/** Everything an organiser decides by, made of the scores that there are at this moment; once it is released, of those that were approved. */
export const lookAt = async (db: DbOrTx, exhibitionId: string, personId: string, now: Date): Promise<Result> => {
  const of = (await exhibitionNow(db, exhibitionId)) ?? refuse('not-found')
  const at = stoodAt(of)
  if (early.has(at)) return refuse('results-early')
  const live = await judgingOf(db, of)
  // Who judges and runs it too sees what others gave once nobody scores any more.
  const judgesHere = live.judges.some((one) => one.personId === personId && !one.ended)
  if (at === 'judging' && judgesHere) return refuse('result-judging')
  const row = await resultNow(db, exhibitionId)
  const isReleased = row !== null && row.releasedAt !== null
  const computed = isReleased ? (row.computed as Computed) : live.computed
  const sha256 = isReleased ? row.sha256 : live.sha256
  const isStale = row !== null && row.sha256 !== sha256
  const through = await wordsThrough(
    db,
    [...computed.stands, ...(computed.final?.stands ?? [])].flatMap(({ scores }) => scores.map(({ id }) => id)),
  )
  const words = new Map(live.sent.map((one) => [one.id, one.words]))
  const names = await namesOf(db, row ? [row.proposedBy, row.approvedBy ?? row.proposedBy] : [])
  const signed = (id: string | null, at: Date | null) => (id && at ? { id, name: names.get(id) ?? '', at: at.toISOString() } : null)
  const isOpen = of.state === 'deliberation' && !isReleased
  const isProposed = row !== null && !isStale
  const log = await logOf(db, exhibitionId)
  return {
    exhibitionId,
    state: of.state,
    resultsAt: of.plan.windows.resultsAt,
    mean: computed.mean,
    ...roundShown(live, { words, through }, computed),
    // Into the archive without a jury: nobody was to see or to say anything.
    ...(of.state === 'archived' && !isReleased && { warnings: [] }),
    final: computed.final ? roundShown(live, { words, through }, computed.final, ({ id }) => isIn(computed.final, id)) : null,
    release: of.plan.release,
    awards: live.awards.map(shownAward),
    log: log.map(({ id, step, entry, before, after, reason, by, at }): Deliberated => ({
      ...{ id, step, reason, by, about: entry?.title ?? '', at: at.toISOString() },
      ...titled(after ?? before),
    })),
    sha256,
    proposed: row ? signed(row.proposedBy, row.createdAt) : null,
    approved: row && !isStale ? signed(row.approvedBy, row.approvedAt) : null,
    stale: isStale,
    releasedAt: row?.releasedAt?.toISOString() ?? null,
    shown: showsResults(of.plan, of.state, now),
    may: {
      change: isOpen,
      propose: isOpen && !isProposed,
      approve: isOpen && isProposed && row.approvedAt === null && row.proposedBy !== personId,
      release: isOpen && isProposed && row.approvedAt !== null,
    },
  }
}

const isIn = (round: ComputedRound | undefined, standId: string) => round?.stands.some(({ id }) => id === standId) ?? false

type Live = Awaited<ReturnType<typeof judgingOf>>
interface Spoken {
  readonly words: ReadonlyMap<string, string>
  readonly through: ReadonlyMap<string, boolean>
}

/** What the scores of one round say, of those who were judged in it. */
export const roundShown = (
  live: Pick<Live, 'stands' | 'judges'>,
  { words, through }: Spoken,
  computed: ComputedRound,
  isJudged: (line: StandLine) => boolean = () => true,
): Pick<Result, 'stands' | 'judges' | 'warnings'> => {
  const figures = new Map(computed.stands.map((one) => [one.id, one]))
  const severity = new Map(computed.judges.map((one) => [one.id, one]))
  return {
    stands: live.stands.filter(isJudged).map((line) => {
      const { severity: _, criteria, ...figure } = figures.get(line.id) ?? unscored(line)
      return {
        ...figure,
        ...{ number: line.number, title: line.title, projectId: line.projectId, team: line.team },
        criteria: criteria.flatMap(({ criterionId, marks }) =>
          marks.length === 0 ? [] : [{ criterionId, mean: mean(marks), from: Math.min(...marks), to: Math.max(...marks) }],
        ),
        scores: figure.scores.map((one) => ({ ...one, words: words.get(one.id) ?? '', through: through.get(one.id) ?? null })),
      }
    }),
    judges: live.judges.map(({ id, name, shadow }) => ({
      ...{ id, name, shadow },
      severity: severity.get(id)?.severity ?? null,
      views: severity.get(id)?.views ?? 0,
    })),
    warnings: computed.warnings.map(({ code, standIds, judgeIds }) => ({ code, standIds: [...standIds], judgeIds: [...judgeIds] })),
  }
}

const unscored = ({ id, nominationId }: StandLine): ComputedStand => ({
  ...{ id, nominationId, views: 0, raw: null, corrected: null, low: null, high: null, place: null, best: 0, worst: 0, of: 0, severity: 0 },
  criteria: [],
  scores: [],
})
