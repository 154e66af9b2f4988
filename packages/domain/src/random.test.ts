import { describe, expect, it } from 'vitest'
import { drawn, seeded, shuffled } from './random.ts'

describe('chance by a seed', () => {
  it('is the same for the same seed, on every machine', () => {
    const random = seeded('round 1')
    const first = [random(), random(), random()]
    const again = seeded('round 1')
    expect([again(), again(), again()]).toEqual(first)
    expect(seeded('round 2')()).not.toBe(first[0])
    expect(seeded(1)()).toBe(seeded('1')())
    expect(first).toEqual([0.18853369960561395, 0.32997464132495224, 0.7765864382963628])
  })

  it('is even', () => {
    const random = seeded('even')
    const numbers = Array.from({ length: 20_000 }, random)
    expect(numbers.every((one) => one >= 0 && one < 1)).toBe(true)
    const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((one) => Math.floor(one * 10) === tenth).length)
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200)
  })

  it('shuffles all of it, each order as often, and leaves the list alone', () => {
    const random = seeded('orders')
    const list = ['a', 'b', 'c']
    const orders = Map.groupBy(
      Array.from({ length: 6_000 }, () => shuffled(list, random).join('')),
      (order) => order,
    )
    expect([...orders.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    for (const { length } of orders.values()) expect(Math.abs(length - 1_000)).toBeLessThan(150)
    expect(list).toEqual(['a', 'b', 'c'])
    expect(drawn([], random)).toBeUndefined()
    expect(list).toContain(drawn(list, random))
  })
})
