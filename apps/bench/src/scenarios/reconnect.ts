import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client } from '../load/client.ts'
import { closeAll, connectAll, until } from '../load/crowd.ts'
import { letterUpdate } from '../load/letter.ts'
import { rangesOf } from '../load/message.ts'
import { startWatch } from '../measure.ts'
import { round } from '../percentile.ts'
import type { Scenario } from './scenario.ts'

const rooms = 100
const perRoom = 5
const letters = 200
const patienceMs = 60_000

/** The same rule for all: a browser that lost its server tries again after a tenth to four tenths of a second. */
const retryMs = () => 100 + Math.random() * 300

const comeBack = async (client: Client): Promise<void> => {
  const late = performance.now() + patienceMs
  client.onClose = () => {}
  for (;;) {
    await pause(retryMs())
    try {
      return await client.connect()
    } catch (why) {
      if (performance.now() > late) throw why
    }
  }
}

export const reconnect: Scenario = {
  name: 'reconnect',
  title: `${rooms * perRoom} people in ${rooms} rooms after SIGTERM and a new start: until all are synced again`,
  run: async (target, { database }) => {
    await using open = await target.open(database)
    const reached = new Map<Client, number>()
    const ears = {
      update: (client: Client, update: Uint8Array) => {
        for (const { to } of rangesOf(update)) reached.set(client, Math.max(reached.get(client) ?? 0, to))
      },
    }
    const seats = open.seats(rooms, perRoom)
    const clients = seats.map((room) => room.map((seat) => new Client(seat, target.dialect, ears)))
    const all = clients.flat()
    await connectAll(all)
    for (const room of clients) {
      const [first] = room
      if (!first) continue
      const held = Y.mergeUpdates(Array.from({ length: letters }, (_, clock) => letterUpdate(first.id, clock)))
      first.write(held, letters)
      reached.set(first, letters)
      for (const client of room) client.held = held
    }
    if (!(await until(() => all.every((client) => reached.get(client) === letters), patienceMs)))
      throw new Error('Not everybody has seen what the room held')

    const back: Promise<number>[] = []
    for (const client of all) client.onClose = () => back.push(comeBack(client).then(() => performance.now()))
    const stopAt = performance.now()
    await open.process.stop()
    const stoppedAt = performance.now()
    await open.process.start()
    const upAt = performance.now()
    const stopWatch = startWatch(open.process.pid, database.pid)
    if (!(await until(() => back.length === all.length, patienceMs))) throw new Error('Not everybody noticed the restart')
    const last = Math.max(...(await Promise.all(back)))
    const used = stopWatch()

    const newcomers = seats.flatMap(([seat]) => (seat ? [new Client(seat, target.dialect, ears)] : []))
    if (target.dialect.answers) {
      await connectAll(newcomers)
      if (!(await until(() => newcomers.every((client) => reached.get(client) === letters), 5_000)))
        throw new Error('A newcomer does not find what the room held')
    }
    const stillOpen = all.filter(({ isOpen }) => isOpen).length
    closeAll([...all, ...newcomers])
    if (stillOpen < all.length) throw new Error(`Only ${stillOpen} of ${all.length} came back to stay`)
    return {
      allSyncedMs: round(last - upAt, 0),
      stopMs: round(stoppedAt - stopAt, 0),
      startMs: round(upAt - stoppedAt, 0),
      downToSyncedMs: round(last - stopAt, 0),
      serverCpuMs: round(used.cpuMs, 0),
      ...used.percents,
    }
  },
}
