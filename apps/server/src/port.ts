import { CannotStart } from '@sheber/db/cannot-start'
import { lockOwner } from '@sheber/db/embedded/lock'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Config } from './config.ts'

/** What the system says about listening, as a sentence; anything else is returned as it is. */
export const listenProblem = (error: unknown, { port, host, databaseUrl, dataDir }: Config): unknown => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    // Most often it is we ourselves, in another window.
    const owner = databaseUrl === null ? lockOwner(dataDir) : null
    return owner === null
      ? new CannotStart(
          `Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
        )
      : new CannotStart(
          `Sheber is already running on this data folder (process ${owner}). Stop it, or set DATA_DIR to another folder and PORT to another port.`,
        )
  }
  if (code === 'EACCES')
    return new CannotStart(`Port ${port} may not be opened by this user: choose one above 1023, for example PORT=3000 npm start.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new CannotStart(`HOST is “${host}”, which is no address of this computer: leave it out, or give 127.0.0.1.`)
  }
  return error
}

/** Asked before anything slow, so that a taken port is told at once. @throws {CannotStart} */
export const checkPort = async (config: Config): Promise<void> => {
  const probe = createServer()
  try {
    probe.listen({ port: config.port, host: config.host, exclusive: true })
    await once(probe, 'listening')
  } catch (error) {
    throw listenProblem(error, config)
  }
  probe.close()
  await once(probe, 'close')
}
