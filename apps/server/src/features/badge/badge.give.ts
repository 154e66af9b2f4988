import { badge } from '@sheber/contract/badge'
import { refuse } from '@sheber/contract/refusal'
import { giveBadge, missingOf, placeOf } from '@sheber/domain/badge'
import { inLanguage } from '@sheber/domain/framework'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { keyOf } from './badge.key.ts'
import { makeBadge } from './badge.make.ts'
import { publishedFor } from './badge.published.ts'
import { askedOf, heightsOf, peopleNear, projectsNear, shownOf, verdictsOn } from './badge.standing.ts'
import { badgeInHand, insertBadge, lockClass, oneClass } from './badge.store.ts'

export interface Giving {
  readonly classId: string
  readonly personId: string
  /** In which somebody had the role that the class is for; null: it is for none. */
  readonly projectId: string | null
  /** Who gives it. */
  readonly by: string
  /** Where this Sheber is found by the world. */
  readonly base: string
}

/**
 * Gives somebody a badge of a class that is given out, signed by its organisation, and answers its id: that of the one they have, if
 * they have it already. Refuses with what `giveBadge` of the domain refuses, `not-found` and `issuer-key-lost`.
 */
export const giveTo = async (services: Services, { classId, personId, projectId, by, base }: Giving): Promise<string> => {
  const { db, hub, clock } = services
  const {
    organisation,
    draft: { needs },
  } = (await oneClass(db, classId)) ?? refuse('not-found')
  const [person] = await peopleNear(db, organisation.id, personId)
  if (!person) return refuse('not-found')
  const key = await keyOf(services, organisation.id)
  const published = await publishedFor({ db, hub }, personId, needs, clock.now().toISOString().slice(0, 10))
  return change(services, by, async (tx, tell) => {
    const { state, draft } = (await lockClass(tx, classId)) ?? refuse('not-found')
    const there = await badgeInHand(tx, { classId, personId, projectId: placeOf(draft, projectId) })
    if (there !== null) return there
    const asked = await askedOf(tx, draft)
    const verdicts = (await verdictsOn(tx, [personId], draft.needs)).get(personId) ?? []
    const missing = missingOf(draft.needs, shownOf(asked, verdicts), heightsOf(asked))
    const names = missing.map(({ competencyId }) => {
      const one = asked.find((each) => each.competencyId === competencyId)
      return one ? [one.code, inLanguage(one.title, organisation.language)].filter(Boolean).join(' ') : ''
    })
    const projects = await projectsNear(tx, organisation.id, personId)
    const given = giveBadge({ state, draft, missing: names, projects: projects.map(({ id }) => id), projectId })
    const made = await makeBadge({
      ...{ base, classId, organisation, draft, personId, asked, verdicts, published, key, at: clock.now() },
      project: projects.find(({ id }) => id === given.projectId) ?? null,
    })
    await insertBadge(tx, { ...made, classId, personId, projectId: given.projectId, issuedBy: by })
    await tell(badge.issued, { badgeId: made.id, personId, organisationId: organisation.id })
    return made.id
  })
}
