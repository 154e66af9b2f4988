import { openDb } from '@sheber/db/open'
import { rootsOf } from '@sheber/document/roots'
import { Hub } from '@sheber/sync/hub'
import { memoryBus } from '@sheber/sync/memory'
import type { Config } from './config.ts'
import { openBell } from './facts/bell.ts'
import { outside, type Outside } from './features/preview/preview.outside.ts'
import { type Log, openLog } from './log.ts'
import { newId } from './new-id.ts'
import type { Clock, Services } from './services.ts'
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
  const bus = config.valkeyUrl === null ? null : valkeyBus(config.valkeyUrl, log)
  const written = openWritten()
  const hub = new Hub({
    storage: postgresStorage(opened.db, {
      report: (rotten) => log.error({ err: rotten }, 'a stored row is not what was written'),
      now: () => clock.now(),
      wrote: written.tell,
      merge: { ...mergeRules, forgetAfterMs: config.historyDays === null ? null : config.historyDays * 86_400_000 },
    }),
    bus: bus ?? memoryBus(),
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
    bell: openBell(bus),
    clock,
    newId: open.newId ?? newId,
    outside: open.outside ?? outside,
    log,
    close: () => (closing ??= hub.close().then(() => opened.close())),
  }
}
