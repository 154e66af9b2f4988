import { setTimeout as pause } from 'node:timers/promises'
import { sheber } from '../targets/sheber.ts'
import type { Open } from '../targets/target.ts'
import { closeAll, connectAll, until } from './crowd.ts'
import { RoomLoad } from './room-load.ts'

export const people = 30
const arrivalMsMax = 5_000

/** What a class feels of whatever else the server does. */
export interface Felt {
  readonly p95: number | null
  readonly missing: number
}

/** A class on one board while `work` goes on: five edits and ten cursor moves a second each. */
export const withClass = async <T>(open: Open, warmUpSeconds: number, work: () => Promise<T>): Promise<{ done: T; felt: Felt }> => {
  const load = new RoomLoad(sheber, open.seats(1, people))
  await connectAll(load.clients)
  const over = new AbortController()
  const running = [load.typing(5, over.signal), load.pointing(10, over.signal)]
  await pause(warmUpSeconds * 1_000)
  load.openWindow()
  const done = await work()
  load.closeWindow()
  over.abort()
  await Promise.all(running)
  await until(() => load.edits.missing === 0, arrivalMsMax)
  const { closed } = load
  const felt = { p95: load.edits.latencies.percentile(0.95), missing: load.edits.missing }
  closeAll(load.clients)
  if (closed.length > 0) throw new Error(`${closed.length} of the class were sent away: ${closed[0]}`)
  return { done, felt }
}

export const sayFelt = ({ p95, missing }: Felt): string => `${p95?.toFixed(1) ?? '–'} ms${missing > 0 ? `, ${missing} MISSING` : ''}`
