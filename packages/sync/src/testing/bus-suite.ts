import { describe, expect, it } from 'vitest'
import type { Bus } from '../types.ts'

export interface BusUnderTest {
  /** Two ends of one bus: of two processes, or twice the same. */
  readonly here: Bus
  readonly there: Bus
  /** Resolves once what was rung or whispered can have been heard. */
  readonly arrived: () => Promise<void>
}

/** What every bell between rooms must do. */
export const busSuite = (name: string, open: () => Promise<BusUnderTest> | BusUnderTest): void => {
  describe(`bus: ${name}`, () => {
    const listening = (bus: Bus, room: string) => {
      const rings: number[] = []
      const whispers: number[][] = []
      const stop = bus.listen(room, { rang: (position) => rings.push(position), whispered: (frame) => whispers.push([...frame]) })
      return { rings, whispers, stop }
    }

    it('carries rings and whispers to the rooms that listen, and to no other', async () => {
      const { here, there, arrived } = await open()
      const other = listening(there, 'bus:other')
      const room = listening(there, 'bus:room')
      const own = listening(here, 'bus:room')
      await arrived()
      here.ring('bus:room', 7)
      here.whisper('bus:room', Uint8Array.of(1, 0, 255))
      await arrived()
      expect([room.rings, room.whispers]).toEqual([[7], [[1, 0, 255]]])
      expect([other.rings, other.whispers]).toEqual([[], []])
      for (const { stop } of [other, room, own]) stop()
    })

    it('says nothing more to whoever stopped listening', async () => {
      const { here, there, arrived } = await open()
      const first = listening(there, 'bus:stop')
      const second = listening(there, 'bus:stop')
      await arrived()
      first.stop()
      here.ring('bus:stop', 1)
      await arrived()
      expect([first.rings, second.rings]).toEqual([[], [1]])
      second.stop()
    })
  })
}
