import { createHash, randomBytes } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx } from '@sheber/db/open'
import { person, roomUpdate, session } from '@sheber/db/schema'
import { and, eq, exists, gt, lte, or, sql } from 'drizzle-orm'
import { Lucia, TimeSpan } from 'lucia'
import type { Config } from '../../config.ts'
import type { Services } from '../../services.ts'

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

const earliestOpening = (now: Date) => new Date(now.getTime() - wholeHoursMax * 3_600_000)

/** Whose cookie this is, and renews the sign-in. Null for what is forged, over, or belongs to somebody whose access is closed. */
export const lookUp = async (services: Services, token: string): Promise<Found | null> =>
  tokenForm.test(token) ? renew(services, idOf(token)) : null

/** The same by the row's id: it was used, so it lives on. */
export const renew = async ({ db, clock }: Services, sessionId: string): Promise<Found | null> => {
  const found = await openLucia(db, new Reader(db, session, person)).validateSession(sessionId)
  if (!found.session || !found.user.active) return null
  const now = clock.now()
  if (found.session.openedAt <= earliestOpening(now) || found.session.expiresAt <= now) return null
  return { personId: found.user.id, sessionId, name: found.user.name, language: found.user.language }
}

/** Looks without renewing: an open tab is no sign of a person in front of it. */
export const lookUpAgain = async ({ db, clock }: Services, sessionId: string): Promise<Found | null> => {
  const now = clock.now()
  const [found] = await db
    .select({ personId: person.id, sessionId: session.id, name: person.name, language: person.language })
    .from(session)
    .innerJoin(person, eq(person.id, session.userId))
    .where(and(eq(session.id, sessionId), eq(person.active, true), gt(session.expiresAt, now), gt(session.openedAt, earliestOpening(now))))
  return found ?? null
}

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
  const halfIdle = new Date(now.getTime() + (idleHoursMax / 2) * 3_600_000)
  const lately = new Date(now.getTime() - (idleHoursMax / 2) * 3_600_000)
  const wrote = db
    .select({ one: sql`1` })
    .from(roomUpdate)
    .where(and(eq(roomUpdate.personId, session.userId), gt(roomUpdate.at, lately), eq(roomUpdate.sessionId, session.id)))
  return db
    .update(session)
    .set({ expiresAt: new Date(now.getTime() + idleHoursMax * 3_600_000) })
    .where(and(lte(session.expiresAt, halfIdle), exists(wrote)))
}

/** Somebody's sign-ins that are not over, the newest first. */
export const sessionsOf = async (db: DbOrTx, personId: string) => {
  const sessions = await openLucia(db).getUserSessions(personId)
  return sessions.sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
}
