import { evidence as claim } from '@sheber/contract/evidence'
import { framework } from '@sheber/contract/framework'
import { inbox } from '@sheber/contract/inbox'
import { portfolio } from '@sheber/contract/portfolio'
import { review, type Outcome, type Queue } from '@sheber/contract/review'
import { version } from '@sheber/contract/version'
import { evidence, fact, roomVersion, submission, teamMember } from '@sheber/db/schema'
import type { PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addNote, openBoard, readBoard, remove, typeText, type Board } from '@sheber/document/board'
import { addPiece, addRecord, openPortfolio, removeRecord, sayInRecord, type NewPiece, type Portfolio } from '@sheber/document/portfolio'
import { boardRoom, portfolioRoom } from '@sheber/document/room'
import { competency, draft, level, uuid } from '@sheber/domain/framework.fixture'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../new-id.ts'
import { proofCompare, proofRebuild } from '../../tasks/proof.ts'

let world: World
let portfolioId: string
const frameworkId = uuid(9)
const levels = [level(1).id, level(2).id] as const

const write = (work: (portfolio: Portfolio) => void, id = portfolioId) =>
  world.services.hub.write(portfolioRoom(id), { person: null, session: null }, 'import', (doc) => work(openPortfolio(doc)))
const trace = { by: 'aigerim', at: 1 }

beforeAll(async () => {
  world = await createWorld()
  const organisationId = world.organisation('centre')
  const made = draft({ levels: [level(1), level(2)], competencies: [competency(1), competency(2)] })
  await world.as('madina').ask(framework.make, { params: { organisationId }, body: { id: frameworkId, draft: made } })
  await world.as('madina').ask(framework.publish, { params: { frameworkId } })
  const opened = await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } })
  portfolioId = opened.id
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

let records = 0
/** A record that nobody has handed in yet, with words and one claim. */
const freshRecord = async (claim = 1) => {
  const recordId = `record${++records}`
  await write((of) => {
    addRecord(of, { id: recordId, kind: 'made', title: 'Көпір' }, trace)
    sayInRecord(of, recordId, 'reflection', 'Жақсы көпір болды')
  })
  const evidenceId = newId()
  const row = { id: evidenceId, portfolioId, recordId, personId: world.person('aigerim').id, createdBy: world.person('aigerim').id }
  const createdAt = world.clock.now()
  await world.services.db
    .insert(evidence)
    .values({ ...row, competencyId: uuid(claim), levelId: levels[1], why: 'Өзім есептедім', createdAt })
  return { recordId, evidenceId }
}
const stateOf = async (id: string) => (await world.services.db.select().from(evidence).where(eq(evidence.id, id)))[0]?.state

const request = (of: string[], reviewer: PersonName | null = null, id = newId(), as: PersonName = 'aigerim') =>
  world.as(as).ask(review.request, {
    params: { portfolioId },
    body: {
      id,
      records: of,
      organisationId: world.organisation('centre'),
      reviewerId: reviewer && world.person(reviewer).id,
      words: 'Есебім дұрыс па?',
    },
  })
/** Nobody says two things at one moment, or which came first could not be told. */
const later = () => world.clock.advance(1_000)
const look = (submissionId: string, as: PersonName = 'aigerim') => world.as(as).ask(review.look, { params: { submissionId } })
const take = (submissionId: string, as: PersonName) => world.as(as).ask(review.take, { params: { submissionId } })
const queue = (as: PersonName, of: Queue = 'mine') => world.as(as).ask(review.queue, { query: { of } })

type Verdicts = { evidenceId: string; verdict: 'confirmed' | 'partly' | 'not_yet'; levelId: string | null; text: string }[]
const give = async (
  submissionId: string,
  as: PersonName,
  outcome: Outcome,
  { id = newId(), verdicts = [] as Verdicts, text = 'Жарайсың', versionId = '' } = {},
) => {
  later()
  const read = versionId || (await look(submissionId, as)).version.id
  return world.as(as).ask(review.give, { params: { submissionId }, body: { id, versionId: read, outcome, text, verdicts } })
}
const confirmed = (evidenceId: string, levelId: string = levels[1]): Verdicts => [{ evidenceId, verdict: 'confirmed', levelId, text: '' }]

