import type { ShownEvidence } from '@sheber/contract/evidence'
import type { Role } from '@sheber/contract/organisation'
import { describe, expect, it } from 'vitest'
import { claimsForGuardian, judgeGuardian, judgeWard, shownToGuardians, stillToTell } from './guardian.ts'

const at = (id: string, ...places: [organisationId: string, role: Role][]) => ({
  id,
  memberships: places.map(([organisationId, role]) => ({ organisationId, role })),
})
const child = at('child', ['school', 'learner'], ['centre', 'learner'])
const why = (work: () => void) => {
  try {
    work()
    return null
  } catch (no) {
    return (no as { code: string }).code
  }
}

describe('a guardian', () => {
  it.each([
    ['a teacher who is a mother', at('mother', ['centre', 'teacher']), null],
    ['somebody who stands for a brother already', at('mother', ['school', 'guardian']), null],
    ['a classmate', at('mate', ['school', 'learner']), 'guardian-child'],
    ['the child', child, 'guardian-child'],
    ['a learner who helps elsewhere', at('helper', ['school', 'learner'], ['company', 'mentor']), 'guardian-child'],
    ['whoever writes it down', at('clerk', ['centre', 'teacher']), 'guardian-self'],
    ['somebody of another school', at('stranger', ['other', 'teacher']), 'guardian-elsewhere'],
    ['somebody without a place', at('nobody'), 'guardian-elsewhere'],
  ] as const)('is %s: %#', (_, guardian, expected) => {
    expect(why(() => judgeGuardian(child, guardian, 'clerk'))).toBe(expected)
  })

  it.each([
    ['a learner', child, null],
    ['a teacher', at('teacher', ['centre', 'teacher']), 'guardian-not-needed'],
    ['nobody of anywhere', at('nobody'), 'guardian-not-needed'],
  ] as const)('stands for %s', (_, ward, expected) => {
    expect(why(() => judgeWard(ward))).toBe(expected)
  })
})

describe('what a guardian is told of', () => {
  it('is what they may read now', () => {
    const records = [
      { id: 'own', audience: [] },
      { id: 'inside', audience: ['team', 'group', 'centre', 'school'] as const },
      { id: 'family', audience: ['team', 'guardian'] as const },
      { id: 'world', audience: ['public'] as const },
    ]
    expect(shownToGuardians(records)).toEqual(['family', 'world'])
  })

  it('is told once to each of them', () => {
    const [mother, father] = ['mother', 'father'].map((guardianId) => ({ guardianId, recordId: 'boat' }))
    if (!mother || !father) throw new Error('nobody')
    expect(stillToTell([mother, father, mother], [])).toEqual([mother, father])
    expect(stillToTell([mother, father], [mother])).toEqual([father])
    expect(stillToTell([mother], [mother, father])).toEqual([])
  })
})

describe('claims of a child, for whoever stands for it', () => {
  const by = (personId: string) => ({ personId, name: `name of ${personId}` })
  const claim = (id: string, recordId: string, maker: string): ShownEvidence => ({
    ...{ id, portfolioId: 'p', recordId, person: by('child'), competencyId: 'c', frameworkId: 'f', levelId: 'l' },
    ...{ why: 'Спаяла сама', state: 'disputed', by: by(maker), at: '2026-11-01T10:00:00.000Z' },
    verdicts: [{ id: 'v', reviewer: by('teacher'), verdict: 'partly', levelId: 'l', text: 'Часть видно', at: '2026-11-02T10:00:00.000Z' }],
    disputes: [{ by: by('child'), text: 'Посмотрите ещё раз', at: '2026-11-03T10:00:00.000Z' }],
    ...{ accepted: [], supersededAt: null, supersededBy: null, away: [], handed: [] },
  })
  const told = (...claims: ShownEvidence[]) => claimsForGuardian(claims, ({ recordId }) => recordId === 'open', new Set(['teacher']))

  it('are whole where the record is shown to them', () => {
    const one = claim('e', 'open', 'child')
    expect(told(one)).toEqual([one])
  })

  it('keep level, state and verdict of any other record, and none of the words', () => {
    const [one] = told(claim('e', 'closed', 'teacher'))
    expect(one).toMatchObject({ levelId: 'l', state: 'disputed', why: '', disputes: [], by: by('teacher') })
    expect(one?.verdicts).toMatchObject([{ verdict: 'partly', levelId: 'l', text: '' }])
  })

  it('name no other child, whoever it was that linked it', () =>
    expect(told(claim('e', 'open', 'mate'), claim('f', 'closed', 'mate')).map((one) => one.by)).toEqual([
      { personId: '', name: '' },
      { personId: '', name: '' },
    ]))
})
