import type { DbOrTx } from '@sheber/db/open'
import { submission, submissionReviewer } from '@sheber/db/schema'
import type { OfPortfolio, OfSubmission } from '@sheber/domain/permission'
import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'

interface Row {
  readonly id: string
  readonly portfolioId: string
  readonly organisationId: string
  readonly reviewers: readonly string[]
}

/** Two queries, however many there are. */
const rowsWhere = async (db: DbOrTx, which: SQL): Promise<Row[]> => {
  const { id, portfolioId, organisationId, reviewerId } = submission
  const rows = await db.select({ id, portfolioId, organisationId, reviewerId }).from(submission).where(which)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const invited = await db.select().from(submissionReviewer).where(inArray(submissionReviewer.submissionId, ids))
  return rows.map((row) => ({
    ...row,
    reviewers: [
      ...(row.reviewerId === null ? [] : [row.reviewerId]),
      ...invited.filter(({ submissionId }) => submissionId === row.id).map(({ personId }) => personId),
    ],
  }))
}

const thing = (of: OfPortfolio, { organisationId, reviewers }: Row): OfSubmission => ({ kind: 'submission', of, organisationId, reviewers })

/** What the permission table is asked about when requests name submissions; those that are not there are left out. */
export const thingsOfSubmissions = async (db: DbOrTx, ids: readonly string[]): Promise<ReadonlyMap<string, OfSubmission>> => {
  const rows = await rowsWhere(db, inArray(submission.id, [...ids]))
  const portfolios = new Map<string, OfPortfolio | null>()
  for (const { portfolioId } of rows) if (!portfolios.has(portfolioId)) portfolios.set(portfolioId, await thingOfPortfolio(db, portfolioId))
  return new Map(
    rows.flatMap((row) => {
      const of = portfolios.get(row.portfolioId)
      return of ? [[row.id, thing(of, row)]] : []
    }),
  )
}

/** … of one; null where there is none. */
export const thingOfSubmission = async (db: DbOrTx, id: string): Promise<OfSubmission | null> =>
  (await thingsOfSubmissions(db, [id])).get(id) ?? null

/** All that was handed in of this portfolio and not taken back. */
export const submissionsOf = async (db: DbOrTx, of: OfPortfolio): Promise<OfSubmission[]> => {
  const rows = await rowsWhere(db, and(eq(submission.portfolioId, of.id), ne(submission.state, 'withdrawn')) as SQL)
  return rows.map((row) => thing(of, row))
}

/** Those in whose records a file of this portfolio stands. */
export const submissionsHolding = async (db: DbOrTx, of: OfPortfolio, fileId: string): Promise<OfSubmission[]> => {
  const holds = sql`${submission.files} @> array[${fileId}]`
  const rows = await rowsWhere(db, and(eq(submission.portfolioId, of.id), ne(submission.state, 'withdrawn'), holds) as SQL)
  return rows.map((row) => thing(of, row))
}
