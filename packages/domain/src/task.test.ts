import { taskStates } from '@sheber/contract/plain'
import { describe, expect, it } from 'vitest'
import { byPlace, cleanTitle, cleanWords, dueWhen, isLate, moveTask, newPeople, nextState, writeOver } from './task.ts'

describe('days', () => {
  it.each([
    ['2026-11-30', 'todo', 'late'],
    ['2026-12-01', 'doing', 'today'],
    ['2026-12-02', 'check', 'tomorrow'],
    ['2026-12-03', 'todo', null],
    ['2026-11-30', 'done', null],
    [null, 'todo', null],
  ] as const)('%s, %s: %s', (due, state, when) => {
    expect(dueWhen({ due, state }, '2026-12-01')).toBe(when)
    expect(isLate({ due, state }, '2026-12-01')).toBe(when === 'late')
  })
})

describe('a move', () => {
  const now = new Date('2026-12-01T10:00:00Z')
  const before = new Date('2026-11-01T10:00:00Z')

  it('tells since when it is done, and forgets it when work comes back', () => {
    expect(moveTask({ state: 'check', doneAt: null }, 'done', now)).toEqual({ state: 'done', doneAt: now })
    expect(moveTask({ state: 'done', doneAt: before }, 'done', now)).toEqual({ state: 'done', doneAt: before })
    expect(moveTask({ state: 'done', doneAt: before }, 'doing', now)).toEqual({ state: 'doing', doneAt: null })
  })

  it('leads along the columns to the last', () => {
    expect(taskStates.map(nextState)).toEqual(['doing', 'check', 'done', null])
  })
})

describe('words', () => {
  it('are kept in one spelling', () => {
    expect(cleanTitle('  Қанатын \t  желімдеу ')).toBe('Қанатын желімдеу')
    expect(cleanTitle('и\u0306од')).toBe('йод')
    expect(cleanWords(' бір\r\nекі\rүш \n')).toBe('бір\nекі\nүш')
    expect(() => cleanTitle(' \t ')).toThrow(expect.objectContaining({ code: 'input' }))
  })

  it('of somebody else are not written over by who had not read them', () => {
    expect(writeOver('бір', { was: 'бір', now: 'екі' })).toBe('екі')
    // Sent twice.
    expect(writeOver('екі', { was: 'бір', now: 'екі' })).toBe('екі')
    expect(() => writeOver('үш', { was: 'бір', now: 'екі' })).toThrow(expect.objectContaining({ code: 'task-changed' }))
  })
})

it('is given to people of the team; whoever has it may have left', () => {
  expect(newPeople(['a', 'b'], ['b'], ['a'])).toEqual(['a'])
  expect(() => newPeople(['c'], [], ['a'])).toThrow(expect.objectContaining({ code: 'task-outside' }))
})

it('stands by its key, letters as bytes, and by its id where two keys are one', () => {
  const rows = ['a1', 'Zz', 'a0', 'a0'].map((place, i) => ({ id: `${9 - i}`, place }))
  expect([...rows].sort(byPlace).map(({ id }) => id)).toEqual(['8', '6', '7', '9'])
})
