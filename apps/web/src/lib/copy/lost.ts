import type { Room } from '#lib/room.svelte.ts'
import { dropCopies, dropCopy } from './keep.ts'

/** The room was closed for good with this code: its page goes from the device, and its words with a lost right, but for what nobody else has. */
export const lose = async (code: number, room: Pick<Room, 'ready' | 'waiting' | 'forget'>): Promise<void> => {
  if (code === 4401) return dropCopies()
  await dropCopy(location.pathname)
  if (room.ready && room.waiting === 0) await room.forget()
}