describe('asking for a review', () => {
  it('stores the work as it is, makes its evidence ready, and waits in the queue; the living work goes on', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const made = await request([recordId], 'yerlan')
    expect(made).toMatchObject({
      state: 'submitted',
      records: 1,
      recordIds: [recordId],
      reviewer: world.person('yerlan') && { name: world.person('yerlan').name },
    })
    expect(await stateOf(evidenceId)).toBe('ready')
    await write((of) => sayInRecord(of, recordId, 'reflection', 'Жақсы берік көпір болды'))
    const seen = await look(made.id, 'yerlan')
    expect(seen.records.map(({ reflection }) => reflection)).toEqual(['Жақсы көпір болды'])
    expect(seen.today.map(({ reflection }) => reflection)).toEqual(['Жақсы берік көпір болды'])
    expect(seen.version.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(seen.evidence).toMatchObject([{ id: evidenceId, levelId: levels[1], state: 'ready' }])
    expect(seen.frameworks).toMatchObject([{ id: frameworkId, competencies: [{ id: uuid(1) }] }])
    expect((await queue('yerlan')).lines.map(({ id }) => id)).toContain(made.id)
  })

  it('shows its reader exactly what was handed in', async () => {
    const [one, other] = [await freshRecord(), await freshRecord()]
    const made = await request([one.recordId], 'yerlan')
    const seen = await look(made.id, 'yerlan')
    expect(seen.records.map(({ id }) => id)).toEqual([one.recordId])
    expect(JSON.stringify(seen)).not.toContain(other.recordId)
    expect(await code(world.as('yerlan').ask(portfolio.open, { body: { of: 'person', id: world.person('aigerim').id } }))).toBe('forbidden')
  })

  it('from two devices at the same second is one, whatever names they gave it; once it is read it may be asked anew', async () => {
    const { recordId } = await freshRecord()
    const id = newId()
    const twice = await Promise.all([request([recordId], null, id), request([recordId], null, id)])
    expect(twice.map((one) => one.id)).toEqual([id, id])
    const versions = await world.services.db.$count(roomVersion)
    const more = await Promise.all([request([recordId]), request([recordId]), request([recordId])])
    expect(more.map((one) => one.id)).toEqual([id, id, id])
    expect(await world.services.db.$count(roomVersion)).toBe(versions)
    // For other eyes it is another.
    expect((await request([recordId], 'madina')).id).not.toBe(id)
    await take(id, 'madina')
    expect((await request([recordId])).id).not.toBe(id)
  })

  it('refuses what is not there, who may not read, and whose portfolio it is not', async () => {
    const { recordId } = await freshRecord()
    await write((of) => removeRecord(of, recordId, trace))
    expect(await code(request([recordId]))).toBe('record-gone')
    expect(await code(request(['nothing']))).toBe('record-gone')
    const { recordId: alive } = await freshRecord()
    expect(await code(request([alive], 'aigerim'))).toBe('reviewer-unfit')
    expect(await code(request([alive], 'marat'))).toBe('reviewer-unfit')
    expect(await code(request([alive], null, newId(), 'timur'))).toBe('forbidden')
    const timurs = await world.as('timur').ask(portfolio.open, { body: { of: 'person', id: world.person('timur').id } })
    const asked = { id: newId(), records: [], organisationId: world.organisation('centre'), reviewerId: null, words: '' }
    expect(await code(world.as('timur').ask(review.request, { params: { portfolioId: timurs.id }, body: asked }))).toBe('nothing-to-review')
    const school = { ...asked, organisationId: world.organisation('school') }
    expect(await code(world.as('timur').ask(review.request, { params: { portfolioId: timurs.id }, body: school }))).toBe('reviewer-unfit')
    // A name that another portfolio's submission has already leads nowhere.
    const { id } = await request([alive])
    expect(await code(world.as('timur').ask(review.request, { params: { portfolioId: timurs.id }, body: { ...asked, id } }))).toBe(
      'not-found',
    )
  })

  it('offers those who teach where its owner learns, and the adults of their teams', async () => {
    const { people, organisations } = await world.as('aigerim').ask(review.reviewers, { params: { portfolioId } })
    expect(people.map(({ name }) => name).sort()).toEqual(['madina', 'yerlan'].map((name) => world.person(name as 'madina').name).sort())
    expect(organisations.map(({ id }) => id)).toEqual([world.organisation('centre')])
    // By their names it would be the other way round: whoever makes it with them stands first.
    const timurs = await world.as('timur').ask(portfolio.open, { body: { of: 'person', id: world.person('timur').id } })
    const near = await world.as('timur').ask(review.reviewers, { params: { portfolioId: timurs.id } })
    expect(near.people.map(({ name }) => name)).toEqual([world.person('marat').name, world.person('madina').name])
  })
})

describe('a line of the queue', () => {
  const lineOf = async (id: string, of: Queue = 'mine') => (await queue('yerlan', of)).lines.find((line) => line.id === id)

  it('says what was handed in, by the titles it had then, and what is claimed there', async () => {
    const [one, two] = [await freshRecord(), await freshRecord(2)]
    await write((of) => sayInRecord(of, two.recordId, 'title', 'Шам'))
    const { id } = await request([one.recordId, two.recordId], 'yerlan')
    await write((of) => sayInRecord(of, two.recordId, 'title', 'Бұл да Шам'))
    const { competencies } = draft({ levels: [level(1), level(2)], competencies: [competency(1), competency(2)] })
    const told = {
      titles: ['Көпір', 'Шам'],
      claims: competencies
        .map(({ code, title }) => ({ code, title, level: level(2).title }))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    }
    expect(await lineOf(id)).toMatchObject(told)
    // Known by now, it is told again without opening what was handed in.
    expect(await lineOf(id)).toMatchObject(told)
  })

  it('tells no titles to whoever only follows the portfolio: those are asked record by record', async () => {
    const { recordId } = await freshRecord()
    await request([recordId], 'yerlan')
    const lines = await world.as('madina').ask(review.list, { params: { portfolioId } })
    expect(lines.flatMap(({ titles }) => titles)).toEqual([])
  })
})

