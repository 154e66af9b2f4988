import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { parseRoom, portfolioRoom } from '@sheber/document/room'
import { shownToGuardians } from '@sheber/domain/guardian'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { tellGuardians, untoldOf } from './guardian.tell.ts'

/** Looks through one portfolio, and tells whoever stands for a child what they may read of it now. */
export const tellShown = async (services: Services, portfolioId: string): Promise<void> => {
  const { db, hub, clock } = services
  const of = await thingOfPortfolio(db, portfolioId)
  if (!of || of.guardians.length === 0) return
  const shown = shownToGuardians(
    await hub.read(portfolioRoom(portfolioId), (doc) => readPortfolio(doc, new Map(), readWithoutBody).records),
  )
  const pairs = shown.flatMap((recordId) => of.guardians.map((guardianId) => ({ guardianId, recordId })))
  const asked = { portfolioId, audience: 'guardian' as const, pairs }
  if ((await untoldOf(db, asked)).length === 0) return
  await change(services, null, (tx, tell) => tellGuardians(tx, tell, { ...asked, at: clock.now() }))
}

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

export const watchShown = (services: Services, waitMs = afterMs): Watch => {
  const due = new Map<string, NodeJS.Timeout>()
  const looking = new Set<Promise<void>>()
  const look = (portfolioId: string) => {
    clearTimeout(due.get(portfolioId))
    due.delete(portfolioId)
    // What is missed now is told with the next change.
    const one: Promise<void> = tellShown(services, portfolioId)
      .catch((error: unknown) => services.log.warn({ err: error, portfolioId }, 'guardians were not told'))
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

export const tellGuardiansOfShown = (app: FastifyInstance, services: Services): void => {
  const watch = watchShown(services)
  app.addHook('onClose', () => watch.stop())
}
