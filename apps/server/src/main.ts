import { CannotStart } from '@sheber/db/cannot-start'
import { boot } from './boot.ts'
import { readConfig } from './config.ts'
import { addresses, greeting } from './greeting.ts'
import { openLog } from './log.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

// A person at a terminal reads sentences; a log collector wants every request.
const log = openLog(process.stdout.isTTY ? 'warn' : 'info')

const fail = (error: unknown): never => {
  if (error instanceof CannotStart) process.stderr.write(`\n${error.message}\n\n`)
  else log.fatal({ err: error }, 'Sheber stops: this is a fault of ours')
  process.exit(1)
}

// Whatever nobody caught has left us in a state that nobody knows. What was called saved is in the log already.
process.on('unhandledRejection', fail)
process.on('uncaughtException', fail)

try {
  const config = readConfig(process.env, { isRoot: process.getuid?.() === 0, cwd: process.cwd(), dev: process.argv.includes('--dev') })
  const starting = boot(config, log)

  let stopping: number | null = null
  const stop = async (signal: NodeJS.Signals) => {
    // One Ctrl+C may come twice, from the terminal and from the starter. A later one is impatience, and understood.
    if (stopping !== null) return signal === 'SIGINT' && performance.now() - stopping > 2_000 ? process.exit(130) : undefined
    stopping = performance.now()
    const running = await starting.catch(() => null)
    await running?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal).catch(fail))

  const { port, isNew } = await starting
  // In development the pages are vite's to show.
  if (stopping === null && !config.dev) say(greeting(addresses(config, port), { isNew }))
} catch (error) {
  fail(error)
}