describe('what moves on the map', () => {
  it('is told when claims are handed in, judged and taken back, once for each person', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const moved = async (work: () => Promise<unknown>) =>
      (await toldBy(world, work)).filter(([name]) => name === 'evidence.moved').map(([, body]) => body)
    const hers = [{ portfolioId, personId: world.person('aigerim').id }]
    const id = newId()
    expect(await moved(() => request([recordId], 'yerlan', id))).toEqual(hers)
    expect(await moved(() => give(id, 'yerlan', 'returned', { verdicts: confirmed(evidenceId) }))).toEqual(hers)
    // Nothing of it waits for a word: nothing moves.
    expect(await moved(() => world.as('aigerim').ask(review.withdraw, { params: { submissionId: id } }))).toEqual([])
  })
})

describe('taking', () => {
  it('of two at one moment gives it to one, and tells the other who has it', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId])
    expect((await queue('madina', 'unassigned')).lines.map((one) => one.id)).toContain(id)
    const codes = await Promise.all([code(take(id, 'madina')), code(take(id, 'botagoz'))])
    expect(codes.toSorted()).toEqual([null, 'review-taken'].toSorted())
    const seen = await look(id)
    expect(seen.submission).toMatchObject({ state: 'in_review', reviewer: { name: expect.any(String) as string } })
    const late = codes[0] === null ? 'botagoz' : 'madina'
    await expect(take(id, late)).rejects.toMatchObject({
      message: expect.stringContaining(seen.submission.reviewer?.name ?? '?') as string,
    })
  })

  it('twice by one person is once', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId])
    await take(id, 'madina')
    expect(await take(id, 'madina')).toMatchObject({ state: 'in_review' })
  })
})

describe('giving a review', () => {
  it('confirms at the claimed level, is there once however often it is sent, and the author hears of it', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    const reviewId = newId()
    const { version } = await look(id, 'yerlan')
    const asked = { id: reviewId, verdicts: confirmed(evidenceId), versionId: version.id }
    const both = await Promise.all([give(id, 'yerlan', 'accepted', asked), give(id, 'yerlan', 'accepted', asked)])
    expect(both.map(({ state }) => state)).toEqual(['accepted', 'accepted'])
    expect(await stateOf(evidenceId)).toBe('confirmed')
    const seen = await look(id)
    expect(seen.reviews).toMatchObject([{ id: reviewId, state: 'given', outcome: 'accepted' }])
    expect(seen.evidence[0]?.verdicts).toMatchObject([{ verdict: 'confirmed', levelId: levels[1] }])
    expect((await queue('aigerim')).told.map((one) => one.id)).toContain(reviewId)
    await world.as('aigerim').ask(review.see, { params: { submissionId: id } })
    expect((await queue('aigerim')).told.map((one) => one.id)).not.toContain(reviewId)
    expect((await look(id)).reviews).toMatchObject([{ state: 'seen_by_author' }])
  })

  it('a second time on the same version is refused kindly', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    await give(id, 'yerlan', 'returned')
    expect(await code(give(id, 'yerlan', 'accepted'))).toBe('review-given')
  })

  it('refuses evidence of other records, levels of other frameworks and an empty return, and then says nothing of any', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const other = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    expect(await code(give(id, 'yerlan', 'accepted', { verdicts: [...confirmed(evidenceId), ...confirmed(other.evidenceId)] }))).toBe(
      'verdict-unfit',
    )
    expect(await code(give(id, 'yerlan', 'accepted', { verdicts: confirmed(evidenceId, uuid(77)) }))).toBe('verdict-unfit')
    expect(await code(give(id, 'yerlan', 'returned', { text: '' }))).toBe('review-wordless')
    expect(await stateOf(evidenceId)).toBe('ready')
    expect((await look(id)).reviews).toEqual([])
  })

  it('is no author’s, not even a teacher’s who was let in', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId])
    const { version } = await look(id)
    expect(await code(give(id, 'aigerim', 'accepted', { versionId: version.id }))).toBe('forbidden')
    await world.as('aigerim').ask(portfolio.letIn, { params: { portfolioId }, body: { personId: world.person('madina').id } })
    expect(await code(give(id, 'madina', 'accepted', { versionId: version.id }))).toBe('forbidden')
    expect((await queue('madina', 'unassigned')).lines).toEqual([])
    await world.as('aigerim').ask(portfolio.letOut, { params: { portfolioId, personId: world.person('madina').id } })
  })
})

