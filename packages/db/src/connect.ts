import pg from 'pg'
import { CannotStart } from './cannot-start.ts'

const reasons = new Map([
  ['28P01', 'the password is not accepted: check the one in DATABASE_URL'],
  ['28000', 'this user is not let in: check the user in DATABASE_URL and the server’s pg_hba.conf'],
  ['3D000', 'there is no database of that name: create it (createdb), or check the name in DATABASE_URL'],
  ['42501', 'this user has too few rights: make it the owner of the database'],
  ['53300', 'all its connections are taken: raise max_connections or stop other programs'],
  ['ENOTFOUND', 'there is no such host: check the name in DATABASE_URL'],
  ['EAI_AGAIN', 'the name of the host cannot be looked up now: check the network'],
  ['ECONNREFUSED', 'nothing listens there: start PostgreSQL, or check the host and the port in DATABASE_URL'],
  ['ENOENT', 'there is no such socket: start PostgreSQL, or check the folder in DATABASE_URL'],
])

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message: string }
  if (code && reasons.has(code)) return reasons.get(code) as string
  if (/timeout/i.test(message)) return 'no answer came: start PostgreSQL, or check the host, the port and the firewall'
  return `${message.replace(/\.$/, '')}: check DATABASE_URL`
}

/**
 * One connection, for what must not wander over a pool.
 * @throws {CannotStart} naming host, port and database, never the password
 */
export const connect = async (url: string, waitMsMax = 10_000): Promise<pg.Client> => {
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: waitMsMax })
  } catch {
    throw new CannotStart(
      'DATABASE_URL cannot be read: write postgresql://user:password@host:5432/database, with special signs of the password percent-encoded.',
    )
  }
  // The query that is under way tells it.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new CannotStart(`The database ${client.database ?? ''} at ${client.host}:${client.port} cannot be used, ${reasonOf(error)}.`)
  }
}
