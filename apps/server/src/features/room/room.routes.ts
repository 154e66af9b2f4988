import { refuse } from '@sheber/contract/refusal'
import { room } from '@sheber/contract/room'
import { room as roomTable } from '@sheber/db/schema'
import { parseRoom } from '@sheber/document/room'
import { readRoots } from '@sheber/document/roots'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'

/** For the debugger: what the engine holds at this moment. */
export const roomRoutes = (app: FastifyInstance, { db, hub }: Services) => {
  serve(app, room.list, {
    answer: () =>
      hub.rooms().map(({ peers, ...shown }) => ({
        ...shown,
        peers: peers.map(({ id, may, shown: { name = '' } }) => ({ id, may, name })),
      })),
  })

  serve(app, room.look, {
    answer: async ({ params }) => {
      if (!parseRoom(params.room)) return refuse('not-found')
      const [found] = await db.select({ name: roomTable.name }).from(roomTable).where(eq(roomTable.name, params.room))
      const { name } = found ?? refuse('not-found')
      return { name, roots: await hub.read(name, (doc) => readRoots(name, doc)) }
    },
  })
}
