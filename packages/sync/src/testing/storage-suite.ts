import { describe, expect, it } from 'vitest'
import type { NewEntry, Storage } from '../types.ts'

export interface StorageUnderTest {
  readonly storage: Storage
  /** A second process over the same log, where there can be one. */
  readonly another?: Storage
  /** Makes a room that may be written to. */
  readonly makeRoom?: (name: string) => Promise<void>
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const entry = (room: string, ...values: number[]): NewEntry => ({
  room,
  bytes: bytes(...values),
  person: null,
  session: null,
  kind: 'edit',
  at: 1_700_000_000_000,
  doneAt: null,
  clients: [],
})

let rooms = 0

/** What every way of keeping the log must do. */
export const storageSuite = (name: string, open: () => Promise<StorageUnderTest> | StorageUnderTest): void => {
  const start = async () => {
    const { storage, another = storage, makeRoom = async () => {} } = await open()
    const fresh = async () => {
      const room = `suite:${(rooms += 1)}`
      await makeRoom(room)
      return room
    }
    return { storage, another, fresh }
  }

  describe(`storage: ${name}`, () => {
    it('has nothing of a room that was never written to', async () => {
      const { storage, fresh } = await start()
      expect(await storage.since(await fresh(), 0)).toEqual({ whole: null, tail: [], owners: new Map() })
    })

    it('gives back what was appended, in order, from a position on', async () => {
      const { storage, fresh } = await start()
      const room = await fresh()
      expect(await storage.append([entry(room, 1), entry(room, 2)])).toEqual([1, 2])
      expect(await storage.append([entry(room, 3)])).toEqual([3])
      const { tail } = await storage.since(room, 1)
      expect(tail.map(({ position, bytes: [value] }) => [position, value])).toEqual([
        [2, 2],
        [3, 3],
      ])
    })

    it('counts each room apart, many rooms in one commit', async () => {
      const { storage, fresh } = await start()
      const a = await fresh()
      const b = await fresh()
      expect(await storage.append([entry(b, 1), entry(a, 2), entry(b, 3)])).toEqual([1, 1, 2])
      expect((await storage.since(b, 0)).tail.map(({ bytes: [value] }) => value)).toEqual([1, 3])
    })

    it('keeps empty, large and arbitrary bytes as they are', async () => {
      const { storage, fresh } = await start()
      const room = await fresh()
      const large = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 256)
      await storage.append([{ ...entry(room), bytes: large }, entry(room, 0, 255, 39, 92)])
      const { tail } = await storage.since(room, 0)
      expect(tail.map(({ bytes: kept }) => Buffer.compare(kept, large))).toEqual([0, expect.any(Number)])
      expect([...(tail[1]?.bytes ?? [])]).toEqual([0, 255, 39, 92])
    })

    it('[S1] a position that since has shown never gets a late comer before it', async () => {
      const { storage, another, fresh } = await start()
      const room = await fresh()
      const other = await fresh()
      const seen: number[][] = []
      const writing = Array.from({ length: 30 }, (_, at) =>
        // The two rooms are named in both orders: locks taken as they come would stand against each other.
        (at % 2 ? storage : another).append(at % 3 ? [entry(room, at), entry(other, at)] : [entry(other, at), entry(room, at)]),
      )
      const looking = (async () => {
        for (let look = 0; look < 20; look += 1) seen.push((await another.since(room, 0)).tail.map(({ position }) => position))
      })()
      const positions = await Promise.all(writing)
      await looking
      for (const shown of seen) expect(shown).toEqual(shown.map((_, at) => at + 1))
      expect((await storage.since(room, 0)).tail).toHaveLength(30)
      expect(new Set(positions.map((of, at) => of[at % 3 ? 0 : 1])).size).toBe(30)
    })

    it('[S2] compaction changes nothing of what since means', async () => {
      const { storage, fresh } = await start()
      const room = await fresh()
      await storage.append([entry(room, 1), entry(room, 2), entry(room, 3)])
      await storage.compact(room, 2, bytes(12))
      const all = await storage.since(room, 0)
      expect([all.whole?.position, [...(all.whole?.bytes ?? [])]]).toEqual([2, [12]])
      expect(all.tail.map(({ position }) => position)).toEqual([3])
      expect((await storage.since(room, 2)).tail.map(({ position }) => position)).toEqual([3])
      expect(await storage.append([entry(room, 4)])).toEqual([4])
    })

    it('[S2] an older whole never takes the place of a newer one', async () => {
      const { storage, fresh } = await start()
      const room = await fresh()
      await storage.append([entry(room, 1), entry(room, 2)])
      await storage.compact(room, 2, bytes(12))
      await storage.compact(room, 1, bytes(1))
      const { whole, tail } = await storage.since(room, 0)
      expect([whole?.position, [...(whole?.bytes ?? [])], tail.length]).toEqual([2, [12], 0])
    })

    it('[S2] positions go on after everything was compacted', async () => {
      const { storage, fresh } = await start()
      const room = await fresh()
      await storage.append([entry(room, 1)])
      await storage.compact(room, 1, bytes(1))
      expect(await storage.append([entry(room, 2)])).toEqual([2])
      expect((await storage.since(room, 1)).tail.map(({ position }) => position)).toEqual([2])
    })
  })
}
