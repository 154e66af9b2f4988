import { openDb } from '@sheber/db/open'
import { named } from '../load/dialect.ts'
import { openPeer } from './peer.ts'
import type { Target } from './target.ts'

const databaseName = 'bench_hocuspocus'

export const hocuspocus: Target = {
  name: 'hocuspocus',
  title: 'Hocuspocus',
  dialect: named,
  persists: true,
  open: async (database) => {
    await database.drop(databaseName)
    const url = await database.create(databaseName)
    const peer = await openPeer('hocuspocus.mjs', { DATABASE_URL: url })
    const { pool, close } = openDb(url, 1)
    return {
      ...peer,
      stored: async (room) => {
        const { rows } = await pool.query<{ state: Buffer }>('select state from document where name = $1', [room])
        return rows[0]?.state ?? null
      },
      [Symbol.asyncDispose]: async () => {
        await peer[Symbol.asyncDispose]()
        await close()
        await database.drop(databaseName)
      },
    }
  },
}
