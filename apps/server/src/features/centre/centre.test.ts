import { centre } from '@sheber/contract/centre'
import { organisation } from '@sheber/contract/organisation'
import { session } from '@sheber/contract/session'
import { membership, organisation as organisationTable, person, session as sessionTable } from '@sheber/db/schema'
import { createWorld } from '@sheber/dev-env/world'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

const asked = {
  body: { name: 'Шебер орталығы', language: 'kk', person: 'Ботагөз Сәбитқызы', login: 'botagoz', password: 'үш кішкене сөз' },
} as const

it('is new until somebody creates it, and then signs them in', async () => {
  await using world = await createWorld({ empty: true })
  const guest = world.as('guest')
  expect(await guest.ask(centre.look)).toMatchObject({ state: 'new', demo: false, name: '' })
  const reply = await guest.send({ method: 'POST', url: '/api/centre', payload: asked.body })
  expect(reply.statusCode).toBe(200)
  expect(await guest.ask(centre.look)).toEqual({ state: 'ready', demo: false, name: 'Шебер орталығы', language: 'kk' })

  const cookie = `sheber=${reply.cookies.find(({ name }) => name === 'sheber')?.value}`
  const me = (await guest.send({ method: 'GET', url: '/api/session', headers: { cookie } })).json()
  expect(me.person).toMatchObject({ name: 'Ботагөз Сәбитқызы', memberships: [{ role: 'administrator' }] })
  const added = await guest.send({
    method: 'POST',
    url: organisation.add.path,
    payload: { name: 'Мектеп', kind: 'school' },
    headers: { cookie },
  })
  expect(added.statusCode).toBe(200)
})

it('is created once, however many click at one moment', async () => {
  await using world = await createWorld({ empty: true })
  const { db } = world.services
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => world.as('guest').ask(centre.create, asked)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const no of tries) if (no.status === 'rejected') expect(no.reason).toMatchObject({ status: 409, code: 'centre-exists' })
  expect(await db.select().from(organisationTable)).toHaveLength(1)
  expect(await db.select().from(person)).toHaveLength(1)
})

it('refuses an easy password and keeps nothing of it', async () => {
  await using world = await createWorld({ empty: true })
  for (const password of ['short', 'aaaaaaaaaaaa', 'botagoz-botagoz']) {
    await expect(world.as('guest').ask(centre.create, { body: { ...asked.body, password } })).rejects.toMatchObject({
      code: 'password-weak',
    })
  }
  expect(await world.services.db.select().from(person)).toHaveLength(0)
})

it('has no people to enter as where they are real', async () => {
  await using world = await createWorld()
  await expect(world.as('guest').ask(centre.people)).rejects.toMatchObject({ status: 404, code: 'not-found' })
  const enter = world.as('guest').ask(centre.enter, { body: { personId: world.person('madina').id } })
  await expect(enter).rejects.toMatchObject({ status: 404, code: 'not-found' })
  await expect(world.as('guest').ask(centre.create, asked)).rejects.toMatchObject({ code: 'centre-exists' })
  await expect(world.as('guest').ask(centre.demo)).rejects.toMatchObject({ code: 'centre-exists' })
})

it('lets a guest of the demo enter as one of its people, and as nobody else', async () => {
  await using world = await createWorld()
  const { db } = world.services
  await db.update(organisationTable).set({ demo: true }).where(eq(organisationTable.kind, 'centre'))
  // Somebody with two places is shown once, or the page would have two rows of one key.
  await db.insert(membership).values({ personId: world.person('marat').id, organisationId: world.organisation('company'), role: 'mentor' })
  const people = await world.as('guest').ask(centre.people)
  expect(people.filter(({ id }) => id === world.person('marat').id)).toHaveLength(1)
  expect(people.find(({ id }) => id === world.person('aigerim').id)).toMatchObject({ role: 'learner', teams: ['Көпір'] })

  const before = (await db.select().from(sessionTable)).length
  await world.as('guest').ask(centre.enter, { body: { personId: world.person('aigerim').id } })
  expect(await db.select().from(sessionTable)).toHaveLength(before + 1)
  await expect(world.as('guest').ask(centre.enter, { body: { personId: '0'.repeat(20) } })).rejects.toMatchObject({ code: 'not-found' })
  expect((await world.as('aigerim').ask(session.me)).centre.demo).toBe(true)
})
