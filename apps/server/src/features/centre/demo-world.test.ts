import { centre } from '@sheber/contract/centre'
import { comment } from '@sheber/contract/comment'
import { exhibition, Plan } from '@sheber/contract/exhibition'
import { group } from '@sheber/contract/group'
import { organisation, type Role } from '@sheber/contract/organisation'
import { person } from '@sheber/contract/person'
import { project, projectStates } from '@sheber/contract/project'
import { session } from '@sheber/contract/session'
import { Name, Words } from '@sheber/contract/words'
import { caller } from '@sheber/dev-env/caller'
import { told } from '@sheber/dev-env/seed/told'
import { createWorld } from '@sheber/dev-env/world'
import { readBoard } from '@sheber/document/board'
import { noteTextMax } from '@sheber/document/thing'
import { boardRoom } from '@sheber/document/room'
import { checkPlan, isReady } from '@sheber/domain/exhibition'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards, placeNotes, type Placed } from './demo-boards.ts'
import { comments as talk } from './demo-comments.ts'
import { drawings } from './demo-drawings.ts'
import { learnersOf } from './demo-fill-groups.ts'
import { groups } from './demo-groups.ts'
import { adults, organisations } from './demo-people.ts'
import { projects, type DemoProject } from './demo-projects.ts'
import { shown } from './demo-shown.ts'
import { drawDemoBoards } from './demo-world.ts'

const learners = groups.flatMap((one) => Object.values(one.learners).flat())
const everybody = [...adults.map(({ name }) => name), ...learners]
const made = shown.filter((one) => one.made !== null)

/** Poster and chart of what is shown, on its board. */
const pinned = (title: string) => {
  const one = shown.find((each) => each.title === title)
  if (!one) return []
  const [first = '', second = first] = Object.keys(one.stand.parts)
  return [
    { author: first, id: 'demo-poster', kind: 'image', text: one.stand.alt[0] },
    { author: second, id: 'demo-chart', kind: 'image', text: one.stand.alt[1] },
  ]
}

describe('what is invented', () => {
  it('are 118 children in 139 places of twelve groups', () => {
    expect(new Set(everybody).size).toBe(everybody.length)
    expect(learners).toHaveLength(118)
    expect(groups).toHaveLength(12)
    expect(groups.flatMap(learnersOf)).toHaveLength(139)
    for (const one of groups) expect(new Set(learnersOf(one)).size, one.name).toBe(learnersOf(one).length)
  })

  it('has names that a form would take', () => {
    const names = [...everybody, ...groups.map(({ name }) => name), ...Object.values(organisations).map(({ name }) => name)]
    for (const name of names) expect(Value.Check(Name, name), name).toBe(true)
    for (const { title, team, brief } of Object.values(projects))
      expect([Value.Check(Name, title), Value.Check(Name, team), Value.Check(Words, brief)], title).toEqual([true, true, true])
  })

  it('has codes that a card could carry', () => {
    for (const { code } of groups) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(new Set(groups.map(({ code }) => code)).size).toBe(groups.length)
  })

  it.each(Object.entries<DemoProject>(projects))('%s: only people of the team write on its board', (word, { members }) => {
    const key = word as keyof typeof boards
    for (const { author } of [...placeNotes(boards[key]), ...drawings[key]]) expect(members).toContain(author)
    for (const name of members) expect(everybody).toContain(name)
  })
})

describe.each(Object.entries(boards))('the board %s', (_, board) => {
  const notes = placeNotes(board)

  it('has twelve to twenty-five notes that can be read', () => {
    expect(notes.length).toBeGreaterThanOrEqual(12)
    expect(notes.length).toBeLessThanOrEqual(25)
    for (const { text } of notes) expect(text.length).toBeLessThanOrEqual(Math.min(noteTextMax, 115))
  })

  it('lays no note over another', () => {
    const over = (a: Placed, b: Placed) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
    for (const [i, a] of notes.entries()) for (const b of notes.slice(i + 1)) expect(over(a, b), `${a.text} × ${b.text}`).toBe(false)
  })
})

