import { mkdirSync, writeFileSync } from 'node:fs'
import { cores, pinSelf } from '../cores.ts'
import { startDatabase, type Database } from '../database.ts'
import { hardware } from '../machine.ts'
import { openVisit } from '../board/browser.ts'
import { p95 } from '../board/figures.ts'
import { sheber } from '../targets/sheber.ts'
import { Peer } from './peer.ts'

const people = 30
const seconds = 30
const results = new URL('../../results/', import.meta.url)

interface Figures {
  readonly cpuRate: number
  readonly p95Ms: number
  readonly longestMs: number
  readonly over50: number
  readonly frames: number
}

/** The others' notes lie in a grid of six by five desks, all of it in view. */
const deskOf = (at: number) => ({ x: (at % 6) * 1_000, y: Math.floor(at / 6) * 500 })

const round = (n: number) => Math.round(n * 10) / 10

/** One person looks on and drags a note of their own, while 29 others work on the same board. */
const measure = async (database: Database, cpuRate: number): Promise<Figures> => {
  await using open = await sheber.open(database)
  const seats = open.seats(1, people)[0] ?? []
  const [mine, ...others] = seats
  if (!mine) throw new Error('The class has no seat')
  const peers = others.map((seat, at) => new Peer(`peer${at}`, seat, deskOf(at)))
  try {
    await Promise.all(peers.map((peer) => peer.synced()))
    for (const peer of peers) peer.lay()
    const cookies = (mine.headers['cookie'] ?? '').split('; ').map((one) => {
      const [name = '', ...value] = one.split('=')
      return { name, value: value.join('='), url: open.process.origin }
    })
    // The browser inherits the core that it is started from, and has it for itself.
    pinSelf(cores.load)
    await using visit = await openVisit(
      async (context) => {
        await context.addCookies(cookies)
        return `${open.process.origin}/board/${mine.room.slice('board:'.length)}`
      },
      { cpuRate, line: 'near' },
    )
    pinSelf(cores.server)
    const { page } = visit
    await page.locator('canvas').first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(5_000)
    for (const peer of peers) peer.work()
    await page.waitForTimeout(3_000)
    await page.evaluate(() => void window.__probe.frames())
    const until = performance.now() + seconds * 1_000
    // A hand that pans the board to and fro: whatever others do is drawn while everything moves.
    for (let at = 0; performance.now() < until; at += 1) {
      await page.mouse.move(600 + 200 * Math.sin(at / 15), 400 + 120 * Math.cos(at / 15))
      await page.waitForTimeout(16)
    }
    const frames = await page.evaluate(() => window.__probe.frames())
    return {
      cpuRate,
      p95Ms: round(p95(frames) ?? 0),
      longestMs: round(Math.max(...frames)),
      over50: frames.filter((ms) => ms > 50).length,
      frames: frames.length,
    }
  } finally {
    for (const peer of peers) peer.stop()
  }
}

pinSelf(cores.server)
const at = new Date().toISOString()
const all: Figures[] = []
const database = await startDatabase()
try {
  for (const rate of [1, 4]) {
    const figures = await measure(database, rate)
    all.push(figures)
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  }
} finally {
  await database.stop()
}
mkdirSync(results, { recursive: true })
writeFileSync(new URL('company.json', results), `${JSON.stringify({ at, machine: hardware(), people, seconds, rates: all }, null, 2)}\n`)
