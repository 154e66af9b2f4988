import { mkdirSync, writeFileSync } from 'node:fs'
import { canPin, cores, pinSelf } from './cores.ts'
import { startDatabase } from './database.ts'
import { machine } from './machine.ts'
import { BadArgument, readOptions, type Options, type ScenarioName, type TargetName } from './options.ts'
import { pictureOf } from './picture.ts'
import { jsonOf, mediansOf, tableOf, type Report } from './report.ts'
import { classroom } from './scenarios/classroom.ts'
import { coldOpen } from './scenarios/coldOpen.ts'
import { idle } from './scenarios/idle.ts'
import { kill } from './scenarios/kill.ts'
import { reconnect } from './scenarios/reconnect.ts'
import { saturation } from './scenarios/saturation.ts'
import type { Figures, Scenario } from './scenarios/scenario.ts'
import { school } from './scenarios/school.ts'
import { hocuspocus } from './targets/hocuspocus.ts'
import { relay } from './targets/relay.ts'
import { sheber } from './targets/sheber.ts'
import type { Target } from './targets/target.ts'
import { ywebsocket } from './targets/ywebsocket.ts'

const scenarios: Record<ScenarioName, Scenario> = { classroom, school, saturation, coldOpen, idle, kill, reconnect }
const targets: Record<TargetName, Target> = { sheber, hocuspocus, ywebsocket, relay }

const titles = Object.fromEntries(Object.values(targets).map(({ name, title }) => [name, title])) as Record<TargetName, string>
const results = new URL('../results/', import.meta.url)
const say = (text: string) => process.stderr.write(`${text}\n`)

const fail = (sentence: string) => {
  say(`\n${sentence}\n`)
  process.exitCode = 1
}

const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1_000).toFixed(0)} s`

/** Rounds go over all targets before the next begins: what the machine does meanwhile meets all of them. */
const measure = async (options: Options): Promise<Report['scenarios']> => {
  const database = await startDatabase()
  try {
    const measured: Partial<Record<ScenarioName, Partial<Record<TargetName, Figures>>>> = {}
    for (const name of options.scenarios) {
      const rounds: Partial<Record<TargetName, Figures[]>> = {}
      for (let round = 0; round < options.rounds; round += 1) {
        for (const target of options.targets) {
          const since = performance.now()
          try {
            const figures = await scenarios[name].run(targets[target], { database, options })
            if (figures) (rounds[target] ??= []).push(figures)
            say(`${name}, ${titles[target]}: ${figures ? seconds(since) : 'nothing to measure'}`)
          } catch (error) {
            fail(`${name}, ${titles[target]}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
          }
        }
      }
      measured[name] = Object.fromEntries(Object.entries(rounds).map(([target, all]) => [target, mediansOf(all)]))
    }
    return measured
  } finally {
    await database.stop()
  }
}

const write = (report: Report) => {
  const tables = Object.entries(report.scenarios).map(([name, byTarget]) =>
    tableOf(`${name}: ${scenarios[name as ScenarioName].title}`, byTarget, titles),
  )
  const text = [`# ${report.at.slice(0, 10)}`, '', report.machine, '', '(×n): how many times Sheber’s figure it is.', '', ...tables].join(
    '\n',
  )
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL('latest.json', results), jsonOf(report))
  writeFileSync(new URL('latest.md', results), text)
  writeFileSync(new URL('latest.svg', results), pictureOf(report, titles))
  process.stdout.write(`\n${text}`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

try {
  const options = readOptions(process.argv.slice(2))
  if (!canPin) say('Neither server nor load is pinned to a core here (taskset and two cores are needed): ratios hold less well.')
  const of = machine()
  pinSelf(cores.load)
  const since = performance.now()
  write({ at: new Date().toISOString(), machine: of, scenarios: await measure(options) })
  say(`Measured in ${seconds(since)}.`)
} catch (error) {
  if (error instanceof BadArgument || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) fail((error as Error).message)
  else throw error
}
