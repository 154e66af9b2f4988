import type { Touched, Trace } from '@sheber/contract/trace'
import { describe, expect, it } from 'vitest'
import { clashIn, togetherOf, type Clash } from './clash.ts'

const at = '2026-11-26T10:00:00.000Z'
const hand = (id: string): Touched => ({ by: { id, name: id.toUpperCase() }, at })
const trace = (removed: Touched | null, ...unseen: Touched[]): Trace => ({ thingId: 'n', made: null, changed: null, removed, unseen })

describe('a deletion that met a change', () => {
  it('is told to whoever deleted, with the others by name', () => {
    expect(clashIn(trace(hand('me'), hand('daulet'), hand('timur')), 'k', 'me')).toEqual({
      id: 'n',
      key: 'k',
      side: 'deleter',
      name: 'DAULET, TIMUR',
    })
  })

  it('is told to whoever changed, with the one who deleted', () => {
    expect(clashIn(trace(hand('aigerim'), hand('daulet'), hand('me')), 'k', 'me')).toMatchObject({ side: 'editor', name: 'AIGERIM' })
  })

  it('is nobody else’s, nor of one who met themselves on another device', () => {
    expect(clashIn(trace(hand('aigerim'), hand('daulet')), 'k', 'me')).toBeNull()
    expect(clashIn(trace(hand('me'), hand('me')), 'k', 'me')).toBeNull()
  })

  it('waits for the log', () => {
    expect(clashIn(trace(hand('me')), 'k', 'me')).toBe('later')
    expect(clashIn(trace(null, hand('daulet')), 'k', 'me')).toBe('later')
  })

  it('is told together with those of the same side and person', () => {
    const of = (id: string, side: Clash['side'], name: string): Clash => ({ id, key: id, side, name })
    const all = [of('a', 'editor', 'X'), of('b', 'deleter', 'X'), of('c', 'editor', 'X'), of('d', 'editor', 'Y')]
    expect(togetherOf(all).map(({ id }) => id)).toEqual(['a', 'c'])
    expect(togetherOf([])).toEqual([])
  })
})
