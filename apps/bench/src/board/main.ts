import { mkdirSync, writeFileSync } from 'node:fs'
import { startDatabase, type Database } from '../database.ts'
import { hardware } from '../machine.ts'
import { BadArgument } from '../options.ts'
import { mediansOf } from '../report.ts'
import { openVisit } from './browser.ts'
import { far } from './conditions.ts'
import type { BoardFigures } from './figures.ts'
import { measureBoard, NoBench } from './measure.ts'
import { readBoardOptions, type BoardOptions, type BoardTargetName } from './options.ts'
import { openPeerBoard } from './peer.ts'
import { boardJsonOf, boardTableOf, type BoardReport } from './report.ts'
import { openSheberBoard } from './sheber.ts'
import type { BoardTarget } from './target.ts'

const titles: Record<BoardTargetName, string> = { sheber: 'Sheber', excalidraw: 'Excalidraw 0.18.1', tldraw: 'tldraw 5.4.2' }
const results = new URL('../../results/', import.meta.url)
const say = (text: string) => process.stderr.write(`${text}\n`)

const fail = (sentence: string) => {
  say(`\n${sentence}\n`)
  process.exitCode = 1
}

const open = (name: BoardTargetName, database: Database | null): Promise<BoardTarget> => {
  if (name !== 'sheber') return openPeerBoard(name)
  if (!database) throw new Error('Sheber needs a database')
  return openSheberBoard(database)
}

const visit = async (name: BoardTargetName, database: Database | null, seed: number): Promise<BoardFigures> => {
  const target = await open(name, database)
  try {
    await using opened = await openVisit((context) => target.enter(context), far, target)
    return await measureBoard(opened, seed, (what, error) =>
      fail(`${titles[name]}, ${what}: ${error instanceof Error ? error.message : String(error)}`),
    )
  } finally {
    await target.close()
  }
}

/** Rounds go over all targets before the next begins: what the machine does meanwhile meets all of them. */
const measure = async ({ targets, rounds, seed }: BoardOptions): Promise<BoardReport['targets']> => {
  const database = targets.includes('sheber') ? await startDatabase() : null
  const measured: Partial<Record<BoardTargetName, BoardFigures[]>> = {}
  /** Not waited for again. */
  const absent = new Set<BoardTargetName>()
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const name of targets.filter((one) => !absent.has(one))) {
        const since = performance.now()
        try {
          const figures = await visit(name, database, seed)
          ;(measured[name] ??= []).push(figures)
          say(`${titles[name]}, round ${round}: ${((performance.now() - since) / 1_000).toFixed(0)} s`)
        } catch (error) {
          if (error instanceof NoBench) absent.add(name)
          fail(`${titles[name]}, round ${round}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
    }
  } finally {
    await database?.stop()
  }
  return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, mediansOf(all)]))
}

const write = (report: BoardReport) => {
  const head = [`# ${report.at.slice(0, 10)}`, '', report.machine, '', '(×n): how many times Sheber’s figure it is.', '']
  const text = [...head, boardTableOf(report, titles)].join('\n')
  mkdirSync(results, { recursive: true })
  writeFileSync(new URL('board.json', results), boardJsonOf(report))
  writeFileSync(new URL('board.md', results), text)
  process.stdout.write(`\n${text}`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

try {
  const options = readBoardOptions(process.argv.slice(2))
  const since = performance.now()
  const machine = `${hardware()}, 4× slowed, slow 4G, software drawing, 1366 × 768, medians of ${options.rounds}`
  const targets = await measure(options)
  write({ at: new Date().toISOString(), machine, targets })
  say(`Measured in ${((performance.now() - since) / 1_000).toFixed(0)} s.`)
} catch (error) {
  if (error instanceof BadArgument || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) fail((error as Error).message)
  else throw error
}
