import type { Need } from '@sheber/contract/badge'
import type { DbOrTx } from '@sheber/db/open'
import { evidence, publication, publicationRecord } from '@sheber/db/schema'
import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { recordAnchor, waitsFor } from '@sheber/domain/publication'
import type { Hub } from '@sheber/sync/hub'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { soulsOf } from '../publication/publication.souls.ts'

/** Work that everybody may look at, and what was confirmed of it. */
export interface Published {
  /** Below the address of this Sheber. */
  readonly path: string
  readonly competencies: readonly string[]
}

/**
 * Where the world finds the records that show what a badge asks for: only those that their authors show to everybody on this
 * day, and that nobody's consent holds back. A badge stays as it was signed; what is taken back later is gone behind the address.
 */
export const publishedFor = async (
  { db, hub }: { db: DbOrTx; hub: Hub },
  personId: string,
  needs: readonly Need[],
  day: string,
): Promise<Published[]> => {
  if (needs.length === 0) return []
  const rows = await db
    .selectDistinct({
      address: publication.id,
      place: publicationRecord.place,
      portfolioId: evidence.portfolioId,
      recordId: evidence.recordId,
      competencyId: evidence.competencyId,
      authors: publicationRecord.authors,
      tells: publicationRecord.tells,
    })
    .from(evidence)
    .innerJoin(publication, and(eq(publication.portfolioId, evidence.portfolioId), isNull(publication.withdrawnAt)))
    .innerJoin(
      publicationRecord,
      and(eq(publicationRecord.publicationId, publication.id), eq(publicationRecord.recordId, evidence.recordId)),
    )
    .where(
      and(
        eq(evidence.personId, personId),
        eq(evidence.state, 'confirmed'),
        isNull(evidence.supersededAt),
        inArray(
          evidence.competencyId,
          needs.map(({ competencyId }) => competencyId),
        ),
      ),
    )
    .orderBy(asc(publication.id), asc(publicationRecord.place), asc(evidence.competencyId))
  const people = await soulsOf(db, [...new Set(rows.flatMap(({ authors, tells }) => [...authors, ...tells]))])
  const agreed = rows.filter((row) => waitsFor(row, people, day).length === 0)
  const open = new Set<string>()
  for (const portfolioId of new Set(agreed.map((row) => row.portfolioId))) {
    const { records } = await hub.read(portfolioRoom(portfolioId), (doc) => readPortfolio(doc, new Map(), readWithoutBody))
    for (const { id, audience } of records) if (audience.includes('public')) open.add(id)
  }
  const shown = agreed.filter(({ recordId }) => open.has(recordId))
  return [...Map.groupBy(shown, ({ address, recordId }) => `/p/${address}#${recordAnchor(recordId)}`)].map(([path, all]) => ({
    path,
    competencies: all.map(({ competencyId }) => competencyId),
  }))
}
