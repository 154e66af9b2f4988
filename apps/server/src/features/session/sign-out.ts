import { session } from '@sheber/contract/session'
import type { Tx } from '@sheber/db/open'
import { attempt } from '@sheber/db/schema'
import { like } from 'drizzle-orm'
import type { Tell } from '../../facts/tell.ts'
import { endAllSessions } from './session.store.ts'

/** Ends every sign-in of a person, whoever decided it; what is open in their name hears of it. */
export const signOut = async (tx: Tx, tell: Tell, personId: string): Promise<void> => {
  await endAllSessions(tx, personId)
  await tell(session.ended, { personId, sessionId: null })
}

/** A new secret begins with a clean slate, on every device. */
export const forgetTries = async (tx: Tx, personId: string): Promise<void> => {
  await tx.delete(attempt).where(like(attempt.key, `%person:${personId}`))
}
