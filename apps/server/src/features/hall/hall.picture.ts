import type { DbOrTx } from '@sheber/db/open'
import { hallIsOpen } from '@sheber/domain/hall'
import { may, type Who } from '@sheber/domain/permission'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { standShown } from '../stand/stand.shown.ts'
import { thingOfStand } from '../stand/stand.thing.ts'
import { filesShown, type ShownFile } from './hall.open.ts'

export interface SeenFile {
  readonly file: ShownFile
  /** Anybody may see it at this moment, not only whoever asked. */
  readonly world: boolean
}

/**
 * The one place that says who sees a file of a stand's copy: the world while the hall is open and consent holds; its team, its
 * organisers and the judges of its exhibition always. Null: there is none, or none for them.
 */
export const fileOfStand = async (
  db: DbOrTx,
  { standId, fileId, who }: { readonly standId: string; readonly fileId: string; readonly who: Who | null },
  now: Date,
): Promise<SeenFile | null> => {
  const stand = await standShown(db, standId, now)
  if (!stand) return null
  const of = await exhibitionNow(db, stand.exhibitionId)
  const world = of !== undefined && hallIsOpen(of.state) && stand.admitted && stand.open
  if (!world) {
    const thing = who && (await thingOfStand(db, standId))
    if (!thing || !may(who, 'stand.look', thing)) return null
  }
  const file = (await filesShown(db, [stand])).get(standId)?.get(fileId)
  return file ? { file, world } : null
}
