import { board } from '@sheber/contract/board'
import { comment, type Thread } from '@sheber/contract/comment'
import { project } from '@sheber/contract/project'
import { team } from '@sheber/contract/team'
import { comment as commentTable } from '@sheber/db/schema'
import { idOf, type PersonName } from '@sheber/dev-env/people'
import { toldBy } from '@sheber/dev-env/seed/told'
import { createWorld, type World } from '@sheber/dev-env/world'
import { commentLettersMax, commentsMax, commentsPerMinuteMax } from '@sheber/domain/comment'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
// Two in one moment would have no order, and twenty in one minute are too many.
beforeEach(() => world.clock.advance(120_000))

let made = 0
const newId = () => idOf(`comment ${++made}`)
const params = () => ({ boardId: world.board })
const thingId = 'note000000000001'
const id = (name: PersonName) => world.person(name).id

type Asked = Partial<{ id: string; kind: 'comment' | 'note'; text: string; mentions: string[]; thingId: string | null }>
const said = (asked: Asked = {}) => ({ id: newId(), kind: 'comment' as const, text: 'Қанаты қисық', mentions: [], ...asked })
const write = (by: PersonName, asked: Asked = {}) => {
  world.clock.advance(1)
  return world.as(by).ask(comment.write, { params: params(), body: { thingId, place: { x: 10.5, y: -20 }, ...said(asked) } })
}
const answer = (by: PersonName, threadId: string, asked: Asked = {}) => {
  world.clock.advance(1)
  return world.as(by).ask(comment.answer, { params: { ...params(), threadId }, body: said(asked) })
}
const at = (commentId: string) => ({ params: { ...params(), commentId } })
const of = (threadId: string) => ({ params: { ...params(), threadId } })
const list = async (by: PersonName = 'yerlan') => (await world.as(by).ask(comment.list, { params: params() })).threads
const texts = ({ comments }: Thread) => comments.map(({ text }) => text)

