import { refuse } from '@sheber/contract/refusal'
import { trace, tracesMax, type Touched } from '@sheber/contract/trace'
import { openBoard } from '@sheber/document/board'
import { boardRoom } from '@sheber/document/room'
import { spansOf } from '@sheber/document/unseen'
import type { Touch } from '@sheber/sync/hands'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { namesOf } from '../person/person.names.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import type { HandsOf } from './trace.hands.ts'

/** Each person once, as they were there last. */
const lastOfEach = (touches: readonly Touch[]): Touch[] => [...new Map(touches.map((touch) => [touch.person, touch])).values()]

export const traceRoutes = (app: FastifyInstance, { db, hub }: Services, handsOf: HandsOf) => {
  serve(app, trace.look, {
    about: ({ params }) => thingOfBoard(db, params.boardId),
    answer: async ({ params: { boardId }, query }) => {
      const ids = [...new Set(query.things.split(','))]
      if (ids.length > tracesMax) return refuse('input')
      const room = boardRoom(boardId)
      // The document first: whatever is in it is in the log by then.
      const found = await hub.read(room, (doc) => {
        const board = openBoard(doc)
        return ids.flatMap((thingId) => {
          const spans = spansOf(board, thingId)
          return spans ? [{ thingId, spans }] : []
        })
      })
      const hands = await handsOf(room)
      const traced = found.map(({ thingId, spans }) => {
        const [made] = hands.touching([spans.made])
        const deletion = spans.deletion && hands.touching([spans.deletion]).at(0)
        return {
          thingId,
          made,
          changed: hands.touching([spans.made, ...spans.written]).at(-1),
          removed: deletion ?? undefined,
          unseen: lastOfEach(hands.touching(spans.unseen)),
        }
      })
      const touches = traced.flatMap(({ made, changed, removed, unseen }) => [made, changed, removed, ...unseen])
      const names = await namesOf(
        db,
        touches.flatMap((touch) => touch?.person ?? []),
      )
      const shown = ({ person, at }: Touch): Touched => ({
        by: person === null ? null : { id: person, name: names.get(person) ?? '' },
        at: new Date(at).toISOString(),
      })
      return traced.map(({ thingId, made, changed, removed, unseen }) => ({
        thingId,
        made: made ? shown(made) : null,
        changed: changed ? shown(changed) : null,
        removed: removed ? shown(removed) : null,
        unseen: unseen.map(shown),
      }))
    },
  })
}
