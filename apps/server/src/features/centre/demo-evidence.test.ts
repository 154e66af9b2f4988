import { acceptance } from '@sheber/contract/acceptance'
import { centre } from '@sheber/contract/centre'
import { organisation } from '@sheber/contract/organisation'
import { caller } from '@sheber/dev-env/caller'
import { createWorld } from '@sheber/dev-env/world'
import { expect, it } from 'vitest'
import { portfolios } from './demo-evidence.ts'
import { fillEvidence } from './demo-fill-evidence.ts'
import { groups } from './demo-groups.ts'
import { adults } from './demo-people.ts'
import { taken } from './demo-school.ts'

it('is of children who are there, and is reviewed by their teachers', () => {
  const learners = groups.flatMap((one) => Object.values(one.learners).flat())
  for (const [name, { reviewer }] of Object.entries(portfolios)) {
    expect(learners).toContain(name)
    expect(adults.map((one) => one.name)).toContain(reviewer)
  }
})

// The whole demo, with its pictures: a minute where others test beside it.
it('has sixty links in all states, once', { timeout: 90_000 }, async () => {
  await using world = await createWorld({ config: { demo: true }, empty: true })
  await world.as('guest').ask(centre.demo)
  const count = async () =>
    (
      await world.database.pool.query<{ state: string; n: number }>('select state, count(*)::int as n from evidence group by 1 order by 1')
    ).rows.map(({ state, n }) => `${state} ${n}`)
  const all = ['confirmed 34', 'disputed 2', 'not_yet 6', 'partly 9', 'ready 8', 'superseded 1']
  expect(await count()).toEqual(all)
  await fillEvidence(world.services)
  expect(await count()).toEqual(all)

  // The school of some of them has goals beside the centre's, has taken two for them, and may take more.
  const personId = (await world.as('guest').ask(centre.people)).find(({ name }) => name === 'Марат А.')?.id ?? expect.unreachable()
  const entered = await world.as('guest').send({ method: 'POST', url: centre.enter.path, payload: { personId } })
  const marat = caller(world.app, entered.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '))
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
