import type { Former } from '@sheber/contract/framework'
import { describe, expect, it } from 'vitest'
import { said, uuid } from './framework.fixture.ts'
import { heirsIn, predecessorsOf, newestOf } from './former.ts'
import { seeded } from './random.ts'

/** `pairs`: which competency was replaced by which. */
const former = (n: number, pairs: readonly (readonly [number, number])[]): Former => ({
  id: uuid(900 + n),
  title: said('Making'),
  version: `${n}.0`,
  rollup: 'latest',
  levels: [],
  competencies: pairs.map(([id, replacedBy]) => ({ id: uuid(id), code: `C${id}`, title: said(''), replacedBy: uuid(replacedBy) })),
})
const walked = (id: number, formers: readonly Former[]) => predecessorsOf(formers)(uuid(id)).map(({ competency }) => competency.code)

describe('what a competency took the place of', () => {
  it('goes back over every version, the nearest first', () => {
    expect(walked(3, [former(1, [[1, 2]]), former(2, [[2, 3]])])).toEqual(['C2', 'C1'])
    expect(walked(4, [former(1, [[1, 2]]), former(2, [[2, 3]])])).toEqual([])
  })

  it('knows all of several that became one', () => {
    expect(
      walked(3, [
        former(1, [
          [1, 3],
          [2, 3],
        ]),
      ]),
    ).toEqual(['C1', 'C2'])
  })

  it('ends where somebody named a circle', () => {
    const circle = [former(1, [[1, 2]]), former(2, [[2, 1]]), former(3, [[3, 3]])]
    expect([1, 2, 3].map((n) => walked(n, circle))).toEqual([['C2'], ['C1'], []])
  })

  it('whatever is named a successor of whatever, tells each once, never itself, and everything from which it can be reached', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seeded(seed)
      const some = (below: number) => Math.floor(random() * below)
      const size = 2 + some(12)
      const pairs = Array.from({ length: size }, (_, n) => [n, some(size)] as const)
      const formers = [former(1, pairs.slice(0, size / 2)), former(2, pairs.slice(size / 2))]
      const to = new Map(pairs)
      for (let target = 0; target < size; target += 1) {
        const reached = pairs
          .map(([from]) => from)
          .filter((from) => {
            let at = from
            for (let step = 0; step < size; step += 1) {
              at = to.get(at) ?? at
              if (at === target) return from !== target
            }
            return false
          })
        const told = walked(target, formers)
        expect(new Set(told), `seed ${seed}`).toEqual(new Set(reached.map((n) => `C${n}`)))
        expect(told.length, `seed ${seed}`).toBe(reached.length)
      }
    }
  })
})

it('heirs are what stands at the end, or in the framework itself', () => {
  const formers = [former(1, [[1, 2]]), former(2, [[2, 3]]), former(3, [[4, 3]])]
  expect(heirsIn(uuid(903), formers)).toEqual([uuid(3)])
})

describe('the newest version', () => {
  const line = (n: number, state: 'draft' | 'published' | 'retired', next: number | null) => ({
    id: uuid(n),
    state,
    replacedBy: next === null ? null : uuid(next),
  })

  it('is the last that is published', () => {
    const lines = [line(1, 'retired', 2), line(2, 'retired', 3), line(3, 'published', 4), line(4, 'draft', null)]
    expect([1, 2, 3, 4].map((n) => newestOf(uuid(n), lines))).toEqual([3, 3, 3, 4].map(uuid))
    expect(newestOf(uuid(9), lines)).toBe(uuid(9))
  })

  it('is found though versions name each other', () => {
    expect(newestOf(uuid(1), [line(1, 'published', 2), line(2, 'published', 1)])).toBe(uuid(2))
    expect(newestOf(uuid(1), [line(1, 'published', 1)])).toBe(uuid(1))
  })
})
