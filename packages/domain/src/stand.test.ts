import type { Entry } from '@sheber/contract/stand'
import { describe, expect, it } from 'vitest'
import {
  authorsIn,
  admitStand,
  agesUnknown,
  confirmPart,
  firstEntry,
  isVideo,
  videoAddress,
  keepParts,
  lacksOf,
  placesFor,
  removeStand,
  restoreStand,
  returnStand,
  withdrawStand,
  writesEntry,
  type Placed,
  type Standing,
} from './stand.ts'

const said = (words: string) => ({ kk: words, ru: words, en: words })
const windows = {
  entriesFrom: '2026-11-01T00:00:00.000Z',
  entriesTo: '2026-11-20T18:00:00.000Z',
  hallFrom: '2026-11-25T00:00:00.000Z',
  judgingFrom: '2026-11-25T00:00:00.000Z',
  judgingTo: '2026-11-26T00:00:00.000Z',
  resultsAt: '2026-11-27T00:00:00.000Z',
}
const nominations = [
  { id: 'models', title: said('Модельдер') },
  { id: 'robots', title: said('Роботтар') },
]
const plan = { windows, late: false, nominations, directions: [], ages: { from: 7, to: 18 }, teamMax: 2, hall: { width: 10, height: 6 } }
const last = new Date('2026-11-20T18:00:00.000Z')
const after = new Date('2026-11-20T18:00:00.001Z')
const standing = (state: Standing['state'], more: Partial<Standing> = {}): Standing => ({ state, was: null, late: false, ...more })

const code = (deed: () => unknown) => {
  try {
    return deed()
  } catch (why) {
    return (why as { code: string }).code
  }
}

describe('an entry is written', () => {
  it('to the last millisecond, and after it only where late ones are taken', () => {
    expect(writesEntry(plan, 'call', standing('draft'), last)).toEqual({ late: false })
    expect(writesEntry(plan, 'call', standing('draft'), after)).toBeNull()
    expect(writesEntry({ ...plan, late: true }, 'call', standing('draft'), after)).toEqual({ late: true })
    expect(writesEntry(plan, 'call', standing('entered'), last)).toEqual({ late: false })
    expect(writesEntry(plan, 'call', standing('admitted'), last)).toEqual({ late: false })
  })
  it('once it was returned after the deadline too, and is no later for that, until it is judged', () => {
    expect(writesEntry(plan, 'moderation', standing('returned'), after)).toEqual({ late: false })
    expect(writesEntry(plan, 'hall', standing('returned', { late: true }), after)).toEqual({ late: true })
    expect(writesEntry(plan, 'judging', standing('returned'), after)).toBeNull()
  })
  it('not while it is withdrawn or removed', () => {
    expect(writesEntry(plan, 'call', standing('withdrawn'), last)).toBeNull()
    expect(writesEntry(plan, 'call', standing('removed'), last)).toBeNull()
  })
})

