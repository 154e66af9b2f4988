import type { Told } from '@sheber/contract/facts'
import { fact } from '@sheber/db/schema'
import { asc, gt, max } from 'drizzle-orm'
import type { Services } from '../services.ts'

/** One line of the log as the server sees it: with the topics it was told to. */
export type Line = Told & { readonly topics: readonly string[] }

export interface Tail {
  /** Hears every line once and in order; the next one waits until all who listen are through with this one. */
  listen(heard: (line: Line) => void | Promise<void>): () => void
  /** Everything that had been told when this was asked has been heard: whoever has just taken something back finds it gone. */
  settled(): Promise<void>
  stop(): Promise<void>
}

// A ring from another process may be lost, and without Valkey there is none, so the log is also looked at by the clock.
// Half a second keeps what has to reach everybody within a second within a second.
const lookEveryMs = 500
const linesMax = 500

/**
 * Follows the fact log from now on. Positions are given under a lock that is held until the commit, so nothing ever
 * appears behind the place already read.
 */
export const openTail = async ({ db, bell, log }: Pick<Services, 'db' | 'bell' | 'log'>): Promise<Tail> => {
  const listeners = new Set<(line: Line) => void | Promise<void>>()
  const [newest] = await db.select({ position: max(fact.position) }).from(fact)
  let read = newest?.position ?? 0
  let looking: Promise<void> | null = null
  let rangMeanwhile = false
  let isAway = false
  let stopped = false

  const tellAll = async (line: Line) => {
    for (const heard of listeners) {
      try {
        await heard(line)
      } catch (error) {
        log.error({ err: error, position: line.position }, 'a fact was not heard')
      }
    }
  }

  const lookOnce = async () => {
    for (;;) {
      const rows = await db.select().from(fact).where(gt(fact.position, read)).orderBy(asc(fact.position)).limit(linesMax)
      for (const row of rows) {
        if (stopped) return
        await tellAll(lineOf(row))
        read = row.position
      }
      if (rows.length < linesMax) return
    }
  }

  // Said when it begins and when it is over, not twice a second in between.
  const say = (away: boolean, error?: unknown) => {
    if (away !== isAway) log.warn({ ...(away && { err: error }) }, away ? 'the fact log cannot be read' : 'the fact log is read again')
    isAway = away
  }

  const look = () => {
    if (stopped) return
    if (looking) {
      rangMeanwhile = true
      return
    }
    looking = lookOnce()
      .then(
        () => say(false),
        (error: unknown) => !stopped && say(true, error),
      )
      .then(() => {
        looking = null
        if (!rangMeanwhile) return
        rangMeanwhile = false
        look()
      })
  }

  const deaf = bell.listen(look)
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  return {
    listen: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    settled: async () => {
      // What rang while the log was being looked at is heard with the look after that.
      const isRung = rangMeanwhile
      await looking
      if (isRung) await looking
    },
    stop: async () => {
      stopped = true
      deaf()
      clearInterval(timer)
      await looking
    },
  }
}

// The log holds what `tell` was given, and `tell` takes facts of the contract only.
export const lineOf = ({ position, name, at, body, topics }: typeof fact.$inferSelect): Line =>
  ({ position, name, at: at.toISOString(), body, topics }) as unknown as Line

export const toldOf = ({ position, name, at, body }: Line): Told => ({ position, name, at, body }) as Told
