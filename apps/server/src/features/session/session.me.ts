import type { Language } from '@sheber/contract/words'
import { refuse } from '@sheber/contract/refusal'
import { session } from '@sheber/contract/session'
import { fact, guardianship, membership, organisation, person } from '@sheber/db/schema'
import { judgePassword } from '@sheber/domain/secret'
import type { Who } from '@sheber/domain/permission'
import { eq, max, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { centreNow } from '../centre/centre.now.ts'
import { countTry, forgive } from './session.attempts.ts'
import { deviceOf, markDevice } from './device.ts'
import { hashSecret } from './hash.ts'
import { byId, setLanguage, setPassword } from './session.people.ts'
import { cookieForm, endAllSessions, endSession, sessionsOf } from './session.store.ts'
import { dropCookie } from './sign-in.ts'
import { fits } from './verify.ts'

const yearSeconds = 31_536_000
const signedIn = (who: Who | null): Who => who ?? refuse('sign-in-needed')

/** What somebody may do about their own sign-ins. */
export const meRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock, config } = services

  serve(app, session.me, {
    answer: async ({ who, language, request, reply }) => {
      markDevice(request, reply, services)
      // The position first: what happens while the rest is read is heard again, not missed.
      const [log] = await db.select({ position: max(fact.position) }).from(fact)
      const centre = await centreNow(db, language)
      return { person: who && (await personOf(services, who)), centre, position: log?.position ?? 0 }
    },
  })

  serve(app, session.end, {
    answer: async ({ who, request, reply }) => {
      const { sessionId } = request
      const { id: personId } = signedIn(who)
      await change(services, personId, async (tx, tell) => {
        if (sessionId) await endSession(tx, sessionId)
        await tell(session.ended, { personId, sessionId })
      })
      dropCookie(reply, services)
      return {}
    },
  })

  serve(app, session.endAll, {
    answer: async ({ who, reply }) => {
      const { id: personId } = signedIn(who)
      await change(services, personId, async (tx, tell) => {
        await endAllSessions(tx, personId)
        await tell(session.ended, { personId, sessionId: null })
      })
      dropCookie(reply, services)
      return {}
    },
  })

  serve(app, session.list, {
    answer: async ({ who, request }) => {
      const sessions = await sessionsOf(db, signedIn(who).id)
      return sessions.map(({ id, openedAt, device }) => ({
        openedAt: openedAt.toISOString(),
        current: id === request.sessionId,
        device,
      }))
    },
  })

  serve(app, session.language, {
    answer: async ({ who, body: { language }, reply }) => {
      if (who) await setLanguage(db, who.id, language satisfies Language)
      reply.setCookie('language', language, { ...cookieForm(config), maxAge: yearSeconds })
      return {}
    },
  })

  serve(app, session.password, {
    answer: async ({ who, body, request }) => {
      const { id: personId } = signedIn(who)
      const device = deviceOf(request)
      const found = await byId(db, personId)
      await countTry(db, device, `person:${personId}`, clock.now())
      if (!(await fits(found?.passwordHash, body.old))) return refuse('wrong-password')
      await forgive(db, device, `person:${personId}`, clock.now())
      const hashed = await hashSecret(judgePassword(body.new, found?.login ?? refuse('wrong-password')))
      await change(services, personId, async (tx, tell) => {
        await setPassword(tx, personId, hashed)
        for (const { id: sessionId } of await sessionsOf(tx, personId)) {
          if (sessionId === request.sessionId) continue
          await endSession(tx, sessionId)
          await tell(session.ended, { personId, sessionId })
        }
      })
      return {}
    },
  })
}

const personOf = async ({ db }: Services, who: Who) => {
  const [row] = await db
    .select({
      id: person.id,
      name: person.name,
      language: person.language,
      login: person.login,
      guardian: sql<boolean>`exists (select 1 from ${guardianship} g where g.guardian_id = ${who.id} and g.ended_at is null)`,
    })
    .from(person)
    .where(eq(person.id, who.id))
  const memberships = await db
    .select({ organisationId: membership.organisationId, organisation: organisation.name, role: membership.role })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.personId, who.id))
  return row ? { ...row, memberships } : null
}