describe('the steps of a stand', () => {
  it('it is withdrawn before it is judged', () => {
    expect(code(() => withdrawStand(standing('admitted'), 'hall'))).toBeUndefined()
    expect(code(() => withdrawStand(standing('admitted'), 'judging'))).toBe('stand-step')
    expect(code(() => withdrawStand(standing('removed'), 'call'))).toBe('stand-step')
  })
  it('it is admitted once, by nobody of its team', () => {
    expect(admitStand(standing('entered'), 'call', { own: false })).toBe(true)
    expect(admitStand(standing('admitted'), 'call', { own: false })).toBe(false)
    expect(code(() => admitStand(standing('entered'), 'call', { own: true }))).toBe('stand-own')
    expect(code(() => admitStand(standing('returned'), 'call', { own: false }))).toBe('stand-step')
    expect(code(() => admitStand(standing('entered'), 'results', { own: false }))).toBe('stand-step')
  })
  it('it is returned and removed with a reason', () => {
    expect(returnStand(standing('entered'), 'moderation', ' Постер жоқ ')).toBe('Постер жоқ')
    expect(code(() => returnStand(standing('entered'), 'moderation', ' \n'))).toBe('reason-needed')
    expect(code(() => returnStand(standing('draft'), 'call', 'x'))).toBe('stand-step')
    expect(code(() => returnStand(standing('admitted'), 'judging', 'x'))).toBe('stand-step')
    expect(removeStand(standing('admitted'), 'judging', 'Қауіпті')).toBe('Қауіпті')
    expect(code(() => removeStand(standing('admitted'), 'judging', ''))).toBe('reason-needed')
    expect(code(() => removeStand(standing('draft'), 'call', 'x'))).toBe('stand-step')
  })
  it('it comes back as what it was, by the hand that took it away', () => {
    const removed = standing('removed', { was: 'admitted' })
    const withdrawn = standing('withdrawn', { was: 'entered' })
    expect(restoreStand(removed, 'judging', { ofTeam: false, moderates: true })).toBe('admitted')
    expect(code(() => restoreStand(removed, 'call', { ofTeam: true, moderates: false }))).toBe('stand-step')
    expect(restoreStand(withdrawn, 'moderation', { ofTeam: true, moderates: false })).toBe('entered')
    expect(code(() => restoreStand(withdrawn, 'moderation', { ofTeam: false, moderates: true }))).toBe('stand-step')
    expect(code(() => restoreStand(withdrawn, 'judging', { ofTeam: true, moderates: false }))).toBe('stand-step')
  })
})

const part = (personId: string, words: string, confirmed = false) => ({ personId, words, confirmed })

describe('parts', () => {
  it('stay confirmed while their words stay; nobody confirms for another by writing, and only members have one', () => {
    const before = [part('a', 'Сызды', true), part('b', 'Кесті', true)]
    expect(keepParts([part('a', 'Сызды'), part('b', 'Бояды', true), part('stranger', 'Қарады')], before, ['a', 'b'])).toEqual([
      part('a', 'Сызды', true),
      part('b', 'Бояды'),
    ])
  })
  it('are confirmed as they were read', () => {
    expect(confirmPart([part('a', 'Сызды'), part('b', 'Кесті')], 'a', 'Сызды')).toEqual([part('a', 'Сызды', true), part('b', 'Кесті')])
    expect(code(() => confirmPart([part('a', 'Бояды')], 'a', 'Сызды'))).toBe('stand-changed')
    expect(code(() => confirmPart([part('a', '')], 'a', ''))).toBe('stand-changed')
    expect(code(() => confirmPart([], 'a', 'Сызды'))).toBe('stand-changed')
  })
})

const entry: Entry = {
  ...{ nominationId: 'models', title: 'Көпір', about: 'Ағаштан', posterId: 'p', pictures: [], modelId: null, video: null, records: [] },
  parts: [part('a', 'Сызды', true), part('b', 'Кесті', true)],
  adults: 'Араны ұстады',
}
const team = [
  { id: 'a', adult: false },
  { id: 'b', adult: false },
  { id: 't', adult: true },
]
const around = { direction: 'modelling', things: 3 } as const

it('the authors of a stand are its learners, or grown-ups where there are no others', () => {
  expect([...authorsIn(team)]).toEqual([
    ['a', true],
    ['b', true],
    ['t', false],
  ])
  expect([...authorsIn([{ id: 't', adult: true }])]).toEqual([['t', true]])
})

