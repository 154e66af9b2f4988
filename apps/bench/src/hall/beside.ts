import { openDb } from '@sheber/db/open'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../database.ts'
import { people, sayFelt, withClass, type Felt } from '../load/class.ts'
import { visit } from '../public/visitors.ts'
import { sheber } from '../targets/sheber.ts'
import { exhibitionId } from './hall.ts'

const perSecond = 200
/** An edit may take so many times as long as without them. */
const timesMax = 1.5
const pageMsMax = 100

/** A class at work, without visitors of the hall and with them. */
export interface Beside {
  readonly alone: Felt
  readonly beside: Felt
  readonly pageP95Ms: number | null
  readonly answers: number
  readonly errors: number
  readonly kept: boolean
}

type Pool = ReturnType<typeof openDb>['pool']

export const measureBeside = async (
  database: Database,
  seed: (pool: Pool) => Promise<readonly string[]>,
  seconds: number,
): Promise<Beside> => {
  await using open = await sheber.open(database)
  const { pool, close } = openDb(open.databaseUrl ?? '', 1)
  const ids = await seed(pool).finally(close)
  const warmUpSeconds = Math.min(3, seconds)
  const front = `/e/${exhibitionId}`
  // Of ten visitors nine read stands.
  const paths = ids.flatMap((id, n) => (n % 9 === 0 ? [front, `${front}/${id}`] : [`${front}/${id}`]))
  const alone = await withClass(open, warmUpSeconds, () => pause(seconds * 1_000))
  const { done, felt } = await withClass(open, warmUpSeconds, () =>
    visit(open.process.origin, paths, { perSecond, seconds, warmUpSeconds }),
  )
  const pageP95Ms = done.took.percentile(0.95)
  const errors = [...done.errors.values()].reduce((sum, count) => sum + count, 0)
  const isUndisturbed = felt.missing === 0 && felt.p95 !== null && alone.felt.p95 !== null && felt.p95 <= alone.felt.p95 * timesMax
  const kept = isUndisturbed && errors === 0 && pageP95Ms !== null && pageP95Ms <= pageMsMax
  return { alone: alone.felt, beside: felt, pageP95Ms, answers: done.took.count, errors, kept }
}

export const tellBeside = ({ alone, beside, pageP95Ms, answers, errors, kept }: Beside): string[] => [
  `An edit of ${people} people on one board, p95: ${sayFelt(alone)} alone, ${sayFelt(beside)} beside ${perSecond} visitors a second (≤ ${timesMax} ×)`,
  `A page meanwhile, p95: ${pageP95Ms?.toFixed(1) ?? '–'} ms of ${answers}, ${errors} errors (≤ ${pageMsMax} ms): ${kept ? 'kept' : 'MISSED'}`,
]
