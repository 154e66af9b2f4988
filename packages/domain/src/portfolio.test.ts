import { describe, expect, it } from 'vitest'
import type { OfPortfolio, Who } from './permission.ts'
import { readsRecord, worksWith } from './portfolio.ts'

const of: OfPortfolio = {
  kind: 'portfolio',
  id: 'p',
  ownerId: 'aigerim',
  teamId: null,
  letIn: ['yerlan'],
  organisations: ['centre', 'school'],
  teams: ['kite'],
  mates: ['timur'],
  guardians: ['zhanna'],
  relatives: ['zhanna'],
}
const person = (id: string, more: Partial<Who> = {}): Who => ({ id, memberships: [], teams: [], ...more })
const inCentre = (role: 'learner' | 'teacher' | 'guardian') => [{ organisationId: 'centre', kind: 'centre' as const, role }]
const inSchool = (role: 'learner' | 'teacher') => [{ organisationId: 'school', kind: 'school' as const, role }]

const guardianHere = person('zhanna', { memberships: inCentre('guardian') })

describe('who reads a record', () => {
  it.each([
    ['its owner, whatever it says', person('aigerim'), [], true],
    ['who was let in, whatever it says', person('yerlan'), [], true],
    ['nobody else where it names nobody', person('daulet', { teams: ['kite'], memberships: inCentre('learner') }), [], false],
    ['who shares a team', person('daulet', { teams: ['kite'] }), ['team'], true],
    ['not who shares a team, where it is for the group', person('daulet', { teams: ['kite'] }), ['group'], false],
    ['who learns in the same group', person('timur'), ['group'], true],
    ['whoever belongs to the centre', person('aliya', { memberships: inCentre('learner') }), ['centre'], true],
    ['not the school, where it is for the centre', person('marat', { memberships: inSchool('learner') }), ['centre'], false],
    ['the school, where it says so', person('marat', { memberships: inSchool('learner') }), ['school', 'team'], true],
    ['nobody for the world’s sake: there is no consent yet', person('guest'), ['public', 'guardian'], false],
    ['who stands for the owner', person('zhanna'), ['guardian'], true],
    ['who stands for the owner, what is meant for the world', person('zhanna'), ['public'], true],
    ['not who stands for the owner, where it is for the team and the centre', guardianHere, ['team', 'centre', 'school'], false],
    ['not who stands for another child of the centre', { ...guardianHere, id: 'other' }, ['guardian', 'centre', 'public'], false],
  ] as const)('%s', (_, who, audience, reads) => {
    expect(readsRecord(who, of, audience)).toBe(reads)
  })
})

describe('whom one may let in to write', () => {
  it.each([
    ['a mate of a team', { teams: ['kite'], memberships: [] }, true],
    ['a teacher of the centre', { teams: [], memberships: inCentre('teacher') }, true],
    ['not another pupil of the centre', { teams: ['boat'], memberships: inCentre('learner') }, false],
    ['not who only stands for a child', { teams: [], memberships: inCentre('guardian') }, false],
    ['not a stranger', { teams: [], memberships: [] }, false],
  ] as const)('%s', (_, asked, works) => {
    expect(worksWith(of, asked)).toBe(works)
  })
})
