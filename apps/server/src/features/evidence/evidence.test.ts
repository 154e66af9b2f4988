import { evidence, type Claim } from '@sheber/contract/evidence'
import { framework } from '@sheber/contract/framework'
import { portfolio } from '@sheber/contract/portfolio'
import { file, review as reviewTable, roomVersion, submission, verdict as verdictTable, evidence as evidenceTable } from '@sheber/db/schema'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard, typeText } from '@sheber/document/board'
import {
  addPiece,
  addRecord,
  bringBackRecord,
  openPortfolio,
  readOneRecord,
  removeRecord,
  sayInRecord,
  type Portfolio,
} from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { competency, draft, level, uuid } from '@sheber/domain/framework.fixture'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const code = async (asked: Promise<unknown>) => {
  try {
    await asked
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}
let made = 0
const minutes = (n: number) => world.clock.advance(n * 60_000)
const id = (name: PersonName) => world.person(name).id

/** A framework of two levels, an area and two competencies, with names of its own. */
const freshFramework = async (publish = true) => {
  const n = (made += 100)
  const levels = [n + 1, n + 2].map((at) => ({ ...level(1), id: uuid(at) }))
  const competencies = [competency(n + 3), competency(n + 4, n + 3), competency(n + 5, n + 3)]
  const params = { frameworkId: uuid(n) }
  await world.as('madina').ask(framework.make, {
    params: { organisationId: world.organisation('centre') },
    body: { id: uuid(n), draft: draft({ levels, competencies }) },
  })
  if (publish) await world.as('madina').ask(framework.publish, { params })
  const claim = (at: 0 | 1 | 2 = 1, height: 0 | 1 = 0): Claim => ({ competencyId: uuid(n + 3 + at), levelId: uuid(n + 1 + height) })
  return { params, claim, levels, competencies }
}
const portfolioOf = async (of: 'person' | 'team', name: PersonName = 'aigerim') => {
  const asked = { body: { of, id: of === 'person' ? id(name) : world.team } }
  return { portfolioId: (await world.as(name).ask(portfolio.open, asked)).id }
}
const write = (portfolioId: string, deed: (of: Portfolio) => void, by: PersonName = 'aigerim') =>
  world.services.hub.write(portfolioRoom(portfolioId), { person: id(by), session: null }, 'edit', (doc) => deed(openPortfolio(doc)))
const trace = { by: '', at: 1 }
const freshRecord = async (portfolioId: string, audience: ('group' | 'team')[] = []) => {
  const recordId = `r${(made += 1)}`
  await write(portfolioId, (of) => addRecord(of, { id: recordId, kind: 'made', title: 'Барометр', audience }, trace))
  return recordId
}
/** Aigerim's portfolio, a record in it, and something to link it to. */
const stage = async () => {
  const params = await portfolioOf('person')
  const recordId = await freshRecord(params.portfolioId)
  const { params: ofFramework, claim, levels } = await freshFramework()
  const body = { recordId, people: [] as string[], claims: [claim()], why: 'Спаяла сама' }
  const link = (more: Partial<typeof body> = {}, as: PersonName = 'aigerim') =>
    world.as(as).ask(evidence.link, { params, body: { ...body, ...more } })
  const list = (as: PersonName = 'aigerim') => world.as(as).ask(evidence.list, { params })
  const one = (evidenceId: string) => ({ ...params, evidenceId })
  return { params, recordId, claim, levels, body, link, list, one, ofFramework }
}
/** As a reviewer's hand would leave it. */
const judge = async (evidenceId: string, portfolioId: string, said: 'confirmed' | 'partly' | 'not_yet', levelId: string | null) => {
  const { db } = world.services
  minutes(1)
  const [versionId, submissionId, reviewId] = ['version', 'submission', 'review'].map((word) => idOf(`${word} ${++made}`)) as [
    string,
    string,
    string,
  ]
  const createdAt = world.clock.now()
  await db.insert(roomVersion).values({
    ...{
      id: versionId,
      room: portfolioRoom(portfolioId),
      position: 0,
      bytes: new Uint8Array(),
      sha256: '',
      personId: id('aigerim'),
      createdAt,
    },
  })
  await db.insert(submission).values({
    ...{ id: submissionId, portfolioId, records: [], versionId, organisationId: world.organisation('centre'), words: '' },
    createdBy: id('aigerim'),
  })
  await db.insert(reviewTable).values({ id: reviewId, submissionId, versionId, reviewerId: id('madina'), outcome: 'opinion', text: '' })
  await db.insert(verdictTable).values({
    ...{ id: idOf(`verdict ${made}`), evidenceId, reviewId, reviewerId: id('madina'), verdict: said, levelId, text: 'Вижу', createdAt },
  })
  await db.update(evidenceTable).set({ state: said }).where(eq(evidenceTable.id, evidenceId))
}

describe('linking', () => {
  it('shows what is claimed, by whom and why, and tells those concerned', async () => {
    const { params, recordId, claim, link, list, ofFramework } = await stage()
    const told = await toldBy(world, () => link({ claims: [claim(1), claim(2, 1)] }))
    expect(told).toEqual([['evidence.linked', { ...params, personId: id('aigerim') }, id('aigerim')]])
    const { evidence: all, records, may } = await list()
    expect(all.filter((one) => one.recordId === recordId)).toMatchObject([
      {
        ...{ ...claim(1), frameworkId: ofFramework.frameworkId, why: 'Спаяла сама', state: 'claimed', supersededAt: null, verdicts: [] },
        by: { personId: id('aigerim') },
        person: { personId: id('aigerim') },
      },
      claim(2, 1),
    ])
    expect(records.find((one) => one.id === recordId)).toEqual({ id: recordId, title: 'Барометр', kind: 'made', from: '', deleted: false })
    expect(may).toEqual({ link: true })
  })

  it('twice, from two devices, at one moment links once', async () => {
    const { link, claim } = await stage()
    const told = await toldBy(world, async () => {
      const answers = await Promise.all([link(), link(), link({ claims: [claim(1, 1)] }), link()])
      expect(new Set(answers.flat().map((one) => one.id)).size).toBe(1)
    })
    expect(told).toHaveLength(1)
    expect(await link()).toHaveLength(1)
  })

  it.each([
    ['a record that is not there', 'record-unknown', () => ({ recordId: 'nothing' })],
    ['somebody else', 'person-outside', () => ({ people: [id('timur')] })],
    ['a competency that is not there', 'competency-unknown', () => ({ claims: [{ competencyId: uuid(9_999_999), levelId: uuid(1) }] })],
    [
      'a level of another framework',
      'level-unknown',
      async (claim: Claim) => ({ claims: [{ ...claim, levelId: (await freshFramework()).claim().levelId }] }),
    ],
    ['an area', 'competency-unknown', async () => ({ claims: [(await freshFramework()).claim(0)] })],
    ['a draft', 'competency-unknown', async () => ({ claims: [(await freshFramework(false)).claim()] })],
    [
      'a retired competency',
      'competency-unknown',
      async () => {
        const { params, claim, levels, competencies } = await freshFramework()
        await world.as('madina').ask(framework.save, {
          params,
          body: { edition: 1, draft: draft({ levels, competencies: competencies.filter((one) => one.id !== claim().competencyId) }) },
        })
        return { claims: [claim()] }
      },
    ],
    ['no sentence', 'input', () => ({ why: ' \n ' })],
    ['nothing at all', 'input', () => ({ claims: [] })],
  ])('refuses %s, and writes nothing', async (_, says, more) => {
    const { link, claim, list } = await stage()
    const before = await list()
    expect(await code(link((await more(claim())) as object))).toBe(says)
    expect((await list()).evidence).toEqual(before.evidence)
  })

  it('refuses a deleted record; what was linked to it stays, and the record says that it is gone', async () => {
    const { params, recordId, link, list } = await stage()
    const [linked] = await link()
    await write(params.portfolioId, (of) => removeRecord(of, recordId, trace))
    expect(await code(link())).toBe('record-unknown')
    const { evidence: all, records } = await list()
    expect(all.map((one) => one.id)).toContain(linked?.id)
    expect(records.find((one) => one.id === recordId)?.deleted).toBe(true)
    await write(params.portfolioId, (of) => bringBackRecord(of, recordId))
    expect(await link()).toEqual([linked])
  })

  it("shows a teacher the claim, and the record's title only where it is meant for them", async () => {
    const { params, recordId, body, list } = await stage()
    const hidden = await list('madina')
    expect(hidden.records.map((one) => one.id)).not.toContain(recordId)
    expect(await code(world.as('madina').ask(evidence.link, { params, body }))).toBe('record-unknown')
    const open = await freshRecord(params.portfolioId, ['group'])
    expect((await list('madina')).records.map((one) => one.id)).toContain(open)
    const [linked] = await world.as('madina').ask(evidence.link, { params, body: { ...body, recordId: open } })
    expect(linked).toMatchObject({ by: { personId: id('madina') }, person: { personId: id('aigerim') } })
    expect((await list('madina')).evidence.map((one) => one.id)).toContain(linked?.id)
  })

  it('in a portfolio of a team is for several at once, or for oneself', async () => {
    const params = await portfolioOf('team')
    const recordId = await freshRecord(params.portfolioId)
    const { claim } = await freshFramework()
    const body = { recordId, claims: [claim()], why: 'Собрали вместе' }
    const both = await world.as('madina').ask(evidence.link, { params, body: { ...body, people: [id('aigerim'), id('daulet')] } })
    expect(both.map(({ person }) => person.personId).toSorted()).toEqual([id('aigerim'), id('daulet')].toSorted())
    const own = await world.as('yerlan').ask(evidence.link, { params, body: { ...body, people: [] } })
    expect(own.map(({ person }) => person.personId)).toEqual([id('yerlan')])
    expect(await code(world.as('madina').ask(evidence.link, { params, body: { ...body, people: [id('timur')] } }))).toBe('person-outside')
    // It stands on her own map too.
    const mine = await world.as('aigerim').ask(evidence.map, { params: await portfolioOf('person') })
    expect(mine.evidence.map((one) => one.id)).toContain(both.find(({ person }) => person.personId === id('aigerim'))?.id)
  })

  it('names a claim only where it stands', async () => {
    const { link, one } = await stage()
    const [linked] = await link()
    const team = await portfolioOf('team')
    const elsewhere = { ...team, evidenceId: linked?.id ?? '' }
    expect(await code(world.as('aigerim').ask(evidence.drop, { params: elsewhere }))).toBe('not-found')
    expect(await code(world.as('timur').ask(evidence.drop, { params: one(linked?.id ?? '') }))).toBe('forbidden')
  })
})

describe('a claim', () => {
  it('is made anew in its own place, once, and the former one stays with its verdicts', async () => {
    const { params, link, one, claim } = await stage()
    const [linked] = await link()
    const former = linked?.id ?? ''
    await judge(former, params.portfolioId, 'confirmed', claim().levelId)
    minutes(1)
    const body = { levelId: claim(1, 1).levelId, why: 'И научила Дәулета' }
    const change = () => world.as('aigerim').ask(evidence.change, { params: one(former), body })
    const told = await toldBy(world, async () => {
      const [first, second] = await Promise.all([change(), change()])
      expect(first).toEqual(second)
      expect(first).toMatchObject({ ...body, state: 'claimed', verdicts: [] })
    })
    expect(told.map(([name]) => name)).toEqual(['evidence.changed'])
    const history = await world.as('madina').ask(evidence.history, { params: one(former) })
    expect(history.map(({ state, verdicts }) => [state, verdicts.map(({ verdict }) => verdict)])).toEqual([
      ['superseded', ['confirmed']],
      ['claimed', []],
    ])
    const late = world.as('aigerim').ask(evidence.change, { params: one(former), body: { ...body, why: 'Иначе' } })
    expect(await code(late)).toBe('evidence-superseded')
    const strange = { ...body, levelId: (await freshFramework()).claim().levelId }
    expect(await code(world.as('aigerim').ask(evidence.change, { params: one(history[1]?.id ?? ''), body: strange }))).toBe('level-unknown')
  })

  it('is taken back, twice if need be, and comes back with what was said of it', async () => {
    const { params, link, list, one, claim } = await stage()
    const [linked] = await link()
    await judge(linked?.id ?? '', params.portfolioId, 'partly', claim().levelId)
    const drop = () => world.as('aigerim').ask(evidence.drop, { params: one(linked?.id ?? '') })
    expect((await toldBy(world, () => Promise.all([drop(), drop()]))).map(([name]) => name)).toEqual(['evidence.changed'])
    expect((await list()).evidence.map((found) => found.id)).not.toContain(linked?.id)
    expect(await link()).toMatchObject([{ id: linked?.id, state: 'partly', verdicts: [{ verdict: 'partly', text: 'Вижу' }] }])
  })

  it('that was taken back and brought back is missing on the days between', async () => {
    const { params, link, one, ofFramework } = await stage()
    const [linked] = await link()
    const days: string[] = []
    const pass = () => {
      days.push(world.clock.now().toISOString())
      minutes(1)
    }
    pass()
    await world.as('aigerim').ask(evidence.drop, { params: one(linked?.id ?? '') })
    pass()
    await link()
    pass()
    const query = { frameworkId: ofFramework.frameworkId }
    const standing = async (day?: string) => {
      const map = await world
        .as('madina')
        .ask(evidence.groupMap, { params: { groupId: world.group }, query: { ...query, ...(day && { day }) } })
      return map.cells.filter(({ personId }) => personId === id('aigerim')).length
    }
    expect(await Promise.all([...days, undefined].map((day) => standing(day)))).toEqual([1, 0, 1, 1])
    const { evidence: all } = await world.as('aigerim').ask(evidence.map, { params })
    expect(all.find((found) => found.id === linked?.id)).toMatchObject({ supersededAt: null, away: [{ from: days[1], to: days[2] }] })
  })

  it('of a former version is shown beside its successor in the table of a group, and not counted there', async () => {
    const { params, link, claim, ofFramework } = await stage()
    const [linked] = await link()
    await judge(linked?.id ?? '', params.portfolioId, 'confirmed', claim().levelId)
    const next = await world.as('madina').ask(framework.renew, { params: ofFramework, body: { version: '2.0' } })
    await world.as('madina').ask(framework.publish, { params: { frameworkId: next.id } })
    const heir = (await world.as('madina').ask(framework.look, { params: ofFramework })).draft.competencies.find(
      (found) => found.id === claim().competencyId,
    )?.replacedBy
    const map = await world.as('madina').ask(evidence.groupMap, { params: { groupId: world.group }, query: { frameworkId: next.id } })
    expect(map.cells).toMatchObject([
      { personId: id('aigerim'), competencyId: heir, levelId: null, claimedId: null, earlier: { version: '1.0', level: 1 } },
    ])
  })

  it('is spoken for by whose it is, after a verdict, and the words stay', async () => {
    const { params, link, one, claim } = await stage()
    const [linked] = await link()
    const dispute = (why: string, as: PersonName = 'aigerim') =>
      world.as(as).ask(evidence.dispute, { params: one(linked?.id ?? ''), body: { why } })
    expect(await code(dispute('Рано'))).toBe('nothing-to-dispute')
    await judge(linked?.id ?? '', params.portfolioId, 'not_yet', null)
    minutes(1)
    expect(await code(dispute('За неё', 'madina'))).toBe('forbidden')
    await Promise.all([dispute('На фото видно'), dispute('На фото видно')])
    minutes(1)
    expect(await dispute('И на видео')).toMatchObject({
      state: 'disputed',
      disputes: [{ text: 'На фото видно', by: { personId: id('aigerim') } }, { text: 'И на видео' }],
      verdicts: [{ verdict: 'not_yet', levelId: null }],
      ...claim(),
    })
  })
})

describe('maps of many', () => {
  it('tell of a team what its own portfolio shows, and of a group what all show', async () => {
    const team = await portfolioOf('team')
    const inTeam = await freshRecord(team.portfolioId)
    const { params, recordId, claim, ofFramework, levels } = await stage()
    const why = 'Видно'
    await world.as('aigerim').ask(evidence.link, { params: team, body: { recordId: inTeam, people: [], claims: [claim(2)], why } })
    const [own] = await world.as('aigerim').ask(evidence.link, { params, body: { recordId, people: [], claims: [claim(1, 1)], why } })
    await judge(own?.id ?? '', params.portfolioId, 'confirmed', levels[0]?.id ?? '')
    const query = ofFramework
    const ofTeam = await world.as('daulet').ask(evidence.teamMap, { params: { teamId: world.team }, query })
    expect(ofTeam.people.map(({ portfolioId }) => portfolioId)).toEqual(Array(4).fill(team.portfolioId))
    expect(ofTeam.cells).toMatchObject([
      { personId: id('aigerim'), competencyId: claim(2).competencyId, levelId: null, claimedId: levels[0]?.id },
    ])
    const ofGroup = await world.as('madina').ask(evidence.groupMap, { params: { groupId: world.group }, query })
    expect(ofGroup.people.find(({ personId }) => personId === id('aigerim'))).toMatchObject(params)
    expect(ofGroup.cells.find(({ competencyId }) => competencyId === claim(1).competencyId)).toMatchObject({
      ...{ levelId: levels[0]?.id, claimedId: levels[1]?.id },
      counts: { confirmed: 1, claimed: 0 },
    })
    expect(ofGroup.cells).toHaveLength(2)
  })

  it.each(['draft', 'nothing'])('know no framework that is %s', async (what) => {
    const query = what === 'draft' ? (await freshFramework(false)).params : { frameworkId: uuid(9_999_998) }
    expect(await code(world.as('madina').ask(evidence.groupMap, { params: { groupId: world.group }, query }))).toBe('not-found')
  })
})

describe('for a group', () => {
  let higher = ''
  const lesson = async () => {
    const { claim, levels } = await freshFramework()
    const people = [id('aigerim'), id('timur')]
    const recordId = `lesson${(made += 1)}`
    higher = levels[1]?.id ?? ''
    return {
      recordId,
      title: 'Пайка: занятие 3',
      kind: 'learned' as const,
      from: '2026-11-20',
      people,
      claims: [claim(1), claim(2)],
      why: 'На занятии',
    }
  }
  const params = () => ({ groupId: world.group })

  it('a teacher puts the record into the portfolio of each and links it; asked twice it is there once', async () => {
    const body = await lesson()
    const ask = () => world.as('madina').ask(evidence.linkGroup, { params: params(), body })
    expect(await ask()).toEqual({ people: 2, evidence: 4 })
    expect(await ask()).toEqual({ people: 2, evidence: 0 })
    const { evidence: all, records } = await world.as('timur').ask(evidence.list, { params: await portfolioOf('person', 'timur') })
    expect(all.filter((one) => one.recordId === body.recordId)).toHaveLength(2)
    expect(records.filter((one) => one.id === body.recordId)).toMatchObject([{ title: body.title, from: body.from }])
  })

  it('on a level of their own where somebody stands on another one', async () => {
    const body = await lesson()
    const [first, second] = body.claims
    const own = [{ personId: id('timur'), competencyId: first?.competencyId ?? '', levelId: higher }]
    await world.as('madina').ask(evidence.linkGroup, { params: params(), body: { ...body, own } })
    const levelsOf = async (who: 'aigerim' | 'timur') => {
      const { evidence: all } = await world.as(who).ask(evidence.list, { params: await portfolioOf('person', who) })
      const levels = new Map(all.filter((one) => one.recordId === body.recordId).map((one) => [one.competencyId, one.levelId]))
      return body.claims.map(({ competencyId }) => levels.get(competencyId))
    }
    expect(await levelsOf('timur')).toEqual([higher, second?.levelId])
    expect(await levelsOf('aigerim')).toEqual([first?.levelId, second?.levelId])
    const outside = [{ ...own[0], personId: id('daulet') }] as typeof own
    expect(await code(world.as('madina').ask(evidence.linkGroup, { params: params(), body: { ...body, own: outside } }))).toBe(
      'person-outside',
    )
  })

  it('with one file for all, which lies on the shelf of each, and once', async () => {
    const body = await lesson()
    const mine = await portfolioOf('person', 'madina')
    const fileId = newId()
    const at = world.clock.now()
    const row = { name: 'plata.webp', type: 'image/webp', bytes: 10, width: 4, height: 3, sha256: 'a'.repeat(64), at } as const
    await world.services.db.insert(file).values({ id: fileId, portfolioId: mine.portfolioId, personId: id('madina'), ...row })
    const ask = (who: 'madina' | 'botagoz') => world.as(who).ask(evidence.linkGroup, { params: params(), body: { ...body, fileId } })
    await ask('madina')
    await ask('madina')
    const ids = new Set<string>()
    for (const who of ['aigerim', 'timur'] as const) {
      const { portfolioId } = await portfolioOf('person', who)
      const record = await world.services.hub.read(portfolioRoom(portfolioId), (doc) => readOneRecord(openPortfolio(doc), body.recordId))
      expect(record?.pieces).toMatchObject([{ kind: 'file', caption: 'plata.webp' }])
      const [piece] = record?.pieces ?? []
      ids.add(piece?.fileId ?? '')
      const shelf = await world.services.db
        .select()
        .from(file)
        .where(eq(file.id, piece?.fileId ?? ''))
      expect(shelf).toMatchObject([{ portfolioId, sha256: row.sha256, personId: id('madina') }])
    }
    expect(ids.size).toBe(2)
    // Nobody gives what lies on another's shelf.
    expect(await code(ask('botagoz'))).toBe('not-found')
  })

  it('is taken back by whoever did it, but for what has gone on living', async () => {
    const body = await lesson()
    await world.as('madina').ask(evidence.linkGroup, { params: params(), body })
    const undo = (who: 'madina' | 'botagoz') =>
      world.as(who).ask(evidence.unlinkGroup, { params: params(), body: { recordId: body.recordId, people: body.people } })
    expect(await undo('botagoz')).toEqual({ people: 0 })
    const timurs = await portfolioOf('person', 'timur')
    await world.services.hub.write(portfolioRoom(timurs.portfolioId), { person: id('timur'), session: null }, 'edit', (doc) =>
      sayInRecord(openPortfolio(doc), body.recordId, 'reflection', 'Қызық болды'),
    )
    expect(await undo('madina')).toEqual({ people: 1 })
    expect(await undo('madina')).toEqual({ people: 0 })
    const of = async (who: 'aigerim' | 'timur') => {
      const { evidence: all, records } = await world.as(who).ask(evidence.list, { params: await portfolioOf('person', who) })
      return {
        claims: all.filter((one) => one.recordId === body.recordId && one.supersededAt === null).length,
        deleted: records.find((one) => one.id === body.recordId)?.deleted,
      }
    }
    expect(await of('aigerim')).toEqual({ claims: 0, deleted: true })
    // Timur has written in it: the record is his, and no claim of the mistake is left.
    expect(await of('timur')).toEqual({ claims: 0, deleted: false })
  })

  it('refuses who is not in it before anything is written', async () => {
    const body = await lesson()
    const others = { ...body, people: [...body.people, id('daulet')] }
    expect(await code(world.as('madina').ask(evidence.linkGroup, { params: params(), body: others }))).toBe('person-outside')
    const strange = { ...body, claims: [{ ...body.claims[0], levelId: uuid(9_999_997) }] as Claim[] }
    expect(await code(world.as('madina').ask(evidence.linkGroup, { params: params(), body: strange }))).toBe('level-unknown')
    const { records } = await world.as('timur').ask(evidence.list, { params: await portfolioOf('person', 'timur') })
    expect(records.filter((one) => one.id === body.recordId)).toEqual([])
  })
})

describe('whose hands', () => {
  const note = (noteId: string) => ({ id: noteId, x: 0, y: 0, colour: 'yellow', text: 'жел', by: '', at: 1 }) as const
  const onBoard = (boardId: string, by: PersonName, deed: (board: ReturnType<typeof openBoard>) => void) =>
    world.services.hub.write(boardRoom(boardId), { person: id(by), session: null }, 'edit', (doc) => deed(openBoard(doc)))

  it('were in the things of a record is told by the log, of the people of the portfolio alone', async () => {
    const params = await portfolioOf('team')
    const recordId = await freshRecord(params.portfolioId)
    const suggest = (as: PersonName = 'aigerim') => world.as(as).ask(evidence.suggest, { params: { ...params, recordId } })
    expect(await suggest()).toEqual({ things: 0, people: [] })
    await onBoard(world.board, 'aigerim', (board) => ['a1', 'a2', 'a3'].forEach((one) => addNote(board, note(one))))
    await onBoard(world.board, 'daulet', (board) => typeText(board, 'a1', 'жел күшті'))
    await onBoard(world.board, 'botagoz', (board) => typeText(board, 'a2', 'басқа'))
    await write(params.portfolioId, (of) =>
      addPiece(of, recordId, { id: 'piece', kind: 'things', boardId: world.board, things: ['a1', 'a2', 'none'] }),
    )
    const { things, people } = await suggest()
    expect([things, people.map(({ personId, things: own }) => [personId, own])]).toEqual([
      2,
      [
        [id('aigerim'), 2],
        [id('daulet'), 1],
      ],
    ])
  })

  it('are not told of a board that the asker may not see', async () => {
    const params = await portfolioOf('person')
    const recordId = await freshRecord(params.portfolioId)
    const { board } = world.of('glider')
    await onBoard(board, 'timur', (of) => addNote(of, note('t1')))
    await write(params.portfolioId, (of) => addPiece(of, recordId, { id: 'piece', kind: 'board', boardId: board }))
    expect(await world.as('aigerim').ask(evidence.suggest, { params: { ...params, recordId } })).toEqual({ things: 0, people: [] })
  })
})

describe('whoever stands for a child', () => {
  it('sees its map: every claim, and the words of those whose record is shown to them; of a team nothing, of other children nothing', async () => {
    const { params, recordId, claim, body, link } = await stage()
    const open = `r${(made += 1)}`
    await write(params.portfolioId, (of) => addRecord(of, { id: open, kind: 'made', title: 'Для мамы', audience: ['guardian'] }, trace))
    const [closed] = await link()
    const [shown] = await link({ recordId: open, claims: [claim(2)], why: 'Для мамы' })
    await judge(closed?.id ?? '', params.portfolioId, 'confirmed', body.claims[0]?.levelId ?? null)
    // What the team's portfolio tells of her, linked there by a friend.
    const team = await portfolioOf('team')
    const shared = await freshRecord(team.portfolioId, ['team'])
    const asked = { recordId: shared, people: [id('aigerim'), id('daulet')], claims: [claim(1)], why: 'Вместе' }
    await world.as('daulet').ask(evidence.link, { params: team, body: asked })

    const { evidence: seen, may } = await world.as('zhanna').ask(evidence.map, { params })
    const own = seen.filter(({ frameworkId }) => frameworkId === closed?.frameworkId)
    expect(may).toEqual({ link: false })
    expect(new Set(seen.map(({ person }) => person.personId))).toEqual(new Set([id('aigerim')]))
    expect(own.map(({ recordId: of, why, state, by }) => [of, why, state, by.name])).toEqual([
      [recordId, '', 'confirmed', world.person('aigerim').name],
      [open, 'Для мамы', 'claimed', world.person('aigerim').name],
      [shared, '', 'claimed', ''],
    ])
    expect(own[0]?.verdicts.map(({ verdict, text }) => [verdict, text])).toEqual([['confirmed', '']])
    const { records, evidence: listed } = await world.as('zhanna').ask(evidence.list, { params })
    expect(records.map((one) => one.title)).toEqual(['Для мамы'])
    expect(listed.find((one) => one.id === closed?.id)?.why).toBe('')
    expect(listed.find((one) => one.id === shown?.id)?.why).toBe('Для мамы')

    expect(await code(world.as('zhanna').ask(evidence.map, { params: team }))).toBe('forbidden')
    expect(await code(world.as('zhanna').ask(evidence.map, { params: await portfolioOf('person', 'timur') }))).toBe('forbidden')
    expect(await code(world.as('zhanna').ask(evidence.history, { params: { ...params, evidenceId: closed?.id ?? '' } }))).toBe('forbidden')
    const paper = await world
      .as('zhanna')
      .send({ method: 'GET', url: `/files/map/portfolio/${params.portfolioId}.pdf?framework=${closed?.frameworkId}` })
    expect(paper.headers['content-type']).toBe('application/pdf')
    // The author reads all of it as before.
    expect((await world.as('aigerim').ask(evidence.map, { params })).evidence.find((one) => one.id === closed?.id)?.why).toBe('Спаяла сама')
  })
})

describe('a framework that is changed while evidence leans on it', () => {
  it('keeps its levels, retires what it leaves out, and every claim stays on the map as it was claimed and judged', async () => {
    const { params, link, levels, ofFramework, body } = await stage()
    const [one] = await link()
    await judge(one?.id ?? '', params.portfolioId, 'confirmed', body.claims[0]?.levelId ?? null)
    const own = async () => (await world.as('aigerim').ask(evidence.map, { params })).evidence.find(({ id: of }) => of === one?.id)
    const before = await own()
    const { edition, draft: whole } = await world.as('madina').ask(framework.look, { params: ofFramework })
    const save = (next: object, at = edition) =>
      world.as('madina').ask(framework.save, { params: ofFramework, body: { edition: at, draft: { ...whole, ...next } } })

    expect(await code(save({ levels: levels.slice(0, 1) }))).toBe('level-fixed')
    expect(await own()).toEqual(before)
    // The area and the competency that was shown are left out: they are asked for no more, and nothing that was shown is lost.
    const kept = await save({ competencies: whole.competencies.slice(2) })
    expect(kept.draft.competencies.find(({ id: of }) => of === one?.competencyId)).toMatchObject({ retired: true })
    expect(await own()).toEqual(before)
    expect(await code(link({ claims: body.claims, recordId: await freshRecord(params.portfolioId) }))).toBe('competency-unknown')
  })
})
