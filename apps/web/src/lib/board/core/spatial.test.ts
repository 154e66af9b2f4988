import { describe, expect, it } from 'vitest'
import { overlaps, type Rect } from './geometry.ts'
import { SpatialIndex, type Indexed } from './spatial.ts'

/** The same numbers for the same seed. */
const chance = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const somewhere = (random: () => number): Rect => {
  // A few are sheets under everything, which the index keeps apart.
  const large = random() < 0.03 ? 40 : 1
  return { x: (random() - 0.5) * 20_000, y: (random() - 0.5) * 20_000, w: 1 + random() * 600 * large, h: 1 + random() * 600 * large }
}

describe('SpatialIndex', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('finds what looking at everything finds, seed %d', (seed) => {
    const random = chance(seed)
    const index = new SpatialIndex<Indexed>()
    const things = new Set<Indexed>()
    for (let step = 0; step < 600; step++) {
      const all = [...things]
      const one = all[Math.floor(random() * all.length)]
      const what = random()
      if (!one || what < 0.5) {
        const fresh: Indexed = { bounds: somewhere(random), rank: step, cells: null, found: 0 }
        things.add(fresh)
        index.put(fresh)
      } else if (what < 0.85) {
        one.bounds = somewhere(random)
        index.put(one)
      } else {
        things.delete(one)
        index.remove(one)
      }
      if (step % 10 > 0) continue
      const asked = somewhere(random)
      const found = index.within(asked)
      const expected = [...things].filter(({ bounds }) => overlaps(bounds, asked))
      if (found) expect(new Set(found)).toEqual(new Set(expected))
      if (found) expect(found).toHaveLength(expected.length)
    }
  })

  it('answers for a small part, and says so where all of it is asked for', () => {
    const index = new SpatialIndex<Indexed>()
    for (let i = 0; i < 200; i++) index.put({ bounds: { x: i * 300, y: 0, w: 100, h: 100 }, rank: i, cells: null, found: 0 })
    expect(index.within({ x: 0, y: 0, w: 350, h: 50 })).toHaveLength(2)
    expect(index.within({ x: 0, y: 0, w: 1e6, h: 1e6 })).toBeNull()
  })
})

it('takes what lies beyond all measure, and asks beyond it, without counting its way there', () => {
  const index = new SpatialIndex<Indexed>()
  for (const n of [1e20, 1e308, Infinity, -Infinity, NaN]) {
    const item: Indexed = { bounds: { x: n, y: n, w: 10, h: 10 }, rank: 0, cells: null, found: 0 }
    index.put(item)
    expect(index.within({ x: n, y: n, w: 1, h: 1 })).toBeNull()
    index.remove(item)
  }
  expect(index.within({ x: 0, y: 0, w: 1, h: 1 }) ?? []).toEqual([])
})
