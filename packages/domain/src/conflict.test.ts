import { describe, expect, it } from 'vitest'
import { conflictsOf } from './conflict.ts'

const judge = { id: 'madina', organisationIds: ['school-101'], wardIds: ['timur'], learnerIds: ['polina'] }
const stand = { organisationIds: ['school-102'], personIds: ['aidana', 'daniyar'], supervisorIds: ['bolat'] }

describe('a conflict', () => {
  it('is none where nothing binds them', () => {
    expect(conflictsOf(judge, stand)).toEqual([])
    expect(conflictsOf({ id: 'madina', organisationIds: [] }, { organisationIds: [], personIds: [] })).toEqual([])
  })

  it('is named for what it is', () => {
    expect(conflictsOf(judge, { ...stand, organisationIds: ['school-102', 'school-101'] })).toEqual(['own-school'])
    expect(conflictsOf(judge, { ...stand, personIds: ['aidana', 'madina'] })).toEqual(['own-team'])
    expect(conflictsOf(judge, { ...stand, personIds: ['timur'] })).toEqual(['relative'])
    expect(conflictsOf(judge, { ...stand, personIds: ['polina'] })).toEqual(['supervised'])
    expect(conflictsOf(judge, { ...stand, supervisorIds: ['madina'] })).toEqual(['supervised'])
  })

  it('may be several at once', () => {
    expect(conflictsOf(judge, { organisationIds: ['school-101'], personIds: ['timur', 'polina'] })).toEqual([
      'own-school',
      'relative',
      'supervised',
    ])
  })
})
