import { describe, expect, it } from 'vitest'
import { holdsOn, judgePeriod, worldMaySee, type Given } from './consent.ts'

const given = (more: Partial<Given> = {}): Given => ({ scope: 'work', from: '2026-09-01', until: '2027-05-25', withdrawn: false, ...more })
const child = (name: string, ...consents: Given[]) => ({ name, adult: false, consents })
const day = '2026-11-27'

describe('consent', () => {
  it.each([
    ['on its first day', given(), '2026-09-01', true],
    ['on its last day', given(), '2027-05-25', true],
    ['the day before', given(), '2026-08-31', false],
    ['the day after', given(), '2027-05-26', false],
    ['without an end', given({ until: null }), '2040-01-01', true],
    ['withdrawn', given({ withdrawn: true }), day, false],
  ])('%s holds: as said', (_, one, on, holds) => {
    expect(holdsOn(one, on)).toBe(holds)
  })

  it.each([
    ['2026-02-30', null],
    ['2026-09-01', '2026-08-31'],
    ['2025-09-01', '2026-05-25'],
    ['2026-09-01', '2026-13-01'],
  ])('from %s until %s is refused', (from, until) => {
    expect(() => judgePeriod({ from, until }, day)).toThrow(expect.objectContaining({ code: 'consent-period' }))
  })

  it('of a beginning that lies ahead is taken', () => {
    expect(() => judgePeriod({ from: '2026-12-01', until: null }, day)).not.toThrow()
  })
})

describe('what the world may see', () => {
  it('is nothing while one child’s guardian has not agreed', () => {
    expect(worldMaySee([child('Айгерім', given()), child('Дәулет')], day)).toBeNull()
    expect(worldMaySee([child('Айгерім', given({ scope: 'name' }))], day)).toBeNull()
    expect(worldMaySee([], day)).toBeNull()
  })

  it('is the work without a name, and the name where that was agreed to as well', () => {
    expect(worldMaySee([child('Айгерім', given())], day)).toEqual({ names: [] })
    expect(worldMaySee([child('Айгерім', given(), given({ scope: 'name' })), child('Дәулет', given())], day)).toEqual({
      names: ['Айгерім'],
    })
  })

  it('is nothing from the moment on in which consent is withdrawn or over', () => {
    expect(worldMaySee([child('Айгерім', given({ withdrawn: true }))], day)).toBeNull()
    expect(worldMaySee([child('Айгерім', given({ until: '2026-11-26' }))], day)).toBeNull()
  })

  it('an adult speaks for themselves', () => {
    expect(worldMaySee([{ name: 'Мадина', adult: true, consents: [] }], day)).toEqual({ names: ['Мадина'] })
  })
})
