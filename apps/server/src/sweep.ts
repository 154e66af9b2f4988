import type { FastifyInstance } from 'fastify'
import type { Services } from './services.ts'

interface Sweep {
  readonly everyMs: number
  /** Said in the log where it fails; it is tried again at the next turn. */
  readonly failed: string
  readonly work: () => Promise<void>
}

/**
 * Does something again and again for as long as the server stands, never twice at once. Every process sweeps: whoever comes first
 * has the work, the others must find nothing.
 */
export const sweepEvery = (app: FastifyInstance, { log }: Pick<Services, 'log'>, { everyMs, failed, work }: Sweep): void => {
  let sweeping: Promise<void> | null = null
  const timer = setInterval(() => {
    sweeping ??= work()
      .catch((error: unknown) => log.warn({ err: error }, failed))
      .finally(() => (sweeping = null))
  }, everyMs)
  timer.unref()
  app.addHook('preClose', async () => {
    clearInterval(timer)
    await sweeping
  })
}
