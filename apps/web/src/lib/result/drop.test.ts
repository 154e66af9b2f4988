import { describe, expect, it } from 'vitest'
import { deedOf, degreeSlot, departs, noSlot, ownSlot, ruleOf, undoOf } from './drop.ts'

const none = { kk: '', ru: '', en: '' }
const bold = { kk: 'Батыл', ru: 'Смелый', en: 'Bold' }
const field = {
  stands: [
    { id: 's1', nominationId: 'models' },
    { id: 's2', nominationId: 'models' },
    { id: 's3', nominationId: 'robots' },
  ],
  awards: [
    { id: 'a1', standId: 's1', degree: 1, title: none },
    { id: 'own', standId: 's1', degree: null, title: bold },
  ],
}
const newId = () => 'new'
const drop = (slot: string, standId: string, awardId: string | null = null) => deedOf(slot, { standId, awardId }, field, newId)

describe('letting go', () => {
  it('gives a degree, or makes the one that the stand has another', () => {
    expect(drop(degreeSlot('models', 2), 's2')).toEqual({ do: 'give', id: 'new', given: { standId: 's2', degree: 2, title: null } })
    expect(drop(degreeSlot('models', 3), 's1', 'a1')).toEqual({
      ...{ do: 'move', awardId: 'a1' },
      given: { standId: 's1', degree: 3, title: null },
    })
    // Taken by its other award, it is the same stand.
    expect(drop(degreeSlot('models', 3), 's1', 'own')).toMatchObject({ do: 'move', awardId: 'a1' })
  })
  it('hands an award with a name on, and takes one away outside', () => {
    expect(drop(ownSlot('own'), 's3')).toEqual({ do: 'move', awardId: 'own', given: { standId: 's3', degree: null, title: bold } })
    expect(drop(noSlot, 's1', 'a1')).toEqual({ do: 'remove', awardId: 'a1' })
  })
  it('is nothing where it was taken, in another nomination, or nowhere', () => {
    expect(drop(degreeSlot('models', 1), 's1', 'a1')).toBe(null)
    expect(drop(degreeSlot('robots', 1), 's1')).toBe(null)
    expect(drop(ownSlot('own'), 's1')).toBe(null)
    expect(drop(noSlot, 's2')).toBe(null)
    expect(drop('elsewhere', 's2')).toBe(null)
    expect(drop(degreeSlot('models', 1), 'gone')).toBe(null)
  })
})

it('is taken back', () => {
  const undo = (deed: ReturnType<typeof drop>) => deed && undoOf(deed, field, newId)
  expect(undo(drop(degreeSlot('models', 2), 's2'))).toEqual({ do: 'remove', awardId: 'new' })
  expect(undo(drop(degreeSlot('models', 3), 's1', 'a1'))).toEqual({
    ...{ do: 'move', awardId: 'a1' },
    given: { standId: 's1', degree: 1, title: null },
  })
  expect(undo(drop(noSlot, 's1', 'own'))).toEqual({ do: 'give', id: 'new', given: { standId: 's1', degree: null, title: bold } })
})

describe('the rule', () => {
  const scored = field.stands.map((one, at) => ({ ...one, corrected: [80, 70, 60][at] })) as never
  const rule = ruleOf(scored, { awards: 'places', ties: 'share' })
  it('is asked why it is left, and not why it is kept', () => {
    const leaves = (deed: ReturnType<typeof drop>) => deed && departs(deed, field, rule)
    expect(leaves(drop(degreeSlot('models', 2), 's2'))).toBe(false)
    expect(leaves(drop(degreeSlot('models', 1), 's2'))).toBe(true)
    expect(leaves(drop(noSlot, 's1', 'a1'))).toBe(true)
    expect(leaves(drop(noSlot, 's1', 'own'))).toBe(true)
  })
  it('of decisions by hand, or of what was seen side by side, is not known here', () => {
    expect(ruleOf(scored, { awards: 'hand', ties: 'share' })).toBe(null)
    expect(ruleOf(scored, { awards: 'places', ties: 'head-to-head' })).toBe(null)
    expect(departs({ do: 'remove', awardId: 'a1' }, field, null)).toBe(true)
  })
})
