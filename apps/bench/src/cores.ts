import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** The measured server and its database share one core; the load has another, so that it cannot take from what it measures. */
export const cores = { server: 0, load: 1 } as const

const hasTaskset = (): boolean => {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Asked before anything is pinned: afterwards the load sees one core only. */
export const canPin: boolean = process.platform === 'linux' && availableParallelism() > 1 && hasTaskset()

/** Pins this very process, with the threads that it has already. A thread may end between being listed and being pinned: once more, then. */
export const pinSelf = (core: number, tries = 5): void => {
  if (!canPin) return
  try {
    execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', `${core}`, `${process.pid}`], { stdio: 'ignore' })
  } catch (error) {
    if (tries <= 1) throw error
    pinSelf(core, tries - 1)
  }
}

/** taskset becomes the program it starts: the process id is the program's. */
export const pinned = (core: number, program: string, args: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['--cpu-list', `${core}`, program, ...args]] : [program, [...args]]
