import { person } from '@sheber/contract/person'
import { team } from '@sheber/contract/team'
import type { PersonName } from '@sheber/dev-env/people'
import { countRows, toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let world: World
beforeEach(async () => void (world = await createWorld()))
afterEach(() => world[Symbol.asyncDispose]())

const id = (name: PersonName) => world.person(name).id
const form = (by: PersonName, place: 'centre' | 'school', ...members: PersonName[]) =>
  world
    .as(by)
    .ask(team.form, { params: { organisationId: world.organisation(place) }, body: { name: 'Ұшқыштар', members: members.map(id) } })
const leave = (by: PersonName, name: PersonName) => world.as(by).ask(team.leave, { params: { teamId: world.team, personId: id(name) } })
const join = (by: PersonName, name: PersonName) =>
  world.as(by).ask(team.join, { params: { teamId: world.team }, body: { personId: id(name) } })

describe('forming a team', () => {
  it('brings children and adults of several organisations together, the maker among them, and tells each', async () => {
    const told = await toldBy(world, async () => {
      const formed = await form('madina', 'centre', 'timur', 'daulet', 'yerlan', 'marat')
      expect(formed).toMatchObject({ name: 'Ұшқыштар', organisationId: world.organisation('centre') })
      expect(formed.members.map(({ name, role, organisation }) => `${name} · ${role} · ${organisation}`)).toEqual([
        'Дәулет К. · learner · Школа № 101',
        'Ерлан Болатұлы · mentor · Мастерская «Болат»',
        'Мадина Ерланқызы · teacher · Центр «Шебер»',
        'Марат Иванович · teacher · Школа № 101',
        'Тимур Ж. · learner · Центр «Шебер»',
      ])
    })
    expect(new Set(told.map(([name, body]) => `${name} ${String(body['personId'])}`))).toEqual(
      new Set((['madina', 'timur', 'daulet', 'yerlan', 'marat'] as const).map((name) => `team.joined ${id(name)}`)),
    )
    expect((await world.as('timur').ask(team.list)).map(({ name }) => name)).toContain('Ұшқыштар')
  })

  it('takes whoever forms it once, also when named', async () => {
    expect((await form('madina', 'centre', 'madina')).members.map(({ personId }) => personId)).toEqual([id('madina')])
  })

  it.each([
    ['a foreign child', 'marat', 'school', 'aigerim', 'forbidden'],
    ['in a foreign organisation', 'marat', 'centre', 'daulet', 'forbidden'],
    ['as a mentor', 'yerlan', 'company' as 'centre', 'aigerim', 'forbidden'],
    ['as a pupil', 'aigerim', 'centre', 'timur', 'forbidden'],
  ] as const)('refuses %s and writes nothing', async (_, by, place, member, code) => {
    const before = await countRows(world)
    await expect(form(by, place, member)).rejects.toMatchObject({ code })
    expect(await countRows(world)).toEqual(before)
  })

  it('refuses one whose access is closed, and one who is not there', async () => {
    await world.as('botagoz').ask(person.activate, { params: { personId: id('timur') }, body: { active: false } })
    const before = await countRows(world)
    await expect(form('madina', 'centre', 'timur')).rejects.toMatchObject({ code: 'not-found' })
    const params = { organisationId: world.organisation('centre') }
    await expect(
      world.as('madina').ask(team.form, { params, body: { name: 'Бос', members: ['00000000000000000000'] } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await countRows(world)).toEqual(before)
  })
})

describe('coming and going', () => {
  it('somebody joins once and is told to the team and to themselves', async () => {
    const told = await toldBy(world, async () => {
      expect((await join('madina', 'timur')).members.map(({ name }) => name)).toContain('Тимур Ж.')
      await expect(join('madina', 'timur')).rejects.toMatchObject({ status: 409, code: 'already-member' })
    })
    expect(told).toEqual([['team.joined', { teamId: world.team, team: 'Көпір', personId: id('timur'), name: 'Тимур Ж.' }, id('madina')]])
  })

  it('a mentor may step out alone, a child is taken out', async () => {
    await expect(leave('aigerim', 'aigerim')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(leave('yerlan', 'aigerim')).rejects.toMatchObject({ code: 'forbidden' })
    const told = await toldBy(world, async () => {
      await leave('yerlan', 'yerlan')
      await leave('madina', 'aigerim')
    })
    expect(told.map(([name, { name: who }]) => `${name} ${String(who)}`)).toEqual(['team.left Ерлан Болатұлы', 'team.left Айгерім С.'])
    expect((await world.as('aigerim').ask(team.list)).map(({ name }) => name)).toEqual([])
    await expect(leave('madina', 'aigerim')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('one adult stays, also when the last two step out at one moment', async () => {
    const tries = await Promise.allSettled([leave('madina', 'madina'), leave('yerlan', 'yerlan')])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(tries.find((one) => one.status === 'rejected')?.reason).toMatchObject({ status: 409, code: 'last-adult' })
  })

  it('a child can be taken out of a team that has no adult left', async () => {
    await world.database.pool.query('delete from team_member where team_id = $1 and person_id = any($2)', [
      world.team,
      [id('madina'), id('yerlan')],
    ])
    expect(await leave('botagoz', 'aigerim')).toEqual({})
  })
})

describe('the list', () => {
  const names = async (by: PersonName) => (await world.as(by).ask(team.list)).map(({ name }) => name)

  it('shows mine, and to staff those of their organisation', async () => {
    expect(await names('aigerim')).toEqual(['Көпір'])
    expect(await names('timur')).toEqual(['Планёр'])
    expect(await names('madina')).toEqual(['Көпір'])
    expect(await names('marat')).toEqual(['Планёр'])
    expect(await names('botagoz')).toEqual(['Көпір', 'Планёр'])
    expect(await names('gulnara')).toEqual([])
  })
})

it('is renamed by those who lead it, and told', async () => {
  const told = await toldBy(world, async () => {
    const renamed = await world.as('madina').ask(team.rename, { params: { teamId: world.team }, body: { name: 'Жаңа көпір' } })
    expect(renamed.name).toBe('Жаңа көпір')
  })
  expect(told).toEqual([['team.renamed', { teamId: world.team, name: 'Жаңа көпір' }, id('madina')]])
  await expect(world.as('aigerim').ask(team.rename, { params: { teamId: world.team }, body: { name: 'Біздікі' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
