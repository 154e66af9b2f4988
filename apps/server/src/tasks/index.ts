import { CannotStart } from '@sheber/db/cannot-start'
import type { Services } from '../services.ts'
import { frameworkShip } from './framework-ship.ts'
import { openHouse } from './house.ts'
import { keyChange } from './key-change.ts'
import { proofCompare, proofRebuild } from './proof.ts'
import { roomCompact } from './room-compact.ts'
import { roomWho } from './room-who.ts'
import { roomShow } from './room-show.ts'
import { trailCheck, trailErase, trailExport } from './trail.ts'
import { Wrong } from './wrong.ts'

/** What is written to the terminal when the task is done. Throws a sentence for a wrong argument. */
export type Task = (services: Services, ...words: string[]) => Promise<string>

const tasks = new Map<string, { usage: string; run: Task }>([
  ['room-show', { usage: 'room-show <room>', run: roomShow }],
  ['room-who', { usage: 'room-who <room>', run: roomWho }],
  ['framework-ship', { usage: 'framework-ship', run: frameworkShip }],
  ['key-change', { usage: 'key-change <organisation>', run: keyChange }],
  ['proof-compare', { usage: 'proof-compare', run: proofCompare }],
  ['proof-rebuild', { usage: 'proof-rebuild', run: proofRebuild }],
  ['trail-check', { usage: 'trail-check [exhibition]', run: trailCheck }],
  ['trail-export', { usage: 'trail-export <exhibition>', run: trailExport }],
  ['trail-erase', { usage: 'trail-erase <person> <why>', run: trailErase }],
  ['room-compact', { usage: 'room-compact <room>', run: roomCompact }],
])

const [name = '', ...words] = process.argv.slice(2)
const task = tasks.get(name)
if (!task) {
  const list = [...tasks.values()].map(({ usage }) => `  npm run task ${usage}`)
  process.stderr.write(`${['Tasks:', ...list, 'When to run which: apps/server/src/tasks/README.md'].join('\n')}\n`)
  process.exit(1)
}

try {
  const services = await openHouse()
  try {
    process.stdout.write(`${await task.run(services, ...words)}\n`)
  } finally {
    await services.close()
  }
} catch (error) {
  // Somebody at a terminal wants the sentence; of our own fault they want everything.
  process.stderr.write(`${error instanceof CannotStart || error instanceof Wrong ? error.message : String((error as Error).stack)}\n`)
  process.exitCode = 1
}
