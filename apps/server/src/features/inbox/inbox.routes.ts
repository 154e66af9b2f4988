import { inbox, type InboxLine } from '@sheber/contract/inbox'
import { refuse } from '@sheber/contract/refusal'
import type { Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { noticedBy, see, seenBy } from './inbox.store.ts'
import { tellAll } from './inbox.tell.ts'

export const inboxRoutes = (app: FastifyInstance, { db }: Services) => {
  const signedIn = (who: Who | null): Who => who ?? refuse('sign-in-needed')

  const linesOf = async (who: Who, after = 0): Promise<InboxLine[]> => {
    const noticed = await noticedBy(db, who.id, after)
    const told = await tellAll(db, who, noticed)
    return noticed.flatMap((one) => {
      const { position, name, at, by } = one
      const shown = told(one)
      return shown ? [{ position, name, at: at.toISOString(), by, ...shown }] : []
    })
  }

  serve(app, inbox.look, {
    answer: async ({ who }) => {
      const me = signedIn(who)
      const [lines, seen] = await Promise.all([linesOf(me), seenBy(db, me.id)])
      return { lines, seen }
    },
  })

  serve(app, inbox.count, {
    answer: async ({ who }) => {
      const me = signedIn(who)
      return { unseen: (await linesOf(me, await seenBy(db, me.id))).length }
    },
  })

  serve(app, inbox.see, {
    answer: async ({ body, who }) => {
      await see(db, signedIn(who).id, body.position)
      return {}
    },
  })
}
