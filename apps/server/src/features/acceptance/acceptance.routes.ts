import { acceptance } from '@sheber/contract/acceptance'
import { refuse } from '@sheber/contract/refusal'
import type { Who } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { told } from '../portfolio/portfolio.piece.ts'
import { acceptableOf, askedAt, confirmedOf, insertAcceptance, isGoalOf, oneAcceptance, withdraw } from './acceptance.store.ts'
import { offeredPiece, thingOfOffered, workOf } from './acceptance.work.ts'

/** Nobody is asked for the same thing more often. */
const askAgainMs = 24 * 3_600_000

export const acceptanceRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { organisationId: string } }) => thingOfOrganisation(db, params.organisationId)

  serve(app, acceptance.list, { about, answer: ({ params }) => acceptableOf(db, params.organisationId) })

  const aboutOne = (who: Who | null, asked: { organisationId: string; evidenceId: string }) => thingOfOffered(db, who, asked)
  const offered = async ({ organisationId, evidenceId }: { organisationId: string; evidenceId: string }) =>
    (await confirmedOf(db, organisationId, evidenceId)) ?? refuse('not-found')

  serve(app, acceptance.look, {
    about: ({ params, who }) => aboutOne(who, params),
    answer: async ({ params, who }) => {
      const { organisationId, evidenceId } = params
      const of = await offered(params)
      const [line] = await acceptableOf(db, organisationId, evidenceId)
      const [work, asked] = await Promise.all([
        workOf(services, who, organisationId, of),
        askedAt(db, of.personId, organisationId, evidenceId),
      ])
      return { line: line ?? refuse('not-found'), work, asked: asked?.toISOString() ?? null }
    },
  })

  serve(app, acceptance.piece, {
    about: ({ params, who }) => aboutOne(who, params),
    answer: async ({ params, who }) => {
      const { then, opens } = await offeredPiece(services, who, params)
      return { then: told(then), opens }
    },
  })

  serve(app, acceptance.ask, {
    about: ({ params, who }) => aboutOne(who, params),
    answer: async ({ params, who }) => {
      if (!who) return refuse('sign-in-needed')
      const { personId, portfolioId, recordId } = await offered(params)
      await change(services, who.id, async (tx, tell) => {
        const last = await askedAt(tx, personId, params.organisationId, params.evidenceId)
        if (last && clock.now().getTime() - last.getTime() < askAgainMs) return
        await tell(acceptance.asked, { ...params, personId, portfolioId, recordId })
      })
      return {}
    },
  })

  serve(app, acceptance.accept, {
    about: ({ params, body, who }) => aboutOne(who, { ...params, evidenceId: body.evidenceId }),
    answer: async ({ params: { organisationId }, body: { id, evidenceId, goalId, ...body }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const topic = body.topic.trim() || refuse('input')
      const of = (await confirmedOf(db, organisationId, evidenceId)) ?? refuse('not-confirmed')
      if (goalId !== null && !(await isGoalOf(db, organisationId, goalId))) return refuse('goal-unknown')
      await change(services, who.id, async (tx, tell) => {
        const row = { id, evidenceId, organisationId, topic, goalId, acceptedBy: who.id, createdAt: clock.now() }
        const { personId, portfolioId } = of
        if (await insertAcceptance(tx, row)) await tell(acceptance.accepted, { acceptanceId: id, organisationId, personId, portfolioId })
      })
      return (await oneAcceptance(db, organisationId, { evidenceId, topic })) ?? refuse('not-found')
    },
  })

  serve(app, acceptance.withdraw, {
    about,
    answer: async ({ params: { organisationId, acceptanceId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      await change(services, who.id, async (tx, tell) => {
        const gone = await withdraw(tx, organisationId, acceptanceId, who.id, clock.now())
        const of = gone && (await confirmedOf(tx, organisationId, gone.evidenceId))
        if (of) await tell(acceptance.withdrawn, { acceptanceId, organisationId, personId: of.personId, portfolioId: of.portfolioId })
      })
      return (await oneAcceptance(db, organisationId, { id: acceptanceId })) ?? refuse('not-found')
    },
  })
}
