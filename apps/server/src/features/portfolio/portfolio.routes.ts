import { portfolio, type Portfolio } from '@sheber/contract/portfolio'
import { refuse } from '@sheber/contract/refusal'
import { portfolioRoom } from '@sheber/document/room'
import { may, type Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { thingOfPerson } from '../person/person.thing.ts'
import { deleteAuthor, insertAuthor, insertPortfolio, onePortfolio, portfolioOf, portfoliosNear } from './portfolio.store.ts'
import { thingOfOwner, thingOfPortfolio } from './portfolio.thing.ts'

export const portfolioRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { portfolioId: string } }) => thingOfPortfolio(db, params.portfolioId)

  const shown = async (who: Who | null, id: string): Promise<Portfolio> => {
    const found = (await onePortfolio(db, id)) ?? refuse('not-found')
    const thing = (await thingOfPortfolio(db, id)) ?? refuse('not-found')
    return {
      ...found,
      may: {
        write: may(who, 'room.write', thing),
        letIn: may(who, 'portfolio.letIn', thing),
        follow: may(who, 'portfolio.open', thing),
      },
    }
  }

  serve(app, portfolio.list, { answer: ({ who }) => (who ? portfoliosNear(db, who) : []) })

  serve(app, portfolio.look, { about, answer: ({ params, who }) => shown(who, params.portfolioId) })

  serve(app, portfolio.open, {
    about: ({ body }) => thingOfOwner(db, body.of, body.id),
    answer: async ({ body: { of, id: ownerId }, who }) => {
      const known = await portfolioOf(db, of, ownerId)
      if (known) return shown(who, known)
      const id = newId()
      const row = { id, createdAt: clock.now(), ...(of === 'person' ? { personId: ownerId } : { teamId: ownerId }) }
      await change(services, who?.id ?? null, async (tx) => {
        if (await insertPortfolio(tx, row)) await makeRoom(tx, portfolioRoom(id), newId())
      })
      return shown(who, (await portfolioOf(db, of, ownerId)) ?? refuse('not-found'))
    },
  })

  serve(app, portfolio.letIn, {
    about,
    answer: async ({ params: { portfolioId }, body: { personId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      if (!(await thingOfPerson(db, personId))) return refuse('not-found')
      await change(services, who.id, async (tx, tell) => {
        const isNew = await insertAuthor(tx, { portfolioId, personId, letInBy: who.id, createdAt: clock.now() })
        if (isNew) await tell(portfolio.changed, { portfolioId, personId })
      })
      return shown(who, portfolioId)
    },
  })

  serve(app, portfolio.letOut, {
    about,
    answer: async ({ params: { portfolioId, personId }, who }) => {
      await change(services, who?.id ?? null, async (tx, tell) => {
        if (await deleteAuthor(tx, portfolioId, personId)) await tell(portfolio.changed, { portfolioId, personId })
      })
      return shown(who, portfolioId)
    },
  })
}
