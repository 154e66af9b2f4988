import { expect, it } from 'vitest'
import type { Awareness, AwarenessChange } from '#lib/room.svelte.ts'
import { meet, type Person } from './here.ts'

const me = { id: 'me', name: 'Айгерім' }

/** An awareness of which the others are set by hand. */
const awarenessOf = (states: Map<number, unknown>) => {
  const heard = new Set<(change: AwarenessChange) => void>()
  const awareness: Awareness = {
    clientID: 1,
    getStates: () => states,
    setLocalState: (state) => void (state === null ? states.delete(1) : states.set(1, state)),
    on: (_, one) => void heard.add(one),
    off: (_, one) => void heard.delete(one),
  }
  return { awareness, change: () => heard.forEach((one) => one({ added: [], updated: [], removed: [] })), heard }
}

it('tells who else is here, each once, and not at every twitch of a caret', () => {
  const states = new Map<number, unknown>([[2, { user: { id: 'timur', name: 'Тимур' }, cursor: [1, 1] }]])
  const { awareness, change } = awarenessOf(states)
  const told: (readonly Person[])[] = []
  meet(awareness, me, (others) => told.push(others))
  expect(states.get(1)).toEqual({ user: me })
  states.set(3, { user: { id: 'timur', name: 'Тимур' } })
  states.set(2, { user: { id: 'timur', name: 'Тимур' }, cursor: [5, 5] })
  change()
  expect(told).toEqual([[{ id: 'timur', name: 'Тимур' }]])
  states.set(4, { user: { id: 'aidana', name: 'А'.repeat(200) } })
  change()
  expect(told[1]?.map(({ name }) => name.length)).toEqual([5, 80])
})

it('takes nobody for a person who says not who they are, and ends with its window', () => {
  const states = new Map<number, unknown>([
    [2, null],
    [3, { user: 'Тимур' }],
    [4, { user: { id: 7, name: 'x' } }],
  ])
  const { awareness, heard } = awarenessOf(states)
  const told: (readonly Person[])[] = []
  const leave = meet(awareness, me, (others) => told.push(others))
  expect(told).toEqual([[]])
  leave()
  expect([states.has(1), heard.size]).toEqual([false, 0])
})
