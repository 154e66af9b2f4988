import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '@sheber/db/embedded'
import { lockOwner } from '@sheber/db/embedded/lock'
import { migrate } from '@sheber/db/migrate'
import { type Config, readConfig } from '../config.ts'
import { openLog } from '../log.ts'
import { type OpenServices, openServices } from '../open-services.ts'

/** Where the PostgreSQL of a running Sheber listens: it says so itself, in the fifth line of its note. */
const runningUrl = ({ dataDir }: Config): string | null => {
  const note = join(dataDir, 'postgres', 'postmaster.pid')
  if (lockOwner(dataDir) === null || !existsSync(note)) return null
  const socketDir = readFileSync(note, 'utf8').split('\n')[4]
  return socketDir ? `postgresql:///sheber?user=sheber&host=${encodeURIComponent(socketDir)}` : null
}

/**
 * The same house that `npm start` opens, without its door: beside a running Sheber, or with a database started for the while.
 * @throws {CannotStart}
 */
export const openHouse = async (): Promise<OpenServices> => {
  const config = readConfig(process.env, { isRoot: process.getuid?.() === 0, cwd: process.cwd() })
  const url = config.databaseUrl ?? runningUrl(config)
  const embedded = url === null ? await startEmbedded({ dataDir: config.dataDir, log: () => {} }) : null
  const databaseUrl = url ?? embedded?.url ?? ''
  await migrate(databaseUrl)
  const services = await openServices({ config, databaseUrl, log: openLog('error') })
  return {
    ...services,
    close: async () => {
      await services.close()
      await embedded?.stop()
    },
  }
}
