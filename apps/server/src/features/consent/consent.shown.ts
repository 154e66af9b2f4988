import type { Consent } from '@sheber/contract/consent'
import type { DbOrTx } from '@sheber/db/open'
import { holdsOn } from '@sheber/domain/consent'
import { consentsOf } from './consent.store.ts'

/** All there ever were for one child, the newest first, as they stand on a day. */
export const consentsShown = async (db: DbOrTx, personId: string, today: string): Promise<Consent[]> =>
  (await consentsOf(db, personId)).map(({ at, withdrawnAt, ...one }) => ({
    ...one,
    at: at.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    holds: holdsOn({ ...one, withdrawn: withdrawnAt !== null }, today),
  }))
