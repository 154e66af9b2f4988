import { badgeClass, organisation, portfolio, project } from '@sheber/db/schema'
import { makeClass, openClass } from '@sheber/domain/badge'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Services } from '../../services.ts'
import { giveTo } from '../badge/badge.give.ts'
import { publishIn } from '../publication/publication.publish.ts'
import { badges } from './demo-badges.ts'
import { published } from './demo-evidence.ts'
import { readMaking } from './demo-making.ts'

/**
 * Badges of the demo centre, signed like any others, and one portfolio on which the world finds one. Makes what is missing: a centre
 * that gives badges already keeps its own. `base` is where this Sheber is found by the world.
 */
export const fillBadges = async (services: Services, people: ReadonlyMap<string, string>, base: string): Promise<void> => {
  const { db, clock } = services
  const [centre] = await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.demo, true))
  if (!centre || (await db.$count(badgeClass, and(eq(badgeClass.organisationId, centre.id), eq(badgeClass.state, 'open')))) > 0) return
  const by = people.get('Мадина О.') as string
  const { competencyOf, levelOf } = await readMaking(db)
  const projects = await db.select({ id: project.id, title: project.title }).from(project)

  for (const { title, criteria, emblem, needs, role, given } of badges) {
    const draft = makeClass({
      ...{ title, criteria, emblem, role, validMonths: null },
      needs: needs.map(([code, level]) => ({
        competencyId: competencyOf(code),
        levelId: levelOf(level) as string,
      })),
    })
    const [id, at] = [randomUUID(), clock.now()]
    const state = openClass({ state: 'draft', edition: 0, draft })
    await db.insert(badgeClass).values({ id, organisationId: centre.id, state, draft, createdBy: by, createdAt: at, changedAt: at })
    for (const [name, of] of given)
      await giveTo(services, {
        ...{ classId: id, personId: people.get(name) as string, by, base },
        projectId: projects.find((one) => one.title === of)?.id ?? null,
      })
  }

  const ownerId = people.get(published) as string
  const [own] = await db.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.personId, ownerId))
  const fields = { cover: true, names: true, pictures: true, pieces: true, reflection: true, sections: true }
  if (own) await publishIn(services, { portfolioId: own.id, by: ownerId, fields: { ...fields, competencies: true, badges: true } })
}