describe('the way back', () => {
  it('goes from returned over a new version to accepted, and the first review stays', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    await give(id, 'yerlan', 'returned', {
      text: 'Жүкті неше рет өлшедің?',
      verdicts: [{ evidenceId, verdict: 'not_yet', levelId: null, text: '' }],
    })
    expect(await stateOf(evidenceId)).toBe('not_yet')
    const [first] = (await look(id)).reviews
    await world.as('aigerim').ask(review.answer, { params: { submissionId: id }, body: { reviewId: first?.id ?? '', text: 'Үш рет' } })
    const again = world
      .as('aigerim')
      .ask(review.answer, { params: { submissionId: id }, body: { reviewId: first?.id ?? '', text: 'Екі рет' } })
    expect(await code(again)).toBe('review-answered')
    expect((await look(id)).reviews).toMatchObject([{ state: 'answered', answer: 'Үш рет' }])

    await write((of) => sayInRecord(of, recordId, 'reflection', 'Үш рет өлшедім'))
    const resubmit = (words = 'Үш рет өлшедім') =>
      world.as('aigerim').ask(review.resubmit, { params: { submissionId: id }, body: { words } })
    later()
    await Promise.all([resubmit(), resubmit()])
    later()
    await resubmit('Кестені де қостым')
    const seen = await look(id, 'yerlan')
    // What was asked first is written over by nothing that is said later, and no word of two devices is lost.
    expect(seen.handed.map(({ words, by }) => [words, by.personId])).toEqual(
      ['Есебім дұрыс па?', 'Үш рет өлшедім', 'Кестені де қостым'].map((words) => [words, world.person('aigerim').id]),
    )
    expect(seen.submission.words).toBe('Кестені де қостым')
    expect(seen).toMatchObject({ submission: { state: 'resubmitted' }, records: [{ reflection: 'Үш рет өлшедім' }], may: { decide: true } })
    expect(await stateOf(evidenceId)).toBe('ready')
    expect(await code(give(id, 'yerlan', 'accepted', { versionId: first?.versionId ?? '' }))).toBe('review-renewed')
    await give(id, 'yerlan', 'accepted', { verdicts: confirmed(evidenceId) })
    const done = await look(id)
    expect(done.reviews.map(({ state, outcome }) => [state, outcome])).toEqual([
      ['closed', 'returned'],
      ['given', 'accepted'],
    ])
    expect(done.evidence[0]?.verdicts.map(({ verdict }) => verdict)).toEqual(['not_yet', 'confirmed'])
    expect(await code(resubmit())).toBe('review-not-returned')
    expect(await code(world.as('aigerim').ask(review.withdraw, { params: { submissionId: id } }))).toBe('review-over')
  })

  it('takes in what a second author wrote after the first had handed it in, and tells of words that stand beside', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    await give(id, 'yerlan', 'returned')
    const daulet = { params: { portfolioId }, body: { personId: world.person('daulet').id } }
    await world.as('aigerim').ask(portfolio.letIn, daulet)
    const resubmit = (as: PersonName, words: string) => {
      later()
      return world.as(as).ask(review.resubmit, { params: { submissionId: id }, body: { words } })
    }
    const noticed = async () => {
      const facts = await world.services.db.select().from(fact).where(eq(fact.name, review.noticed.name))
      return facts.filter(({ body }) => (body as { submissionId: string }).submissionId === id).length
    }
    await resubmit('aigerim', 'Өлшедім')
    const first = (await look(id)).version.id

    // Nothing is new but the words: no second version, and whoever has it open hears of them once.
    let heard = await noticed()
    await resubmit('daulet', 'Мен де қарадым')
    expect((await look(id, 'yerlan')).version.id).toBe(first)
    expect(await noticed()).toBeGreaterThan(heard)
    heard = await noticed()
    await resubmit('daulet', 'Мен де қарадым')
    await resubmit('daulet', '')
    expect(await noticed()).toBe(heard)

    await write((of) => sayInRecord(of, recordId, 'reflection', 'Кестені қостым'))
    await resubmit('daulet', 'Кесте де бар')
    const seen = await look(id, 'yerlan')
    expect(seen.version.id).not.toBe(first)
    expect(seen).toMatchObject({ submission: { state: 'resubmitted', words: 'Кесте де бар' }, records: [{ reflection: 'Кестені қостым' }] })
    expect(seen.handed.map(({ words }) => words)).toEqual(['Есебім дұрыс па?', 'Өлшедім', 'Мен де қарадым', 'Кесте де бар'])
    // Whoever read the version before is asked to look again.
    expect(await code(give(id, 'yerlan', 'accepted', { versionId: first }))).toBe('review-renewed')
    await world.as('aigerim').ask(portfolio.letOut, { params: { portfolioId, personId: world.person('daulet').id } })
  })

  it('may be left: what was handed in is a claim again', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId])
    const withdraw = () => world.as('aigerim').ask(review.withdraw, { params: { submissionId: id } })
    await withdraw()
    expect(await withdraw()).toMatchObject({ state: 'withdrawn' })
    expect(await stateOf(evidenceId)).toBe('claimed')
    expect(await code(take(id, 'madina'))).toBe('review-over')
  })

  it('has room for a second opinion, which stands beside the first', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    await give(id, 'yerlan', 'accepted', { verdicts: [{ evidenceId, verdict: 'partly', levelId: levels[0], text: 'Әлі көмекпен' }] })
    later()
    const why = 'Суретте көмексіз'
    await world.as('aigerim').ask(claim.dispute, { params: { portfolioId, evidenceId }, body: { why } })
    // The words stand beside the verdict, for whoever reads the submission.
    for (const who of ['aigerim', 'yerlan'] as const)
      expect((await look(id, who)).evidence[0]?.disputes).toMatchObject([{ text: why, by: { name: world.person('aigerim').name } }])
    const invite = (personId: string) => world.as('aigerim').ask(review.invite, { params: { submissionId: id }, body: { personId } })
    expect(await code(invite(world.person('timur').id))).toBe('reviewer-unfit')
    await invite(world.person('madina').id)
    await invite(world.person('madina').id)
    expect((await look(id)).invited).toMatchObject([{ name: world.person('madina').name, state: 'queued' }])
    expect((await queue('madina')).lines.map((one) => one.id)).toContain(id)
    expect(await code(give(id, 'madina', 'accepted'))).toBe('review-taken')
    await give(id, 'madina', 'opinion', { verdicts: confirmed(evidenceId) })
    expect(await stateOf(evidenceId)).toBe('confirmed')
    const seen = await look(id)
    expect(seen.submission.state).toBe('accepted')
    expect(seen.evidence[0]?.verdicts.map(({ verdict, reviewer }) => [reviewer.name, verdict])).toEqual([
      [world.person('yerlan').name, 'partly'],
      [world.person('madina').name, 'confirmed'],
    ])
    expect((await queue('madina')).lines.map((one) => one.id)).not.toContain(id)
  })
})

