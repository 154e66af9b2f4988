import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { Client, type Seat } from '../load/client.ts'
import { closeAll, connectAll, pace } from '../load/crowd.ts'
import { rangesOf, remembering } from '../load/message.ts'
import { round } from '../percentile.ts'
import type { Open, Target } from '../targets/target.ts'
import type { Scenario } from './scenario.ts'

const writers = 5
const readers = 3
const editsPerSecond = 200
const earliestMs = 500

/** One life of the server: the edits that others had seen, those that were called saved, and what is left of both. */
const oneLife = async (open: Open, target: Target, seats: readonly Seat[], writeMs: number) => {
  const seen = new Map<number, number>()
  const read = remembering(rangesOf)
  const clients = seats.map(
    (seat) =>
      new Client(seat, target.dialect, {
        update: (reader, update) => {
          for (const { client, to } of read(update)) if (client !== reader.id) seen.set(client, Math.max(seen.get(client) ?? 0, to))
        },
      }),
  )
  await connectAll(clients)
  const over = new AbortController()
  const writing = pace(writers, editsPerSecond / writers, (hand) => clients[hand]?.type(), over.signal)
  await pause(writeMs)
  await open.process.kill()
  over.abort()
  await writing
  // What was on its way was seen too.
  await pause(100)
  closeAll(clients)

  await open.process.start()
  const doc = new Y.Doc()
  const [seat] = seats
  if (!seat) throw new Error('A room without places')
  const fresh = new Client(seat, target.dialect, { update: (_, update) => Y.applyUpdate(doc, update) })
  await fresh.connect()
  // Some say "synced" first and send the document later.
  await pause(250)
  fresh.close()
  const left = ({ id }: Client) => Y.getState(doc.store, id)
  const sum = (count: (client: Client) => number) => clients.slice(0, writers).reduce((total, client) => total + count(client), 0)
  return {
    seen: sum(({ id }) => seen.get(id) ?? 0),
    seenLost: sum((client) => Math.max(0, (seen.get(client.id) ?? 0) - left(client))),
    acknowledged: sum(({ savedClock }) => savedClock),
    acknowledgedLost: sum((client) => Math.max(0, client.savedClock - left(client))),
  }
}

export const kill: Scenario = {
  name: 'kill',
  title: `kill -9 while ${writers} people write ${editsPerSecond} edits a second: what others had seen, and what is left`,
  run: async (target, { database, options }) => {
    if (!target.dialect.answers) return null
    await using open = await target.open(database)
    const longestMs = Math.min(options.seconds ?? 3, 30) * 1_000
    const lives: Awaited<ReturnType<typeof oneLife>>[] = []
    for (const seats of open.seats(options.kills, writers + readers))
      lives.push(await oneLife(open, target, seats, earliestMs + Math.random() * longestMs))
    const sum = (key: keyof (typeof lives)[number]) => lives.reduce((total, life) => total + life[key], 0)
    const tellsSaved = target.name === 'sheber'
    return {
      seen: sum('seen'),
      seenLost: sum('seenLost'),
      seenLostPercent: round((sum('seenLost') / Math.max(1, sum('seen'))) * 100, 2),
      acknowledged: tellsSaved ? sum('acknowledged') : null,
      acknowledgedLost: tellsSaved ? sum('acknowledgedLost') : null,
      kills: lives.length,
    }
  },
}
