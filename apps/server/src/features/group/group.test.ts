import { group } from '@sheber/contract/group'
import { session } from '@sheber/contract/session'
import { groupCode } from '@sheber/dev-env/people'
import { countRows, toldBy } from '@sheber/dev-env/seed/told'
import { createWorld } from '@sheber/dev-env/world'
import { afterAll, expect, it } from 'vitest'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())
const madina = world.as('madina')
const organisationId = world.organisation('centre')
const groupOf = (groupId: string) => ({ params: { groupId } })
const learner = (name: 'aigerim' | 'daulet' | 'madina' | 'timur') => ({ personId: world.person(name).id })

it('gets a code of its own that can be read off a card', async () => {
  const told = await toldBy(world, async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, n) => madina.ask(group.add, { params: { organisationId }, body: { name: `Топ ${n}` } })),
    )
    for (const { code } of made) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    expect(new Set(made.map(({ code }) => code)).size).toBe(made.length)
  })
  expect(told.map(([name]) => name)).toEqual(Array.from({ length: 8 }, () => 'group.changed'))
})

it('takes in learners of its organisation, once', async () => {
  const { id } = await madina.ask(group.add, { params: { organisationId }, body: { name: 'Үйірме' } })
  const join = (name: Parameters<typeof learner>[0]) => madina.ask(group.join, { ...groupOf(id), body: learner(name) })
  const tries = await Promise.allSettled([join('aigerim'), join('aigerim'), join('aigerim')])
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'already-member' })
  await expect(join('madina')).rejects.toMatchObject({ code: 'not-a-learner' })
  await expect(join('daulet')).rejects.toMatchObject({ code: 'not-a-learner' })
  const list = await madina.ask(group.list, { params: { organisationId } })
  expect(list.find((one) => one.id === id)?.learners).toEqual([{ id: world.person('aigerim').id, name: 'Айгерім С.' }])
})

it('lets a learner go, once', async () => {
  const params = { groupId: world.group, personId: world.person('timur').id }
  expect(await madina.ask(group.leave, { params })).toEqual({})
  const before = await countRows(world)
  await expect(madina.ask(group.leave, { params })).rejects.toMatchObject({ code: 'not-found' })
  expect(await countRows(world)).toEqual(before)
})

it('with a new code does not know the old cards', async () => {
  const names = (code: string) => world.as('guest').ask(session.names, { body: { code } })
  expect((await names(groupCode)).people.map(({ name }) => name)).toContain('Айгерім С.')
  const { code } = await madina.ask(group.code, groupOf(world.group))
  expect((await names(code ?? '')).people.map(({ name }) => name)).toContain('Айгерім С.')
  await expect(names(groupCode)).rejects.toMatchObject({ code: 'code-unknown' })
})

it('is not for the staff of a partner', async () => {
  await expect(world.as('marat').ask(group.list, { params: { organisationId } })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(world.as('saule').ask(group.code, groupOf(world.group))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(world.as('guest').ask(group.code, groupOf('00000000000000000000'))).rejects.toMatchObject({ status: 401 })
  await expect(madina.ask(group.code, groupOf('00000000000000000000'))).rejects.toMatchObject({ status: 404 })
})
