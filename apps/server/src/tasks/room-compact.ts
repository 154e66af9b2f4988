import type { Services } from '../services.ts'
import { roomAsked } from './room.ts'
import { roomShow } from './room-show.ts'

/** Stores the whole of a room up to its newest row, so that it opens from one row. The log stays. */
export const roomCompact = async (services: Services, asked?: string): Promise<string> => {
  const name = await roomAsked(services, asked)
  const room = await services.hub.open(name)
  await room.compact()
  return roomShow(services, name)
}
