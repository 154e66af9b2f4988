import type { Static } from 'typebox'
import type { badge } from '@sheber/contract/badge'
import type { DbOrTx } from '@sheber/db/open'
import { evidence, guardianship, membership } from '@sheber/db/schema'
import { isEarned, missingOf } from '@sheber/domain/badge'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { askedOf, heightsOf, shownOf, verdictsOn } from './badge.standing.ts'
import { badgesOfPerson, openClassesNear } from './badge.store.ts'

type Earned = Static<typeof badge.earned.body>

/** Who may give badges of an organisation to this learner: nobody of them to their own child. */
const giversOf = async (db: DbOrTx, organisationId: string, learnerId: string): Promise<string[]> => {
  const parents = db
    .select({ id: guardianship.guardianId })
    .from(guardianship)
    .where(and(eq(guardianship.childId, learnerId), isNull(guardianship.endedAt)))
  const staff = and(eq(membership.organisationId, organisationId), inArray(membership.role, ['teacher', 'administrator']))
  const [all, relatives] = await Promise.all([db.selectDistinct({ id: membership.personId }).from(membership).where(staff), parents])
  return all.map(({ id }) => id).filter((id) => !relatives.some((one) => one.id === id))
}

/**
 * What somebody has earned by these claims, which were judged a moment ago, in the same change: every badge for which just
 * that was missing, once for each who may give it. Who was ready before is told of no more.
 */
export const earnedBy = async (db: DbOrTx, evidenceIds: readonly string[], at: Date): Promise<Earned[]> => {
  if (evidenceIds.length === 0) return []
  const judged = await db
    .select({ personId: evidence.personId, competencyId: evidence.competencyId })
    .from(evidence)
    .where(inArray(evidence.id, [...evidenceIds]))
  const found: Earned[] = []
  for (const [learnerId, rows] of Map.groupBy(judged, ({ personId }) => personId)) {
    const touched = new Set(rows.map(({ competencyId }) => competencyId))
    const classes = (await openClassesNear(db, learnerId)).filter(({ draft }) =>
      draft.needs.some(({ competencyId }) => touched.has(competencyId)),
    )
    const held = (await badgesOfPerson(db, learnerId)).filter(({ revokedAt }) => revokedAt === null)
    for (const { id: classId, draft, organisation } of classes) {
      if (held.some((one) => one.classId === classId)) continue
      const asked = await askedOf(db, draft)
      const all = (await verdictsOn(db, [learnerId], draft.needs)).get(learnerId) ?? []
      const isNew = (one: (typeof all)[number]) => one.at === at.toISOString() && evidenceIds.includes(one.evidenceId)
      const missing = (verdicts: typeof all) => missingOf(draft.needs, shownOf(asked, verdicts), heightsOf(asked))
      if (!isEarned(missing(all.filter((one) => !isNew(one))), missing(all))) continue
      const organisationId = organisation.id
      for (const personId of await giversOf(db, organisationId, learnerId)) found.push({ classId, learnerId, organisationId, personId })
    }
  }
  return found
}
