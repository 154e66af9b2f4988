import { start } from 'node:repl'
import { routes } from '@sheber/contract/routes'
import * as tables from '@sheber/db/schema'
import { may } from '@sheber/domain/permission'
import * as drizzle from 'drizzle-orm'
import { CannotStart } from '@sheber/db/cannot-start'
import { openHouse } from './tasks/house.ts'

/** `npm run console`: the house at hand, without its door. */
try {
  const services = await openHouse()
  const { db, hub, config, log } = services
  const atHand = { services, db, hub, config, log, tables, drizzle, routes, may }
  process.stdout.write(`At hand: ${Object.keys(atHand).join(', ')}\nTry: await db.select().from(tables.project)\n`)
  const repl = start({ prompt: 'sheber> ' })
  Object.assign(repl.context, atHand)
  repl.on('exit', () => void services.close())
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
