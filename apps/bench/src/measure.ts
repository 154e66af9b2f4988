import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { canPin, cores } from './cores.ts'
import { round } from './percentile.ts'

/** Linux's own books: what a process and its children used of the processor, and what they hold of memory. */

const tickMs = (() => {
  try {
    return 1_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  } catch {
    return 10
  }
})()

interface Stat {
  readonly pid: number
  readonly parent: number
  /** With the children that have ended and were waited for. */
  readonly cpuMs: number
}

const statOf = (pid: number): Stat | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in brackets and may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
    return { pid, parent: Number(fields[1]), cpuMs: ticks * tickMs }
  } catch {
    return null
  }
}

const treeOf = (root: number): Stat[] => {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []))
  const of = (pid: number): Stat[] => all.filter(({ parent }) => parent === pid).flatMap((stat) => [stat, ...of(stat.pid)])
  return [...all.filter(({ pid }) => pid === root), ...of(root)]
}

/** Processor time of a process and everything below it, since they began. */
const cpuMs = (root: number): number => treeOf(root).reduce((sum, stat) => sum + stat.cpuMs, 0)

/** What this process itself, the load, has used. */
const ownCpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** How long the server's core was busy with anybody's work; 0 where nothing is pinned to it. */
const coreMs = (): number => {
  if (!canPin) return 0
  const line = new RegExp(`^cpu${cores.server} (.*)$`, 'm').exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? ''
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = line.split(' ').map(Number)
  return (user + nice + system + steal) * tickMs
}

/** Resident memory of one process, in kB. */
export const residentKb = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

/** Processor time from now until the answer is called: of a server, of its database, of the load. */
export const startWatch = (server: number, database: number) => {
  const read = () => ({ at: performance.now(), server: cpuMs(server), database: cpuMs(database), load: ownCpuMs(), core: coreMs() })
  const before = read()
  return () => {
    const now = read()
    const databaseMs = now.database - before.database
    const bothMs = now.server - before.server + databaseMs
    const percent = (usedMs: number) => round((usedMs / (now.at - before.at)) * 100, 1)
    return {
      /** Of server and database together. */
      cpuMs: bothMs,
      percents: {
        serverCpuPercent: percent(bothMs),
        databaseCpuPercent: percent(databaseMs),
        loadCpuPercent: percent(now.load - before.load),
        ...(canPin && { foreignCpuPercent: Math.max(0, percent(now.core - before.core - bothMs)) }),
      },
    }
  }
}
