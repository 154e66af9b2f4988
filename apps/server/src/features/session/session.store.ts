import { createHash, randomBytes } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx } from '@sheber/db/open'
import { membership, organisation, person, roomUpdate, session, teamMember } from '@sheber/db/schema'
import type { Who } from '@sheber/domain/permission'
import { and, eq, exists, gt, lte, or, sql } from 'drizzle-orm'
import { Lucia, TimeSpan } from 'lucia'
import type { Config } from '../../config.ts'
import type { Services } from '../../services.ts'
import { together } from '../../together.ts'

/**
 * Sign-ins. The only file that knows lucia: everybody else makes, looks up, renews and ends.
 * The laptops are shared, so a sign-in ends two hours after its last use and twelve hours after it began.
 */
export const idleHoursMax = 2
export const wholeHoursMax = 12

/** lucia's own names for what its two tables hold besides ids. */
declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>
    DatabaseSessionAttributes: { device: string; openedAt: Date }
    DatabaseUserAttributes: { name: string; language: Language; active: boolean }
  }
}

const openLucia = (db: DbOrTx, adapter = new DrizzlePostgreSQLAdapter(db, session, person)) =>
  new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(idleHoursMax, 'h'),
    getSessionAttributes: ({ device, openedAt }) => ({ device, openedAt }),
    getUserAttributes: ({ name, language, active }) => ({ name, language, active }),
  })

/** Leaves what is over to the sweep, which tells it: a row that vanished silently would leave its sockets open. */
class Reader extends DrizzlePostgreSQLAdapter {
  override async deleteSession() {}
}

const isHttps = ({ origin }: Config) => origin?.startsWith('https:') ?? false

/** `__Host-` binds the cookie to this very host; browsers take it on https only. */
export const cookieName = (config: Config) => (isHttps(config) ? '__Host-sheber' : 'sheber')

/** No Max-Age: the sign-in leaves a shared laptop with its browser window. */
export const cookieForm = (config: Config) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(config) }) as const

export interface Found {
  readonly personId: string
  readonly sessionId: string
  readonly name: string
  readonly language: Language
  readonly memberships: Who['memberships']
  readonly teams: Who['teams']
}

const tokenForm = /^[\w-]{43}$/
/** What the table knows instead of the token: a leaked table opens no door. */
const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Which sign-in a cookie claims to be: enough to tell it from another one, not to let it in. */
export const claimedSession = (token: string): string | null => (tokenForm.test(token) ? idOf(token) : null)

/** A new sign-in; its token goes into the cookie and nowhere else. */
export const makeSession = async (db: DbOrTx, personId: string, opened: { device: string; openedAt: Date }): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await openLucia(db).createSession(personId, opened, { sessionId: idOf(token) })
  return token
}

/** What ends before it has been idle for half of the time it may be. */
const halfIdle = (now: Date) => new Date(now.getTime() + (idleHoursMax / 2) * 3_600_000)
const earliestOpening = (now: Date) => new Date(now.getTime() - wholeHoursMax * 3_600_000)

/**
 * Who is behind sign-ins. One question, because it is asked with every request and every connection; memberships and teams
 * are read afresh each time: a right that was taken is gone with the next question.
 */
const signIns = together((db) => {
  const found = db
    .select({
      personId: person.id,
      sessionId: session.id,
      name: person.name,
      language: person.language,
      expiresAt: session.expiresAt,
      openedAt: session.openedAt,
      teams: sql<Who['teams']>`array(select ${teamMember.teamId} from ${teamMember} where ${teamMember.personId} = ${person.id})`,
      memberships: sql<Who['memberships']>`(
        select coalesce(json_agg(json_build_object('organisationId', ${membership.organisationId}, 'kind', ${organisation.kind}, 'role', ${membership.role})), '[]')
        from ${membership} join ${organisation} on ${organisation.id} = ${membership.organisationId}
        where ${membership.personId} = ${person.id}
      )`,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.userId))
    .where(and(sql`${session.id} = any(${sql.placeholder('ids')})`, eq(person.active, true)))
    .prepare('who is signed in')
  return async (ids) => new Map((await found.execute({ ids })).map((row) => [row.sessionId, row]))
})

/** Whose sign-in this is; null for one that is over, or of somebody whose access is closed. */
const look = async ({ db, clock }: Services, sessionId: string) => {
  const found = await signIns(db, sessionId)
  const now = clock.now()
  return found && found.expiresAt > now && found.openedAt > earliestOpening(now) ? found : null
}

/** Whose cookie this is, and renews the sign-in. Null for what is forged, over, or belongs to somebody whose access is closed. */
export const lookUp = async (services: Services, token: string): Promise<Found | null> => {
  const found = tokenForm.test(token) ? await look(services, idOf(token)) : null
  // It was used, so it lives on: lucia moves its end once half of it is over.
  if (found && found.expiresAt <= halfIdle(services.clock.now()))
    await openLucia(services.db, new Reader(services.db, session, person)).validateSession(found.sessionId)
  return found
}

/** Looks without renewing: an open tab is no sign of a person in front of it. */
export const lookUpAgain = (services: Services, sessionId: string): Promise<Found | null> => look(services, sessionId)

export const endSession = (db: DbOrTx, sessionId: string): Promise<void> => openLucia(db).invalidateSession(sessionId)
export const endAllSessions = (db: DbOrTx, personId: string): Promise<void> => openLucia(db).invalidateUserSessions(personId)

/** Ends what is over by the clock, and says whose it was. */
export const endOld = async (db: DbOrTx, now: Date): Promise<{ sessionId: string; personId: string }[]> =>
  db
    .delete(session)
    .where(or(lte(session.expiresAt, now), lte(session.openedAt, earliestOpening(now))))
    .returning({ sessionId: session.id, personId: session.userId })

/** Drawing on a board is use, though no request tells of it: a sign-in that wrote lately is not idle. */
export const renewWriters = (db: DbOrTx, now: Date) => {
  const lately = new Date(now.getTime() - (idleHoursMax / 2) * 3_600_000)
  const wrote = db
    .select({ one: sql`1` })
    .from(roomUpdate)
    .where(and(eq(roomUpdate.personId, session.userId), gt(roomUpdate.at, lately), eq(roomUpdate.sessionId, session.id)))
  return db
    .update(session)
    .set({ expiresAt: new Date(now.getTime() + idleHoursMax * 3_600_000) })
    .where(and(lte(session.expiresAt, halfIdle(now)), exists(wrote)))
}

/** Somebody's sign-ins that are not over, the newest first. */
export const sessionsOf = async (db: DbOrTx, personId: string) => {
  const sessions = await openLucia(db).getUserSessions(personId)
  return sessions.sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
}
