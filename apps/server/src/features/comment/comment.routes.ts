import { comment } from '@sheber/contract/comment'
import { refuse } from '@sheber/contract/refusal'
import { fact } from '@sheber/db/schema'
import { may, type Who } from '@sheber/domain/permission'
import { max } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { editComment, sayComment, setRemoved, setResolved } from './comment.say.ts'
import { oneThread, threadsOf } from './comment.store.ts'
import { readTold, toldTo } from './comment.told.ts'
import { commentIn, thingOfComment, thingOfNewComment, thingOfThread } from './comment.thing.ts'

const signedIn = (who: Who | null): Who => who ?? refuse('sign-in-needed')

/** A frozen board may still be talked about; that of an archived project is only read. */
export const commentRoutes = (app: FastifyInstance, services: Services) => {
  const { db } = services
  const aboutThread = ({ params }: { params: { boardId: string; threadId: string } }) => thingOfThread(db, params.boardId, params.threadId)
  const aboutComment = ({ params }: { params: { boardId: string; commentId: string } }) =>
    thingOfComment(db, params.boardId, params.commentId)
  const projectOf = async (boardId: string) => (await thingOfBoard(db, boardId)) ?? refuse('not-found')
  const shown = async (boardId: string, threadId: string) => (await oneThread(db, boardId, threadId)) ?? refuse('not-found')

  serve(app, comment.list, {
    about: ({ params }) => thingOfBoard(db, params.boardId),
    answer: async ({ params: { boardId }, who }) => {
      // The position first: what is said while the rest is read is heard again, not missed.
      const [log] = await db.select({ position: max(fact.position) }).from(fact)
      const project = await projectOf(boardId)
      const any = commentIn(project, { note: false, personId: null, removedBy: null })
      return {
        threads: await threadsOf(db, boardId),
        may: {
          write: may(who, 'comment.write', any),
          note: may(who, 'comment.write', { ...any, note: true }),
          resolve: may(who, 'comment.resolve', project),
          moderate: may(who, 'comment.remove', any),
        },
        position: log?.position ?? 0,
      }
    },
  })

  serve(app, comment.mine, { answer: ({ who }) => toldTo(db, signedIn(who)) })

  serve(app, comment.read, {
    about: aboutThread,
    answer: async ({ params, who }) => {
      await readTold(services, signedIn(who).id, params.threadId)
      return {}
    },
  })

  serve(app, comment.readAll, {
    answer: async ({ who }) => {
      await readTold(services, signedIn(who).id, null)
      return {}
    },
  })

  serve(app, comment.look, { about: aboutThread, answer: ({ params }) => shown(params.boardId, params.threadId) })

  serve(app, comment.write, {
    about: ({ params, body }) => thingOfNewComment(db, params.boardId, body.kind),
    answer: async ({ params: { boardId }, body: { thingId, place, ...said }, who }) => {
      const pin = { thingId, ...place }
      await sayComment(services, await projectOf(boardId), signedIn(who).id, { ...said, boardId, threadId: said.id, pin })
      return shown(boardId, said.id)
    },
  })

  serve(app, comment.answer, {
    about: async ({ params: { boardId, threadId }, body }) =>
      (await thingOfThread(db, boardId, threadId)) && thingOfNewComment(db, boardId, body.kind),
    answer: async ({ params: { boardId, threadId }, body, who }) => {
      await sayComment(services, await projectOf(boardId), signedIn(who).id, { ...body, boardId, threadId })
      return shown(boardId, threadId)
    },
  })

  serve(app, comment.edit, {
    about: aboutComment,
    answer: async ({ params: { boardId, commentId }, body, who }) => {
      const edited = { ...body, boardId, id: commentId }
      return shown(boardId, await editComment(services, await projectOf(boardId), signedIn(who).id, edited))
    },
  })

  for (const [promise, removed] of [
    [comment.remove, true],
    [comment.restore, false],
  ] as const)
    serve(app, promise, {
      about: aboutComment,
      answer: async ({ params: { boardId, commentId }, who }) =>
        shown(boardId, await setRemoved(services, await projectOf(boardId), signedIn(who).id, { boardId, id: commentId, removed })),
    })

  for (const [promise, resolved] of [
    [comment.resolve, true],
    [comment.reopen, false],
  ] as const)
    serve(app, promise, {
      about: aboutThread,
      answer: async ({ params: { boardId, threadId }, who }) => {
        await setResolved(services, await projectOf(boardId), signedIn(who).id, { boardId, threadId, resolved })
        return shown(boardId, threadId)
      },
    })
}