describe('the demo centre', () => {
  let world: Awaited<ReturnType<typeof createWorld>>
  let tookMs: number
  beforeAll(async () => {
    world = await createWorld({ empty: true })
    const began = performance.now()
    await world.as('guest').ask(centre.demo)
    tookMs = performance.now() - began
  })
  afterAll(() => world[Symbol.asyncDispose]())

  /** As a visitor does it: one click on a name. */
  const as = async (name: string) => {
    const people = await world.as('guest').ask(centre.people)
    const personId = people.find((one) => one.name === name)?.id ?? expect.unreachable(name)
    const entered = await world.as('guest').send({ method: 'POST', url: centre.enter.path, payload: { personId } })
    return caller(world.app, entered.cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '))
  }

  // Six seconds on a quiet machine, half of them drawing; the rest is for those who test beside it.
  it('is loaded in a moment', () => expect(tookMs).toBeLessThan(25_000))

  it('is loaded once', async () => {
    await expect(world.as('guest').ask(centre.demo)).rejects.toMatchObject({ code: 'centre-exists' })
  })

  it('has everybody of the story at their place', async () => {
    const list = await (await as('Ботагөз Е.')).ask(organisation.list)
    expect(list.map(({ kind, learners }) => `${kind} ${learners}`).sort()).toEqual([
      'centre 118',
      'company 0',
      'library 0',
      'school 22',
      'school 34',
      'school 44',
    ])
    const people = await world.as('guest').ask(centre.people)
    const count = (role: Role) => people.filter((one) => one.role === role).length
    expect(count('learner')).toBe(118)
    expect([count('teacher'), count('judge'), count('mentor'), count('partner'), count('administrator')]).toEqual([12, 6, 3, 1, 2])
    expect(people.find(({ name }) => name === 'Денис Р.')).toMatchObject({ organisation: 'Школа-демо № 101', teams: ['Дала желі'] })
  })

  it('shows to each their own: a child the own team, a school its pupils', async () => {
    expect((await (await as('Айгерім Н.')).ask(project.list)).map(({ title }) => title)).toEqual(['Метеостанция «Жазық»'])
    const marat = await as('Марат А.')
    const { rows } = await world.database.pool.query<{ id: string }>('select id from organisation where name = $1', [
      organisations.school101.name,
    ])
    expect(await marat.ask(person.list, { params: { organisationId: rows[0]?.id ?? '' } })).toHaveLength(47)
  })

  it('has five projects at work in five states, none of them from the future, and below them what was made to be shown', async () => {
    const list = await (await as('Ботагөз Е.')).ask(project.list)
    expect(list).toHaveLength(5 + made.length)
    expect(list.slice(0, 5).map(({ title, state }) => `${title} ${state}`)).toEqual([
      'Мектептің ақылды жылыжайы design',
      'Метеостанция «Жазық» test',
      'Катер-спасатель build',
      'Линейный робот ready',
      'Планёр 1 м exhibited',
    ])
    for (const { changedAt, state } of list) {
      expect(new Date(changedAt).getTime()).toBeLessThanOrEqual(world.clock.now().getTime())
      expect(projectStates).toContain(state)
    }
  })

  it('has an exhibition that is over, one that is on, one that takes entries and one that is planned, each fit to be called', async () => {
    const list = await (await as('Ботагөз Е.')).ask(exhibition.list)
    const of = (word: string) => list.find(({ state, plan }) => `${state} ${plan.kind}` === word)
    const [last, live, call, next] = ['archived exhibition', 'judging exhibition', 'call review', 'call competition'].map(of)
    expect(list).toHaveLength(4)
    expect([live?.stands.admitted, last?.stands.admitted, (live?.year ?? 0) - (last?.year ?? 0)]).toEqual([18, 14, 1])
    expect([last, live, call, next].map((one) => one?.takes)).toEqual([false, false, true, false])
    expect(Date.parse(next?.plan.windows.entriesFrom ?? '')).toBeGreaterThan(world.clock.now().getTime())
    for (const { plan } of list) {
      expect([Value.Check(Plan, plan), isReady(plan)]).toEqual([true, true])
      checkPlan(plan)
    }
  })

  it('has people who talk about a board: somebody is called, a teacher left a note, a thread is settled', async () => {
    const child = await as('Мария З.')
    const [station] = await child.ask(project.list)
    const { threads } = await child.ask(comment.list, { params: { boardId: station?.boardId ?? '' } })
    const things = placeNotes(boards.weather).map(({ id }) => id)
    for (const { thingId, comments } of threads) {
      expect(things).toContain(thingId)
      for (const { at, mentions, text } of comments) {
        expect(new Date(at).getTime()).toBeLessThanOrEqual(world.clock.now().getTime())
        for (const { name } of mentions) expect(text).toContain(`@${name}`)
      }
    }
    expect(threads.some(({ resolved }) => resolved)).toBe(true)
    const { told, unread } = await child.ask(comment.mine)
    expect(told.map(({ why }) => why).sort()).toEqual(['answer', 'mention'])
    expect(unread).toBe(2)
  })

  it('writes notes by adults alone', async () => {
    for (const { said } of Object.values(talk).flat())
      for (const { author, note } of said) if (note) expect(adults.map(({ name }) => name)).toContain(author)
  })

  it('has on each board what was drawn, by those who drew it', async () => {
    const list = await (await as('Ботагөз Е.')).ask(project.list)
    for (const [word, { title }] of Object.entries(projects)) {
      const { boardId, members } = list.find((one) => one.title === title) ?? expect.unreachable(title)
      const names = new Map(members.map(({ personId, name }) => [personId, name]))
      const { things } = await world.services.hub.read(boardRoom(boardId), readBoard)
      const drawn = drawings[word as keyof typeof boards]
      const expected = [
        ...placeNotes(boards[word as keyof typeof boards]).map((note) => ({ ...note, kind: 'note' })),
        ...drawn.map(({ author, thing: { id, kind, text = '' } }) => ({ author, id, kind, text })),
        ...pinned(title),
      ]
      expect(things).toHaveLength(expected.length)
      for (const thing of things) {
        const note = expected.find(({ id }) => id === thing.id)
        expect(thing).toMatchObject({ kind: note?.kind, text: note?.text })
        if (thing.kind === 'connector') for (const end of [thing.a, thing.b]) expect(expected.map(({ id }) => id)).toContain(end?.id)
        expect(names.get(thing.by)).toBe(note?.author)
        expect(thing.at).toBeLessThan(world.clock.now().getTime())
      }
      const { rows } = await world.database.pool.query<{ person_id: string; kind: string }>(
        'select person_id, kind from room_update where room = $1',
        [boardRoom(boardId)],
      )
      expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['template']))
      expect(new Set(rows.map(({ person_id }) => names.get(person_id)))).toEqual(new Set(expected.map(({ author }) => author)))
    }
  })

  it('is drawn again without drawing anything twice', async () => {
    const count = async () => (await world.database.pool.query<{ n: number }>('select count(*)::int as n from room_update')).rows[0]?.n
    const before = await count()
    await drawDemoBoards(world.services)
    expect(await count()).toBe(before)
  })

  it('opens to children with the card: digits for the big, pictures for the small', async () => {
    for (const { name, code, secret } of groups.filter((one) => one.secret !== undefined)) {
      const { people } = await world.as('guest').ask(session.names, { body: { code } })
      const [child] = people
      expect(people.length, name).toBeGreaterThan(10)
      const body = { code, personId: child?.id ?? '', secret: secret ?? '' }
      expect(await world.as('guest').ask(session.openByCode, { body })).toEqual({})
    }
  })

  it('has groups with cards for its teachers', async () => {
    const { rows } = await world.database.pool.query<{ id: string }>(`select id from organisation where kind = 'centre'`)
    const list = await (await as('Мадина О.')).ask(group.list, { params: { organisationId: rows[0]?.id ?? '' } })
    expect(list).toHaveLength(12)
    expect(list.find(({ name }) => name === 'Робототехника 1')).toMatchObject({ code: 'SHEB-2345' })
    expect(list.flatMap(({ learners: seats }) => seats)).toHaveLength(139)
  })

  it('is told in the log, so that figures can be computed from it', async () => {
    const names = (await told(world)).map(([name]) => name)
    const count = (name: string) => names.filter((one) => one === name).length
    expect([count('organisation.added'), count('group.changed'), count('project.opened'), count('team.joined')]).toEqual([
      6,
      12,
      5 + made.length,
      25 + made.flatMap(({ members }) => members).length,
    ])
  })
})
