import { roomState, roomUpdate } from '@sheber/db/schema'
import { readBoard } from '@sheber/document/board'
import { countDistinct, eq, max, min, sql } from 'drizzle-orm'
import type { Services } from '../services.ts'
import { roomAsked } from './room.ts'

const moment = (at: Date | null | undefined) => at?.toISOString() ?? 'never'

/** How large a room is, in what it is stored, and what is in it. */
export const roomShow = async (services: Services, asked?: string): Promise<string> => {
  const { db, hub } = services
  const name = await roomAsked(services, asked)
  const [log] = await db
    .select({
      rows: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(length(${roomUpdate.bytes})), 0)::int`,
      newest: max(roomUpdate.position),
      people: countDistinct(roomUpdate.personId),
      from: min(roomUpdate.at),
      to: max(roomUpdate.at),
    })
    .from(roomUpdate)
    .where(eq(roomUpdate.room, name))
  const [whole] = await db
    .select({ position: roomState.position, at: roomState.at, bytes: sql<number>`length(${roomState.bytes})` })
    .from(roomState)
    .where(eq(roomState.room, name))
  const { things, deleted } = await hub.read(name, readBoard)
  return [
    name,
    `log     ${log?.rows ?? 0} rows, ${log?.bytes ?? 0} bytes, newest position ${log?.newest ?? 0}, ${log?.people ?? 0} people`,
    `        from ${moment(log?.from)} to ${moment(log?.to)}`,
    whole
      ? `whole   up to ${whole.position}, ${whole.bytes} bytes, stored ${moment(whole.at)}; ${(log?.newest ?? 0) - whole.position} rows above it`
      : 'whole   none stored',
    `board   ${things.length} things, ${deleted.length} deleted`,
  ].join('\n')
}
