import { openDb } from '@sheber/db/open'
import { boardRoots } from '@sheber/document/board'
import { parseRoom } from '@sheber/document/room'
import { Hub } from '@sheber/sync/hub'
import { memoryBus } from '@sheber/sync/memory'
import type { Config } from './config.ts'
import { openBell } from './facts/bell.ts'
import { type Log, openLog } from './log.ts'
import { newId } from './new-id.ts'
import type { Clock, Services } from './services.ts'
import { mergeRules } from './sync/merge-rows.ts'
import { postgresStorage } from './sync/postgres-storage.ts'

export interface Open {
  config: Config
  databaseUrl: string
  clock?: Clock
  newId?: () => string
  log?: Log
}

export type OpenServices = Services & {
  /** Stores what rooms still hold and lets the database go. */
  close(): Promise<void>
}

const wallClock: Clock = { now: () => new Date() }

export const openServices = async ({ config, databaseUrl, clock = wallClock, ...open }: Open): Promise<OpenServices> => {
  const opened = openDb(databaseUrl)
  const log = open.log ?? openLog()
  const hub = new Hub({
    storage: postgresStorage(opened.db, {
      report: (rotten) => log.error({ err: rotten }, 'a stored row is not what was written'),
      now: () => clock.now(),
      merge: { ...mergeRules, forgetAfterMs: config.historyDays === null ? null : config.historyDays * 86_400_000 },
    }),
    bus: memoryBus(),
    // Nobody rings for what another process wrote: where there may be one, an open room looks at the log by itself.
    lookMs: config.valkeyUrl ? 1_000 : null,
    clock: { now: () => clock.now().getTime() },
    roots: (room) => (parseRoom(room) ? boardRoots : new Set()),
    report: ({ room, doing, why }) => log.error({ err: why, room, doing }, 'a room is in trouble'),
  })
  let closing: Promise<void> | null = null
  return {
    config,
    db: opened.db,
    hub,
    bell: openBell(),
    clock,
    newId: open.newId ?? newId,
    log,
    close: () => (closing ??= hub.close().then(() => opened.close())),
  }
}
