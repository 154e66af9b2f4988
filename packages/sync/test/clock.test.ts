import { tell } from '@sheber/dev-env/faults'
import { describe, expect, it } from 'vitest'
import { limits } from '../src/limits.ts'
import { memoryStorage } from '../src/memory.ts'
import { createWire } from '../src/testing/wire.ts'
import type { NewEntry } from '../src/types.ts'

const hourMs = 3_600_000
const jumps = [-24 * hourMs, -hourMs, hourMs, 24 * hourMs]

/** A storage that also shows what it was given. */
const logging = () => {
  const storage = memoryStorage()
  const rows: NewEntry[] = []
  const append = (entries: readonly NewEntry[]) => {
    rows.push(...entries)
    return storage.append(entries)
  }
  return { storage: { ...storage, append }, rows }
}

describe.each(jumps)('a clock that jumps by %i ms', (jump) => {
  it('[S1] the order of the log is that of the positions, whatever the clock said', async () => {
    const { storage, rows } = logging()
    const wire = createWire({ hubs: 2, storage })
    const a = wire.client('aigerim')
    const b = wire.client('daulet', { hub: 1 })
    await wire.flush()
    for (let at = 0; at < 10; at += 1) {
      ;(at % 2 ? a : b).type(`${at} `)
      await wire.flush()
      if (at === 4) wire.now += jump
    }
    expect([a.text, b.text]).toEqual(['0 1 2 3 4 5 6 7 8 9 ', a.text])
    const { tail } = await storage.since('room', 0)
    expect(tail.map(({ position }) => position)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1))
    expect((rows.at(-1)?.at ?? 0) - (rows[0]?.at ?? 0)).toBe(jump)
    expect([a.kept, b.kept]).toEqual([5, 5])
    tell('clock jump', { hours: jump / hourMs, 'order errors': 0 })
  })

  it('[P3 B9] what a dead process said is forgotten all the same', async () => {
    const wire = createWire({ hubs: 2 })
    const a = wire.client('aigerim')
    const b = wire.client('daulet', { hub: 1 })
    await wire.flush()
    a.show({ cursor: 1 })
    await wire.flush()
    expect(b.shown.size).toBe(1)
    wire.crash(0, [a])
    wire.now += jump
    wire.now += limits.presenceMsMax + 1
    await wire.hubs[1]?.sweep()
    await wire.flush()
    expect(b.shown.size).toBe(0)
  })

  it('[C1 R9 B9] a room rests, and is unloaded, all the same', async () => {
    const wire = createWire()
    const a = wire.client('aigerim')
    await wire.flush()
    a.type('x')
    await wire.flush()
    wire.now += jump
    wire.now += limits.restMs + 1
    await wire.hub.sweep()
    expect(wire.hub.rooms().map(({ live }) => live)).toEqual([false])
    a.cut()
    wire.now += jump
    wire.now += limits.quietMsMax + 1
    await wire.hub.sweep()
    expect(wire.hub.rooms()).toEqual([])
  })

  it('offline work is dated neither in the future nor before anybody could have done it', async () => {
    const { storage, rows } = logging()
    const wire = createWire({ storage })
    const said = [-hourMs, 0, hourMs, Number.MAX_SAFE_INTEGER]
    for (const oldestMs of said) {
      const offline = wire.client(`offline for ${oldestMs}`)
      offline.cut()
      offline.type('x')
      offline.oldestMs = oldestMs
      wire.now += jump
      wire.join(offline)
      await wire.flush()
      offline.cut()
    }
    expect(rows.map(({ at, doneAt }) => (doneAt === null ? null : at - doneAt))).toEqual([null, null, hourMs, limits.offlineMsMax])
  })
})
