import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { readHistory, type History } from '../history.ts'
import { Client, type Seat } from '../load/client.ts'
import { until } from '../load/crowd.ts'
import { root } from '../load/letter.ts'
import { rangesOf } from '../load/message.ts'
import { round } from '../percentile.ts'
import type { Open, Target } from '../targets/target.ts'
import type { Figures, Scenario } from './scenario.ts'

let history: Promise<History> | null = null

const storeMsMax = 30_000
const openMsMax = 60_000
const waitingBytesMax = 262_144

const clockIn = (update: Uint8Array, author: number): number => rangesOf(update).find(({ client }) => client === author)?.to ?? 0

/** Resolves with the ms from the last edit until it was in the database; null where that cannot be known. */
const durable = async (open: Open, target: Target, writer: Client, told: History): Promise<number | null> => {
  const since = performance.now()
  const isStored = async (): Promise<boolean> => {
    if (target.name === 'sheber') return writer.savedClock >= told.clock
    const state = await open.stored?.(writer.seat.room)
    return state != null && clockIn(state, told.author) >= told.clock
  }
  if (!target.persists) return null
  while (!(await isStored())) {
    if (performance.now() - since > storeMsMax) throw new Error(`The text was not stored within ${storeMsMax} ms`)
    await pause(10)
  }
  return round(performance.now() - since, 0)
}

/** A newcomer: from the first byte to the whole text, and whether "synced" was said before it was there. */
const openFresh = async (seat: Seat, target: Target, told: History): Promise<{ fullMs: number; syncedEmpty: boolean }> => {
  const doc = new Y.Doc()
  let clock = 0
  let fullAt: number | null = null
  const reader = new Client(seat, target.dialect, {
    update: (_, update, at) => {
      Y.applyUpdate(doc, update)
      clock = Math.max(clock, clockIn(update, told.author))
      // Comparing the texts takes time too, and is not the server's.
      if (fullAt === null && clock >= told.clock && doc.getText(root).toString() === told.text) fullAt = at
    },
  })
  const start = performance.now()
  await reader.connect()
  const syncedEmpty = fullAt === null
  await until(() => fullAt !== null, openMsMax)
  reader.close()
  if (fullAt === null) throw new Error('The whole text never came')
  return { fullMs: round(fullAt - start, 1), syncedEmpty }
}

export const coldOpen: Scenario = {
  name: 'coldOpen',
  title: 'a text of 259,778 recorded edits: opened by a newcomer after the server was restarted',
  run: async (target, { database }): Promise<Figures | null> => {
    if (!target.dialect.answers) return null
    const told = await (history ??= readHistory())
    await using open = await target.open(database)
    const [[seat, other] = []] = open.seats(1, 2)
    if (!seat || !other) return null
    const writer = new Client(seat, target.dialect, {}, told.author)
    let heard = 0
    const witness = new Client(other, target.dialect, { update: (_, update) => (heard = Math.max(heard, clockIn(update, told.author))) })
    await Promise.all([writer.connect(), witness.connect()])
    for (const { update, clock } of told.frames) {
      writer.write(update, clock)
      await until(() => writer.waitingBytes < waitingBytesMax, openMsMax)
    }
    const durableMs = await durable(open, target, writer, told)
    // Where nothing is stored, the last edit has been taken when somebody else has it.
    if (!(await until(() => heard >= told.clock, openMsMax))) throw new Error('The text did not reach a second reader')
    const warm = await openFresh(seat, target, told)
    writer.close()
    witness.close()
    if (!target.persists) return { fullMs: null, warmFullMs: warm.fullMs, durableMs }
    await open.process.stop()
    await open.process.start()
    const cold = await openFresh(seat, target, told)
    return { fullMs: cold.fullMs, syncedEmpty: Number(cold.syncedEmpty), warmFullMs: warm.fullMs, durableMs }
  },
}
