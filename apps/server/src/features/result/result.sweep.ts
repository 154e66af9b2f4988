import { result } from '@sheber/contract/result'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '@sheber/db/open'
import { change, type Tell } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { sweepEvery } from '../../sweep.ts'
import { giveDueBadges } from './result.badges.ts'
import { dueResults, dueUnjudged, lockExhibition, standsOf, takeDue } from './result.store.ts'

const sweepMs = 5_000

/**
 * Tells teams that the hour has come. Whether results are shown is asked of the clock with every look, so nothing waits for this
 * but the news: a server that was down at that hour tells it when it is up again.
 */
export const tellDue = async (services: Services): Promise<void> => {
  const now = services.clock.now()
  const out = async (tx: Tx, tell: Tell, exhibitionId: string) => {
    await tell(result.released, { exhibitionId })
    for (const stand of await standsOf(tx, exhibitionId))
      for (const { id: personId } of stand.members) await tell(result.reported, { exhibitionId, standId: stand.id, personId })
  }
  for (const { id, exhibitionId } of await dueResults(services.db, now))
    await change(services, null, async (tx, tell) => {
      // Whoever comes first has the work, another process finds nothing.
      if (await takeDue(tx, id, now)) await out(tx, tell, exhibitionId)
    })
  for (const exhibitionId of await dueUnjudged(services.db, now))
    await change(services, null, async (tx, tell) => {
      await lockExhibition(tx, exhibitionId)
      if ((await dueUnjudged(tx, now)).includes(exhibitionId)) await out(tx, tell, exhibitionId)
    })
}

/** The news first: badges take their time. */
const sweep = async (services: Services): Promise<void> => {
  await tellDue(services)
  await giveDueBadges(services)
}

export const sweepResults = (app: FastifyInstance, services: Services): void =>
  sweepEvery(app, services, { everyMs: sweepMs, failed: 'results that are due were not told', work: () => sweep(services) })
