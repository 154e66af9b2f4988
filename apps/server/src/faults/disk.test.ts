import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { amount, seed, tell } from '@sheber/dev-env/faults'
import { randomFrom } from '@sheber/sync/testing/random'
import { expect, it, vi } from 'vitest'
import { compare, familyOf, openHouse, writing, type House } from './testing/house.ts'
import { mountSmallDisk, whyNoMount } from './testing/small-disk.ts'

vi.setConfig({ testTimeout: 600_000 })

const rounds = { full: amount({ slice: 1, whole: 6 }), still: amount({ slice: 2, whole: 10 }) }
const healthMsMax = 500
const recoveryMsMax = 15_000
const memoryRiseMax = 128 * 1_048_576

/** Resident memory of the process, in bytes. */
const memoryOf = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024

/** Asks again and again; how long the longest answer took, and what was answered. */
const probing = (house: House, paths: readonly string[]) => {
  const statuses = new Map(paths.map((path) => [path, new Set<number>()]))
  let slowest = 0
  let over = false
  const one = async (path: string) => {
    while (!over) {
      const from = performance.now()
      statuses.get(path)?.add(await house.ask(path))
      if (path === '/health/live') slowest = Math.max(slowest, performance.now() - from)
      await pause(20)
    }
  }
  const all = Promise.all(paths.map(one))
  return {
    stop: async () => {
      over = true
      await all
      return { slowest, statuses: (path: string) => [...(statuses.get(path) ?? [])] }
    },
  }
}

const impossible = process.platform === 'linux' ? whyNoMount() : 'no Linux'
// CI runs as root, and must be able to.
it.skipIf(impossible !== null && !process.env['CI'])(
  `[R4] a full disk, ${rounds.full} times, seed ${seed}: refused and never falsely saved, back by itself${impossible ? ` (not here: ${impossible})` : ''}`,
  async () => {
    const random = randomFrom(seed)
    using disk = mountSmallDisk(256)
    await using house = await openHouse(disk.path)
    const { writers } = house
    for (const one of writers) one.persist(100)
    await Promise.all(writers.map((one) => one.synced.promise))
    const probes = probing(house, ['/health/live', '/health/ready', '/api/session'])
    let slowestBack = 0
    const refusals = new Set<number>()
    for (let round = 1; round <= rounds.full; round += 1) {
      const closes = writers.map((one) => one.closes.length)
      const stop = writing(writers, 30, 5_000 + random.below(30_000))
      await house.receipts(20 + random.below(50))
      disk.fill()
      // The writers are told: nobody keeps this.
      await vi.waitFor(() => expect(writers.some((one, at) => one.closes.length > (closes[at] ?? 0))).toBe(true), { timeout: 60_000 })
      expect(writers.flatMap((one) => one.closes).filter((code) => code !== 1013)).toEqual([])
      stop()
      // Also what does not come through the room's door, and is large.
      for (let asked = 0; asked < 5; asked += 1)
        refusals.add(await house.ask(`/api/board/${house.board}/version`, { name: `${round} ${asked}` }))
      disk.free()
      const freedAt = performance.now()
      const all = () => writers.every((one) => one.saved === one.marks.length)
      await vi.waitFor(() => expect(all()).toBe(true), { timeout: recoveryMsMax * 2 })
      slowestBack = Math.max(slowestBack, performance.now() - freedAt)
      expect({ round, ...compare(house.acknowledged(), await house.logged()) }).toEqual({ round, lost: [], doubled: 0 })
    }
    const { slowest, statuses } = await probes.stop()
    expect(statuses('/health/live')).toEqual([200])
    for (const path of ['/health/ready', '/api/session'])
      expect(statuses(path).filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect([...refusals].filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(refusals).toContain(503)
    expect(slowestBack).toBeLessThan(recoveryMsMax)
    tell('full disk', {
      times: rounds.full,
      acknowledged: house.acknowledged().length,
      lost: 0,
      'slowest back, ms': Math.round(slowestBack),
      'slowest health, ms': Math.round(slowest),
    })
  },
)

it(`[R2 R4] a disk that stands still, ${rounds.still} times, seed ${seed}: receipts are late and never false, the process answers`, async () => {
  const random = randomFrom(seed)
  await using house = await openHouse()
  const { writers, sheber } = house
  for (const one of writers) one.persist(50)
  await Promise.all(writers.map((one) => one.synced.promise))
  const probes = probing(house, ['/health/live'])
  const stop = writing(writers)
  await house.receipts(100)
  const memory = memoryOf(sheber.pid() ?? 0)
  let rise = 0
  let latest = 0
  for (let round = 1; round <= rounds.still; round += 1) {
    await house.receipts(20 + random.below(100))
    const family = familyOf(sheber.databasePid() ?? 0)
    for (const pid of family) process.kill(pid, 'SIGSTOP')
    // What the database had said before it stood still arrives; from then on nobody may be told anything.
    await pause(150)
    const before = writers.map((one) => one.saved)
    await pause(500 + random.below(1_500))
    expect(writers.map((one) => one.saved)).toEqual(before)
    rise = Math.max(rise, memoryOf(sheber.pid() ?? 0) - memory)
    for (const pid of family) process.kill(pid, 'SIGCONT')
    const from = performance.now()
    const marks = writers.map((one) => one.marks.length)
    await vi.waitFor(() => expect(writers.every((one, at) => one.saved >= (marks[at] ?? 0))).toBe(true), { timeout: recoveryMsMax })
    latest = Math.max(latest, performance.now() - from)
  }
  // The last time nothing moves any more: both are killed while words wait.
  const family = familyOf(sheber.databasePid() ?? 0)
  for (const pid of family) process.kill(pid, 'SIGSTOP')
  await pause(300)
  const { slowest, statuses } = await probes.stop()
  stop()
  await Promise.all(writers.map((one) => one.cut()))
  await sheber.kill9()
  for (const pid of family) process.kill(pid, 'SIGKILL')
  await sheber.start()
  expect(compare(house.acknowledged(), await house.newcomer())).toEqual({ lost: [], doubled: 0 })
  expect(statuses('/health/live')).toEqual([200])
  expect(slowest).toBeLessThan(healthMsMax)
  expect(rise).toBeLessThan(memoryRiseMax)
  tell('a disk that stands still', {
    times: rounds.still + 1,
    acknowledged: house.acknowledged().length,
    lost: 0,
    'slowest health, ms': Math.round(slowest),
    'memory rise, MB': rise / 1_048_576,
    'all saved after, ms': Math.round(latest),
  })
})