describe('what is wanting', () => {
  it('nothing, of a whole entry', () => expect(lacksOf(plan, entry, team, around)).toEqual([]))
  it('is named in the order of the form', () => {
    const empty = { ...entry, nominationId: null, about: ' ', posterId: null, parts: [], adults: '' }
    expect(lacksOf({ ...plan, directions: ['aero'] }, empty, team, { ...around, things: 0 })).toEqual([
      ...(['nomination', 'about', 'poster', 'parts', 'adults', 'direction', 'board'] as const),
    ])
    expect(lacksOf(plan, { ...entry, nominationId: 'gone' }, team, around)).toEqual(['nomination'])
  })
  it('a part that nobody told, or that is not confirmed; an adult need not have one', () => {
    expect(lacksOf(plan, { ...entry, parts: [part('a', 'Сызды', true)] }, team, around)).toEqual(['parts'])
    expect(lacksOf(plan, { ...entry, parts: [part('a', 'Сызды', true), part('b', 'Кесті')] }, team, around)).toEqual(['parts'])
    expect(lacksOf(plan, { ...entry, parts: [...entry.parts, part('t', 'Үйретті')] }, team, around)).toEqual(['parts'])
    expect(lacksOf(plan, { ...entry, parts: [...entry.parts, part('gone', 'Кетті')] }, team, around)).toEqual([])
  })
  it('a team as small as the call asks for, its pupils counted; years only where they are known', () => {
    expect(
      lacksOf(plan, { ...entry, parts: [...entry.parts, part('c', 'Бояды', true)] }, [...team, { id: 'c', adult: false }], around),
    ).toEqual(['team-size'])
    expect(lacksOf(plan, { ...entry, parts: [] }, [], around)).toEqual(['team-size'])
    const born = (birthYear: number | null) => lacksOf(plan, entry, [{ id: 'a', adult: false, birthYear }, ...team.slice(1)], around)
    expect([2006, 2007, 2019, 2020, null].map(born)).toEqual([['age'], [], [], ['age'], []])
    expect([agesUnknown(team), agesUnknown([{ id: 'a', adult: false, birthYear: 2012 }, ...team.slice(1)])]).toEqual([2, 1])
    expect(lacksOf(plan, entry, [...team.slice(0, 2), { id: 't', adult: true, birthYear: 1970 }], around)).toEqual([])
  })
})

it.each([
  ['https://youtu.be/abc', true],
  ['https://www.youtube.com/watch?v=1', true],
  ['https://RUTUBE.ru/video/1', true],
  ['https://youtube.com.evil.kz/1', false],
  ['https://evil.kz/youtube.com', false],
  ['https://youtube.com@evil.kz/1', false],
  ['https://me@youtube.com/1', false],
  ['https://youtube.com:8443/1', false],
  ['http://youtube.com/1', false],
  [String.raw`https://evil.kz\@youtube.com`, false],
  ['https://', false],
] as const)('a video at %s: %s', (address, is) => expect(isVideo(address)).toBe(is))

it.each([
  ['youtu.be/abc', 'https://youtu.be/abc'],
  [' http://m.youtube.com/watch?v=1 ', 'https://m.youtube.com/watch?v=1'],
  ['https://vk.com/video1', 'https://vk.com/video1'],
  ['  ', null],
  ['https://', null],
  ['javascript:alert(1)', undefined],
  ['https://evil.kz/youtu.be', undefined],
  ['https://youtu.be/два слова', undefined],
] as const)('what is typed as %s is a video at %s', (typed, address) => expect(videoAddress(typed)).toBe(address))

const placed = (id: string, nominationId: string | null, more: Partial<Placed> = {}): Placed => ({
  ...{ id, nominationId, number: null, place: null },
  ...more,
})
const many = (count: number, nominationId: string) => Array.from({ length: count }, (_, at) => placed(`${nominationId}${at}`, nominationId))

