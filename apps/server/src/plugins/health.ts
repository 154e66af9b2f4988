import { refuse } from '@sheber/contract/refusal'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

const patienceMs = 2_000

/** Rejects when the work takes longer than `patienceMs`; a database that hangs is away. */
const soon = async <T>(work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('timeout exceeded when trying to connect')), patienceMs)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

export const health = (app: FastifyInstance, { db }: Services) => {
  /** The process answers. A restart would not help a database, so it is not asked. */
  app.get('/health/live', { schema: { hide: true } }, async () => ({ live: true }))

  /** Send people here: the database answers too. */
  app.get('/health/ready', { schema: { hide: true } }, async () => {
    const isReady = await soon(db.execute(sql`select 1`)).then(
      () => true,
      () => false,
    )
    return isReady ? { ready: true } : refuse('unavailable')
  })
}
