import { startEmbedded, type Embedded } from '@sheber/db/embedded'
import { migrate } from '@sheber/db/migrate'
import { organisation } from '@sheber/db/schema'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { openServices, type OpenServices } from './open-services.ts'
import { checkPort, listenProblem } from './port.ts'

export interface Running {
  readonly port: number
  /** Nobody has created a centre here yet. */
  readonly isNew: boolean
  stop(): Promise<void>
}

const hasCentre = async ({ db }: OpenServices): Promise<boolean> =>
  (await db.select({ id: organisation.id }).from(organisation).where(eq(organisation.kind, 'centre'))).length > 0

const listen = async (app: FastifyInstance, config: Config): Promise<number> => {
  try {
    await app.listen({ port: config.port, host: config.host })
  } catch (error) {
    throw listenProblem(error, config)
  }
  return (app.server.address() as AddressInfo).port
}

const closeMsMax = 10_000

/** Waits for one part to close, but not for ever: the next one, the database above all, must still be stopped in order. */
const patient = async (closing: Promise<void>, log: Log): Promise<void> => {
  const late = new AbortController()
  const given = pause(closeMsMax, undefined, { signal: late.signal }).then(
    () => log.warn('A part of Sheber did not stop in time and is left behind'),
    () => {},
  )
  await Promise.race([closing, given]).finally(() => late.abort())
}

/**
 * Everything between the settings and the open door; what was opened is closed again when a later step fails.
 * @throws {CannotStart}
 */
export const boot = async (config: Config, log: Log): Promise<Running> => {
  await checkPort(config)
  const opened: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await patient(close(), log)
  }
  try {
    let databaseUrl = config.databaseUrl
    if (databaseUrl === null) {
      const embedded: Embedded = await startEmbedded({ dataDir: config.dataDir, log: (line) => log.warn(line) })
      opened.push(() => embedded.stop())
      databaseUrl = embedded.url
    }
    await migrate(databaseUrl)
    const services = await openServices({ config, databaseUrl, log })
    opened.push(() => services.close())
    await services.takeOver()
    const app = await buildApp(services)
    opened.push(() => app.close())
    if (config.demo && !(await hasCentre(services))) {
      const { loadDemo } = await import('./features/centre/demo.ts')
      // Of several processes that start at once, one is the first.
      await loadDemo(services, config.origin ?? `http://localhost:${config.port}`).catch(async (error: unknown) => {
        if (!(await hasCentre(services))) throw error
      })
    }
    const port = await listen(app, config)
    return { port, isNew: !(await hasCentre(services)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
