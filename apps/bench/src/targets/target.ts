import type { Database } from '../database.ts'
import type { Dialect } from '../load/dialect.ts'
import type { Seat } from '../load/client.ts'
import type { TargetName } from '../options.ts'
import type { ServerProcess } from '../server-process.ts'

/** A server of its own for one scenario, with nothing written in it. */
export interface Open extends AsyncDisposable {
  readonly process: ServerProcess
  /** Where its rows lie, for whoever needs more of them than doors give. */
  readonly databaseUrl?: string
  /** A place for each client: by room, then by client. */
  seats(rooms: number, perRoom: number): Seat[][]
  /** Where it can be looked up: the document as it stands in the database. */
  stored?(room: string): Promise<Uint8Array | null>
}

export interface Target {
  readonly name: TargetName
  readonly title: string
  readonly dialect: Dialect
  /** Documents survive the process. */
  readonly persists: boolean
  open(database: Database): Promise<Open>
}
