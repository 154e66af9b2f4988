import { inbox } from '@sheber/contract/inbox'
import { portfolio } from '@sheber/contract/portfolio'
import { team } from '@sheber/contract/team'
import { createWorld } from '@sheber/dev-env/world'
import { expect, it } from 'vitest'

const lookAs = (world: Awaited<ReturnType<typeof createWorld>>, who: 'timur' | 'madina' | 'yerlan') => world.as(who).ask(inbox.look)

it('tells what concerns one and was not one’s own doing, the newest first, until it was looked at', async () => {
  await using world = await createWorld()
  const [madina, aigerim] = [world.as('madina'), world.as('aigerim')]
  const countOf = async () => (await world.as('timur').ask(inbox.count)).unseen
  const before = await countOf()
  await madina.ask(team.join, { params: { teamId: world.team }, body: { personId: world.person('timur').id } })
  const { id } = await aigerim.ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } })
  await aigerim.ask(portfolio.letIn, { params: { portfolioId: id }, body: { personId: world.person('timur').id } })

  const { lines } = await lookAs(world, 'timur')
  expect(await countOf()).toBe(before + 2)
  expect(lines.slice(0, 2)).toMatchObject([
    { name: 'portfolio.changed', by: world.person('aigerim').name, about: world.person('aigerim').name, href: `/portfolio/${id}` },
    { name: 'team.joined', by: world.person('madina').name, href: `/team/${world.team}` },
  ])
  // Whose hand it was hears nothing of it.
  expect((await lookAs(world, 'madina')).lines.filter(({ name }) => name === 'team.joined')).toEqual([])

  const timur = world.as('timur')
  await timur.ask(inbox.see, { body: { position: lines[0]?.position ?? 0 } })
  expect(await countOf()).toBe(0)
  // An earlier tab does not make it new again.
  await timur.ask(inbox.see, { body: { position: 1 } })
  expect(await countOf()).toBe(0)
})

it('has nothing to open of a team that one has left', async () => {
  await using world = await createWorld()
  const madina = world.as('madina')
  await madina.ask(team.leave, { params: { teamId: world.team, personId: world.person('yerlan').id } })
  const { lines } = await lookAs(world, 'yerlan')
  expect(lines[0]).toMatchObject({ name: 'team.left', href: null })
})
