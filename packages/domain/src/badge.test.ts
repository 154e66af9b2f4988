import type { ClassDraft } from '@sheber/contract/badge'
import { describe, expect, it } from 'vitest'
import { criteriaWords, giveBadge, isNear, makeClass, missingOf, openClass, saveClass, stateOf, untilOf } from './badge.ts'
import { said, uuid } from './framework.fixture.ts'

const need = (competency: number, level: number) => ({ competencyId: uuid(competency), levelId: uuid(1_000 + level) })
const draft = (more: Partial<ClassDraft> = {}): ClassDraft => ({
  title: said('Pilot'),
  criteria: said(''),
  emblem: 'glider',
  needs: [need(1, 2)],
  role: said(''),
  validMonths: null,
  ...more,
})
const code = (deed: () => unknown) => {
  try {
    deed()
    return null
  } catch (why) {
    return (why as { code: string }).code
  }
}
const heights = new Map([1, 2, 3].map((n) => [uuid(1_000 + n), n]))

describe('a class', () => {
  it('needs a name in some language, and asks for nothing twice', () => {
    expect(makeClass(draft({ title: said({ kk: 'Ұшқыш' }) }))).toEqual(draft({ title: said({ kk: 'Ұшқыш' }) }))
    expect(code(() => makeClass(draft({ title: said(' ') })))).toBe('badge-class-broken')
    expect(code(() => makeClass(draft({ needs: [need(1, 1), need(1, 2)] })))).toBe('badge-class-broken')
  })

  it('is given for something', () => {
    const standing = (more: Partial<ClassDraft>) => ({ state: 'draft' as const, edition: 0, draft: draft(more) })
    expect(openClass(standing({}))).toBe('open')
    expect(openClass(standing({ needs: [], role: said({ ru: 'Конструктор' }) }))).toBe('open')
    expect(code(() => openClass(standing({ needs: [] })))).toBe('badge-class-broken')
  })

  it('is changed only as a draft, and by whoever saw it as it is', () => {
    const standing = { state: 'draft' as const, edition: 3, draft: draft() }
    expect(saveClass(standing, { edition: 3, draft: draft({ emblem: 'cube' }) })).toEqual(draft({ emblem: 'cube' }))
    expect(code(() => saveClass(standing, { edition: 2, draft: draft() }))).toBe('badge-class-changed')
    expect(code(() => saveClass({ ...standing, state: 'open' }, { edition: 3, draft: draft() }))).toBe('badge-class-fixed')
  })
})

describe('what somebody is short of', () => {
  const shown = (level: number | null) => new Map([[uuid(1), level === null ? null : uuid(1_000 + level)]])
  it.each([
    [1, [need(1, 2)]],
    [2, []],
    [3, []],
    [null, [need(1, 2)]],
  ] as const)('of level 2, being on %s', (level, missing) => {
    expect(missingOf([need(1, 2)], shown(level), heights)).toEqual(missing)
  })
  it('is everything that nobody has looked at, and a level that is not there', () => {
    expect(missingOf([need(2, 1), need(1, 9)], shown(3), heights)).toEqual([need(2, 1), need(1, 9)])
  })
})

describe('giving', () => {
  const asking = { state: 'open' as const, draft: draft(), missing: [], projects: ['p'], projectId: null }
  it('needs an open class and nothing missing', () => {
    expect(giveBadge(asking)).toEqual({ projectId: null })
    expect(code(() => giveBadge({ ...asking, state: 'closed' }))).toBe('badge-class-shut')
    expect(code(() => giveBadge({ ...asking, state: 'draft' }))).toBe('badge-class-shut')
  })
  it('says what is missing', () => {
    expect(() => giveBadge({ ...asking, missing: ['A1', 'B2', 'C3', 'D4', 'E5', 'F6'] })).toThrow(
      expect.objectContaining({ code: 'badge-missing', with: { what: 'A1; B2; C3; D4; E5…' } }),
    )
  })
  it('of a role asks in which project of theirs', () => {
    const role = { ...asking, draft: draft({ role: said('Designer') }) }
    expect(giveBadge({ ...role, projectId: 'p' })).toEqual({ projectId: 'p' })
    expect(code(() => giveBadge({ ...role, projectId: 'q' }))).toBe('badge-role')
    expect(code(() => giveBadge(role))).toBe('badge-role')
  })
})

it.each([
  ['2026-01-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2026-11-27T10:00:00.000Z', 24, '2028-11-27T10:00:00.000Z'],
  ['2028-02-29T10:00:00.000Z', 12, '2029-02-28T10:00:00.000Z'],
])('given on %s for %i months it ends on %s', (at, months, until) => {
  expect(untilOf(new Date(at), months)?.toISOString()).toBe(until)
})

it('is valid until its last moment, and revoked whatever the day', () => {
  const until = new Date(1_000)
  expect(stateOf({ until, revoked: null }, new Date(999))).toBe('valid')
  expect(stateOf({ until, revoked: null }, until)).toBe('expired')
  expect(stateOf({ until: null, revoked: null }, until)).toBe('valid')
  expect(stateOf({ until, revoked: { why: 'mistake' } }, new Date(0))).toBe('revoked')
})

it.each([
  'http://localhost:3000',
  'http://192.168.1.7/x',
  'http://10.0.0.2',
  'http://172.20.1.1',
  'http://sheber',
  'http://pc.local',
  'nonsense',
])('knows that %s opens only near by', (address) => expect(isNear(address)).toBe(true))
it.each(['https://sheber.example.kz/a', 'http://8.8.8.8', 'https://172.32.0.1', 'https://100.128.0.1'])(
  'knows that %s opens anywhere',
  (address) => expect(isNear(address)).toBe(false),
)

it('says what was asked for where nobody has written it', () => {
  const needs = [{ name: 'A1 Finds', level: 'Alone' }]
  expect(criteriaWords('en', draft({ criteria: said('Flew a glider.') }), needs)).toBe('Flew a glider.')
  expect(criteriaWords('en', draft({ role: said('Designer') }), needs)).toBe('Confirmed: Designer; A1 Finds (Alone)')
})