describe('places', () => {
  it('go by nomination, each in rows of its own', () => {
    expect(placesFor([placed('z', 'robots'), placed('b', 'models'), placed('a', 'models')], plan)).toEqual([
      { id: 'a', number: 1, place: { x: 2.5, y: 1.5 } },
      { id: 'b', number: 2, place: { x: 7.5, y: 1.5 } },
      { id: 'z', number: 3, place: { x: 5, y: 4.5 } },
    ])
  })
  it('leave what was placed by hand, and the numbers of whoever is out for the moment', () => {
    const byHand = placed('b', 'models', { number: 7, place: { x: 1.5, y: 1 } })
    expect(placesFor([byHand, placed('a', 'models')], plan, [1])).toEqual([
      { id: 'b', number: 7, place: { x: 1.5, y: 1 } },
      { id: 'a', number: 2, place: { x: 5, y: 3 } },
    ])
    const inTheMiddle = placed('b', 'models', { place: { x: 5, y: 3 } })
    for (const { id, place } of placesFor([inTheMiddle, ...many(6, 'robots')], plan).filter(({ id }) => id !== 'b'))
      expect([id, Math.hypot(place.x - 5, place.y - 3) >= 2]).toEqual([id, true])
  })
  it.each([
    ['one nomination', [8], { width: 20, height: 12 }],
    ['several of them', [5, 6, 3, 4], { width: 20, height: 12 }],
    ['a long hall', [9, 2], { width: 40, height: 8 }],
    ['a full hall', [30, 30], { width: 20, height: 12 }],
    ['around a stand that was placed by hand', [9, 7], { width: 20, height: 12 }, { x: 10, y: 4 }],
  ])('stand on both sides of the hall alike, and from wall to wall: %s', (_, counts, hall, byHand?: { x: number; y: number }) => {
    const ids = ['models', 'robots', 'boats', 'planes']
    const wide = { ...plan, hall, nominations: ids.map((id) => ({ id, title: said(id) })) }
    const waiting = counts.flatMap((count, at) => many(count, ids[at] ?? ''))
    const hand = byHand ? [placed('hand', 'models', { place: byHand })] : []
    const places = placesFor([...waiting, ...hand], wide).flatMap(({ id, place }) => (id === 'hand' ? [] : [place]))
    const [first, last] = [places.filter(({ x }) => x < hall.width / 2), places.filter(({ x }) => x > hall.width / 2)]
    expect(Math.abs(first.length - last.length)).toBeLessThanOrEqual(Math.max(1, places.length / 6))
    for (const [axis, side] of [['x', hall.width] as const, ['y', hall.height] as const]) {
      const along = places.map((place) => place[axis])
      expect(Math.max(...along) - Math.min(...along), axis).toBeGreaterThanOrEqual(side / 2)
    }
  })
  it.each([1, 7, 15])('are inside the hall and two metres apart: %s stands', (count) => {
    const places = placesFor([...many(count, 'robots')], plan).map(({ place }) => place)
    for (const [at, { x, y }] of places.entries()) {
      expect([x >= 0 && x <= 10, y >= 0 && y <= 6]).toEqual([true, true])
      for (const other of places.slice(at + 1)) expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThanOrEqual(2)
    }
  })
  it('are closer where the hall is small, and still nobody’s twice', () => {
    const all = placesFor([...many(60, 'models'), ...many(40, 'robots')], plan)
    expect(new Set(all.map(({ place }) => `${place.x} ${place.y}`)).size).toBe(100)
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
    for (const { place } of all) expect([place.x >= 0 && place.x <= 10, place.y >= 0 && place.y <= 6]).toEqual([true, true])
  })
  it('are the same for the same stands, in whatever order they come', () => {
    const all = [...many(5, 'models'), ...many(4, 'robots')]
    expect(placesFor(all.toReversed(), plan)).toEqual(placesFor(all, plan))
  })
})

it('an entry begins with what the room tells', () => {
  const words = {
    part: (own: number, all: number) => `${own}/${all}`,
    adults: (own: number, all: number) => `үлкен ${own}/${all}`,
    noAdults: 'жоқ',
  }
  const hands = [
    { personId: 'a', things: 5 },
    { personId: 't', things: 2 },
  ]
  const begun = { title: 'Көпір', about: 'Ағаштан', posterId: 'p', members: team, hands, things: 6, words }
  expect(firstEntry(begun)).toMatchObject({
    ...{ title: 'Көпір', about: 'Ағаштан', posterId: 'p', nominationId: null },
    parts: [part('a', '5/6'), part('b', '')],
    adults: 'үлкен 2/6',
  })
  expect(firstEntry({ ...begun, hands: [] }).adults).toBe('жоқ')
  expect(firstEntry({ ...begun, hands: [], things: 0 }).adults).toBe('')
})
