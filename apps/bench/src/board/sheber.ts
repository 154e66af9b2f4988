import type { Project } from '@sheber/contract/project'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from 'playwright-core'
import type { Database } from '../database.ts'
import { freePort, ServerProcess } from '../server-process.ts'
import { asking, enterAs } from './enter.ts'
import type { BoardTarget } from './target.ts'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const built = fileURLToPath(new URL('../../../web/build/client', import.meta.url))
const templateName = 'bench_board_template'
const databaseName = 'bench_board'

const openProcess = async (url: string): Promise<ServerProcess> => {
  const env = { DATABASE_URL: url, SHEBER_DEMO: '1', SHEBER_BENCH: '1' }
  const process = new ServerProcess({ main, env, health: '/health/ready' }, await freePort())
  await process.start()
  return process
}

/** The demo centre is filled once; every visit gets a copy, in which nobody has drawn yet. */
let seeded: Promise<void> | null = null

const seed = async (database: Database): Promise<void> => {
  const process = await openProcess(await database.create(templateName))
  await process.stop()
}

/** As from `/demo`, one press on the name of a learner who has a team. */
const enter = async (context: BrowserContext, origin: string): Promise<string> => {
  const ask = asking(context, origin)
  await enterAs(ask, ({ role, teams }) => role === 'learner' && teams.length > 0)
  const projects = await ask<Project[]>('/api/project')
  const project = projects.find(({ may }) => may === 'write')
  if (!project) throw new Error('The demo centre has no project to draw in')
  return `${origin}/board/${project.boardId}`
}

/** What `lib/board/bench.ts` was built into. */
const offersBench = (): ReadonlySet<string> => {
  const scripts = globSync('_app/immutable/**/*.js', { cwd: built })
  return new Set(scripts.filter((file) => readFileSync(`${built}/${file}`, 'utf8').includes('__bench')).map((file) => `/${file}`))
}

/** The product as `npm start` runs it, told that it is measured. */
export const openSheberBoard = async (database: Database): Promise<BoardTarget> => {
  await (seeded ??= seed(database))
  await database.drop(databaseName)
  const process = await openProcess(await database.create(databaseName, templateName))
  const ours = offersBench()
  return {
    enter: (context) => enter(context, process.origin),
    isOurs: (url) => ours.has(new URL(url).pathname),
    close: async () => {
      await process.stop()
      await database.drop(databaseName)
    },
  }
}
