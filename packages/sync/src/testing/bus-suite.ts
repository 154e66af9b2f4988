import { describe, expect, it } from 'vitest'
import type { Bus } from '../types.ts'

export interface BusUnderTest {
  /** Two ends of one bus: of two processes, or twice the same. */
  readonly here: Bus
  readonly there: Bus
  /** Resolves once what was rung or whispered can have been heard. */
  readonly arrived: () => Promise<void>
  /** Takes the bus away from both ends, where it can be away. */
  readonly outage?: Outage
}

export interface Outage {
  begin(): Promise<void>
  end(): Promise<void>
}

let rooms = 0

/** What every bell between rooms must do, and what one must that has two ends, or that can be away. */
export const busSuite = (
  name: string,
  open: () => Promise<BusUnderTest> | BusUnderTest,
  { hasTwoEnds = false, canBeAway = false }: { hasTwoEnds?: boolean; canBeAway?: boolean } = {},
): void => {
  const listening = (bus: Bus, room: string) => {
    const rings: number[] = []
    const whispers: number[][] = []
    const heard = { rings, whispers, missed: 0 }
    const stop = bus.listen(room, {
      rang: (position) => rings.push(position),
      whispered: (frame) => whispers.push([...frame]),
      missed: () => (heard.missed += 1),
    })
    return Object.assign(heard, { stop })
  }

  /** One room, listened to at both ends. */
  const start = async () => {
    const opened = await open()
    const room = `bus:${(rooms += 1)}`
    const near = listening(opened.here, room)
    const far = listening(opened.there, room)
    await opened.arrived()
    return { ...opened, room, near, far }
  }

  describe(`bus: ${name}`, () => {
    it('[B3] carries rings and whispers to the rooms that listen, and to no other', async () => {
      const { here, there, room, far, arrived } = await start()
      const other = listening(there, `${room} of others`)
      await arrived()
      here.ring(room, 7)
      here.whisper(room, Uint8Array.of(1, 0, 255))
      here.whisper(room, Uint8Array.of())
      await arrived()
      expect([far.rings, far.whispers]).toEqual([[7], [[1, 0, 255], []]])
      expect([other.rings, other.whispers]).toEqual([[], []])
    })

    if (hasTwoEnds)
      it('[B3] carries them both ways, and does not bring one’s own back', async () => {
        const { here, there, room, near, far, arrived } = await start()
        here.ring(room, 1)
        here.whisper(room, Uint8Array.of(1))
        await arrived()
        there.ring(room, 2)
        there.whisper(room, Uint8Array.of(2))
        await arrived()
        expect([near.rings, near.whispers]).toEqual([[2], [[2]]])
        expect([far.rings, far.whispers]).toEqual([[1], [[1]]])
      })

    it('[B3] of many rings the highest is heard, and whispers keep their order', async () => {
      const { here, room, far, arrived } = await start()
      const burst = Array.from({ length: 200 }, (_, at) => at + 1)
      for (const at of [...burst, 5]) here.ring(room, at)
      for (const at of burst) here.whisper(room, Uint8Array.of(at))
      await arrived()
      expect(Math.max(...far.rings)).toBe(200)
      expect(far.whispers).toEqual(burst.map((at) => [at]))
    })

    it('[B3] says nothing more to whoever stopped listening, and everything to whoever listens again', async () => {
      const { here, there, room, far: first, arrived } = await start()
      const second = listening(there, room)
      await arrived()
      first.stop()
      here.ring(room, 1)
      await arrived()
      expect([first.rings, second.rings]).toEqual([[], [1]])
      second.stop()
      here.ring(room, 2)
      await arrived()
      const third = listening(there, room)
      await arrived()
      here.ring(room, 3)
      await arrived()
      expect([first.rings, second.rings, third.rings]).toEqual([[], [1], [3]])
    })

    it('[B3] carries any name and any bytes', async () => {
      const { here, there, arrived } = await start()
      const name = 'board:Шеберлер * [x] "\r\n'
      const [near, far] = [listening(here, name), listening(there, name)]
      await arrived()
      const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
      here.whisper(name, bytes)
      here.ring(name, Number.MAX_SAFE_INTEGER - 1)
      await arrived()
      expect(far.rings).toEqual([Number.MAX_SAFE_INTEGER - 1])
      expect(far.whispers.map((whisper) => Buffer.from(bytes).equals(Uint8Array.from(whisper)))).toEqual([true])
      near.stop()
    })

    if (canBeAway)
      it('[B4] after it was away it says so to whoever listens, and carries again', async () => {
        const { here, there, room, near, far, arrived, outage } = await start()
        const stopped = listening(there, room)
        await arrived()
        stopped.stop()
        const before = [near, far, stopped].map(({ missed }) => missed)
        await outage?.begin()
        here.whisper(room, Uint8Array.of(1))
        const late = listening(there, `${room} late`)
        await outage?.end()
        await arrived()
        expect([near, far, stopped].map(({ missed }, at) => missed - (before[at] ?? 0))).toEqual([1, 1, 0])
        expect(late.missed).toBeGreaterThan(0)
        here.ring(room, 9)
        here.ring(`${room} late`, 9)
        await arrived()
        expect([far.rings.at(-1), late.rings]).toEqual([9, [9]])
      })

    if (hasTwoEnds)
      it('[B6] closed, it says what it was given before, and then neither hears, says nor throws', async () => {
        const { here, there, room, near, far, arrived } = await start()
        here.ring(room, 1)
        await here.close()
        await arrived()
        expect(far.rings).toEqual([1])
        here.ring(room, 2)
        here.whisper(room, Uint8Array.of(2))
        there.ring(room, 3)
        const stop = here.listen(room, { rang: () => {}, whispered: () => {}, missed: () => {} })
        await arrived()
        expect([near.rings, far.rings]).toEqual([[], [1]])
        stop()
      })
  })
}
