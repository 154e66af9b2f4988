import { asNumber } from './kit.ts'

/**
 * How a timer runs. One value, so that whoever starts and whoever resets at one moment never make a third thing of it:
 * what was left, in seconds, when it was last touched, and the moment since when it runs, 0 while it stands.
 */
export interface Run {
  readonly left: number
  /** Milliseconds since 1970, by the clock that all share. */
  readonly at: number
}

export const spanMin = 5
export const spanMax = 3 * 3600

export const readRun = (value: unknown): Run | null => {
  if (typeof value !== 'object' || value === null) return null
  const { left, at } = value as { left?: unknown; at?: unknown }
  return {
    left: Math.min(spanMax, Math.max(0, asNumber(left, 0))),
    at: Math.max(0, asNumber(at, 0, Number.MAX_SAFE_INTEGER)),
  }
}

interface Timed {
  /** Seconds. */
  readonly span: number
  readonly run: Run | null
}

/** Seconds that are left. A start that lies ahead, by a clock that goes wrong, is now. */
export const remaining = ({ span, run }: Timed, now: number): number => {
  if (!run) return span
  return run.at === 0 ? run.left : Math.max(0, run.left - Math.max(0, now - run.at) / 1000)
}

export const isRunning = (timer: Timed, now: number): boolean => timer.run !== null && timer.run.at > 0 && remaining(timer, now) > 0

/** From where it stands; from the beginning once it is over. */
export const started = (timer: Timed, now: number): Run => ({ left: remaining(timer, now) || timer.span, at: Math.max(1, now) })

export const paused = (timer: Timed, now: number): Run => ({ left: remaining(timer, now), at: 0 })
