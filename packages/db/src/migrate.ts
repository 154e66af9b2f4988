import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator'
import { fileURLToPath } from 'node:url'
import { CannotStart } from './cannot-start.ts'
import { connect } from './connect.ts'

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** PostgreSQL 15 is what Debian 12 brings. */
const oldestServer = 15

// One number for the whole installation; the fact log has its own.
const migrationLock = 4_207_000

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ((error as { code?: unknown }).code ?? codeOf(error.cause)) : undefined

/**
 * Applies what is new in `migrations/`. Two processes may start at once: the second waits and finds nothing to do.
 * @throws {CannotStart} when the server does not answer or is too old
 */
export const migrate = async (url: string, migrationsFolder = folder): Promise<void> => {
  // One connection: the lock belongs to it, and ends with it whatever happens to us.
  const client = await connect(url)
  try {
    const version = await client.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    )
    const found = version.rows[0]
    if (!found || found.number < oldestServer * 10_000) {
      throw new CannotStart(
        `The database is PostgreSQL ${found?.name}, Sheber needs ${oldestServer} or newer: upgrade the server, or leave DATABASE_URL out to use the one that Sheber brings along.`,
      )
    }
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await apply(drizzle(client), { migrationsFolder })
  } catch (error) {
    // insufficient_privilege
    if (codeOf(error) !== '42501') throw error
    throw new CannotStart(
      'The user of DATABASE_URL may not create tables in its database: make it the owner (alter database … owner to …).',
    )
  } finally {
    await client.end()
  }
}