describe('a piece of the work', () => {
  const boardId = () => world.board
  const writeBoard = (work: (board: Board) => void, id = boardId()) =>
    world.services.hub.write(boardRoom(id), { person: null, session: null }, 'import', (doc) => work(openBoard(doc)))
  const keptBoard = (id = boardId(), as: PersonName = 'aigerim') =>
    world.as(as).ask(version.make, { params: { boardId: id }, body: { name: 'Тапсырғанда' } })
  const things = (update: string) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(update, 'base64'))
    return readBoard(doc).things.map(({ id, text }) => [id, text])
  }
  /** A record with two of three notes, handed in to yerlan. */
  const withPiece = async (piece: Partial<NewPiece> = {}) => {
    const { recordId } = await freshRecord()
    const names = ['дат', 'тор', 'құп'].map((word) => `${word}${recordId}`)
    await writeBoard((of) => names.forEach((id, at) => addNote(of, { id, x: at * 300, y: 0, text: id, colour: 'yellow', by: '', at: 1 })))
    const versionId = (await keptBoard()).id
    await write((of) =>
      addPiece(of, recordId, { id: 'p', kind: 'things', boardId: boardId(), versionId, things: names.slice(0, 2), ...piece }),
    )
    const { id: submissionId } = await request([recordId], 'yerlan')
    const see = (as: PersonName, pieceId = 'p') => world.as(as).ask(review.piece, { params: { submissionId, recordId, pieceId } })
    const speak = (as: PersonName, thingId: string | null, pieceId = 'p') =>
      world.as(as).ask(review.remark, {
        params: { submissionId },
        body: { id: newId(), recordId, threadId: null, at: { kind: 'piece', pieceId, x: 0.25, y: 0.5, thingId }, text: 'Неге?' },
      })
    return { recordId, submissionId, names, see, speak }
  }

  it('is pointed at: the place keeps the words of its thing, whatever becomes of the board; what is not on it is refused', async () => {
    const { submissionId, names, speak } = await withPiece()
    const [one, , beside] = names as [string, string, string]
    await speak('yerlan', one)
    later()
    await speak('aigerim', null)
    await writeBoard((of) => remove(of, [one], '', 2))
    const anchors = (await look(submissionId)).remarks.map(({ anchor }) => anchor)
    const point = { fileId: null, pieceId: 'p', x: 0.25, y: 0.5, lost: false }
    expect(anchors).toEqual([
      { kind: 'piece', quote: one, then: null, now: null, point: { ...point, thingId: one } },
      { kind: 'piece', quote: '', then: null, now: null, point: { ...point, thingId: null } },
    ])
    expect(await code(speak('yerlan', beside))).toBe('place-gone')
    expect(await code(speak('yerlan', one, 'nowhere'))).toBe('piece-closed')
    expect(await code(speak('timur', one))).toBe('forbidden')
  })

  it('is seen as it was and as it is by a mentor who is not of the team, and nothing beside it', async () => {
    const { recordId, names, see } = await withPiece()
    const [one, two] = names as [string, string]
    const mentor = eq(teamMember.personId, world.person('yerlan').id)
    const seats = await world.services.db.delete(teamMember).where(mentor).returning()
    try {
      await writeBoard((of) => {
        typeText(of, one, 'өзгерді')
        remove(of, [two], '', 2)
      })
      const { then, today, opens } = await see('yerlan')
      expect(opens).toBe(false)
      expect(things(then)).toEqual([
        [one, one],
        [two, two],
      ])
      expect(things(today)).toEqual([[one, 'өзгерді']])
      expect(Buffer.from(today, 'base64').toString()).not.toContain('құп')
      expect(await code(world.as('yerlan').ask(version.list, { params: { boardId: boardId() } }))).toBe('forbidden')
      // Whatever becomes of the record meanwhile.
      await write((of) => removeRecord(of, recordId, trace))
      expect(things((await see('yerlan')).then)).toHaveLength(2)
    } finally {
      await world.services.db.insert(teamMember).values(seats)
    }
  })

  it('that names a board of others is closed, whoever wrote it there', async () => {
    const theirs = world.of('glider').board
    await writeBoard((of) => addNote(of, { id: 'қанат', x: 0, y: 0, text: 'құпия', colour: 'yellow', by: '', at: 1 }), theirs)
    const versionId = (await keptBoard(theirs, 'timur')).id
    const { see } = await withPiece({ kind: 'board', boardId: theirs, versionId, things: [] })
    for (const who of ['yerlan', 'aigerim', 'madina'] as const) expect(await code(see(who)), who).toBe('piece-closed')
    // Nor does a version of theirs under the name of an own board.
    const mixed = await withPiece({ kind: 'board', versionId, things: [] })
    expect(await code(mixed.see('aigerim'))).toBe('piece-closed')
    expect(await code(mixed.see('aigerim', 'nowhere'))).toBe('piece-closed')
    expect(await code(mixed.see('timur'))).toBe('forbidden')
  })
})

