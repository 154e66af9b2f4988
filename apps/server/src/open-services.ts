import { openDb } from '@sheber/db/open'
import { rootsOf } from '@sheber/document/roots'
import { Hub } from '@sheber/sync/hub'
import { memoryBus } from '@sheber/sync/memory'
import { recover } from '@sheber/sync/recover'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openBell } from './facts/bell.ts'
import { outside, type Outside } from './features/preview/preview.outside.ts'
import { type Log, openLog } from './log.ts'
import { newId } from './new-id.ts'
import type { Clock, Services } from './services.ts'
import { openJournal, takeLeft } from './sync/journal.ts'
import { mergeRules } from './sync/merge-rows.ts'
import { postgresStorage } from './sync/postgres-storage.ts'
import { valkeyBus } from './sync/valkey-bus.ts'
import { openWritten } from './sync/written.ts'

export interface Open {
  config: Config
  databaseUrl: string
  clock?: Clock
  newId?: () => string
  outside?: Outside
  log?: Log
}

export type OpenServices = Services & {
  /** Puts into the log what a life of this server that was killed had shown and not yet stored. Before the door opens. */
  takeOver(): Promise<void>
  /** Stores what rooms still hold and lets the database go. */
  close(): Promise<void>
}

/**
 * How often open boards look at the log by themselves. Valkey rings for what another process wrote, so the look is
 * only for a ring that was lost; where nobody rings, it is all there is. One process alone hears itself.
 */
const lookMsOf = ({ valkeyUrl, processes }: Config): number | null => {
  if (valkeyUrl !== null) return 5_000
  return processes > 1 ? 1_000 : null
}

const wallClock: Clock = { now: () => new Date() }

export const openServices = async ({ config, databaseUrl, clock = wallClock, ...open }: Open): Promise<OpenServices> => {
  const opened = openDb(databaseUrl)
  const log = open.log ?? openLog()
  const valkey = config.valkeyUrl === null ? null : valkeyBus(config.valkeyUrl, log)
  const bus = valkey ?? memoryBus()
  const written = openWritten(valkey)
  const storage = postgresStorage(opened.db, {
    report: (rotten) => log.error({ err: rotten }, 'a stored row is not what was written'),
    now: () => clock.now(),
    wrote: written.tell,
    merge: { ...mergeRules, forgetAfterMs: config.historyDays === null ? null : config.historyDays * 86_400_000 },
  })
  const journalDir = join(config.dataDir, 'journal')
  const journal = openJournal(journalDir, log)
  const hub = new Hub({
    storage,
    bus,
    journal,
    lookMs: lookMsOf(config),
    clock: { now: () => clock.now().getTime() },
    roots: rootsOf,
    report: ({ room, doing, why }) => log.error({ err: why, room, doing }, 'a room is in trouble'),
  })
  let closing: Promise<void> | null = null
  return {
    config,
    db: opened.db,
    hub,
    written,
    bell: openBell(valkey),
    clock,
    newId: open.newId ?? newId,
    outside: open.outside ?? outside,
    log,
    takeOver: () => takeLeft(journalDir, log, (noted) => recover({ storage, bus }, noted)),
    close: () =>
      (closing ??= hub.close().then(() => {
        journal.close()
        return opened.close()
      })),
  }
}
