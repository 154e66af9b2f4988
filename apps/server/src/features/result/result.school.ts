import type { Participation } from '@sheber/contract/result'
import type { DbOrTx } from '@sheber/db/open'
import { exhibition, membership, stand } from '@sheber/db/schema'
import { figureOf } from '@sheber/domain/figure'
import { namedIn, namesFor } from '@sheber/domain/publication'
import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { soulsOf } from '../publication/publication.souls.ts'
import { awardsShown } from './result.shown.ts'

/** Exhibitions of a house's learners: all that stand in a hall that was opened, or stood in one to its end. */
export const participationOf = async (db: DbOrTx, organisationId: string, now: Date): Promise<Participation> => {
  const learners = await db
    .select({ id: membership.personId })
    .from(membership)
    .where(and(eq(membership.organisationId, organisationId), eq(membership.role, 'learner')))
  const own = new Set(learners.map(({ id }) => id))
  const rows =
    own.size === 0
      ? []
      : await db
          .select({
            ...{ id: stand.id, number: stand.number, entry: stand.entry, members: stand.members, exhibitionId: exhibition.id },
            ...{ plan: exhibition.plan, year: exhibition.year, state: exhibition.state },
          })
          .from(stand)
          .innerJoin(exhibition, eq(exhibition.id, stand.exhibitionId))
          .where(
            and(
              eq(stand.state, 'admitted'),
              notInArray(exhibition.state, ['draft', 'call', 'moderation', 'cancelled', 'removed']),
              sql`exists (select 1 from jsonb_array_elements(${stand.members}) m
                where not (m->>'adult')::boolean and m->>'id' in (select ${membership.personId} from ${membership}
                  where ${and(eq(membership.organisationId, organisationId), inArray(membership.role, ['learner']))}))`,
            ),
          )
          .orderBy(desc(exhibition.year), desc(exhibition.createdAt), sql`${stand.number} asc nulls last`, stand.id)
  const souls = await soulsOf(db, [...new Set(rows.flatMap(({ members }) => members.map(({ id }) => id)))])
  const day = now.toISOString().slice(0, 10)
  const childrenOf = ({ members }: { readonly members: readonly { id: string; adult: boolean }[] }) =>
    members.flatMap(({ id, adult }) => (!adult && own.has(id) ? [id] : []))
  /** A title that names a child who may not be named is not repeated. */
  const titleOf = ({ entry, members }: (typeof rows)[number]) => {
    const around = members.flatMap(({ id }) => souls.get(id) ?? [])
    return namedIn(entry.title, around).every((id) => namesFor([id], souls, day).length > 0) ? entry.title : ''
  }
  const exhibitions: Participation['exhibitions'] = []
  for (const [id, all] of Map.groupBy(rows, (row) => row.exhibitionId)) {
    const [first] = all
    if (!first) continue
    const awards = await awardsShown(db, id, now)
    exhibitions.push({
      ...{ id, title: first.plan.title, year: first.year, state: first.state, children: figureOf(all.flatMap(childrenOf), souls, day) },
      stands: all.map((row) => ({
        ...{ id: row.id, number: row.number, title: titleOf(row), children: figureOf(childrenOf(row), souls, day) },
        awards: awards.filter(({ standId }) => standId === row.id).map(({ degree, title, number }) => ({ degree, title, number })),
      })),
    })
  }
  return { children: figureOf(rows.flatMap(childrenOf), souls, day), exhibitions }
}
