import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { connect } from './connect.ts'

const sentence = (url: string, waitMsMax?: number) =>
  connect(url, waitMsMax).then(
    () => 'connected',
    (error: unknown) => (error instanceof CannotStart ? error.message : `not a sentence: ${String(error)}`),
  )

it('names host and port of a database that is not there, and no password', async () => {
  const told = await sentence('postgresql://sheber:hunter22@127.0.0.1:9/school')
  expect(told).toBe(
    'The database school at 127.0.0.1:9 cannot be used, nothing listens there: start PostgreSQL, or check the host and the port in DATABASE_URL.',
  )
})

it('tells an unknown host and a missing socket', async () => {
  expect(await sentence('postgresql://a:hunter22@nowhere.invalid/x')).toMatch(/nowhere\.invalid:5432 cannot be used, .*host.*\.$/)
  expect(await sentence('postgresql://a@/x?host=/nowhere')).toMatch(/no such socket/)
})

it('does not wait for ever for a server that says nothing', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  expect(await sentence(`postgresql://a:hunter22@127.0.0.1:${port}/x`, 200)).toMatch(/no answer came/)
  silent.close()
})

it('tells an address that cannot be read', async () => {
  expect(await sentence('postgresql://a:hun#ter22@host:abc/x')).toMatch(/^DATABASE_URL cannot be read/)
})