describe('a record deleted under review', () => {
  it('is still read as it was, and said to be gone; what it shows can be judged', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    await write((of) => removeRecord(of, recordId, trace))
    const seen = await look(id, 'yerlan')
    expect(seen.records.map((one) => one.id)).toEqual([recordId])
    expect(seen.today).toEqual([])
    await give(id, 'yerlan', 'returned', { verdicts: confirmed(evidenceId) })
    const again = world.as('aigerim').ask(review.resubmit, { params: { submissionId: id }, body: { words: '' } })
    expect(await code(again)).toBe('record-gone')
  })
})

describe('remarks', () => {
  const remark = (submissionId: string, as: PersonName, body: object) => {
    later()
    return world.as(as).ask(review.remark, {
      params: { submissionId },
      body: { id: newId(), recordId: '', threadId: null, at: null, text: 'Неге?', ...body },
    })
  }
  const at = (start: number, end: number) => ({ kind: 'text' as const, place: { part: 'reflection' as const, start, end } })

  it('stand at their words while those move, and keep their quote when those are gone', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    await remark(id, 'yerlan', { recordId, at: at(6, 11) })
    const anchorIn = async () => (await look(id)).remarks[0]?.anchor
    expect(await anchorIn()).toMatchObject({ quote: 'көпір', then: { start: 6, end: 11 }, now: { start: 6, end: 11 } })
    await write((of) => sayInRecord(of, recordId, 'reflection', 'Өте жақсы жаңа: Жақсы көпір болды'))
    expect(await anchorIn()).toMatchObject({ then: { start: 6, end: 11 }, now: { start: 22, end: 27 } })
    await write((of) => sayInRecord(of, recordId, 'reflection', 'Бәрі басқаша'))
    expect(await anchorIn()).toMatchObject({ quote: 'көпір', then: { start: 6, end: 11 }, now: null })
  })

  it('are answered in their thread, settled, and open again with the next word', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    const threadId = newId()
    await remark(id, 'yerlan', { id: threadId, recordId })
    await remark(id, 'yerlan', { id: threadId, recordId })
    await remark(id, 'aigerim', { recordId, threadId, text: 'Себебі…' })
    const settle = (settled: boolean) =>
      world.as('yerlan').ask(review.settle, { params: { submissionId: id }, body: { threadId, settled } })
    const open = async () =>
      (await world.as('aigerim').ask(review.open, { params: { portfolioId } })).filter((one) => one.submissionId === id)
    expect(await open()).toMatchObject([{ threadId, recordId, anchor: null, text: 'Неге?', answers: 1 }])
    await settle(true)
    expect(await open()).toEqual([])
    const first = async () => (await look(id)).remarks
    expect(await first()).toMatchObject([{ settled: { by: world.person('yerlan').name } }, { threadId, text: 'Себебі…' }])
    await remark(id, 'aigerim', { recordId, threadId, text: 'Тағы бір' })
    expect((await first())[0]?.settled).toBeNull()
  })

  it('point at nothing that is not there', async () => {
    const [one, other] = [await freshRecord(), await freshRecord()]
    const { id } = await request([one.recordId], 'yerlan')
    expect(await code(remark(id, 'yerlan', { recordId: other.recordId }))).toBe('record-gone')
    expect(await code(remark(id, 'yerlan', { recordId: one.recordId, at: at(5, 900) }))).toBe('place-gone')
    const picture = { kind: 'picture', fileId: 'unknown', x: 0.5, y: 0.5 }
    expect(await code(remark(id, 'yerlan', { recordId: one.recordId, at: picture }))).toBe('place-gone')
    expect(await code(remark(id, 'yerlan', { recordId: one.recordId, threadId: newId() }))).toBe('not-found')
  })
})

