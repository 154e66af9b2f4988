import type { FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'

/** Where the world finds this Sheber: `ORIGIN`, or the address that the request was sent to. */
export const baseOf = ({ origin }: Pick<Config, 'origin'>, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string =>
  origin ?? `${protocol}://${host}`
