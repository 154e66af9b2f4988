import { organisation } from '@sheber/db/schema'
import { migrate } from '@sheber/db/migrate'
import { expect, it } from 'vitest'
import { createDatabase } from './database.ts'

it('gives every caller a migrated database of its own', async () => {
  await using first = await createDatabase()
  await using second = await createDatabase()
  await first.db.insert(organisation).values({ id: 'a', name: 'Шебер', kind: 'centre' })
  expect(await first.db.select().from(organisation)).toHaveLength(1)
  expect(await second.db.select().from(organisation)).toHaveLength(0)
})

it('migrates twice at once as if once', async () => {
  await using database = await createDatabase()
  await database.pool.query('drop schema public cascade; drop schema drizzle cascade; create schema public')
  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)])
  const applied = await database.pool.query('select * from drizzle.__drizzle_migrations')
  expect(new Set(applied.rows.map(({ hash }: { hash: string }) => hash)).size).toBe(applied.rowCount)
})

it('folds and compares the letters of three languages', async () => {
  await using database = await createDatabase()
  const { rows } = await database.pool.query<{ low: string }>(`select lower('ӘҒҚҢӨҰҮҺІ ЁЖ Qq') as low`)
  expect(rows[0]?.low).toBe('әғқңөұүһі ёж qq')
})
