import { centre } from '@sheber/contract/centre'
import { createWorld } from '@sheber/dev-env/world'
import { expect, it } from 'vitest'
import { portfolios } from './demo-evidence.ts'
import { fillEvidence } from './demo-fill-evidence.ts'
import { groups } from './demo-groups.ts'
import { adults } from './demo-people.ts'

it('is of children who are there, and is reviewed by their teachers', () => {
  const learners = groups.flatMap((one) => Object.values(one.learners).flat())
  for (const [name, { reviewer }] of Object.entries(portfolios)) {
    expect(learners).toContain(name)
    expect(adults.map((one) => one.name)).toContain(reviewer)
  }
})

it('has sixty links in all states, once', async () => {
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
})
