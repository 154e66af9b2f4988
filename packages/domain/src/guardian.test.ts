import type { Role } from '@sheber/contract/organisation'
import { describe, expect, it } from 'vitest'
import { judgeGuardian, judgeWard } from './guardian.ts'

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
