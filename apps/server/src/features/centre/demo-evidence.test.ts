import { acceptance } from '@sheber/contract/acceptance'
import { centre } from '@sheber/contract/centre'
import { evidence } from '@sheber/contract/evidence'
import { organisation } from '@sheber/contract/organisation'
import { team } from '@sheber/db/schema'
import { caller } from '@sheber/dev-env/caller'
import { createWorld } from '@sheber/dev-env/world'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { makingId } from '../framework/shipped-making.ts'
import { portfolios, shared } from './demo-evidence.ts'
import { fillEvidence } from './demo-fill-evidence.ts'
import { groups } from './demo-groups.ts'
import { adults } from './demo-people.ts'
import { projects } from './demo-projects.ts'
import { taken } from './demo-school.ts'

it('is of children who are there, and is reviewed by their teachers', () => {
  const learners = groups.flatMap((one) => Object.values(one.learners).flat())
  for (const [name, { reviewer }] of Object.entries(portfolios)) {
    expect(learners).toContain(name)
    expect(adults.map((one) => one.name)).toContain(reviewer)
  }
  const members = Object.values(projects).find(({ team }) => team === shared.team)?.members
  expect(members).toEqual(expect.arrayContaining(shared.records.flatMap(({ links }) => links.map(([who]) => who))))
  // Nobody reviews what they are an author of.
  expect(members).not.toContain(shared.reviewer)
})

// The whole demo, with its pictures: a minute where others test beside it.
it('has links in all states, once, of children and of a team', { timeout: 90_000 }, async () => {
  await using world = await createWorld({ config: { demo: true }, empty: true })
  await world.as('guest').ask(centre.demo)
  const count = async () =>
    (
      await world.database.pool.query<{ state: string; n: number }>('select state, count(*)::int as n from evidence group by 1 order by 1')
    ).rows.map(({ state, n }) => `${state} ${n}`)
  const all = ['confirmed 41', 'disputed 2', 'not_yet 7', 'partly 10', 'ready 8', 'superseded 1']
  expect(await count()).toEqual(all)
  await fillEvidence(world.services)
  expect(await count()).toEqual(all)

  // What a team's own portfolio shows stands on its map.
  const enter = async (who: string) => {
    const personId = (await world.as('guest').ask(centre.people)).find(({ name }) => name === who)?.id ?? expect.unreachable()
    const entered = await world.as('guest').send({ method: 'POST', url: centre.enter.path, payload: { personId } })
    return caller(world.app, entered.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '))
  }
  const [green] = await world.services.db.select({ id: team.id }).from(team).where(eq(team.name, shared.team))
  const map = await (
    await enter('Диас М.')
  ).ask(evidence.teamMap, { params: { teamId: green?.id ?? '' }, query: { frameworkId: makingId } })
  expect(map.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Аружан Е.', 'Диас М.', 'Жанель Т.']))
  expect(map.cells.map(({ counts }) => counts.confirmed).reduce((sum, n) => sum + n, 0)).toBe(7)

  // The school of some of them has goals beside the centre's, has taken two for them, and may take more.
  const marat = await enter('Марат А.')
  const [school] = await marat.ask(organisation.list)
  const lines = await marat.ask(acceptance.list, { params: { organisationId: school?.id ?? '' } })
  const told = lines.flatMap(({ person, competency, accepted }) =>
    accepted.map(({ topic }) => `${person.name} ${competency.code} ${topic}`),
  )
  expect(told.toSorted()).toEqual(taken.map(({ who, code, topic }) => `${who} ${code} ${topic}`).toSorted())
  const open = lines
    .filter(({ accepted }) => accepted.length === 0)
    .flatMap(({ goals }) => goals.map(({ code, kind }) => `${code} ${kind}`))
  expect(open).toEqual(expect.arrayContaining(['И8.1 isPartOf', 'Т8.3 isRelatedTo']))
})
