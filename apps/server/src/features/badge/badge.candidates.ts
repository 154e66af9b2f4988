import type { BadgeClass, Candidate } from '@sheber/contract/badge'
import type { DbOrTx } from '@sheber/db/open'
import { missingOf } from '@sheber/domain/badge'
import { childrenOf } from '../guardian/guardian.thing.ts'
import { askedOf, heightsOf, peopleNear, projectsNear, shownOf, verdictsOn } from './badge.standing.ts'
import { badgesOfClass } from './badge.store.ts'

/** Whom somebody may give a badge to, or what those are short of; who may get it first. Their own children are a colleague's. */
export const candidatesFor = async (db: DbOrTx, by: string, { id, organisation, draft }: BadgeClass): Promise<Candidate[]> => {
  const asked = await askedOf(db, draft)
  const heights = heightsOf(asked)
  const own = await childrenOf(db, by)
  const people = (await peopleNear(db, organisation.id)).filter(({ personId }) => !own.has(personId))
  const verdicts = await verdictsOn(
    db,
    people.map(({ personId }) => personId),
    draft.needs,
  )
  const projects = Map.groupBy(await projectsNear(db, organisation.id), ({ personId }) => personId)
  const given = (await badgesOfClass(db, id)).filter(({ revokedAt }) => revokedAt === null)
  const inHand = new Map(given.map(({ personId, id: badgeId }) => [personId, badgeId]))
  const ofProject = new Map(given.map(({ personId, projectId, id: badgeId }) => [`${personId} ${projectId ?? ''}`, badgeId]))
  const roleOnly = draft.needs.length === 0
  return people
    .map(({ personId, name }): Candidate => ({
      personId,
      name,
      missing: missingOf(draft.needs, shownOf(asked, verdicts.get(personId)), heights).map(({ competencyId }) => competencyId),
      projects: (projects.get(personId) ?? []).map((one) => ({
        id: one.id,
        title: one.title,
        badgeId: ofProject.get(`${personId} ${one.id}`) ?? null,
      })),
      badgeId: inHand.get(personId) ?? null,
    }))
    .filter((one) =>
      roleOnly ? one.projects.length > 0 : one.missing.length < draft.needs.length || one.badgeId !== null || verdicts.has(one.personId),
    )
    .toSorted((a, b) => a.missing.length - b.missing.length)
}
