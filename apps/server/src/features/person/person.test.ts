import { group } from '@sheber/contract/group'
import type { Office } from '@sheber/contract/organisation'
import { person } from '@sheber/contract/person'
import { session } from '@sheber/contract/session'
import { groupCode, password, pin } from '@sheber/dev-env/people'
import { countRows, toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const good = 'жасыл шай және нан'
const add = (world: World, by: 'botagoz' | 'madina' | 'saule' | 'marat', place: 'centre' | 'school', body: Parameters<typeof request>[0]) =>
  world.as(by).ask(person.add, { params: { organisationId: world.organisation(place) }, body: request(body) })
const request = (body: { name: string; role: Office; login?: string; password?: string; groupId?: string; secret?: string }) => body

describe('adding people', () => {
  let world: World
  beforeAll(async () => void (world = await createWorld()))
  afterAll(() => world[Symbol.asyncDispose]())

  it('gives a pupil a group and a PIN, and the door opens', async () => {
    const told = await toldBy(world, async () => {
      const added = await add(world, 'madina', 'centre', { name: 'Әлия Қ.', role: 'learner', groupId: world.group, secret: '2580' })
      expect(added).toMatchObject({
        name: 'Әлия Қ.',
        role: 'learner',
        login: null,
        signIn: 'pin',
        active: true,
        groups: [{ id: world.group }],
      })
      const asked = { code: groupCode, personId: added.id, secret: '2580' }
      expect(await world.as('guest').ask(session.openByCode, { body: asked })).toEqual({})
    })
    expect(told.map(([name]) => name)).toEqual(['person.added', 'group.changed'])
  })

  it('gives an adult a name and a password, and the door opens', async () => {
    const added = await add(world, 'botagoz', 'centre', { name: 'Асхат Ж.', role: 'teacher', login: 'Асхат', password: good })
    expect(added).toMatchObject({ login: 'Асхат', signIn: 'password', role: 'teacher' })
    expect(await world.as('guest').ask(session.open, { body: { login: 'асхат', password: good } })).toEqual({})
  })

  it('lets one of many have a login, however they are written', async () => {
    const logins = ['Жанар', 'жанар', 'ЖАНАР', 'жаНар', 'Жанар'.normalize('NFD')]
    const before = await countRows(world)
    const tries = await Promise.allSettled(
      logins.map((login) => add(world, 'botagoz', 'centre', { name: 'Жанар', role: 'mentor', login, password: good })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'login-taken' })
    const after = await countRows(world)
    expect([after['person'], after['membership']]).toEqual([(before['person'] ?? 0) + 1, (before['membership'] ?? 0) + 1])
  })

  it.each([
    ['a weak password', { role: 'teacher', login: 'zhanat', password: 'zhanat-zhanat' }, 'password-weak'],
    ['a weak PIN', { role: 'learner', secret: '1234' }, 'pin-weak'],
    ['half a sign-in', { role: 'teacher', login: 'zhanat' }, 'input'],
    ['a PIN for an adult', { role: 'teacher', secret: '2580' }, 'input'],
    ['a group for an adult', { role: 'teacher', groupId: '00000000000000000000' }, 'not-a-learner'],
    ['a group that is not there', { role: 'learner', groupId: '00000000000000000000' }, 'not-found'],
  ] as const)('refuses %s and writes nothing', async (_, body, code) => {
    const before = await countRows(world)
    await expect(add(world, 'botagoz', 'centre', { name: 'Жанат', ...body })).rejects.toMatchObject({ code })
    expect(await countRows(world)).toEqual(before)
  })

  it('refuses a group of another organisation and writes nothing', async () => {
    const before = await countRows(world)
    await expect(add(world, 'saule', 'school', { name: 'Нұр А.', role: 'learner', groupId: world.group })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await countRows(world)).toEqual(before)
  })

  it('lets a teacher take in pupils and nobody else', async () => {
    await expect(add(world, 'madina', 'centre', { name: 'Кто-то', role: 'administrator' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(add(world, 'madina', 'school', { name: 'Кто-то', role: 'learner' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the list', () => {
  it('is in the order of the alphabet, with groups, ways in and nobody of another organisation', async () => {
    await using world = await createWorld()
    const list = await world.as('madina').ask(person.list, { params: { organisationId: world.organisation('centre') } })
    expect(list.map(({ name }) => name)).toEqual([
      'Айгерім С.',
      'Ботагөз Сәбитқызы',
      'Жанна С.',
      'Мадина Ерланқызы',
      'Сергей Петрович',
      'Тимур Ж.',
    ])
    expect(list[0]).toMatchObject({ signIn: 'pin', login: null, groups: [{ id: world.group, name: 'Модельдеу' }] })
    expect(list[1]).toMatchObject({ signIn: 'password', login: 'botagoz', groups: [], role: 'administrator' })
  })
})

describe('finding people', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
    for (const name of ['Әсел Қ.', 'Анна-Мария Т.', 'Алёна П.']) await add(world, 'madina', 'centre', { name, role: 'learner' })
  })
  afterAll(() => world[Symbol.asyncDispose]())
  const find = async (by: 'madina' | 'marat', name: string) =>
    (await world.as(by).ask(person.find, { query: { name } })).map((one) => one.name)

  it.each([
    ['айг', ['Айгерім С.']],
    ['АЙГЕРІМ', ['Айгерім С.']],
    ['ӘСЕЛ', ['Әсел Қ.']],
    ['қ', ['Әсел Қ.']],
    ['мария', ['Анна-Мария Т.']],
    ['анна м', ['Анна-Мария Т.']],
    ['анна-м', ['Анна-Мария Т.']],
    ['алена', ['Алёна П.']],
    ['алё', ['Алёна П.']],
    ['герім', []],
    ['%', []],
    ['_', []],
    ['а_', []],
    ['\\', []],
    ["' or 1=1 --", []],
    ['   ', []],
  ])('by «%s»', async (typed, names) => expect(await find('madina', typed)).toEqual(names))

  it('shows a partner’s teacher their own pupils and the adults, but no foreign child', async () => {
    expect(await find('marat', 'дәулет')).toEqual(['Дәулет К.'])
    expect(await find('marat', 'ерлан б')).toEqual(['Ерлан Болатұлы'])
    expect(await find('marat', 'айгерім')).toEqual([])
  })

  it('shows nobody whose access is closed', async () => {
    await world.as('botagoz').ask(person.activate, { params: { personId: world.person('timur').id }, body: { active: false } })
    expect(await find('madina', 'тимур')).toEqual([])
  })

  it('shows twenty at most', async () => {
    for (let n = 0; n < 25; n++) await add(world, 'madina', 'centre', { name: `Көп ${n}`, role: 'learner' })
    const names = await find('madina', 'көп')
    expect(names).toHaveLength(20)
    expect(names.slice(0, 3)).toEqual(['Көп 0', 'Көп 1', 'Көп 2'])
  })
})

describe('roles', () => {
  it('the last administrator of the centre stays one', async () => {
    await using world = await createWorld()
    const params = { organisationId: world.organisation('centre'), personId: world.person('botagoz').id }
    await expect(world.as('botagoz').ask(person.role, { params, body: { role: 'teacher' } })).rejects.toMatchObject({
      code: 'last-administrator',
    })
  })

  it('of two administrators who demote each other at one moment one stays', async () => {
    await using world = await createWorld()
    const [botagoz, madina] = [world.person('botagoz').id, world.person('madina').id]
    const organisationId = world.organisation('centre')
    await world.as('botagoz').ask(person.role, { params: { organisationId, personId: madina }, body: { role: 'administrator' } })
    const tries = await Promise.allSettled([
      world.as('botagoz').ask(person.role, { params: { organisationId, personId: madina }, body: { role: 'teacher' } }),
      world.as('madina').ask(person.role, { params: { organisationId, personId: botagoz }, body: { role: 'teacher' } }),
      world.as('botagoz').ask(person.activate, { params: { personId: madina }, body: { active: false } }),
      world.as('madina').ask(person.activate, { params: { personId: botagoz }, body: { active: false } }),
    ])
    for (const one of tries) {
      if (one.status === 'rejected')
        expect(['last-administrator', 'forbidden', 'sign-in-needed']).toContain((one.reason as { code: string }).code)
    }
    const { rows } = await world.database.pool.query<{ left: number }>(
      `select count(*)::int as left from membership m join person p on p.id = m.person_id
       where m.organisation_id = $1 and m.role = 'administrator' and p.active`,
      [organisationId],
    )
    expect(rows[0]?.left).toBeGreaterThan(0)
  })

  it('tells the person, whose rights are others with the next question', async () => {
    await using world = await createWorld()
    const params = { organisationId: world.organisation('centre'), personId: world.person('madina').id }
    const told = await toldBy(world, () => world.as('botagoz').ask(person.role, { params, body: { role: 'judge' } }))
    expect(told).toEqual([['person.changed', { personId: params.personId }, world.person('botagoz').id]])
    await expect(world.as('madina').ask(person.list, { params: { organisationId: params.organisationId } })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('a pupil who becomes a mentor leaves the group, and the PIN opens nothing any more', async () => {
    await using world = await createWorld()
    const params = { organisationId: world.organisation('centre'), personId: world.person('aigerim').id }
    const told = await toldBy(world, () => world.as('botagoz').ask(person.role, { params, body: { role: 'mentor' } }))
    expect(told.map(([name]) => name)).toEqual(['group.changed', 'session.ended', 'person.changed'])
    const [one] = await world.as('botagoz').ask(person.list, { params: { organisationId: params.organisationId } })
    expect(one).toMatchObject({ name: 'Айгерім С.', role: 'mentor', signIn: 'none', groups: [] })
    const body = { code: groupCode, personId: params.personId, secret: pin }
    await expect(world.as('guest').ask(session.openByCode, { body })).rejects.toMatchObject({ code: 'wrong-secret' })
    expect((await world.as('aigerim').ask(session.me)).person).toBeNull()
  })

  it('is nobody’s in an organisation they are not in', async () => {
    await using world = await createWorld()
    const params = { organisationId: world.organisation('school'), personId: world.person('yerlan').id }
    await expect(world.as('saule').ask(person.role, { params, body: { role: 'administrator' } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('secrets', () => {
  it('a new one ends every sign-in, forgets wrong tries and opens the door', async () => {
    await using world = await createWorld()
    const personId = world.person('aigerim').id
    const open = (secret: string) => world.as('guest').ask(session.openByCode, { body: { code: groupCode, personId, secret } })
    for (let n = 0; n < 5; n++) await expect(open('9182')).rejects.toMatchObject({ code: 'wrong-secret' })
    await expect(open('9182')).rejects.toMatchObject({ code: 'locked-out' })

    const told = await toldBy(world, () =>
      world.as('madina').ask(person.secret, { params: { personId }, body: { secret: 'sun-fish-key' } }),
    )
    expect(told).toEqual([['session.ended', { personId, sessionId: null }, world.person('madina').id]])
    expect((await world.as('aigerim').ask(session.me)).person).toBeNull()
    expect(await open('sun-fish-key')).toEqual({})
    await expect(open(pin)).rejects.toMatchObject({ code: 'wrong-secret' })
  })

  it('an adult without a login gets one with the password', async () => {
    await using world = await createWorld()
    const { id: personId } = await add(world, 'botagoz', 'centre', { name: 'Нұрлан Т.', role: 'teacher' })
    const ask = (body: { login?: string; password?: string; secret?: string }) =>
      world.as('botagoz').ask(person.secret, { params: { personId }, body })
    await expect(ask({ password: good })).rejects.toMatchObject({ code: 'input' })
    await expect(ask({ login: 'MADINA', password: good })).rejects.toMatchObject({ code: 'login-taken' })
    await expect(ask({ secret: '2580' })).rejects.toMatchObject({ code: 'input' })
    expect(await ask({ login: 'nurlan', password: good })).toEqual({})
    expect(await world.as('guest').ask(session.open, { body: { login: 'nurlan', password: good } })).toEqual({})
  })
})

describe('access', () => {
  it('closed, it ends sign-ins and shuts the door; reopened, it opens as before', async () => {
    await using world = await createWorld()
    const params = { personId: world.person('madina').id }
    const open = () => world.as('guest').ask(session.open, { body: { login: 'madina', password } })
    const told = await toldBy(world, () => world.as('botagoz').ask(person.activate, { params, body: { active: false } }))
    expect(told.map(([name]) => name)).toEqual(['session.ended', 'person.changed'])
    await expect(world.as('madina').ask(person.find, { query: { name: 'а' } })).rejects.toMatchObject({ status: 401 })
    await expect(open()).rejects.toMatchObject({ code: 'wrong-password' })
    await world.as('botagoz').ask(person.activate, { params, body: { active: true } })
    expect(await open()).toEqual({})
  })

  it('leaves the name in its group’s list only while it is open', async () => {
    await using world = await createWorld()
    const names = async () =>
      (await world.as('madina').ask(group.list, { params: { organisationId: world.organisation('centre') } }))[0]?.learners.map(
        ({ name }) => name,
      )
    expect(await names()).toEqual(['Айгерім С.', 'Тимур Ж.'])
    await world.as('madina').ask(person.activate, { params: { personId: world.person('timur').id }, body: { active: false } })
    expect(await names()).toEqual(['Айгерім С.'])
  })
})

it('is renamed by those who answer for it, under one spelling', async () => {
  await using world = await createWorld()
  const params = { personId: world.person('aigerim').id }
  await world.as('madina').ask(person.rename, { params, body: { name: 'Әйгерім Й.'.normalize('NFD') } })
  const [one] = await world.as('madina').ask(person.list, { params: { organisationId: world.organisation('centre') } })
  expect(one?.name).toBe('Әйгерім Й.')
  await expect(world.as('aigerim').ask(person.rename, { params, body: { name: 'Я сама' } })).rejects.toMatchObject({ code: 'forbidden' })
})

it('knows a learner’s year of birth, tells it those who answer for them and nobody else, and forgets it', async () => {
  await using world = await createWorld()
  const params = { personId: world.person('aigerim').id }
  const madina = world.as('madina')
  await madina.ask(person.born, { params, body: { birthYear: 2012 } })
  expect(await madina.ask(person.birth, { params })).toEqual({ birthYear: 2012 })
  await expect(world.as('aigerim').ask(person.birth, { params })).rejects.toMatchObject({ code: 'forbidden' })
  expect(JSON.stringify(await madina.ask(person.list, { params: { organisationId: world.organisation('centre') } }))).not.toContain('2012')
  for (const birthYear of [1929, 2999, 0])
    await expect(madina.ask(person.born, { params, body: { birthYear } })).rejects.toMatchObject({ code: 'birth-year' })
  await madina.ask(person.born, { params, body: { birthYear: null } })
  expect(await madina.ask(person.birth, { params })).toEqual({ birthYear: null })

  const place = { organisationId: world.organisation('centre') }
  const made = await madina.ask(person.add, { params: place, body: { name: 'Әлия', role: 'learner', birthYear: 2014 } })
  expect(await madina.ask(person.birth, { params: { personId: made.id } })).toEqual({ birthYear: 2014 })
  const adult = { name: 'Ерлан', role: 'teacher', birthYear: 1980 } as const
  await expect(world.as('botagoz').ask(person.add, { params: place, body: adult })).rejects.toMatchObject({ code: 'not-a-learner' })
  await expect(
    world.as('botagoz').ask(person.born, { params: { personId: world.person('madina').id }, body: { birthYear: 1980 } }),
  ).rejects.toMatchObject({ code: 'not-a-learner' })
})
