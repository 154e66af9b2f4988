import { guardian } from '@sheber/contract/guardian'
import { person } from '@sheber/contract/person'
import { refuse } from '@sheber/contract/refusal'
import type { Tx } from '@sheber/db/open'
import { judgeGuardian, judgeWard } from '@sheber/domain/guardian'
import { cleanName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import { judgeNewPerson } from '@sheber/domain/person'
import type { FastifyInstance } from 'fastify'
import { change, type Tell } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { consentsShown } from '../consent/consent.shown.ts'
import { hashedSignIn } from '../person/person.signin.ts'
import { activePeople, thingOfPerson } from '../person/person.thing.ts'
import { releaseReviews } from '../review/review.release.ts'
import { endGuardianship, guardiansOf, insertGuardian, insertGuardianship, isRecorded, portfoliosOf, wardsOf } from './guardian.store.ts'

export const guardianRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, newId } = services
  const about = ({ params }: { params: { personId: string } }) => thingOfPerson(db, params.personId)
  const signedIn = (who: Who | null): Who => who ?? refuse('sign-in-needed')

  const begin = async (tx: Tx, tell: Tell, { id, guardianId, childId, by }: Record<'id' | 'guardianId' | 'childId' | 'by', string>) => {
    const at = clock.now()
    if (!(await insertGuardianship(tx, { id, guardianId, childId, createdBy: by, createdAt: at }))) refuse('guardian-already')
    await tell(guardian.added, { personId: guardianId, childId })
    // What they were to judge goes back to where everybody may take it.
    await releaseReviews(tx, tell, { guardianId, childId, at })
  }

  serve(app, guardian.list, { about, answer: ({ params }) => guardiansOf(db, params.personId) })

  serve(app, guardian.add, {
    about,
    answer: async ({ params: { personId: childId }, body: { id, guardianId }, who }) => {
      const { id: by } = signedIn(who)
      if (!(await isRecorded(db, id, childId))) {
        const child = (await thingOfPerson(db, childId)) ?? refuse('not-found')
        const adult = (await activePeople(db, [guardianId])).get(guardianId) ?? refuse('not-found')
        judgeGuardian(child, adult, by)
        await change(services, by, (tx, tell) => begin(tx, tell, { id, guardianId, childId, by }))
      }
      return guardiansOf(db, childId)
    },
  })

  serve(app, guardian.invite, {
    about,
    answer: async ({
      params: { personId: childId },
      body: { id, organisationId, name, login, password, language: spoken },
      who,
      language,
    }) => {
      const me = signedIn(who)
      if (!(await isRecorded(db, id, childId))) {
        const child = (await thingOfPerson(db, childId)) ?? refuse('not-found')
        judgeWard(child)
        const isOfChild = child.memberships.some((place) => place.organisationId === organisationId)
        if (!isOfChild || !may(me, 'person.add', { kind: 'place', organisationId, role: 'guardian' })) return refuse('guardian-elsewhere')
        judgeNewPerson({ role: 'guardian', login, password })
        const guardianId = newId()
        const row = {
          id: guardianId,
          name: cleanName(name),
          language: spoken ?? language,
          organisationId,
          ...(await hashedSignIn({ login, password })),
        }
        await change(services, me.id, async (tx, tell) => {
          if (!(await insertGuardian(tx, row))) refuse('login-taken')
          await tell(person.added, { personId: guardianId, organisationId, role: 'guardian' })
          await begin(tx, tell, { id, guardianId, childId, by: me.id })
        })
      }
      return guardiansOf(db, childId)
    },
  })

  serve(app, guardian.end, {
    about,
    answer: async ({ params: { personId: childId, guardianshipId }, who }) => {
      const { id: by } = signedIn(who)
      await change(services, by, async (tx, tell) => {
        const personId = await endGuardianship(tx, childId, guardianshipId, by, clock.now())
        if (personId !== null) await tell(guardian.ended, { personId, childId })
      })
      return guardiansOf(db, childId)
    },
  })

  serve(app, guardian.children, {
    answer: async ({ who }) => {
      const today = clock.now().toISOString().slice(0, 10)
      const wards = await wardsOf(db, signedIn(who).id)
      return Promise.all(
        wards.map(async (child) => ({
          ...child,
          portfolios: await portfoliosOf(db, child.id),
          consents: await consentsShown(db, child.id, today),
        })),
      )
    },
  })
}
