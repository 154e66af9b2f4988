import { guardian } from '@sheber/contract/guardian'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { type guardianTold } from '@sheber/db/schema'
import { stillToTell, type ToTell } from '@sheber/domain/guardian'
import type { Tell } from '../../facts/tell.ts'
import { guardiansFor, markTold, toldIn } from './guardian.store.ts'

/** To whom a record has become readable: whoever stands for the child, or everybody. */
export type TellsOf = (typeof guardianTold.$inferSelect)['audience']

interface Shown {
  readonly portfolioId: string
  readonly audience: TellsOf
  readonly pairs: readonly ToTell[]
}

/** What of it nobody has told them yet; most of the time there is nothing, and then nothing is written. */
export const untoldOf = async (db: DbOrTx, { portfolioId, audience, pairs }: Shown): Promise<ToTell[]> =>
  pairs.length === 0 ? [] : stillToTell(pairs, await toldIn(db, portfolioId, audience))

/** However many records it is, each guardian is told once; of what stands in them nothing is. */
export const tellGuardians = async (tx: Tx, tell: Tell, { at, ...shown }: Shown & { readonly at: Date }): Promise<void> => {
  const { portfolioId, audience } = shown
  const what = audience === 'guardian' ? guardian.shown : guardian.published
  const isNew = await markTold(tx, { portfolioId, audience, at, pairs: await untoldOf(tx, shown) })
  for (const personId of isNew) await tell(what as typeof guardian.shown, { personId, portfolioId })
}

/** Told with what makes it true: records that go out to the world, to whoever stands for one of their authors. */
export const tellPublished = async (
  tx: Tx,
  tell: Tell,
  { records, ...of }: { portfolioId: string; at: Date; records: readonly { recordId: string; authors: readonly string[] }[] },
): Promise<void> => {
  const guardians = await guardiansFor(tx, [...new Set(records.flatMap(({ authors }) => authors))])
  const pairs = records.flatMap(({ recordId, authors }) =>
    authors.flatMap((child) => guardians.get(child) ?? []).map((guardianId) => ({ guardianId, recordId })),
  )
  await tellGuardians(tx, tell, { ...of, audience: 'public', pairs })
}
