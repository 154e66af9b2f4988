import { openServer } from './database.ts'

/** Once for the whole run: one PostgreSQL for all test files, whose processes inherit its address. */
export default async () => {
  const server = await openServer()
  process.env['TEST_DATABASE_URL'] = server.url
  return () => server.stop()
}
