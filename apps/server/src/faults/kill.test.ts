import { setTimeout as pause } from 'node:timers/promises'
import { amount, seed, tell } from '@sheber/dev-env/faults'
import { randomFrom, type Random } from '@sheber/sync/testing/random'
import { expect, it, vi } from 'vitest'
import { compare, familyOf, openHouse, writing, type House } from './testing/house.ts'

// Real processes, killed at random moments while six hands write; what was called saved is compared with what is there.
const kills = { process: amount({ slice: 3, whole: 50 }), database: amount({ slice: 2, whole: 20 }) }
vi.setConfig({ testTimeout: 600_000 })

const recoveryMsMax = 10_000

/** Somewhere between two receipts, or within one. */
const aMoment = async (house: House, random: Random) => {
  await house.receipts(20 + random.below(200))
  await pause(random.below(25))
}

it(`[R2 R10 S1] kill -9 of the process, ${kills.process} times, seed ${seed}: what was called saved or merely seen is there, once`, async () => {
  const random = randomFrom(seed)
  await using house = await openHouse()
  const { writers, sheber } = house
  let lost = 0
  let seen = 0
  for (let round = 1; round <= kills.process; round += 1) {
    for (const one of writers) one.connect()
    const stop = writing(writers)
    await aMoment(house, random)
    await sheber.kill9()
    await Promise.all(writers.map((one) => one.ended()))
    stop()
    await sheber.start()
    // Nobody of the writers is back: they would return what the server had lost.
    const there = await house.newcomer()
    const found = compare(house.acknowledged(), there)
    lost += found.lost.length
    expect({ round, ...found }).toEqual({ round, lost: [], doubled: 0 })
    // What a writer's screen shows of the others had left the server, saved or not.
    const shown = writers.flatMap((one) => one.text.filter((mark) => !one.marks.includes(mark)))
    seen += new Set(shown).size
    expect({ round, ...compare(shown, there) }).toEqual({ round, lost: [], doubled: 0 })
  }
  for (const one of writers) one.connect()
  await vi.waitFor(() => expect(writers.map((one) => one.saved)).toEqual(writers.map((one) => one.marks.length)), { timeout: 20_000 })
  const all = await house.logged()
  expect(all.toSorted()).toEqual(writers.flatMap((one) => one.marks).toSorted())
  tell('kill -9 of the process', { kills: kills.process, acknowledged: house.acknowledged().length, seen, lost })
})

/** The postmaster, or one of the processes that serve a connection. */
const victimOf = (house: House, random: Random): number => {
  const [postmaster = 0, ...children] = familyOf(house.sheber.databasePid() ?? 0)
  return random.chance(0.5) || children.length === 0 ? postmaster : random.one(children)
}

it(`[R2 R4] kill -9 of PostgreSQL, ${kills.database} times, seed ${seed}: 503 and never 500, back by itself, nothing lost`, async () => {
  const random = randomFrom(seed)
  await using house = await openHouse()
  const { writers } = house
  for (const one of writers) one.persist(50)
  const stop = writing(writers)
  const statuses = new Set<number>()
  let slowest = 0
  let lost = 0
  for (let round = 1; round <= kills.database; round += 1) {
    await aMoment(house, random)
    process.kill(victimOf(house, random), 'SIGKILL')
    const killedAt = performance.now()
    const before = writers.map((one) => one.marks.length)
    // Written after the kill and called saved: all of it works again.
    while (!writers.every((one, at) => one.saved > (before[at] ?? 0))) {
      for (const path of ['/api/session', '/health/ready'])
        statuses.add(
          await house.ask(path).catch((why: unknown) => Promise.reject(new Error(house.sheber.log().slice(-3_000), { cause: why }))),
        )
      // A visitor, not a flood, which would be answered with 429.
      await pause(50)
      expect(performance.now() - killedAt).toBeLessThan(recoveryMsMax * 2)
    }
    // A connection may outlive its postmaster by some commits: only a new one shows that the database is back.
    const acknowledged = house.acknowledged()
    const logged = await vi.waitFor(() => house.logged(), { timeout: recoveryMsMax * 2, interval: 50 })
    slowest = Math.max(slowest, performance.now() - killedAt)
    const found = compare(acknowledged, logged)
    lost += found.lost.length
    expect({ round, ...found }).toEqual({ round, lost: [], doubled: 0 })
  }
  stop()
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect(slowest).toBeLessThan(recoveryMsMax)
  tell('kill -9 of PostgreSQL', {
    kills: kills.database,
    acknowledged: house.acknowledged().length,
    lost,
    'slowest back, ms': Math.round(slowest),
  })
})
