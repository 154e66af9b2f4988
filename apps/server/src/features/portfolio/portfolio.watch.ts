import { parseRoom } from '@sheber/document/room'
import type { Services } from '../../services.ts'

/**
 * Whom a record is shown to is content: it changes with a keystroke, and no command says so. So a portfolio is looked
 * through a while after somebody has written in it; what was clicked by mistake and taken back meanwhile is told to nobody.
 *
 *   written   x xx  x        x
 *   looked    ^-----·---->|  ^-------->|
 */
const afterMs = 20_000

export interface Watch {
  /** What was still to be looked at is looked at now. */
  stop(): Promise<void>
}

export const watchPortfolios = (
  services: Pick<Services, 'written' | 'log'>,
  lookThrough: (portfolioId: string) => Promise<void>,
  waitMs = afterMs,
): Watch => {
  const due = new Map<string, NodeJS.Timeout>()
  const looking = new Set<Promise<void>>()
  const look = (portfolioId: string) => {
    clearTimeout(due.get(portfolioId))
    due.delete(portfolioId)
    // What is missed now is told with the next change.
    const one: Promise<void> = lookThrough(portfolioId)
      .catch((error: unknown) => services.log.warn({ err: error, portfolioId }, 'nobody was told what a portfolio shows now'))
      .finally(() => looking.delete(one))
    looking.add(one)
  }
  const deaf = services.written.listen((room) => {
    const of = parseRoom(room)
    if (of?.kind !== 'portfolio' || due.has(of.id)) return
    due.set(of.id, setTimeout(() => look(of.id), waitMs).unref())
  })
  return {
    stop: async () => {
      deaf()
      for (const id of [...due.keys()]) look(id)
      await Promise.all(looking)
    },
  }
}
