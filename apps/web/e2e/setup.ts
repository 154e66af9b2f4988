import { openServer } from '@sheber/dev-env/database'

/** One PostgreSQL for the whole run; every Sheber gets a copied database in it. Workers inherit its address. */
export default async () => {
  if (process.env['TEST_DATABASE_URL']) return
  const server = await openServer()
  process.env['TEST_DATABASE_URL'] = server.url
  return () => server.stop()
}
