import { seed, tell } from '@sheber/dev-env/faults'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { memoryStorage } from '../src/memory.ts'
import { randomFrom } from '../src/testing/random.ts'
import { breath, createWire } from '../src/testing/wire.ts'

/** A log whose commits end only when the clock of the test has moved by half a second. */
const slowStorage = () => {
  const storage = memoryStorage()
  const waiting: (() => void)[] = []
  const append: typeof storage.append = async (entries) => {
    await new Promise<void>((written) => waiting.push(written))
    return storage.append(entries)
  }
  return { storage: { ...storage, append }, halfASecond: () => waiting.splice(0).forEach((written) => written()), waiting }
}

it(`[R2] half a second per commit, seed ${seed}: receipts are late and never false`, async () => {
  const random = randomFrom(seed)
  const { storage, halfASecond } = slowStorage()
  const wire = createWire({ storage })
  const a = wire.client('aigerim')
  const b = wire.client('daulet')
  await wire.flush()
  let early = 0
  for (let tick = 0; tick < 60; tick += 1) {
    for (let words = 1 + random.below(8); words > 0; words -= 1) random.one([a, b]).type(`${tick} `)
    await wire.flush()
    // Others see it at once; saved is what the log has.
    expect(a.text).toBe(b.text)
    const log = new Y.Doc()
    const { tail } = await storage.since('room', 0)
    for (const { bytes } of tail) Y.applyUpdate(log, bytes)
    const logged = log.getText('text').toString().split(' ').length - 1
    if (a.kept + b.kept > logged) early += 1
    const kept = [a.kept, b.kept]
    await wire.flush()
    expect([a.kept, b.kept]).toEqual(kept)
    halfASecond()
    await wire.flush()
  }
  for (let still = 0; still < 4; still += 1) {
    halfASecond()
    await wire.flush()
  }
  expect([early, a.kept, b.kept, a.closes, b.closes]).toEqual([0, a.made, b.made, [], []])
  tell('half a second per commit', { commits: wire.commits, acknowledged: a.kept + b.kept, 'false receipts': early })
})

it('[R4] what waits for a slow log is bounded: the room is closed, nothing of it was called saved, and it comes back', async () => {
  const backlogBytesMax = 1_000_000
  const { storage, halfASecond, waiting } = slowStorage()
  const wire = createWire({ storage, limits: { backlogBytesMax } })
  const a = wire.client('aigerim')
  await wire.flush()
  let most = 0
  for (let frames = 0; a.closes.length === 0 && frames < 100; frames += 1) {
    a.doc.getMap('map').set('ballast', new Uint8Array(50_000))
    while (a.carry('up'));
    wire.turn()
    await breath()
    most = Math.max(most, ...wire.hub.rooms().map(({ waitingBytes }) => waitingBytes))
  }
  expect([a.closes, a.kept]).toEqual([[{ code: 1013, reason: 'log too slow' }], 0])
  expect(most).toBeLessThanOrEqual(backlogBytesMax)
  while (waiting.length > 0) {
    halfASecond()
    await wire.flush()
  }
  wire.join(a)
  for (let still = 0; still < 4; still += 1) {
    await wire.flush()
    halfASecond()
  }
  await wire.flush()
  expect(a.kept).toBe(a.made)
})
