import { linesMax, portfolio, type Portfolio } from '@sheber/contract/portfolio'
import { refuse } from '@sheber/contract/refusal'
import { readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { cleanName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import { readsRecord, worksWith } from '@sheber/domain/portfolio'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { aroundAsked, deleteAuthor, insertAuthor, onePortfolio, portfoliosFound, portfoliosNear } from './portfolio.store.ts'
import { unmarkedFor } from '../publication/publication.unmarked.ts'
import { portfolioFor } from './portfolio.open.ts'
import { shownPiece, told } from './portfolio.piece.ts'
import { shownTo } from './portfolio.shown.ts'
import { thingOfOwner, thingOfPortfolio } from './portfolio.thing.ts'

export const portfolioRoutes = (app: FastifyInstance, services: Services) => {
  const { db, hub, clock, newId } = services
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
        map: may(who, 'evidence.map', thing),
      },
      unmarked: may(who, 'publication.publish', thing) ? await unmarkedFor(services, thing) : 0,
    }
  }

  serve(app, portfolio.list, { answer: ({ who }) => (who ? portfoliosNear(db, who) : []) })

  serve(app, portfolio.look, { about, answer: ({ params, who }) => shown(who, params.portfolioId) })

  serve(app, portfolio.find, {
    answer: async ({ query: { name, page }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const found = await portfoliosFound(db, who, { name: cleanName(name).trim(), from: Number(page) * linesMax, most: linesMax + 1 })
      return { lines: found.slice(0, linesMax), more: found.length > linesMax }
    },
  })

  serve(app, portfolio.records, {
    about,
    answer: async ({ params: { portfolioId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const thing = (await thingOfPortfolio(db, portfolioId)) ?? refuse('not-found')
      const whole = await hub.read(portfolioRoom(portfolioId), readPortfolio)
      return shownTo(whole, (audience) => readsRecord(who, thing, audience))
    },
  })

  serve(app, portfolio.piece, {
    about,
    answer: async ({ params, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { then, opens } = await shownPiece(services, who, params)
      return { then: told(then), opens }
    },
  })

  serve(app, portfolio.open, {
    about: ({ body }) => thingOfOwner(db, body.of, body.id),
    answer: async ({ body: { of, id: ownerId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      return shown(who, await portfolioFor(db, newId, { of, ownerId, by: who.id, at: clock.now() }))
    },
  })

  serve(app, portfolio.letIn, {
    about,
    answer: async ({ params: { portfolioId }, body: { personId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const thing = (await thingOfPortfolio(db, portfolioId)) ?? refuse('not-found')
      if (!worksWith(thing, (await aroundAsked(db, personId)) ?? refuse('not-found'))) return refuse('works-elsewhere')
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
