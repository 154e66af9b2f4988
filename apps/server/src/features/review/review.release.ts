import { review } from '@sheber/contract/review'
import type { Tx } from '@sheber/db/open'
import { portfolio, portfolioAuthor, submission, submissionReviewer, teamMember } from '@sheber/db/schema'
import { openStates } from '@sheber/domain/review'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Tell } from '../../facts/tell.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { concernedBy } from './review.people.ts'

interface Release {
  readonly guardianId: string
  readonly childId: string
  readonly at: Date
}

/**
 * Somebody has become the guardian of an author: what they had taken waits for another again, and what they were invited to is
 * asked of them no more. What they have said already stays said.
 */
export const releaseReviews = async (tx: Tx, tell: Tell, { guardianId, childId, at }: Release): Promise<void> => {
  const teams = tx.select({ id: teamMember.teamId }).from(teamMember).where(eq(teamMember.personId, childId))
  const letInto = tx.select({ id: portfolioAuthor.portfolioId }).from(portfolioAuthor).where(eq(portfolioAuthor.personId, childId))
  const theirs = tx
    .select({ id: portfolio.id })
    .from(portfolio)
    .where(or(eq(portfolio.personId, childId), inArray(portfolio.teamId, teams), inArray(portfolio.id, letInto)))
  const ofChild = tx.select({ id: submission.id }).from(submission).where(inArray(submission.portfolioId, theirs))
  await tx
    .delete(submissionReviewer)
    .where(and(eq(submissionReviewer.personId, guardianId), inArray(submissionReviewer.submissionId, ofChild)))
  const held = and(eq(submission.reviewerId, guardianId), inArray(submission.id, ofChild))
  const released = await tx
    .update(submission)
    .set({ reviewerId: null, takenAt: null, state: 'submitted', changedAt: at })
    .where(and(held, inArray(submission.state, [...openStates])))
    .returning({ id: submission.id, portfolioId: submission.portfolioId })
  // Returned with their questions: whoever reads it next is anybody but them.
  await tx
    .update(submission)
    .set({ reviewerId: null })
    .where(and(held, eq(submission.state, 'returned')))
  for (const { id: submissionId, portfolioId } of released) {
    const thing = await thingOfPortfolio(tx, portfolioId)
    for (const personId of thing ? await concernedBy(tx, submissionId, thing) : [])
      await tell(review.noticed, { submissionId, portfolioId, personId })
  }
}
