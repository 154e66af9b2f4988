import { copyCookie } from '@sheber/contract/copy'
import { session } from '@sheber/contract/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { deviceWord } from './device.ts'
import { cookieForm, cookieName, endSession, makeSession } from './session.store.ts'

/** Opens a new session for the person and ends the one the browser had: an id that was known before is worth nothing after. */
export const signIn = async (services: Services, personId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const { config, clock } = services
  const { sessionId, who } = request
  const token = await change(services, personId, async (tx, tell) => {
    if (sessionId && who) {
      await endSession(tx, sessionId)
      await tell(session.ended, { personId: who.id, sessionId })
    }
    return makeSession(tx, personId, { device: deviceWord(request.headers['user-agent']), openedAt: clock.now() })
  })
  reply.setCookie(cookieName(config), token, cookieForm(config))
  closeCopy(reply, services)
}

/** What a page kept on this device for whoever was signed in is nobody's any more, not even for the same person coming back. */
const closeCopy = (reply: FastifyReply, { config }: Services) => reply.clearCookie(copyCookie, { ...cookieForm(config), httpOnly: false })

export const dropCookie = (reply: FastifyReply, services: Services) => {
  reply.clearCookie(cookieName(services.config), cookieForm(services.config))
  closeCopy(reply, services)
}
