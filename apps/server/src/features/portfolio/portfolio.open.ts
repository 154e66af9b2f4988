import type { DbOrTx } from '@sheber/db/open'
import { beginPortfolio, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import * as Y from 'yjs'
import type { Services } from '../../services.ts'
import { makeRoom } from '../../sync/postgres-storage.ts'
import { insertPortfolio, portfolioOf } from './portfolio.store.ts'

const begun = (): Uint8Array => {
  const doc = new Y.Doc()
  beginPortfolio(openPortfolio(doc))
  return Y.encodeStateAsUpdate(doc)
}

interface Opening {
  readonly of: 'person' | 'team'
  readonly ownerId: string
  /** Whose hand opens it. */
  readonly by: string
  readonly at: Date
}

/** The portfolio of a person or a team, by its id; opened where nobody has done it yet, with a room that begins with its cover. */
export const portfolioFor = async (db: DbOrTx, newId: Services['newId'], { of, ownerId, by, at }: Opening): Promise<string> => {
  const known = await portfolioOf(db, of, ownerId)
  if (known !== null) return known
  const id = newId()
  const isNew = await db.transaction(async (tx) => {
    const made = await insertPortfolio(tx, { id, createdAt: at, ...(of === 'person' ? { personId: ownerId } : { teamId: ownerId }) })
    if (made) await makeRoom(tx, portfolioRoom(id), newId(), { bytes: begun(), personId: by, at })
    return made
  })
  // Somebody else opened it at the same moment: theirs is the one.
  return isNew ? id : ((await portfolioOf(db, of, ownerId)) ?? id)
}
