import type { DbOrTx } from '@sheber/db/open'
import { brokenAt, type Broken } from '@sheber/domain/trail'
import { createHash } from 'node:crypto'
import { chainOf } from './trail.store.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

export interface Checked {
  readonly length: number
  readonly sha256: string
  readonly broken: Broken | null
}

/** Counts the chain of an exhibition anew, by other means than those that made it. */
export const checkTrail = async (db: DbOrTx, exhibitionId: string): Promise<Checked> => {
  const chain = await chainOf(db, exhibitionId)
  return { length: chain.links.length, sha256: chain.links.at(-1)?.sha256 ?? '', broken: brokenAt(chain, hash) }
}
