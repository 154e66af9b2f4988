import { trail, trailPage } from '@sheber/contract/trail'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { checkTrail } from './trail.check.ts'
import { linesOf } from './trail.store.ts'

export const trailRoutes = (app: FastifyInstance, { db }: Services) => {
  serve(app, trail.look, {
    about: ({ params }) => thingOfExhibition(db, params.exhibitionId),
    // One snapshot: a row that is linked between two questions would look like a hole.
    answer: ({ params: { exhibitionId }, query }) =>
      db.transaction(
        async (tx) => {
          const checked = await checkTrail(tx, exhibitionId)
          const lines = await linesOf(tx, exhibitionId, Number(query.before ?? 0) || checked.length + 1, trailPage)
          return { ...checked, lines: lines.map(({ way, ...one }) => ({ ...one, released: way })) }
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
  })
}
