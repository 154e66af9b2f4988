import { amount, isWhole, seed, tell } from '@sheber/dev-env/faults'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Hub } from '../src/hub.ts'
import { memoryStorage } from '../src/memory.ts'
import type { TestClient } from '../src/testing/client.ts'
import { randomFrom, type Random } from '../src/testing/random.ts'
import { breath, createWire } from '../src/testing/wire.ts'

const seedsMax = Number(process.env['FUZZ_SEEDS'] ?? amount({ slice: 80, whole: 2_000 }))
const first = Number(process.env['FUZZ_FIRST'] ?? (isWhole ? seed : 1))
const seeds = Array.from({ length: seedsMax }, (_, at) => first + at)
const steps = 300
const hubs = 3
const people = ['aigerim', 'daulet', 'madina', 'ruslan', 'dana', 'timur']

const edit = (client: TestClient, random: Random, words: string): void => {
  const text = client.doc.getText('text')
  const map = client.doc.getMap<unknown>('map')
  const kind = random.below(6)
  if (kind === 0 && text.length > 0) {
    const at = random.below(text.length)
    text.delete(at, Math.min(1 + random.below(5), text.length - at))
  } else if (kind === 1) map.set(`key ${random.below(8)}`, random.below(1_000))
  else if (kind === 2) {
    const key = `note ${random.below(5)}`
    const note = map.get(key)
    if (note instanceof Y.Map) note.set('g', [random.below(100), random.below(100)])
    else map.set(key, new Y.Map([['by', client.name]]))
  } else if (kind === 3) map.delete(`note ${random.below(5)}`)
  // Every edit leaves a mark that can be looked for afterwards.
  client.doc.getMap('marks').set(words, true)
  if (kind > 3) text.insert(random.below(text.length + 1), words)
}

const dayMs = 86_400_000

/** One random life of a room: edits, cuts, doubles, partitions, crashes, refusals, freezes, compaction; then peace. */
const live = async (seed: number) => {
  const random = randomFrom(seed)
  const storage = memoryStorage()
  const wire = createWire({
    hubs,
    storage,
    limits: { rowsBeforeCompaction: 10 + random.below(40), quietMsMax: 1_000, commitTriesMax: 2, restMs: 1_500, rowsBeforeRest: 3 },
  })
  const clients = people.map((name, at) => wire.client(name, { hub: at % hubs }))
  const home = new Map(clients.map((client, at) => [client, at % hubs]))
  const marks = new Map<TestClient, string[]>(clients.map((client) => [client, []]))
  const promised = new Set<string>()

  for (const client of clients)
    client.onKept = () =>
      marks
        .get(client)
        ?.slice(0, client.kept)
        .forEach((mark) => promised.add(mark))
  const rejoin = (client: TestClient) => {
    const hub = random.below(hubs)
    home.set(client, hub)
    wire.join(client, hub)
  }

  const freeze = async (frozen: boolean) => {
    storage.frozen[frozen ? 'add' : 'delete'](wire.room)
    const may = frozen ? 'aside' : 'write'
    for (const client of clients) client.may = may
    const asked = (hub: Hub) =>
      hub.reask(
        () => true,
        async () => may,
      )
    await Promise.all(wire.hubs.map(asked))
  }

  for (let step = 0; step < steps; step += 1) {
    const client = random.one(clients)
    const dice = random.below(112)
    if (dice < 45) {
      const mark = `${client.name} ${step}`
      const { made } = client
      client.doc.transact(() => edit(client, random, mark))
      if (client.made > made) marks.get(client)?.push(mark)
    } else if (dice < 75) {
      for (let frames = random.below(12); frames > 0; frames -= 1) random.one(clients).carry(random.chance(0.5) ? 'up' : 'down')
    } else if (dice < 84) wire.turn()
    else if (dice < 88) await breath()
    else if (dice < 91) wire.cut(client)
    else if (dice < 95) rejoin(client)
    else if (dice < 96) wire[random.chance(0.5) ? 'hold' : 'release']()
    else if (dice < 97) wire.refuse(random.chance(0.4))
    else if (dice < 98) {
      wire.now += random.below(2_000)
      const hub = wire.hubs[random.below(hubs)]
      void hub?.look()
      await hub?.sweep()
    } else if (dice < 99 && random.chance(0.3)) {
      const at = random.below(hubs)
      wire.crash(
        at,
        clients.filter((one) => home.get(one) === at),
      )
    } else if (dice < 100) client.show({ step })
    else if (dice < 103) client.repeat()
    else if (dice < 107) client.hearAgain(client.heard[random.below(client.heard.length + 1)])
    else if (dice < 109) wire.deafen(random.below(hubs))
    else if (dice < 110) wire.mend()
    else if (dice < 111) await freeze(random.chance(0.3))
    else if (random.chance(0.3)) wire.now += random.one([-dayMs, dayMs])
  }

  wire.refuse(false)
  wire.release()
  wire.mend()
  for (let round = 0; round < 3; round += 1) {
    await wire.flush()
    await freeze(false)
    for (const client of clients) if (!client.connected) rejoin(client)
    wire.now += 5_000
    await Promise.all(wire.hubs.flatMap((hub) => [hub.look(), hub.sweep()]))
  }
  await wire.flush()
  return { wire, clients, promised }
}

const asJson = (doc: Y.Doc) => ({
  text: doc.getText('text').toString(),
  map: doc.getMap('map').toJSON(),
  marks: doc.getMap('marks').toJSON(),
})

describe('random lives of a room', () => {
  let acknowledged = 0
  let lost = 0
  let converged = 0
  afterAll(() => tell('convergence', { schedules: seedsMax, acknowledged, diverged: seedsMax - converged, lost }))

  it.each(seeds)('[R1 R2 R3 R4 S1 S2] seed %i: all converge, the log alone rebuilds it, nothing called saved is missing', async (seed) => {
    const { wire, clients, promised } = await live(seed)
    const { whole, tail } = await wire.storage.since(wire.room, 0)
    const fromLog = new Y.Doc()
    for (const { bytes } of whole ? [whole, ...tail] : tail) Y.applyUpdate(fromLog, bytes)
    const expected = asJson(fromLog)
    expect(fromLog.store.pendingStructs).toBeNull()
    for (const client of clients) {
      expect(client.closes.map(({ code }) => code).filter((code) => code !== 1013)).toEqual([])
      expect(asJson(client.doc)).toEqual(expected)
      expect(client.kept).toBe(client.made)
    }
    converged += 1
    const missing = [...promised].filter((mark) => !(mark in expected.marks))
    acknowledged += promised.size
    lost += missing.length
    expect(missing).toEqual([])
    expect(promised.size).toBeGreaterThan(0)
  })
})
