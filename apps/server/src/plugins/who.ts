import type { Language } from '@sheber/contract/words'
import { organisation } from '@sheber/db/schema'
import type { Who } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
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

const known = ({ personId, memberships, teams, name, language, sessionId }: Found): Known => ({
  who: { id: personId, memberships, teams },
  name,
  language,
  sessionId,
})

/** For the upgrade door and socket.io, which see a header and no request. Null: a guest, whatever the cookie says. */
export const whoOfCookie = async (services: Services, header: string | undefined): Promise<Known | null> => {
  const token = cookieIn(header, cookieName(services.config))
  const found = token ? await lookUp(services, token) : null
  return found && known(found)
}

/** Which sign-in this cookie claims to be, without a question to anybody: for telling whether it is the one that opened something. */
export const sessionOfCookie = ({ config }: Pick<Services, 'config'>, header: string | undefined): string | null => {
  const token = cookieIn(header, cookieName(config))
  return token ? claimedSession(token) : null
}

/** Who is behind a live connection now. Null: this sign-in is over. */
export const whoOfSession = async (services: Services, sessionId: string): Promise<Known | null> => {
  const found = await lookUpAgain(services, sessionId)
  return found && known(found)
}

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
