import { organisation } from '@sheber/contract/organisation'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld } from '@sheber/dev-env/world'
import { afterAll, describe, expect, it } from 'vitest'

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())
const { ask } = world.as('botagoz')

describe('the list', () => {
  it('begins with the centre and counts active people by kind', async () => {
    const list = await ask(organisation.list)
    expect(list.map(({ name }) => name)).toEqual(['Центр «Шебер»', 'Мастерская «Болат»', 'Школа № 101'])
    expect(list[0]).toMatchObject({ kind: 'centre', learners: 2, adults: 3 })
    expect(list[2]).toMatchObject({ kind: 'school', learners: 1, adults: 2 })
  })

  it('shows a partner’s teacher only their own', async () => {
    const list = await world.as('marat').ask(organisation.list)
    expect(list.map(({ name }) => name)).toEqual(['Школа № 101'])
  })
})

it('is added under one spelling of its name, and told', async () => {
  const name = 'Жаңа мектеп «Өрлеу» й'.normalize('NFD')
  const told = await toldBy(world, async () => {
    const added = await ask(organisation.add, { body: { name, kind: 'school' } })
    expect(added).toEqual({ id: added.id, name: name.normalize('NFC'), kind: 'school', learners: 0, adults: 0 })
    expect(await ask(organisation.look, { params: { organisationId: added.id } })).toEqual(added)
  })
  expect(told).toEqual([
    ['organisation.added', { organisationId: expect.any(String), name: name.normalize('NFC') }, world.person('botagoz').id],
  ])
})

it('has one centre: a second cannot be asked for', async () => {
  const body = { name: 'Второй центр', kind: 'centre' as 'school' }
  await expect(ask(organisation.add, { body })).rejects.toMatchObject({ status: 400, code: 'input' })
})

it('is renamed by its own administrator', async () => {
  const params = { organisationId: world.organisation('school') }
  const told = await toldBy(world, async () => {
    const renamed = await world.as('saule').ask(organisation.rename, { params, body: { name: 'Лицей № 101' } })
    expect(renamed.name).toBe('Лицей № 101')
  })
  expect(told).toEqual([['organisation.renamed', { organisationId: params.organisationId, name: 'Лицей № 101' }, world.person('saule').id]])
  await expect(
    world.as('saule').ask(organisation.rename, { params: { organisationId: world.organisation('centre') }, body: { name: 'Наш' } }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

it('that does not exist is said not to, but not to a guest', async () => {
  const params = { organisationId: '00000000000000000000' }
  await expect(ask(organisation.look, { params })).rejects.toMatchObject({ status: 404 })
  await expect(world.as('guest').ask(organisation.look, { params })).rejects.toMatchObject({ status: 401 })
})