describe('a thread', () => {
  it('is opened on a thing, answered, and read by everybody who reads the board', async () => {
    const opened = await write('aigerim', { text: '  Жел қайдан\r\nсоғады? ' })
    expect(opened).toMatchObject({ thingId, place: { x: 10.5, y: -20 }, resolved: null })
    expect(opened.comments).toEqual([
      {
        id: opened.id,
        kind: 'comment',
        text: 'Жел қайдан\nсоғады?',
        by: world.person('aigerim'),
        at: world.clock.now().toISOString(),
        editedAt: null,
        removedAt: null,
        mentions: [],
      },
    ])
    const answered = await answer('yerlan', opened.id, { text: 'Солтүстіктен' })
    expect(texts(answered)).toEqual(['Жел қайдан\nсоғады?', 'Солтүстіктен'])
    expect(await list('botagoz')).toContainEqual(answered)
    expect(await world.as('botagoz').ask(comment.look, of(opened.id))).toEqual(answered)
  })

  it('may be pinned to the paper itself', async () => {
    expect((await write('daulet', { thingId: null })).thingId).toBeNull()
  })

  it('is resolved and opened again, and each is told once', async () => {
    const { id: threadId } = await write('aigerim')
    const facts = await toldBy(world, async () => {
      const resolved = await world.as('daulet').ask(comment.resolve, of(threadId))
      expect(resolved.resolved).toEqual({ by: world.person('daulet').name, at: world.clock.now().toISOString() })
      await world.as('madina').ask(comment.resolve, of(threadId))
      expect((await world.as('botagoz').ask(comment.reopen, of(threadId))).resolved).toBeNull()
      await world.as('aigerim').ask(comment.reopen, of(threadId))
    })
    const body = { boardId: world.board, projectId: world.project, threadId }
    expect(facts).toEqual([
      ['comment.resolved', body, id('daulet')],
      ['comment.reopened', body, id('botagoz')],
    ])
  })

  it('is open again once somebody answers', async () => {
    const { id: threadId } = await write('aigerim')
    await world.as('aigerim').ask(comment.resolve, of(threadId))
    const facts = await toldBy(world, async () => expect((await answer('daulet', threadId)).resolved).toBeNull())
    expect(facts.map(([name]) => name)).toEqual(['comment.reopened', 'comment.written', 'comment.answered'])
  })

  it('of another board is not found', async () => {
    const { id: threadId } = await write('aigerim')
    const elsewhere = { boardId: world.of('glider').board }
    const timur = world.as('timur')
    const missing = { code: 'not-found' }
    await expect(timur.ask(comment.look, { params: { ...elsewhere, threadId } })).rejects.toMatchObject(missing)
    await expect(timur.ask(comment.answer, { params: { ...elsewhere, threadId }, body: said() })).rejects.toMatchObject(missing)
    await expect(timur.ask(comment.resolve, { params: { ...elsewhere, threadId } })).rejects.toMatchObject(missing)
    await expect(world.as('marat').ask(comment.remove, { params: { ...elsewhere, commentId: threadId } })).rejects.toMatchObject(missing)
  })

  it('is not an answer', async () => {
    const { id: threadId } = await write('aigerim')
    const { comments } = await answer('daulet', threadId)
    const second = comments[1]?.id ?? expect.unreachable()
    await expect(answer('aigerim', second)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a comment', () => {
  it('that is sent twice is said once', async () => {
    const body = said()
    const { id: threadId } = await write('aigerim')
    const first = await world.as('daulet').ask(comment.answer, { ...of(threadId), body })
    const facts = await toldBy(world, async () => {
      expect(await world.as('daulet').ask(comment.answer, { ...of(threadId), body })).toEqual(first)
    })
    expect(facts).toEqual([])
  })

  it('takes nobody’s place', async () => {
    const { id: taken } = await write('aigerim')
    const { id: threadId } = await write('aigerim')
    await expect(write('daulet', { id: taken })).rejects.toMatchObject({ code: 'input' })
    await expect(answer('aigerim', threadId, { id: taken })).rejects.toMatchObject({ code: 'input' })
    const foreign = { params: { boardId: world.of('glider').board }, body: { ...said({ id: taken }), thingId, place: { x: 0, y: 0 } } }
    await expect(world.as('timur').ask(comment.write, foreign)).rejects.toMatchObject({ code: 'input' })
  })

  it('is edited by its author alone', async () => {
    const { id: threadId } = await write('aigerim', { text: 'Еки' })
    const body = { text: 'Екі', mentions: [] }
    const facts = await toldBy(world, async () => {
      const { comments } = await world.as('aigerim').ask(comment.edit, { ...at(threadId), body })
      expect(comments[0]).toMatchObject({ text: 'Екі', editedAt: world.clock.now().toISOString() })
      await world.as('aigerim').ask(comment.edit, { ...at(threadId), body })
    })
    expect(facts.map(([name]) => name)).toEqual(['comment.changed'])
    await expect(world.as('madina').ask(comment.edit, { ...at(threadId), body })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is removed softly: its words are shown to nobody, and its author may bring them back', async () => {
    const { id: threadId } = await write('aigerim', { text: 'Артық', mentions: [id('daulet')] })
    await answer('daulet', threadId, { text: 'Жауап' })
    const removed = await world.as('aigerim').ask(comment.remove, at(threadId))
    expect(removed.comments[0]).toMatchObject({ text: '', mentions: [], removedAt: world.clock.now().toISOString() })
    expect(JSON.stringify(await list())).not.toContain('Артық')
    const again = { ...at(threadId), body: { text: 'x', mentions: [] } }
    await expect(world.as('aigerim').ask(comment.edit, again)).rejects.toMatchObject({ code: 'not-found' })
    const [row] = await world.services.db.select().from(commentTable).where(eq(commentTable.id, threadId))
    expect(row).toMatchObject({ text: 'Артық', removedBy: id('aigerim') })
    expect(texts(await world.as('aigerim').ask(comment.restore, at(threadId)))).toEqual(['Артық', 'Жауап'])
  })

  it('that a teacher removed is brought back by the teacher alone', async () => {
    const { id: threadId } = await write('aigerim', { text: 'Жаман сөз' })
    await world.as('madina').ask(comment.remove, at(threadId))
    await expect(world.as('aigerim').ask(comment.restore, at(threadId))).rejects.toMatchObject({ code: 'forbidden' })
    // Removing it once more does not make it one's own.
    await world.as('aigerim').ask(comment.remove, at(threadId))
    await expect(world.as('aigerim').ask(comment.restore, at(threadId))).rejects.toMatchObject({ code: 'forbidden' })
    expect(texts(await world.as('madina').ask(comment.restore, at(threadId)))).toEqual(['Жаман сөз'])
  })

  it('leaves nothing of a thread when the last one is gone', async () => {
    const { id: threadId } = await write('aigerim')
    await world.as('aigerim').ask(comment.remove, at(threadId))
    expect((await list()).map((thread) => thread.id)).not.toContain(threadId)
  })

  it('as an adult is a note; a child writes none', async () => {
    expect((await write('yerlan', { kind: 'note' })).comments[0]?.kind).toBe('note')
    expect((await write('botagoz', { kind: 'note' })).comments[0]?.kind).toBe('note')
    await expect(write('aigerim', { kind: 'note' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(write('botagoz')).rejects.toMatchObject({ code: 'forbidden' })
  })

  it.each(['timur', 'marat', 'saule', 'gulnara', 'sergey'] as const)('is closed to %s', async (by) => {
    await expect(list(by)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(write(by)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a mention', () => {
  const mentionsIn = (facts: Awaited<ReturnType<typeof toldBy>>) =>
    facts.flatMap(([name, body]) => (name === 'comment.mentioned' ? [body['personId']] : []))

  it('is told to the one who is named, once, and not to oneself', async () => {
    let threadId = ''
    const facts = await toldBy(world, async () => {
      const opened = await write('aigerim', { mentions: [id('daulet'), id('aigerim')] })
      expect(opened.comments[0]?.mentions).toEqual([world.person('daulet'), world.person('aigerim')])
      threadId = opened.id
    })
    const named = { boardId: world.board, projectId: world.project, threadId, commentId: threadId }
    expect(facts).toEqual([
      ['comment.written', named, id('aigerim')],
      ['comment.mentioned', { ...named, personId: id('daulet'), byId: id('aigerim') }, id('aigerim')],
    ])
    const edited = { text: 'Дәулет, Мадина!', mentions: [id('daulet'), id('madina')] }
    const later = await toldBy(world, () => world.as('aigerim').ask(comment.edit, { ...at(threadId), body: edited }))
    expect(mentionsIn(later)).toEqual([id('madina')])
  })

  it('of somebody outside the team is refused, and nothing is kept', async () => {
    const before = await list()
    await expect(write('aigerim', { mentions: [id('timur')] })).rejects.toMatchObject({ code: 'mention-outside' })
    await expect(write('aigerim', { mentions: [idOf('somebody')] })).rejects.toMatchObject({ code: 'mention-outside' })
    expect(await list()).toEqual(before)
  })

  it('stays when the one who is named has left', async () => {
    const seat = { params: { teamId: world.team, personId: id('daulet') } }
    const { id: threadId } = await write('aigerim', { mentions: [id('daulet')] })
    await world.as('madina').ask(team.leave, seat)
    const edited = { text: 'Дәулет кетті', mentions: [id('daulet')] }
    expect((await world.as('aigerim').ask(comment.edit, { ...at(threadId), body: edited })).comments[0]?.mentions).toHaveLength(1)
    await world.as('madina').ask(team.join, { params: { teamId: world.team }, body: { personId: id('daulet') } })
  })
})

describe('what is told to somebody', () => {
  const mine = (by: PersonName) => world.as(by).ask(comment.mine)
  const toldIn = async (by: PersonName, threadId: string) =>
    (await mine(by)).told.filter((one) => one.threadId === threadId).map(({ why, text, read }) => [why, text, read])
  const read = (by: PersonName, threadId: string) => world.as(by).ask(comment.read, of(threadId))

  it('is what names them and what answers them, each once, and never their own words', async () => {
    const { id: threadId } = await write('aigerim', { text: 'Бірінші', mentions: [id('daulet'), id('aigerim')] })
    await answer('yerlan', threadId, { text: 'Екінші' })
    await answer('aigerim', threadId, { text: 'Үшінші', mentions: [id('yerlan')] })
    expect(await toldIn('daulet', threadId)).toEqual([['mention', 'Бірінші', false]])
    expect(await toldIn('aigerim', threadId)).toEqual([['answer', 'Екінші', false]])
    expect(await toldIn('yerlan', threadId)).toEqual([['mention', 'Үшінші', false]])
    expect(await toldIn('madina', threadId)).toEqual([])
  })

  it('says on which board, by whom, and how many are new', async () => {
    await world.as('daulet').ask(comment.readAll)
    const { id: threadId } = await write('madina', { kind: 'note', text: 'Жүйені тексер', mentions: [id('daulet')] })
    const { told, unread } = await mine('daulet')
    expect(unread).toBe(1)
    expect(told[0]).toEqual({
      id: threadId,
      threadId,
      boardId: world.board,
      project: 'Көпір макеті',
      board: '',
      why: 'mention',
      kind: 'note',
      text: 'Жүйені тексер',
      by: world.person('madina'),
      at: world.clock.now().toISOString(),
      read: false,
    })
  })

  it('is read thread by thread or all at once, and told to the reader’s other devices', async () => {
    const [first, second] = [await write('aigerim', { mentions: [id('daulet')] }), await write('aigerim', { mentions: [id('daulet')] })]
    const facts = await toldBy(world, async () => {
      await read('daulet', first.id)
      await read('daulet', first.id)
      await read('yerlan', first.id)
    })
    expect(facts).toEqual([['comment.noticed', { personId: id('daulet') }, id('daulet')]])
    expect((await toldIn('daulet', first.id))[0]?.[2]).toBe(true)
    expect((await toldIn('daulet', second.id))[0]?.[2]).toBe(false)
    await world.as('daulet').ask(comment.readAll)
    expect((await mine('daulet')).unread).toBe(0)
    expect((await mine('daulet')).told.length).toBeGreaterThan(1)
  })

  it('is nothing of what was taken back, nor of a board that they see no more', async () => {
    const { id: threadId } = await write('aigerim', { text: 'Артық', mentions: [id('daulet')] })
    await world.as('aigerim').ask(comment.remove, at(threadId))
    expect(await toldIn('daulet', threadId)).toEqual([])
    const { id: other } = await write('aigerim', { mentions: [id('daulet')] })
    await world.as('madina').ask(team.leave, { params: { teamId: world.team, personId: id('daulet') } })
    expect(await mine('daulet')).toEqual({ told: [], unread: 0 })
    await answer('aigerim', other, { text: 'Ол жоқта' })
    await world.as('madina').ask(team.join, { params: { teamId: world.team }, body: { personId: id('daulet') } })
    expect((await toldIn('daulet', other)).map(([why]) => why)).toEqual(['mention'])
  })

  it('is told of an answer once it is edited to name them, and only of that', async () => {
    const { id: threadId } = await write('aigerim')
    const { comments } = await answer('madina', threadId)
    const commentId = comments[1]?.id ?? expect.unreachable()
    const edited = { text: 'Ерлан, қара', mentions: [id('yerlan')] }
    await world.as('madina').ask(comment.edit, { params: { ...params(), commentId }, body: edited })
    expect(await toldIn('yerlan', threadId)).toEqual([['mention', 'Ерлан, қара', false]])
  })
})

describe('what is too much', () => {
  it.each([
    ['no words', { text: '' }],
    ['blank words', { text: ' \n\t ' }],
    ['unseen words', { text: '\u200d\u200d' }],
    ['a turned reading', { text: 'a\u202eb' }],
    ['a zero', { text: 'a\0b' }],
    ['a million letters', { text: 'а'.repeat(commentLettersMax + 1) }],
    ['a short thing', { thingId: 'x' }],
    ['a path', { thingId: '../../etc/passwd' }],
    ['a long thing', { thingId: 'x'.repeat(41) }],
    ['a stranger’s id', { id: 'x' }],
    ['one named twice', { mentions: [idOf('x'), idOf('x')] }],
    ['the whole school named', { mentions: Array.from({ length: 21 }, (_, i) => idOf(`pupil ${i}`)) }],
  ])('%s is refused', async (_, asked) => {
    await expect(write('aigerim', asked)).rejects.toMatchObject({ code: 'input' })
  })

  it.each(['1e308', '1e999', '-1e8', 'null', '"1"'])('the place %s is refused', async (x) => {
    const payload = JSON.stringify({ ...said(), thingId, place: { x: 0, y: 0 } }).replace('"x":0', `"x":${x}`)
    const url = `/api/board/${world.board}/comment`
    const headers = { 'content-type': 'application/json' }
    expect((await world.as('aigerim').send({ method: 'POST', url, payload, headers })).statusCode).toBe(400)
  })

  it('is not yet the longest that the field takes, whatever its letters', async () => {
    for (const letter of ['ә', '👍']) {
      const text = letter.repeat(commentLettersMax)
      expect(texts(await write('aigerim', { text }))).toEqual([text])
    }
  })

  it('slows down one who writes without a pause, and nobody else', async () => {
    for (let i = 0; i < commentsPerMinuteMax; i++) await write('aigerim')
    await expect(write('aigerim')).rejects.toMatchObject({ code: 'too-often' })
    await write('daulet')
    world.clock.advance(60_000)
    await write('aigerim')
  })
})

describe('a board that rests', () => {
  it('is talked about while it is frozen', async () => {
    const freeze = (frozen: boolean) => world.as('madina').ask(board.freeze, { params: params(), body: { frozen } })
    await freeze(true)
    const { id: threadId } = await write('aigerim')
    await answer('daulet', threadId)
    await world.as('daulet').ask(comment.resolve, of(threadId))
    await freeze(false)
  })

  it('is only read in the archive, where a teacher still takes away what hurts', async () => {
    const { id: threadId } = await write('daulet')
    const step = (state: 'archived' | 'idea') =>
      world.as('madina').ask(project.step, { params: { projectId: world.project }, body: { state } })
    expect((await world.as('madina').ask(comment.list, { params: params() })).may).toEqual({
      write: true,
      note: true,
      resolve: true,
      moderate: true,
    })
    await step('archived')
    const { may } = await world.as('aigerim').ask(comment.list, { params: params() })
    expect(may).toEqual({ write: false, note: false, resolve: false, moderate: false })
    await expect(write('aigerim')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(world.as('madina').ask(comment.resolve, of(threadId))).rejects.toMatchObject({ code: 'forbidden' })
    await world.as('madina').ask(comment.remove, at(threadId))
    await step('idea')
  })
})

describe('a full board', () => {
  it('takes no more, says so, and is listed whole', async () => {
    const boardId = world.of('glider').board
    const [first = '', ...others] = Array.from({ length: commentsMax }, (_, i) => idOf(`full ${i}`))
    const row = { boardId, kind: 'comment' as const, text: 'Жел '.repeat(40), personId: id('timur'), mentions: [id('marat')] }
    const rows = [first, ...others].map((one, i) => ({ ...row, id: one, threadId: i % 4 === 0 ? one : idOf(`full ${i - (i % 4)}`) }))
    for (let i = 0; i < rows.length; i += 500) await world.services.db.insert(commentTable).values(rows.slice(i, i + 500))
    const body = { ...said(), thingId, place: { x: 0, y: 0 } }
    const refused = world.as('timur').ask(comment.write, { params: { boardId }, body })
    await expect(refused).rejects.toMatchObject({ code: 'too-many-comments', message: expect.stringContaining(`${commentsMax}`) })
    await world.as('timur').ask(comment.remove, { params: { boardId, commentId: first } })
    await world.as('timur').ask(comment.write, { params: { boardId }, body })
    expect((await world.as('timur').ask(comment.list, { params: { boardId } })).threads).toHaveLength(commentsMax / 4 + 1)
  })
})
