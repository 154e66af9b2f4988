import type { NearBadge } from '@sheber/contract/badge'
import type { DbOrTx } from '@sheber/db/open'
import { isSaid, missingOf } from '@sheber/domain/badge'
import { askedOf, heightsOf, projectsNear, shownOf, verdictsOn } from './badge.standing.ts'
import { badgesOfPerson, openClassesNear } from './badge.store.ts'

/** What is given out where somebody learns, and how far they have come with each. */
export const nearTo = async (db: DbOrTx, personId: string): Promise<NearBadge[]> => {
  const [classes, badges] = await Promise.all([openClassesNear(db, personId), badgesOfPerson(db, personId)])
  const held = badges.filter(({ revokedAt }) => revokedAt === null)
  return Promise.all(
    classes.map(async ({ id, organisation, draft }) => {
      const asked = await askedOf(db, draft)
      const shown = shownOf(asked, (await verdictsOn(db, [personId], draft.needs)).get(personId))
      const missing = new Set(missingOf(draft.needs, shown, heightsOf(asked)).map(({ competencyId }) => competencyId))
      const { title, criteria, emblem, role } = draft
      return {
        ...{ id, title, criteria, emblem, role, organisation: { id: organisation.id, name: organisation.name } },
        asked: asked.map(({ competencyId, levelId, frameworkId, code, title: name, level, levels, names }) => ({
          ...{ competencyId, levelId, frameworkId, code, title: name, level },
          shown: names[levels.indexOf(shown.get(competencyId) ?? '')] ?? null,
          done: !missing.has(competencyId),
        })),
        projects: isSaid(role)
          ? (await projectsNear(db, organisation.id, personId)).map((one) => ({
              ...{ id: one.id, title: one.title },
              held: held.some(({ classId, projectId }) => classId === id && projectId === one.id),
            }))
          : [],
        held: held.filter(({ classId }) => classId === id).map((one) => one.id),
      }
    }),
  )
}
