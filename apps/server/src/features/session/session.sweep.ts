import { session } from '@sheber/contract/session'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { sweepEvery } from '../../sweep.ts'
import { forgetOldTries } from './session.attempts.ts'
import { endOld, renewWriters } from './session.store.ts'

const sweepMs = 60_000

/** Ends the sign-ins whose time is over. It is told like any other end, so their sockets close on the same road. */
export const sweep = async (services: Services): Promise<void> => {
  const now = services.clock.now()
  await renewWriters(services.db, now)
  await change(services, null, async (tx, tell) => {
    for (const { personId, sessionId } of await endOld(tx, now)) await tell(session.ended, { personId, sessionId })
  })
  await forgetOldTries(services.db, now)
}

export const sweepSessions = (app: FastifyInstance, services: Services): void =>
  sweepEvery(app, services, { everyMs: sweepMs, failed: 'old sign-ins were not swept', work: () => sweep(services) })
