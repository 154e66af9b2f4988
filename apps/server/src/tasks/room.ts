import { room } from '@sheber/db/schema'
import { parseRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import type { Services } from '../services.ts'
import { Wrong } from './wrong.ts'

/** The room that a task was given. Throws `Wrong` for what is no name, or the name of nothing. */
export const roomAsked = async ({ db }: Services, name = ''): Promise<string> => {
  if (!parseRoom(name))
    throw new Wrong(`“${name}” is no room: write board:<id> or portfolio:<id>, the id being the last part of its address.`)
  const [found] = await db.select({ name: room.name }).from(room).where(eq(room.name, name))
  if (!found) throw new Wrong(`There is no room ${name}: check the id.`)
  return found.name
}
