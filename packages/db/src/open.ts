import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema.ts'

export type Db = NodePgDatabase<typeof schema>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
/** A query runs alike on the database and inside a transaction. */
export type DbOrTx = Db | Tx

/** The driver itself, for a statement that drizzle has no words for. */
export const poolOf = (db: Db): pg.Pool => (db as Db & { $client: pg.Pool }).$client

export interface OpenDb {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** One driver, wherever the server is. `connectionsMax` of one process. */
export const openDb = (url: string, connectionsMax = 10): OpenDb => {
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, connectionTimeoutMillis: 5_000 })
  // An idle connection that dies must not take the process with it; the next query opens another.
  pool.on('error', () => {})
  // Nor one that dies while it is lent out, between two questions of a transaction: the next of them is told.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { db: drizzle(pool, { schema, casing: 'snake_case' }), pool, close: () => pool.end() }
}
