import { describe, expect, it } from 'vitest'
import { attribute, type Deed } from '../src/attribution.ts'
import { memoryStorage } from '../src/memory.ts'
import { randomFrom } from '../src/testing/random.ts'
import { createWire } from '../src/testing/wire.ts'
import type { NewEntry } from '../src/types.ts'

/** A wire whose log also says whose rows they are. */
const workshop = () => {
  const rows: NewEntry[] = []
  const storage = memoryStorage()
  const wire = createWire({
    storage: {
      ...storage,
      append: async (entries) => {
        const positions = await storage.append(entries)
        rows.push(...entries)
        return positions
      },
    },
  })
  const read = async () => {
    const deeds: Deed[] = rows.map(({ person, bytes, at, doneAt }) => ({ person, bytes, at: doneAt ?? at }))
    return attribute(deeds, (await storage.since('room', 0)).owners)
  }
  return { wire, read }
}
const sums = (all: Awaited<ReturnType<ReturnType<typeof workshop>['read']>>) => {
  const said: Record<string, number> = {}
  const count = (key: string, by: number) => (said[key] = (said[key] ?? 0) + by)
  for (const { person, inserted, deleted } of all) {
    if (inserted > 0) count(`${person} wrote`, inserted)
    for (const [whose, gone] of deleted) count(`${person} deleted of ${whose}`, gone)
  }
  return said
}

describe('attribution', () => {
  it('[A2] says who wrote and who deleted, and whose words those were', async () => {
    const { wire, read } = workshop()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    a.type('abcdef')
    await wire.flush()
    b.type('ghi')
    await wire.flush()
    b.doc.getText('text').delete(1, 2)
    await wire.flush()
    a.doc.getText('text').delete(0, 1)
    await wire.flush()
    expect(sums(await read())).toEqual({
      'aigerim wrote': 6,
      'daulet wrote': 3,
      'daulet deleted of aigerim': 2,
      'aigerim deleted of aigerim': 1,
    })
  })

  it('[A2] what a returning browser brings of others is theirs, and is counted once', async () => {
    const { wire, read } = workshop()
    const a = wire.client('aigerim')
    const b = wire.client('daulet')
    await wire.flush()
    a.type('known ')
    await wire.flush()
    // It was heard and never logged: the process dies before the commit, and only daulet comes back.
    wire.hold()
    a.type('heard ')
    wire.turn()
    while (a.carry('up')) wire.turn()
    while (b.carry('down')) wire.turn()
    wire.crash()
    wire.release()
    b.type('own ')
    wire.join(b)
    await wire.flush()
    wire.join(a)
    await wire.flush()
    expect(sums(await read())).toEqual({ 'aigerim wrote': 12, 'daulet wrote': 4 })
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '[A2] seed %i: every letter is somebody’s once, and what is gone was deleted by somebody',
    async (seed) => {
      const random = randomFrom(seed)
      const { wire, read } = workshop()
      const clients = ['aigerim', 'daulet', 'madina'].map((name) => wire.client(name))
      await wire.flush()
      let made = 0
      for (let step = 0; step < 200; step += 1) {
        const client = random.one(clients)
        const text = client.doc.getText('text')
        if (text.length > 3 && random.chance(0.3)) text.delete(random.below(text.length - 2), 2)
        else {
          made += 2
          client.type('ab', random.below(text.length + 1))
        }
        if (random.chance(0.05)) wire.cut(client)
        if (random.chance(0.2)) {
          for (const one of clients) if (!one.connected) wire.join(one)
          await wire.flush()
        }
      }
      for (const one of clients) if (!one.connected) wire.join(one)
      await wire.flush()
      const all = await read()
      const wrote = all.reduce((sum, { inserted }) => sum + inserted, 0)
      const gone = all.reduce((sum, { deleted }) => sum + [...deleted.values()].reduce((a, b) => a + b, 0), 0)
      const [one] = clients
      expect([wrote, wrote - gone]).toEqual([made, one?.text.length])
      expect(all.every(({ person, deleted }) => person !== null && !deleted.has(null))).toBe(true)
    },
  )
})
