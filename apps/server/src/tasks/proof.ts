import type { EvidenceState } from '@sheber/contract/evidence'
import { dispute, evidence, portfolio, review, roomVersion, submission, verdict } from '@sheber/db/schema'
import { filesOf } from '@sheber/document/portfolio'
import { stateFrom } from '@sheber/domain/evidence'
import { RottenRow } from '@sheber/sync/types'
import { and, asc, eq, gt, inArray, min, sql } from 'drizzle-orm'
import { frozenOf } from '../features/review/review.version.ts'
import type { Services } from '../services.ts'
import type { Task } from './index.ts'

/**
 * What is kept beside claims, verdicts and versions only so that a map or a queue need not count them each time: the state of a
 * claim, the files that were handed in, and when somebody first answered. All of it follows from the rest.
 */

interface Difference {
  readonly what: string
  readonly is: string
  readonly follows: string
  /** Null: what is lost cannot be made again. */
  readonly mend: (() => Promise<unknown>) | null
}

type Db = Services['db']

const perPage = 200
const iso = (at: Date) => at.toISOString()
const listed = (ids: readonly string[]) => ids.toSorted().join(' ') || 'none'

/** When each record was last handed in and not taken back; and what is wrong with the submissions themselves. */
const handedIn = async (db: Db, portfolioId: string) => {
  const rows = await db
    .select({ of: submission, at: roomVersion.createdAt })
    .from(submission)
    .innerJoin(roomVersion, eq(roomVersion.id, submission.versionId))
    .where(eq(submission.portfolioId, portfolioId))
  const firsts = await db
    .select({ submissionId: review.submissionId, at: min(review.createdAt) })
    .from(review)
    .where(
      inArray(
        review.submissionId,
        rows.map(({ of }) => of.id),
      ),
    )
    .groupBy(review.submissionId)
  const handed = new Map<string, string>()
  const found: Difference[] = []
  for (const { of, at } of rows) {
    const what = `submission ${of.id}`
    const first = firsts.find(({ submissionId }) => submissionId === of.id)?.at ?? null
    if (first?.getTime() !== of.reviewedAt?.getTime())
      found.push({
        what: `${what}, first answer`,
        is: of.reviewedAt ? iso(of.reviewedAt) : 'none',
        follows: first ? iso(first) : 'none',
        mend: () => db.update(submission).set({ reviewedAt: first }).where(eq(submission.id, of.id)),
      })
    try {
      const { doc, records } = await frozenOf(db, of)
      doc.destroy()
      const files = [...new Set(records.flatMap(filesOf))]
      if (listed(files) !== listed(of.files))
        found.push({
          what: `${what}, files`,
          is: listed(of.files),
          follows: listed(files),
          mend: () => db.update(submission).set({ files }).where(eq(submission.id, of.id)),
        })
      if (of.state !== 'withdrawn') for (const { id } of records) if (iso(at) > (handed.get(id) ?? '')) handed.set(id, iso(at))
    } catch (why) {
      if (!(why instanceof RottenRow)) throw why
      found.push({ what: `${what}, version ${of.versionId}`, is: 'not what was kept', follows: 'its SHA-256', mend: null })
    }
  }
  return { handed, found }
}

const claimsOf = async (db: Db, portfolioId: string, handed: ReadonlyMap<string, string>): Promise<Difference[]> => {
  const rows = await db.select().from(evidence).where(eq(evidence.portfolioId, portfolioId))
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [verdicts, disputes] = await Promise.all([
    db.select().from(verdict).where(inArray(verdict.evidenceId, ids)).orderBy(asc(verdict.createdAt), asc(verdict.id)),
    db.select().from(dispute).where(inArray(dispute.evidenceId, ids)),
  ])
  const saidOf = Map.groupBy(verdicts, ({ evidenceId }) => evidenceId)
  const against = Map.groupBy(disputes, ({ evidenceId }) => evidenceId)
  return rows.flatMap(({ id, state, recordId, createdAt, supersededAt }): Difference[] => {
    const follows: EvidenceState = stateFrom({
      at: iso(createdAt),
      supersededAt: supersededAt && iso(supersededAt),
      verdicts: (saidOf.get(id) ?? []).map((one) => ({ ...one, at: iso(one.createdAt) })),
      disputes: (against.get(id) ?? []).map(({ text, createdAt: at }) => ({ text, at: iso(at) })),
      handedAt: handed.get(recordId) ?? null,
    })
    const mend = () =>
      db
        .update(evidence)
        .set({ state: follows })
        // Somebody may have spoken meanwhile.
        .where(and(eq(evidence.id, id), eq(evidence.state, state)))
    return state === follows ? [] : [{ what: `evidence ${id}, state`, is: state, follows, mend }]
  })
}

async function* portfolios(db: Db): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const { id } = portfolio
    const page = await db
      .select({ id })
      .from(portfolio)
      .where(gt(id, after))
      .orderBy(sql`${id} asc`)
      .limit(perPage)
    for (const one of page) yield one.id
    if (page.length < perPage) return
    after = page.at(-1)?.id ?? ''
  }
}

const goThrough = async ({ db }: Services, isToMend: boolean): Promise<string> => {
  let count = 0
  const lines: string[] = []
  for await (const id of portfolios(db)) {
    count += 1
    const { handed, found } = await handedIn(db, id)
    for (const { what, is, follows, mend } of [...found, ...(await claimsOf(db, id, handed))]) {
      if (isToMend) await mend?.()
      const done = !isToMend ? '' : mend ? ', mended' : ', lost'
      lines.push(`${what}: is ${is}, follows ${follows}${done}`)
    }
  }
  return [...lines, `${count} portfolios, ${lines.length} differences`].join('\n')
}

/** Tells what differs, and changes nothing. */
export const proofCompare: Task = (services) => goThrough(services, false)

/** … and makes it as it follows from the rest. */
export const proofRebuild: Task = (services) => goThrough(services, true)
