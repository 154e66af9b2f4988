import { fileURLToPath } from 'node:url'
import type { Seat } from '../load/client.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import type { Open } from './target.ts'

/** Short, in favour of those who send it with every message. */
const roomName = (room: number) => `room-${room}`

/** A peer is started from a file below `peers`; anybody may enter any room. */
export const openPeer = async (start: string, env: Record<string, string> = {}): Promise<Open> => {
  const main = fileURLToPath(new URL(`../../peers/${start}`, import.meta.url))
  const process = new ServerProcess({ main, env, health: '/' }, await freePort())
  await process.start()
  const seat = (room: string): Seat => ({ room, url: `ws://127.0.0.1:${process.port}/${room}`, headers: {} })
  return {
    process,
    seats: (rooms, perRoom) => Array.from({ length: rooms }, (_, room) => Array.from({ length: perRoom }, () => seat(roomName(room)))),
    [Symbol.asyncDispose]: () => process.stop(),
  }
}
