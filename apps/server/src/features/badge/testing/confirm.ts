import type { Verdict } from '@sheber/contract/evidence'
import type { Db } from '@sheber/db/open'
import { evidence, portfolio, review, room, roomVersion, submission, verdict } from '@sheber/db/schema'
import { portfolioRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import { newId } from '../../../new-id.ts'

interface Confirmed {
  readonly personId: string
  readonly competencyId: string
  readonly levelId: string
  readonly reviewerId: string
  readonly organisationId: string
  readonly at: Date
  readonly says?: Verdict
  /** Which shows it; none: one of its own. */
  readonly recordId?: string
  /** What the reviewer said. */
  readonly text?: string
  /** Its author thinks otherwise by now. */
  readonly takenBack?: boolean
}

const portfolioOf = async (db: Db, personId: string, at: Date): Promise<string> => {
  const find = async () => (await db.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.personId, personId)))[0]
  const there = await find()
  if (there) return there.id
  const id = newId()
  await db.insert(portfolio).values({ id, personId, createdAt: at })
  await db.insert(room).values({ name: portfolioRoom(id), lineage: newId(), createdAt: at })
  return id
}

/** A verdict on a piece of evidence, as rows: what claiming and reviewing would have left behind. */
export const confirm = async (db: Db, of: Confirmed): Promise<void> => {
  const {
    personId,
    competencyId,
    levelId,
    reviewerId,
    organisationId,
    at,
    says = 'confirmed',
    recordId = newId(),
    text = '',
    takenBack,
  } = of
  const portfolioId = await portfolioOf(db, personId, at)
  const [versionId, submissionId, reviewId, evidenceId] = [newId(), newId(), newId(), newId()]
  const by = { createdBy: personId, createdAt: at }
  await db.insert(roomVersion).values({
    ...{ id: versionId, room: portfolioRoom(portfolioId), position: 0, bytes: new Uint8Array(), sha256: '', personId, createdAt: at },
  })
  await db.insert(submission).values({ ...by, id: submissionId, portfolioId, records: [], versionId, organisationId, words: '' })
  await db.insert(review).values({ id: reviewId, submissionId, versionId, reviewerId, outcome: 'accepted', text: '', createdAt: at })
  await db.insert(evidence).values({
    ...{ ...by, id: evidenceId, portfolioId, recordId, personId, competencyId, levelId, why: 'Айгерім С. жасады', state: says },
    ...(takenBack && { supersededAt: at }),
  })
  await db.insert(verdict).values({
    ...{
      id: newId(),
      evidenceId,
      reviewId,
      reviewerId,
      verdict: says,
      levelId: says === 'confirmed' ? levelId : null,
      text,
      createdAt: at,
    },
  })
}
