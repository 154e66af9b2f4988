import type { DbOrTx } from '@sheber/db/open'
import { submission, submissionReviewer } from '@sheber/db/schema'
import type { OfSubmission } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'

/** What the permission table is asked about when a request names a submission; null where there is none. */
export const thingOfSubmission = async (db: DbOrTx, id: string): Promise<OfSubmission | null> => {
  const { portfolioId, organisationId, reviewerId } = submission
  const [row] = await db.select({ portfolioId, organisationId, reviewerId }).from(submission).where(eq(submission.id, id))
  const of = row && (await thingOfPortfolio(db, row.portfolioId))
  if (!of) return null
  const invited = await db
    .select({ id: submissionReviewer.personId })
    .from(submissionReviewer)
    .where(eq(submissionReviewer.submissionId, id))
  const reviewers = [...(row.reviewerId === null ? [] : [row.reviewerId]), ...invited.map((one) => one.id)]
  return { kind: 'submission', of, organisationId: row.organisationId, reviewers }
}
