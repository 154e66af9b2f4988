import { centre } from '@sheber/contract/centre'
import { organisation } from '@sheber/contract/organisation'
import { person } from '@sheber/contract/person'
import { refuse } from '@sheber/contract/refusal'
import { cleanName } from '@sheber/domain/name'
import { judgePassword } from '@sheber/domain/secret'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { shipFrameworks } from '../framework/shipped.ts'
import { hashSecret } from '../session/hash.ts'
import { signIn } from '../session/sign-in.ts'
import { centreNow } from './centre.now.ts'
import { beFirst, demoPeople, insertCentre, insertFirst, isActive } from './centre.store.ts'
import { loadDemo } from './demo.ts'

export const centreRoutes = (app: FastifyInstance, services: Services) => {
  const { db, newId, clock, config } = services

  serve(app, centre.look, { answer: ({ language }) => centreNow(db, language) })

  serve(app, centre.create, {
    answer: async ({ body, request, reply }) => {
      if ((await centreNow(db, body.language)).state === 'ready') refuse('centre-exists')
      const login = body.login.normalize('NFC')
      const passwordHash = await hashSecret(judgePassword(body.password, login))
      const [organisationId, personId] = [newId(), newId()]
      const name = cleanName(body.name)
      await change(services, null, async (tx, tell) => {
        await beFirst(tx)
        await insertCentre(tx, { id: organisationId, name, language: body.language })
        await insertFirst(tx, { id: personId, name: cleanName(body.person), language: body.language, login, passwordHash }, organisationId)
        await shipFrameworks(tx, organisationId, personId, clock.now())
        await tell(organisation.added, { organisationId, name })
        await tell(person.added, { personId, organisationId, role: 'administrator' })
      })
      await signIn(services, personId, request, reply)
      return {}
    },
  })

  serve(app, centre.demo, {
    answer: async ({ request }) => {
      await loadDemo(services, baseOf(config, request))
      return {}
    },
  })

  serve(app, centre.people, {
    answer: async ({ language }) => {
      await onlyInDemo(services, language)
      return demoPeople(db)
    },
  })

  serve(app, centre.enter, {
    answer: async ({ body: { personId }, language, request, reply }) => {
      await onlyInDemo(services, language)
      if (!(await isActive(db, personId))) return refuse('not-found')
      await signIn(services, personId, request, reply)
      return {}
    },
  })
}

/** With real people these two doors do not exist. */
const onlyInDemo = async ({ db }: Services, language: 'kk' | 'ru' | 'en') => {
  if (!(await centreNow(db, language)).demo) refuse('not-found')
}
