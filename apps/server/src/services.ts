import type { Db } from '@sheber/db/open'
import type { Hub } from '@sheber/sync/hub'
import type { Config } from './config.ts'
import type { Bell } from './facts/bell.ts'
import type { Outside } from './features/preview/preview.outside.ts'
import type { Log } from './log.ts'
import type { Written } from './sync/written.ts'

/** What a feature may lean on. Small on purpose; opened by `openServices`, handed in by hand. */
export interface Services {
  readonly config: Config
  readonly db: Db
  readonly hub: Hub
  /** Which rooms are written to: for what has to be done once their content has changed. */
  readonly written: Written
  /** Rings when the fact log has grown: here, and through Valkey in every process. */
  readonly bell: Bell
  readonly clock: Clock
  readonly newId: () => string
  /** The internet, for previews of links and for nothing else. */
  readonly outside: Outside
  /** Words about requests and failures; never names, bodies or cookies. */
  readonly log: Log
}

export interface Clock {
  now(): Date
}
