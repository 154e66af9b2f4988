import type { Offered } from '@sheber/contract/acceptance'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { evidence, membership, review, submission, verdict } from '@sheber/db/schema'
import { filesOf, readPortfolio, type PortfolioSnapshot } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { isOwnChild, may, type OfOffer, type OfPortfolio, type Who } from '@sheber/domain/permission'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Services } from '../../services.ts'
import { standingFor } from '../guardian/guardian.thing.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { whoIs } from '../person/person.who.ts'
import { frozenPiece, type FrozenPiece } from '../portfolio/portfolio.piece.ts'
import { showRecord } from '../portfolio/portfolio.shown.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { frozenOf } from '../review/review.version.ts'
import { confirmedOf } from './acceptance.store.ts'

interface Confirmed {
  readonly id: string
  readonly personId: string
  readonly portfolioId: string
  readonly recordId: string
}

/** As the last reviewer who confirmed it had it before them; null: nobody has. */
const frozenRecord = async (db: DbOrTx, { id, portfolioId, recordId }: Confirmed) => {
  const [row] = await db
    .select({ versionId: review.versionId })
    .from(verdict)
    .innerJoin(review, eq(review.id, verdict.reviewId))
    .where(and(eq(verdict.evidenceId, id), eq(verdict.verdict, 'confirmed')))
    .orderBy(desc(verdict.createdAt), desc(verdict.id))
    .limit(1)
  if (!row) return null
  const { doc, at, sha256, by, records } = await frozenOf(db, { portfolioId, versionId: row.versionId, records: [recordId] })
  doc.destroy()
  const [record] = records
  return record ? { record, at, sha256, by } : null
}

interface OfOrganisation {
  readonly organisationId: string
  readonly evidenceId: string
}

/** What the permission table is asked about when a request names what may be accepted: of whom it is matters too. */
export const thingOfOffered = async (db: DbOrTx, who: Who | null, { organisationId, evidenceId }: OfOrganisation) => {
  const thing = await thingOfOrganisation(db, organisationId)
  const of = thing && (await confirmedOf(db, organisationId, evidenceId))
  if (!of) return thing
  const one = { ...thing, relatives: await standingFor(db, of.personId) }
  return isOwnChild(who, 'acceptance.accept', one) ? refuse('own-child') : one
}

const audienceOf = ({ records }: Pick<PortfolioSnapshot, 'records'>, recordId: string) =>
  records.find(({ id }) => id === recordId)?.audience ?? []

/** The work itself, where the authors of its record show it to the school today; null where they do not. */
export const openTo = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, who: Who | null, organisationId: string, of: Confirmed) => {
  const portfolio = (await thingOfPortfolio(db, of.portfolioId)) ?? refuse('not-found')
  const today = await hub.read(portfolioRoom(of.portfolioId), readPortfolio)
  const organisation = { kind: 'organisation', id: organisationId, relatives: await standingFor(db, of.personId) } as const
  const offer: OfOffer = { kind: 'offer', organisation, of: portfolio, audience: audienceOf(today, of.recordId) }
  return may(who, 'acceptance.read', offer) ? frozenRecord(db, of) : null
}

export const workOf = async (services: Services, who: Who | null, organisationId: string, of: Confirmed): Promise<Offered | null> => {
  const open = await openTo(services, who, organisationId, of)
  return open && { record: showRecord(open.record), at: open.at.toISOString(), sha256: open.sha256 }
}

/** On the word of whoever handed it in, as it is shown to a reviewer; what is on the board today is not offered to anybody. */
export const offeredPiece = async (
  services: Services,
  who: Who | null,
  { organisationId, evidenceId, pieceId }: OfOrganisation & { readonly pieceId: string },
): Promise<FrozenPiece> => {
  const { db } = services
  const of = (await confirmedOf(db, organisationId, evidenceId)) ?? refuse('not-found')
  const open = await openTo(services, who, organisationId, of)
  const named = open?.record.pieces.find(({ id }) => id === pieceId)
  return frozenPiece(db, who, named, async (_, looks) => looks(await whoIs(db, open?.by ?? '')))
}

/** What is offered to schools of the records in which a file stands, as they were confirmed. */
export const offersHolding = async (
  db: DbOrTx,
  of: OfPortfolio,
  fileId: string,
  today: Pick<PortfolioSnapshot, 'records'>,
): Promise<OfOffer[]> => {
  const rows = await db
    .selectDistinct({
      id: evidence.id,
      personId: evidence.personId,
      portfolioId: evidence.portfolioId,
      recordId: evidence.recordId,
      organisationId: membership.organisationId,
    })
    .from(evidence)
    .innerJoin(membership, and(eq(membership.personId, evidence.personId), eq(membership.role, 'learner')))
    .innerJoin(verdict, and(eq(verdict.evidenceId, evidence.id), eq(verdict.verdict, 'confirmed')))
    .innerJoin(review, eq(review.id, verdict.reviewId))
    .innerJoin(submission, and(eq(submission.id, review.submissionId), sql`${submission.files} @> array[${fileId}]`))
    .where(and(eq(evidence.portfolioId, of.id), eq(evidence.state, 'confirmed'), isNull(evidence.supersededAt)))
  const offers: OfOffer[] = []
  for (const { organisationId, ...row } of rows) {
    const audience = audienceOf(today, row.recordId)
    const found = audience.length > 0 ? await frozenRecord(db, row) : null
    if (!found || !filesOf(found.record).includes(fileId)) continue
    const organisation = { kind: 'organisation', id: organisationId, relatives: await standingFor(db, row.personId) } as const
    offers.push({ kind: 'offer', organisation, of, audience })
  }
  return offers
}
