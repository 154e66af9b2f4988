import type { notebook } from '@sheber/contract/notebook'
import { carryLate, isBlank, pageVersion, readPage } from '@sheber/document/notebook'
import { notebookRoom } from '@sheber/document/room'
import type { Doc } from 'yjs'
import { ask } from '#lib/api.ts'
import type { Person } from '#lib/room/here.ts'
import { openRoom } from '#lib/room.svelte.ts'

const patienceMs = 15_000

/** Nobody answered in time: nothing is lost, and whoever presses again goes on with the same page. */
export class CarrySilence extends Error {}

interface Carry {
  /** Of the page that is made: the same when somebody presses again. */
  readonly id: string
  readonly projectId: string
  readonly day: string
  readonly me: Person
  /** The page that was signed, and the same with the words that came too late. */
  readonly page: Doc
  readonly late: Doc
}

/** Makes a new page of the same day of words that came too late, and returns once the server has them. @throws {Refused} @throws {CarrySilence} */
export const carryToNewPage = async ({ id, projectId, day, me, page, late }: Carry): Promise<void> => {
  await ask<typeof notebook.open>(fetch, 'POST', '/api/project/:projectId/notebook', {
    params: { projectId },
    body: { id, day, another: true },
  })
  const room = openRoom({ name: notebookRoom(id), person: me, may: 'write', schema: pageVersion })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const until = Date.now() + patienceMs
    while (room.closedFor === null && !(room.ready && room.live)) {
      if (Date.now() > until) throw new CarrySilence()
      await new Promise((again) => setTimeout(again, 50))
    }
    if (room.closedFor !== null) throw new CarrySilence()
    if (isBlank(readPage(room.doc))) carryLate(page, late, room.doc)
    const silence = new Promise<never>((_, refuse) => (timer = setTimeout(() => refuse(new CarrySilence()), patienceMs)))
    await Promise.race([room.settled(), silence])
  } finally {
    clearTimeout(timer)
    room.close()
  }
}
