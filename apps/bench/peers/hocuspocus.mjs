import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

// As its documentation shows it: the whole document into one row, debounced by its own defaults.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
await pool.query('create table if not exists document (name text primary key, state bytea not null)')

const fetch = async ({ documentName }) => {
  const { rows } = await pool.query('select state from document where name = $1', [documentName])
  return rows[0]?.state ?? null
}

const store = async ({ documentName, state }) => {
  await pool.query('insert into document (name, state) values ($1, $2) on conflict (name) do update set state = excluded.state', [
    documentName,
    state,
  ])
}

await new Server({
  port: Number(process.env.PORT),
  address: process.env.HOST,
  quiet: true,
  extensions: [new Database({ fetch, store })],
}).listen()
