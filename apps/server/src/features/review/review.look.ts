import { refuse } from '@sheber/contract/refusal'
import type { Submission } from '@sheber/contract/review'
import { submission } from '@sheber/db/schema'
import { readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import { openStates, reviewStateOf, speaksAgain } from '@sheber/domain/review'
import { eq } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { showRecord } from '../portfolio/portfolio.shown.ts'
import { disputedOf, evidenceOf, frameworksOf } from './review.evidence.ts'
import { reviewersFor } from './review.people.ts'
import { placesOnPages } from './review.piece.ts'
import { placesIn, remarksOf, shownRemark } from './review.remarks.ts'
import { handedOf, invitedTo, oneLine, reviewsOf } from './review.store.ts'
import { thingOfSubmission } from './review.thing.ts'
import { chosen, frozenOf } from './review.version.ts'

/** One submission on one screen: what was handed in, the same today, what it shows, and all that was said. */
export const lookAt = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, id: string): Promise<Submission> => {
  const line = (await oneLine(db, id)) ?? refuse('not-found')
  const thing = (await thingOfSubmission(db, id)) ?? refuse('not-found')
  const [row] = await db.select().from(submission).where(eq(submission.id, id))
  const { portfolioId, versionId, records } = row ?? refuse('not-found')
  const frozen = await frozenOf(db, { portfolioId, versionId, records })
  const ids = frozen.records.map((record) => record.id)
  const said = await remarksOf(db, id)
  const then = placesIn(frozen.doc, said)
  frozen.doc.destroy()
  // A version with nothing in it names no records, which would mean all of today's.
  const today = await hub.read(portfolioRoom(portfolioId), (doc) => ({
    records: ids.length === 0 ? [] : chosen(readPortfolio(doc).records, ids),
    places: placesIn(doc, said),
  }))
  const onPages = await placesOnPages({ db, hub }, who, frozen, today.records, said)
  const evidence = await evidenceOf(db, portfolioId, ids)
  const reviews = await reviewsOf(db, id, row ?? refuse('not-found'))
  const latestBy = (personId: string) => reviews.findLast(({ reviewer }) => reviewer.personId === personId) ?? null
  const open = openStates.includes(line.state)
  const isMine = line.reviewer === null || line.reviewer.personId === who?.id
  const mine = reviews.findLast((one) => one.reviewer.personId === who?.id && one.versionId === versionId)
  const again = speaksAgain(
    mine?.at ?? null,
    await disputedOf(
      db,
      evidence.map((one) => one.id),
    ),
  )
  const give = may(who, 'review.give', thing) && line.state !== 'withdrawn' && again?.length !== 0
  const invite = may(who, 'review.invite', thing) && line.state !== 'withdrawn'
  const asked = new Set([who?.id, ...thing.reviewers])
  const invitable = invite ? (await reviewersFor(db, thing.of)).filter(({ personId }) => !asked.has(personId)) : []
  return {
    submission: line,
    version: { id: versionId, at: frozen.at.toISOString(), sha256: frozen.sha256 },
    handed: await handedOf(db, id),
    records: frozen.records.map(showRecord),
    today: today.records.map(showRecord),
    evidence,
    frameworks: await frameworksOf(db, evidence),
    reviews,
    invited: (await invitedTo(db, id)).map((one) => ({
      ...one,
      state: reviewStateOf({ state: line.state, versionId }, latestBy(one.personId), false),
    })),
    invitable: invitable.map(({ personId, name, organisation }) => ({ personId, name, organisation })),
    remarks: said.map((one) => shownRemark(one, onPages.get(one.of.id) ?? { then: then.get(one.of.id), now: today.places.get(one.of.id) })),
    may: {
      take: may(who, 'review.take', thing) && open && isMine && (line.reviewer === null || line.state !== 'in_review'),
      give,
      again: give && again ? again.map(({ evidenceId }) => evidenceId) : null,
      decide: give && again === null && open && isMine,
      answer: may(who, 'review.answer', thing),
      resubmit: may(who, 'review.resubmit', thing) && line.state === 'returned',
      withdraw: may(who, 'review.withdraw', thing) && line.state !== 'accepted' && line.state !== 'withdrawn',
      invite,
      remark: may(who, 'review.remark', thing),
    },
  }
}
