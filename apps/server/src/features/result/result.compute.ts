import type { Plan } from '@sheber/contract/exhibition'
import { rounds } from '@sheber/contract/judge'
import type { DbOrTx } from '@sheber/db/open'
import { rubricOf } from '@sheber/domain/final'
import { computeResult, type Computed, type ComputedRound } from '@sheber/domain/result'
import { createHash } from 'node:crypto'
import { finalNow } from '../final/final.thing.ts'
import { awardsOf, judgesOf, scoresOf, standsOf, type StoredAward } from './result.store.ts'

/** Results of the last few that were looked at: the same scores are the same result, and an interval takes a thousand rounds. */
const known = new Map<string, ComputedRound>()
const knownMax = 20

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const computedOf = (asked: Parameters<typeof computeResult>[0]): ComputedRound => {
  const key = digest([
    asked.seed,
    asked.round,
    asked.viewsMin,
    asked.rubric,
    asked.stands.map(({ id, nominationId }) => [id, nominationId]),
    asked.judges.map(({ id, shadow, ended }) => [id, shadow, ended]),
    asked.sent.map((one) => [one.id, one.round, one.total, one.counts, one.marks, one.overId, one.at.getTime(), one.words.trim() === '']),
  ])
  const made = known.get(key) ?? computeResult(asked)
  known.delete(key)
  known.set(key, made)
  const [oldest] = known.keys()
  if (known.size > knownMax && oldest !== undefined) known.delete(oldest)
  return made
}

const saidOf = ({ kk, ru, en }: StoredAward['title']) => [kk, ru, en]
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Of what was made of the scores and of who gets what: whatever changes either changes it. */
export const hashOf = (computed: Computed, awards: readonly StoredAward[]): string =>
  digest([
    computed,
    awards
      .toSorted((a, b) => byText(a.id, b.id))
      .map(({ id, standId, nominationId, degree, title, tied, reason }) => [
        id,
        standId,
        nominationId,
        degree,
        saidOf(title),
        tied,
        reason,
      ]),
  ])

/** All of an exhibition's judging at this moment. */
export const judgingOf = async (db: DbOrTx, { id, plan }: { readonly id: string; readonly plan: Plan }) => {
  const stands = await standsOf(db, id)
  const sent = (await scoresOf(db, id)).toSorted((a, b) => byText(a.id, b.id))
  const judges = await judgesOf(db, id)
  const awards = await awardsOf(db, id)
  const { viewsMin } = plan
  const first = computedOf({ rubric: plan.rubric, viewsMin, stands, judges, sent, seed: id })
  const { stage, finalists } = await finalNow(db, { id, plan })
  const inFinal = { stands: stands.filter((one) => finalists.has(one.id)), round: rounds.final, rubric: rubricOf(plan, rounds.final) }
  // Without a final it is hashed as it was before there were any.
  const computed: Computed =
    stage === 'final' ? { ...first, final: computedOf({ viewsMin, judges, sent, seed: `${id} final`, ...inFinal }) } : first
  return { stands, sent, judges, awards, computed, sha256: hashOf(computed, awards) }
}
