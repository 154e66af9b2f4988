import { setTimeout as pause } from 'node:timers/promises'
import { collectGarbage } from '../garbage.ts'
import { Client } from '../load/client.ts'
import { closeAll, connectAll } from '../load/crowd.ts'
import { residentKb, startWatch } from '../measure.ts'
import { round } from '../percentile.ts'
import type { Scenario } from './scenario.ts'

const rooms = 400
const perRoom = 5
const letters = 20

export const idle: Scenario = {
  name: 'idle',
  title: `${rooms * perRoom} people in ${rooms} rooms with a little in each, and nobody does anything`,
  run: async (target, { database, options }) => {
    await using open = await target.open(database)
    const settleMs = Math.min(options.seconds ?? 6, 6) * 1_000
    const { pid } = open.process
    const settled = async () => {
      await pause(settleMs)
      await collectGarbage(await open.process.debuggerUrl())
      await pause(500)
      return residentKb(pid)
    }
    const emptyKb = await settled()

    const clients = open.seats(rooms, perRoom).map((seats) => seats.map((seat) => new Client(seat, target.dialect)))
    await connectAll(clients.flat())
    for (const [first] of clients) for (let letter = 0; letter < letters; letter += 1) first?.type()
    const fullKb = await settled()
    const stopWatch = startWatch(pid, database.pid)
    await pause(settleMs)
    const used = stopWatch()
    const stillOpen = clients.flat().filter(({ isOpen }) => isOpen).length
    closeAll(clients.flat())
    if (stillOpen < rooms * perRoom) throw new Error(`Only ${stillOpen} of ${rooms * perRoom} connections stayed`)
    return {
      kbPerConnection: round((fullKb - emptyKb) / (rooms * perRoom), 1),
      residentEmptyMb: round(emptyKb / 1_024, 0),
      residentFullMb: round(fullKb / 1_024, 0),
      ...used.percents,
    }
  },
}
