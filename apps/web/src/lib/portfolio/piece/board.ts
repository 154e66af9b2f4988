import type { version } from '@sheber/contract/version'
import { boardVersion } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { ask } from '#lib/api.ts'
import { openRoom } from '#lib/room.svelte.ts'
import { bytesOf } from '#lib/version/still.ts'
import type { Person } from '../folder.svelte.ts'

/** A board as it was kept. @throws {Refused} */
export const boardThen = async (boardId: string, versionId: string): Promise<Doc> => {
  const params = { boardId, versionId }
  const { update } = await ask<typeof version.look>(fetch, 'GET', '/api/board/:boardId/version/:versionId', { params })
  const doc = new Doc()
  applyUpdate(doc, bytesOf(update))
  return doc
}

const patienceMs = 10_000

/** A board as it is: its room is entered, looked at and left. Without a network it is what this device knows; null: nothing. */
export const boardNow = async (boardId: string, me: Person): Promise<Doc | null> => {
  const room = openRoom({ name: boardRoom(boardId), person: me, may: 'read', schema: boardVersion })
  const until = Date.now() + patienceMs
  const settled = () => room.closedFor !== null || (room.ready && room.live)
  while (!settled() && Date.now() < until) await new Promise((again) => setTimeout(again, 100))
  const doc = room.closedFor === null && room.ready ? new Doc() : null
  if (doc) applyUpdate(doc, encodeStateAsUpdate(room.doc))
  room.close()
  return doc
}
