import { consent } from '@sheber/contract/consent'
import { refuse } from '@sheber/contract/refusal'
import { judgePeriod } from '@sheber/domain/consent'
import { cleanName } from '@sheber/domain/name'
import { isLearner } from '@sheber/domain/person'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfWard } from '../guardian/guardian.thing.ts'
import { thingOfPerson } from '../person/person.thing.ts'
import { consentsShown } from './consent.shown.ts'
import { insertConsent, withdrawConsent } from './consent.store.ts'

export const consentRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { personId: string } }) => thingOfWard(db, params.personId)
  const today = () => clock.now().toISOString().slice(0, 10)
  const shown = (personId: string) => consentsShown(db, personId, today())

  serve(app, consent.list, { about, answer: ({ params }) => shown(params.personId) })

  serve(app, consent.record, {
    about,
    answer: async ({ params: { personId }, body: { id, scope, guardian, from, until }, who }) => {
      if (!who) return refuse('sign-in-needed')
      const child = (await thingOfPerson(db, personId)) ?? refuse('not-found')
      // An adult agrees by what they do.
      if (!isLearner(child.memberships.map(({ role }) => role))) return refuse('consent-not-needed')
      judgePeriod({ from, until }, today())
      const row = { id, personId, scope, guardian: cleanName(guardian), fromDay: from, untilDay: until, recordedBy: who.id }
      await change(services, who.id, async (tx, tell) => {
        if (await insertConsent(tx, { ...row, createdAt: clock.now() })) await tell(consent.recorded, { personId })
      })
      return shown(personId)
    },
  })

  serve(app, consent.withdraw, {
    about,
    answer: async ({ params: { personId, consentId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      await change(services, who.id, async (tx, tell) => {
        if (await withdrawConsent(tx, personId, consentId, who.id, clock.now())) await tell(consent.withdrawn, { personId })
      })
      return shown(personId)
    },
  })
}
