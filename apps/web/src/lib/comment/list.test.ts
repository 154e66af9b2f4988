import { describe, expect, it } from 'vitest'
import { answersIn, begin, excerptOf, giveBack, groupsOf, put, takeBack, type ShownComment, type ShownThread } from './list.ts'

const said = (id: string, asked: Partial<ShownComment> = {}): ShownComment => ({
  id,
  kind: 'comment',
  text: id,
  by: { id: 'a', name: 'Айгерім С.' },
  at: '2026-11-23T12:00:00.000Z',
  editedAt: null,
  removedAt: null,
  mentions: [],
  ...asked,
})
const thread = (id: string, asked: Partial<ShownThread> = {}): ShownThread => ({
  id,
  thingId: `thing-of-${id}`,
  place: { x: 0, y: 0 },
  resolved: null,
  comments: [said(id)],
  ...asked,
})
const idsOf = (threads: readonly ShownThread[]) => threads.map(({ id, comments }) => [id, comments.map((one) => one.id)])

describe('threads', () => {
  it('take news: a new one, and a known one in its place', () => {
    const one = put([], thread('1'))
    const two = put(one, thread('2'))
    expect(idsOf(put(two, thread('1', { comments: [said('1'), said('x')] })))).toEqual([
      ['1', ['1', 'x']],
      ['2', ['2']],
    ])
  })

  it('show an answer at once, keep it through news of others, and show it once when it has arrived', () => {
    const begun = begin([thread('1')], '1', said('mine'))
    expect(begun[0]?.comments[1]).toMatchObject({ id: 'mine', sending: true })
    const news = put(begun, thread('1', { comments: [said('1'), said('other')] }))
    expect(idsOf(news)).toEqual([['1', ['1', 'other', 'mine']]])
    const arrived = put(news, thread('1', { comments: [said('1'), said('other'), said('mine')] }))
    expect(arrived[0]?.comments.map(({ id, sending }) => [id, sending])).toEqual([
      ['1', undefined],
      ['other', undefined],
      ['mine', undefined],
    ])
  })

  it('take back what did not arrive, and nothing else', () => {
    const begun = begin([thread('1'), thread('2')], '1', said('mine'))
    expect(takeBack(begun, 'mine')).toEqual([thread('1'), thread('2')])
    expect(takeBack([thread('1')], '1')).toEqual([thread('1')])
    expect(takeBack([thread('new', { comments: [said('new', { sending: true })] })], 'new')).toEqual([])
  })

  it('stand in three groups, the last word first; nothing is left of a removed one', () => {
    const removedAt = '2026-11-23T13:00:00.000Z'
    const all = [
      thread('old'),
      thread('new', { comments: [said('new'), said('later', { at: '2026-11-23T12:30:00.000Z' })] }),
      thread('gone'),
      thread('done', { resolved: { by: 'Дәулет Қ.', at: removedAt } }),
      thread('done and gone', { resolved: { by: 'Дәулет Қ.', at: removedAt } }),
      thread('removed', { comments: [said('removed', { removedAt })] }),
    ]
    const { open, detached, resolved } = groupsOf(all, ({ id }) => id.includes('gone'))
    expect([open, detached, resolved].map((group) => group.map(({ id }) => id))).toEqual([
      ['new', 'old'],
      ['gone'],
      ['done', 'done and gone'],
    ])
  })

  it('count the answers that can be read', () => {
    const removedAt = '2026-11-23T13:00:00.000Z'
    expect(answersIn(thread('1'))).toBe(0)
    expect(answersIn(thread('1', { comments: [said('1', { removedAt }), said('2'), said('3', { removedAt })] }))).toBe(1)
  })
})

it.each([
  ['unsent', '', 'unsent'],
  ['unsent', ' \n', 'unsent'],
  ['unsent', 'typed since', 'unsent\ntyped since'],
])('what could not be sent comes back: %j into %j', (unsent, typed, text) => expect(giveBack(unsent, typed)).toBe(text))

it.each([
  ['Екі\nжол', 'Екі жол'],
  ['а'.repeat(80), 'а'.repeat(80)],
  ['👍'.repeat(81), `${'👍'.repeat(79)}…`],
])('an excerpt of %j is one short line', (text, line) => expect(excerptOf(text)).toBe(line))
