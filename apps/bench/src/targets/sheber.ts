import { fileURLToPath } from 'node:url'
import type { Database } from '../database.ts'
import { plain } from '../load/dialect.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import type { Target } from './target.ts'
import { makeWorld, placesIn, type World } from './world.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const templateName = 'bench_sheber_template'
const databaseName = 'bench_sheber'

const openProcess = async (url: string): Promise<ServerProcess> => {
  const process = new ServerProcess({ main, env: { DATABASE_URL: url }, health: '/health/ready' }, await freePort())
  await process.start()
  return process
}

const seed = async (database: Database): Promise<World> => {
  const process = await openProcess(await database.create(templateName))
  try {
    return await makeWorld(process.origin)
  } finally {
    await process.stop()
  }
}

/** A hundred people and four hundred boards are made once; every scenario gets a copy of that database. */
let world: Promise<World> | null = null

/** The product as `npm start` runs it: its doors, its rights, its limits. */
export const sheber: Target = {
  name: 'sheber',
  title: 'Sheber',
  dialect: plain,
  persists: true,
  open: async (database) => {
    const made = await (world ??= seed(database))
    await database.drop(databaseName)
    const databaseUrl = await database.create(databaseName, templateName)
    const process = await openProcess(databaseUrl)
    return {
      process,
      databaseUrl,
      seats: (rooms, perRoom) =>
        placesIn(made, rooms, perRoom).map((places) =>
          places.map(({ board, cookie }) => ({
            room: `board:${board}`,
            url: `ws://127.0.0.1:${process.port}/sync/board:${board}`,
            headers: { cookie, origin: process.origin },
          })),
        ),
      [Symbol.asyncDispose]: async () => {
        await process.stop()
        await database.drop(databaseName)
      },
    }
  },
}
