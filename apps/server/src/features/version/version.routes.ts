import { refuse } from '@sheber/contract/refusal'
import { version, type Version } from '@sheber/contract/version'
import { roomVersion } from '@sheber/db/schema'
import { openBoard } from '@sheber/document/board'
import { restoreBoard } from '@sheber/document/restore'
import { boardRoom } from '@sheber/document/room'
import { cleanName } from '@sheber/domain/name'
import { FrozenRoom } from '@sheber/sync/types'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import * as Y from 'yjs'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { frozenOf } from '../../sync/frozen.ts'
import { keepVersion, soundVersion } from '../../sync/room-version.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { oneVersion, versionsOf } from './version.store.ts'

const versionsMax = 500

type Row = Awaited<ReturnType<typeof versionsOf>>[number]
const shown = ({ at, ...row }: Row): Version => ({ ...row, at: at.toISOString() })

export const versionRoutes = (app: FastifyInstance, { db, hub, clock, newId }: Services) => {
  const about = ({ params }: { params: { boardId: string } }) => thingOfBoard(db, params.boardId)

  const oneOf = async (boardId: string, id: string) => {
    const { bytes, ...row } = soundVersion((await oneVersion(db, boardRoom(boardId), id)) ?? refuse('not-found'))
    return { row, bytes }
  }
  const keep = async (boardId: string, personId: string, name: string | null): Promise<Version> => {
    const room = boardRoom(boardId)
    const { position, bytes } = await hub.snapshot(room)
    const id = newId()
    await keepVersion(db, { id, room, position, name, bytes, personId, createdAt: clock.now() })
    return shown((await oneOf(boardId, id)).row)
  }

  serve(app, version.list, { about, answer: async ({ params }) => (await versionsOf(db, boardRoom(params.boardId))).map(shown) })

  serve(app, version.look, {
    about,
    answer: async ({ params }) => {
      const { row, bytes } = await oneOf(params.boardId, params.versionId)
      return { version: shown(row), update: Buffer.from(bytes).toString('base64') }
    },
  })

  serve(app, version.make, {
    about,
    answer: async ({ params: { boardId }, body, who }) => {
      if (!who) return refuse('sign-in-needed')
      const made = await db.$count(roomVersion, eq(roomVersion.room, boardRoom(boardId)))
      if (made >= versionsMax) return refuse('too-many-versions', { max: versionsMax })
      return keep(boardId, who.id, cleanName(body.name))
    },
  })

  serve(app, version.restore, {
    about,
    answer: async ({ params: { boardId, versionId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { bytes } = await oneOf(boardId, versionId)
      if (await frozenOf(db, boardRoom(boardId))) return refuse('frozen')
      const then = new Y.Doc()
      Y.applyUpdate(then, bytes)
      const before = await keep(boardId, who.id, null)
      const trace = { by: who.id, at: clock.now().getTime() }
      await hub
        .write(boardRoom(boardId), { person: who.id, session: null }, 'restore', (doc) => restoreBoard(openBoard(doc), then, trace))
        .catch((why: unknown) => (why instanceof FrozenRoom ? refuse('frozen') : Promise.reject(why as Error)))
      return before
    },
  })
}
