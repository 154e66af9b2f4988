import { setTimeout as pause } from 'node:timers/promises'
import { closeAll, connectAll, until } from '../load/crowd.ts'
import { RoomLoad } from '../load/room-load.ts'
import { startWatch } from '../measure.ts'
import { round } from '../percentile.ts'
import type { Target } from '../targets/target.ts'
import type { Around, Figures } from './scenario.ts'

export interface Work {
  readonly rooms: number
  readonly perRoom: number
  readonly editsPerSecond: number
  readonly cursorsPerSecond: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

const arrivalMsMax = 5_000

/** The same people at the same work for a while, and what it cost. */
export const steady = async (target: Target, { database, options }: Around, work: Work): Promise<Figures> => {
  await using open = await target.open(database)
  const load = new RoomLoad(target, open.seats(work.rooms, work.perRoom))
  await connectAll(load.clients)
  const over = new AbortController()
  const running = [load.typing(work.editsPerSecond, over.signal)]
  if (work.cursorsPerSecond > 0) running.push(load.pointing(work.cursorsPerSecond, over.signal))
  const seconds = options.seconds ?? work.seconds
  await pause(Math.min(work.warmUpSeconds, 2 * seconds) * 1_000)

  const bytesBefore = load.editBytes
  const stopWatch = startWatch(open.process.pid, database.pid)
  load.openWindow()
  await pause(seconds * 1_000)
  load.closeWindow()
  const used = stopWatch()
  const bytes = load.editBytes - bytesBefore

  over.abort()
  await Promise.all(running)
  await until(() => load.edits.missing === 0, arrivalMsMax)
  if (target.name === 'sheber') await until(() => load.receipts.missing === 0, arrivalMsMax)
  const { edits, cursors, receipts } = load
  const closed = load.closed
  closeAll(load.clients)
  if (closed.length > 0) throw new Error(`${closed.length} of ${load.clients.length} clients were sent away: ${closed[0]}`)
  return {
    cpuMsPer1k: round(used.cpuMs / ((edits.delivered + cursors.delivered) / 1_000), 2),
    p95Ms: edits.latencies.percentile(0.95),
    bytesPerEdit: round(bytes / edits.sent, 0),
    savedP95Ms: receipts.latencies.percentile(0.95),
    ...(work.cursorsPerSecond > 0 && {
      cursorP95Ms: cursors.latencies.percentile(0.95),
      cursorsSeenPercent: round((cursors.delivered / (cursors.delivered + cursors.missing)) * 100, 1),
    }),
    editsMissing: edits.missing,
    ...used.percents,
  }
}