describe('what is kept only to be quick', () => {
  it('follows from all that happened, is told where it differs, and is made again', async () => {
    const { db } = world.services
    // All that the tests above have done: claimed, handed in, judged, returned, handed in again, taken back.
    expect(await proofCompare(world.services)).toMatch(/^\d+ portfolios, 0 differences$/)
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId])
    await give(id, 'madina', 'accepted', { verdicts: confirmed(evidenceId) })
    const before = await db.select().from(submission).where(eq(submission.id, id))
    await db.update(evidence).set({ state: 'claimed' }).where(eq(evidence.id, evidenceId))
    await db
      .update(submission)
      .set({ files: ['lost'], reviewedAt: null })
      .where(eq(submission.id, id))
    const told = await proofCompare(world.services)
    expect(told).toContain(`evidence ${evidenceId}, state: is claimed, follows confirmed\n`)
    expect(told).toContain(`submission ${id}, files: is lost, follows none\n`)
    expect(told).toContain(`submission ${id}, first answer: is none, follows ${before[0]?.reviewedAt?.toISOString()}\n`)
    expect(told).toMatch(/, 3 differences$/)
    expect(await stateOf(evidenceId)).toBe('claimed')
    expect(await proofRebuild(world.services)).toContain('follows confirmed, mended')
    expect(await stateOf(evidenceId)).toBe('confirmed')
    expect(await db.select().from(submission).where(eq(submission.id, id))).toEqual(before)
    expect(await proofCompare(world.services)).toMatch(/, 0 differences$/)
  })
})

describe('a version that rotted', () => {
  it('is shown to nobody', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    const { version } = await look(id)
    await world.services.db
      .update(roomVersion)
      .set({ bytes: Y.encodeStateAsUpdate(new Y.Doc()) })
      .where(eq(roomVersion.id, version.id))
    expect(await code(look(id, 'yerlan'))).toBe('internal')
  })
})

describe('waiting', () => {
  it('is told to those who run the organisation, by the median of the last 90 days', async () => {
    const { db } = world.services
    await db.update(submission).set({ reviewedAt: null })
    for (const hours of [2, 4, 12]) {
      const { id } = await request([(await freshRecord()).recordId], 'yerlan')
      const createdAt = new Date(world.clock.now().getTime() - hours * 3_600_000)
      await db.update(submission).set({ createdAt, reviewedAt: world.clock.now() }).where(eq(submission.id, id))
    }
    const old = await request([(await freshRecord()).recordId], 'yerlan')
    const long = new Date(world.clock.now().getTime() - 100 * 86_400_000)
    await db.update(submission).set({ createdAt: long, reviewedAt: world.clock.now() }).where(eq(submission.id, old.id))
    expect((await queue('botagoz')).waits).toMatchObject([
      { organisation: { id: world.organisation('centre') }, medianHours: 4, reviewed: 3 },
    ])
    expect((await queue('madina')).waits).toEqual([])
    expect(await queue('aigerim', 'all')).toMatchObject({ lines: [], counts: { all: 0 } })
  })

  it('is counted, and shown with the oldest first', async () => {
    const { lines, counts } = await queue('madina', 'all')
    expect(counts.all).toBe(lines.length)
    expect(lines.map(({ handedAt }) => handedAt)).toEqual(lines.map(({ handedAt }) => handedAt).toSorted())
    expect((await queue('yerlan', 'given')).counts.given).toBeGreaterThan(0)
    expect((await queue('marat', 'all')).lines).toEqual([])
  })
})

