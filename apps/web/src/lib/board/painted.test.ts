import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Painter } from './core/painter.ts'
import type { Peer } from './core/presence.ts'
import { meetBy } from './painted.ts'

const peers: readonly Peer[] = [
  { client: 1, user: { id: 'aigerim', name: 'Айгерім' }, cursor: [0, 0], sel: [], drag: null, edit: null, trail: null },
]
let tired: boolean
let painted: number
let met: boolean[]
let meet: () => void

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.advanceTimersByTime(10_000)
  tired = false
  painted = 0
  met = []
  const painter = {
    get tired() {
      return tired
    },
    show: (shown: readonly Peer[]) => void (painted = shown.length),
  } as unknown as Painter
  meet = meetBy(
    painter,
    () => peers,
    (is = false) => void met.push(is),
  )
})
afterEach(() => void vi.useRealTimers())

it('a machine that keeps up looks at the others whenever they move, and paints none of them', () => {
  for (let i = 0; i < 5; i++) meet()
  expect([met, painted]).toEqual([[false, false, false, false, false], 0])
})

it('one that does not looks five times a second, and paints them', () => {
  tired = true
  for (let i = 0; i < 60; i++) {
    meet()
    vi.advanceTimersByTime(1_000 / 60)
  }
  expect(met.length).toBeGreaterThanOrEqual(5)
  expect(met.length).toBeLessThanOrEqual(6)
  expect([met.every(Boolean), painted]).toEqual([true, 1])
})

it('once it has kept up for two seconds they are shown as before, even if nothing moves any more', () => {
  tired = true
  meet()
  tired = false
  vi.advanceTimersByTime(1_900)
  expect([met.at(-1), painted]).toEqual([true, 1])
  vi.advanceTimersByTime(200)
  expect([met.at(-1), painted]).toEqual([false, 0])
  const looks = met.length
  vi.advanceTimersByTime(60_000)
  expect(met.length).toBe(looks)
})
