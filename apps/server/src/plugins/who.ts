import type { Language } from '@sheber/contract/words'
import { membership, organisation, teamMember } from '@sheber/db/schema'
import type { Who } from '@sheber/domain/permission'
import { eq, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { claimedSession, cookieName, type Found, lookUp, lookUpAgain } from '../features/session/session.store.ts'
import type { Services } from '../services.ts'
import { cookieIn } from './cookie.ts'
import { acceptedLanguage, chosenLanguage } from './language.ts'
import { isApi, isFiles } from './pages.ts'

/** The person behind a cookie, as everything else needs them. */
export interface Known {
  readonly who: Who
  readonly name: string
  readonly language: Language
  /** The id of the session row; not the cookie's token. */
  readonly sessionId: string
}

/** Memberships and teams are read afresh each time: a right that was taken is gone with the next question. */
const knownBy = async ({ db }: Services, found: Found | null): Promise<Known | null> => {
  if (!found) return null
  const { personId, name, language, sessionId } = found
  // One question, because it is asked with every request and every connection, and after a restart by a whole school.
  const { rows } = await db.execute<Pick<Who, 'memberships' | 'teams'> & Record<string, unknown>>(sql`
    select array(select ${teamMember.teamId} from ${teamMember} where ${teamMember.personId} = ${personId}) as teams, (
      select coalesce(json_agg(json_build_object('organisationId', ${membership.organisationId}, 'kind', ${organisation.kind}, 'role', ${membership.role})), '[]')
      from ${membership} join ${organisation} on ${organisation.id} = ${membership.organisationId}
      where ${membership.personId} = ${personId}
    ) as memberships`)
  const { memberships = [], teams = [] } = rows[0] ?? {}
  return { who: { id: personId, memberships, teams }, name, language, sessionId }
}

/** For the upgrade door and socket.io, which see a header and no request. Null: a guest, whatever the cookie says. */
export const whoOfCookie = async (services: Services, header: string | undefined): Promise<Known | null> => {
  const token = cookieIn(header, cookieName(services.config))
  return token ? knownBy(services, await lookUp(services, token)) : null
}

/** Which sign-in this cookie claims to be, without a question to anybody: for telling whether it is the one that opened something. */
export const sessionOfCookie = ({ config }: Pick<Services, 'config'>, header: string | undefined): string | null => {
  const token = cookieIn(header, cookieName(config))
  return token ? claimedSession(token) : null
}

/** Who is behind a live connection now. Null: this sign-in is over. */
export const whoOfSession = async (services: Services, sessionId: string): Promise<Known | null> =>
  knownBy(services, await lookUpAgain(services, sessionId))

const centreLanguage = async ({ db }: Services): Promise<Language> => {
  const [centre] = await db.select({ language: organisation.language }).from(organisation).where(eq(organisation.kind, 'centre'))
  return centre?.language ?? 'kk'
}

/** cookie → person and language. Whatever comes after this hook may ask `request.who`. */
export const who = (app: FastifyInstance, services: Services) => {
  app.decorateRequest('who', null)
  app.decorateRequest('sessionId', null)
  app.decorateRequest('language', 'kk')
  app.addHook('onRequest', async (request) => {
    const chosen = chosenLanguage(request.headers)
    const accepted = acceptedLanguage(request.headers)
    // Before the first question to the database, so that "it is away" is said in the reader's language too.
    request.language = chosen ?? accepted ?? 'kk'
    // A page asks the API itself, with the same cookie.
    if (!isApi(request.url) && !isFiles(request.url)) return
    const person = await whoOfCookie(services, request.headers.cookie)
    if (person) {
      request.who = person.who
      request.sessionId = person.sessionId
    }
    request.language = chosen ?? person?.language ?? accepted ?? (await centreLanguage(services))
  })
}
