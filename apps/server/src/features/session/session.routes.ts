import { createHash } from 'node:crypto'
import { refuse } from '@sheber/contract/refusal'
import { session } from '@sheber/contract/session'
import { readCode } from '@sheber/domain/code'
import { byName } from '@sheber/domain/name'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { countTry, forgive } from './session.attempts.ts'
import { deviceOf } from './device.ts'
import { meRoutes } from './session.me.ts'
import { byLogin, groupByCode, namesOf, secretBehind } from './session.people.ts'
import { signIn } from './sign-in.ts'
import { fits } from './verify.ts'

const loginSubject = (login: string) =>
  `login:${createHash('sha256').update(login.normalize('NFC').toLowerCase()).digest('hex').slice(0, 20)}` as const

/** The doors: by name and password, and by a group's code. */
export const sessionRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services

  serve(app, session.open, {
    answer: async ({ body: { login, password }, request, reply }) => {
      const found = await byLogin(db, login)
      const device = deviceOf(request)
      const subject = found ? (`person:${found.id}` as const) : loginSubject(login)
      await countTry(db, device, subject, clock.now())
      const right = await fits(found?.passwordHash, password)
      if (!found || !right) return refuse('wrong-password')
      await forgive(db, device, subject, clock.now())
      await signIn(services, found.id, request, reply)
      return {}
    },
  })

  serve(app, session.names, {
    answer: async ({ body, request }) => {
      const device = deviceOf(request)
      await countTry(db, device, 'code', clock.now())
      const found = (await groupByCode(db, readCode(body.code))) ?? refuse('code-unknown')
      await forgive(db, device, 'code', clock.now())
      return { group: found.name, people: (await namesOf(db, found.id)).sort(byName) }
    },
  })

  serve(app, session.openByCode, {
    answer: async ({ body: { code, personId, secret }, request, reply }) => {
      const found = await secretBehind(db, readCode(code), personId)
      const device = deviceOf(request)
      // A wrong code with a right name must not count against the name: the code is what keeps strangers away from it.
      const subject = found ? (`person:${found.id}` as const) : 'code'
      await countTry(db, device, subject, clock.now())
      const right = await fits(found?.secretHash, secret)
      if (!found || !right) return refuse('wrong-secret')
      await forgive(db, device, subject, clock.now())
      await signIn(services, found.id, request, reply)
      return {}
    },
  })

  meRoutes(app, services)
}