describe('a verdict that its author disagrees with', () => {
  const mentor = 'yerlan'
  const dispute = async (evidenceId: string, why: string) => {
    later()
    return world.as('aigerim').ask(claim.dispute, { params: { portfolioId, evidenceId }, body: { why } })
  }
  const notYet = (evidenceId: string): Verdicts => [{ evidenceId, verdict: 'not_yet', levelId: null, text: 'Сызба қайда?' }]

  it('leads a mentor back to the work, waits in their queue, and is judged anew beside what they said; nothing else is', async () => {
    const { recordId, evidenceId } = await freshRecord()
    const { id } = await request([recordId], mentor)
    await give(id, mentor, 'returned', { verdicts: notYet(evidenceId) })
    expect(await code(give(id, mentor, 'opinion', { verdicts: confirmed(evidenceId) }))).toBe('review-given')
    expect((await queue(mentor)).lines.map((line) => line.id)).not.toContain(id)

    await dispute(evidenceId, 'Сызба екінші бетте')
    const [told] = (await world.as(mentor).ask(inbox.look)).lines
    expect(told).toMatchObject({ name: 'evidence.disputed', href: `/review/${id}` })
    expect((await queue(mentor)).lines.find((line) => line.id === id)).toMatchObject({ state: 'returned', disputed: 1 })
    expect((await queue('madina', 'all')).lines.map((line) => line.id)).toContain(id)
    const { may, reviews } = await look(id, mentor)
    expect(may).toMatchObject({ give: true, again: [evidenceId], decide: false })
    expect(reviews).toHaveLength(1)

    // It decides nothing about the work, and is no way to judge what nobody disputes.
    expect(await code(give(id, mentor, 'accepted', { verdicts: confirmed(evidenceId) }))).toBe('review-over')
    const once = newId()
    const answer = { id: once, verdicts: confirmed(evidenceId, levels[0]), text: 'Енді көрдім' }
    await give(id, mentor, 'opinion', answer)
    await give(id, mentor, 'opinion', answer)
    expect(await stateOf(evidenceId)).toBe('confirmed')
    const after = await look(id, mentor)
    expect(after.submission).toMatchObject({ state: 'returned', disputed: 0 })
    expect(after.reviews.map(({ outcome }) => outcome)).toEqual(['returned', 'opinion'])
    expect(after.evidence[0]?.verdicts.map(({ verdict }) => verdict)).toEqual(['not_yet', 'confirmed'])
    expect(after.may).toMatchObject({ give: false, again: null })
    expect(await code(give(id, mentor, 'opinion', { verdicts: confirmed(evidenceId) }))).toBe('review-given')

    // As often as it is disputed.
    await dispute(evidenceId, 'Деңгейі жоғарырақ')
    await give(id, mentor, 'opinion', { verdicts: confirmed(evidenceId) })
    expect((await look(id)).reviews).toHaveLength(3)
  })

  it('is no way to judge what was not disputed', async () => {
    const [one, other] = [await freshRecord(), await freshRecord()]
    const { id } = await request([one.recordId, other.recordId], mentor)
    await give(id, mentor, 'accepted', { verdicts: [...notYet(one.evidenceId), ...confirmed(other.evidenceId)] })
    await dispute(one.evidenceId, 'Сызба екінші бетте')
    expect(await code(give(id, mentor, 'opinion', { verdicts: notYet(other.evidenceId) }))).toBe('verdict-unfit')
    expect(await stateOf(other.evidenceId)).toBe('confirmed')
  })
})

describe('what is said about a submission', () => {
  const linesOf = async (who: PersonName) => (await world.as(who).ask(inbox.look)).lines
  it('reaches the other side’s inbox, once for a thread, and leads to its place; the speaker hears nothing', async () => {
    const { recordId } = await freshRecord()
    const { id } = await request([recordId], 'yerlan')
    const threadId = newId()
    const say = (as: PersonName, remarkId: string, thread: string | null, text: string) =>
      world.as(as).ask(review.remark, { params: { submissionId: id }, body: { id: remarkId, recordId, threadId: thread, at: null, text } })
    await say('yerlan', threadId, null, 'Сызбаны қос')
    await say('yerlan', newId(), threadId, 'Және есебін')
    const told = { name: 'review.noted', href: `/review/${id}#remark-${threadId}` }
    const ofThread = (lines: Awaited<ReturnType<typeof linesOf>>) => lines.filter(({ href }) => href === told.href)
    expect(ofThread(await linesOf('aigerim'))).toMatchObject([told])
    expect(ofThread(await linesOf('yerlan'))).toEqual([])
    await say('aigerim', newId(), threadId, 'Қостым')
    expect(ofThread(await linesOf('yerlan'))).toMatchObject([told])

    await give(id, 'yerlan', 'returned')
    const [given] = (await look(id)).reviews
    await world.as('aigerim').ask(review.answer, { params: { submissionId: id }, body: { reviewId: given?.id ?? '', text: 'Рақмет' } })
    expect((await linesOf('yerlan'))[0]).toMatchObject({ name: 'review.replied', href: `/review/${id}#review-${given?.id}` })
  })
})

describe('a queue', () => {
  it('has a next page only where there is more', async () => {
    const first = await world.as('madina').ask(review.queue, { query: { of: 'all' } })
    expect(first.more).toBe(false)
    expect(first.lines).toHaveLength(first.counts.all)
    expect((await world.as('madina').ask(review.queue, { query: { of: 'all', page: '1' } })).lines).toEqual([])
  })
})
