import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash, randomBytes } from 'node:crypto'
import type { Config } from '../../config.ts'

const tokenPattern = /^[\w-]{24}$/
const keptSeconds = 180 * 86_400

const isHttps = ({ origin }: Pick<Config, 'origin'>) => origin?.startsWith('https:') ?? false
export const deviceCookie = (config: Pick<Config, 'origin'>): string => (isHttps(config) ? '__Host-visitor' : 'visitor')

/** By chance, and by nothing of the person or the machine. */
export const tokenOf = (config: Pick<Config, 'origin'>, { cookies }: Pick<FastifyRequest, 'cookies'>): string | null => {
  const token = cookies[deviceCookie(config)]
  return token !== undefined && tokenPattern.test(token) ? token : null
}

/** Set only when somebody does something: whoever only looks is given nothing to be known by. */
export const giveToken = (config: Pick<Config, 'origin'>, reply: FastifyReply): void => {
  reply.setCookie(deviceCookie(config), randomBytes(18).toString('base64url'), {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', maxAge: keptSeconds, secure: isHttps(config) },
  })
}

/** What is kept of a device in an exhibition: neither its cookie nor anything that another exhibition would know it by. */
export const deviceOf = (exhibitionId: string, token: string): string =>
  createHash('sha256').update(`${exhibitionId} ${token}`).digest('hex')
