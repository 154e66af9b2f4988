import { describe, expect, it } from 'vitest'
import { secondsOf, spokenAt, spotAt, stale, stepped } from './screen.ts'

const three = ['a', 'b', 'c']
const at = (id: string, place: number, round = 0) => ({ id, place, round })

describe('a walk over the big screen', () => {
  it('begins where one says, or at the first', () => {
    expect(spotAt(three, 'b', 2)).toEqual(at('b', 1, 2))
    expect(spotAt(three, 'gone')).toEqual(at('a', 0))
    expect(spotAt(three, undefined)).toEqual(at('a', 0))
    expect(spotAt([], 'a')).toBeNull()
  })

  it('goes on, back and round', () => {
    expect(stepped(three, at('a', 0), 1)).toEqual(at('b', 1))
    expect(stepped(three, at('c', 2), 1)).toEqual(at('a', 0, 1))
    expect(stepped(three, at('a', 0, 1), -1)).toEqual(at('c', 2, 0))
    expect(stepped(three, at('a', 0), -1)).toEqual(at('c', 2, 0))
    expect(stepped(['a'], at('a', 0), 1)).toEqual(at('a', 0, 1))
    expect(stepped([], at('a', 0), 1)).toBeNull()
  })

  it('misses nobody when a stand is taken away while it is shown', () => {
    expect(stepped(['a', 'c'], at('b', 1), 1)).toEqual(at('c', 1))
    expect(stepped(['a', 'c'], at('b', 1), -1)).toEqual(at('a', 0))
    expect(stepped(['a', 'b'], at('c', 2), 1)).toEqual(at('a', 0, 1))
    expect(stepped(['b', 'c'], at('a', 0), -1)).toEqual(at('c', 1, 0))
  })

  it('passes over what cannot be shown, and stands still where nothing can', () => {
    expect(stepped(three, at('a', 0), 1, ({ id }) => id === 'c')).toEqual(at('c', 2))
    expect(stepped(three, at('a', 0), 1, ({ id }) => id === 'a')).toEqual(at('a', 0, 1))
    expect(stepped(three, at('a', 0), 1, () => false)).toBeNull()
  })

  it('speaks every language at every stand, however many stands there are', () => {
    for (const stands of [1, 2, 3, 4, 6]) {
      for (let place = 0; place < stands; place++) {
        expect(new Set([0, 1, 2].map((round) => spokenAt({ place, round })))).toEqual(new Set(['kk', 'ru', 'en']))
      }
    }
    expect([0, 1, 2].map((place) => spokenAt({ place, round: 0 }))).toEqual(['kk', 'ru', 'en'])
  })

  it('stays at each for as long as there is a choice of', () => {
    expect(['10', '20', '40', '1', '', undefined].map(secondsOf)).toEqual([10, 20, 40, 20, 20, 20])
  })

  it('lets go of whatever is no longer as it was', () => {
    const deck = [
      { id: 'a', mark: '1' },
      { id: 'b', mark: '2' },
    ]
    const kept = [...deck, { id: 'b', mark: '1' }, { id: 'c', mark: '1' }]
    expect(stale(kept, deck)).toEqual(kept.slice(2))
    expect(stale(kept, [])).toEqual(kept)
  })
})
