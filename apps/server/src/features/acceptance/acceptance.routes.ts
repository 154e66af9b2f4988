import { acceptance } from '@sheber/contract/acceptance'
import { refuse } from '@sheber/contract/refusal'
import { isOwnChild } from '@sheber/domain/permission'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { standingFor } from '../guardian/guardian.thing.ts'
import { thingOfOrganisation } from '../organisation/organisation.thing.ts'
import { acceptableOf, confirmedOf, insertAcceptance, isGoalOf, oneAcceptance, withdraw } from './acceptance.store.ts'

export const acceptanceRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { organisationId: string } }) => thingOfOrganisation(db, params.organisationId)

  serve(app, acceptance.list, { about, answer: ({ params }) => acceptableOf(db, params.organisationId) })

  serve(app, acceptance.accept, {
    about: async ({ params: { organisationId }, body: { evidenceId }, who }) => {
      const thing = await thingOfOrganisation(db, organisationId)
      const of = thing && (await confirmedOf(db, organisationId, evidenceId))
      if (!of) return thing
      const about = { ...thing, relatives: await standingFor(db, of.personId) }
      return isOwnChild(who, 'acceptance.accept', about) ? refuse('own-child') : about
    },
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
