import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { shownToGuardians } from '@sheber/domain/guardian'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { watchPortfolios, type Watch } from '../portfolio/portfolio.watch.ts'
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

export const watchShown = (services: Services, waitMs?: number): Watch =>
  watchPortfolios(services, (portfolioId) => tellShown(services, portfolioId), waitMs)

export const tellGuardiansOfShown = (app: FastifyInstance, services: Services): void => {
  const watch = watchShown(services)
  app.addHook('onClose', () => watch.stop())
}
