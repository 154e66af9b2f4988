import type { DbOrTx } from '@sheber/db/open'
import type { Who } from '@sheber/domain/permission'
import { handedStand } from '../stand/stand.handed.ts'
import type { ShownStand } from '../stand/stand.shown.ts'
import { filesShown, type ShownFile } from './hall.files.ts'

/**
 * A file of what was handed in, where the world may not see it: for its team, its organisers and the judges of its exhibition. Null: there
 * is none, or none for them.
 */
export const fileOfStand = async (
  db: DbOrTx,
  { standId, pick, who }: { readonly standId: string; readonly pick: (stand: ShownStand) => string; readonly who: Who },
  now: Date,
): Promise<ShownFile | null> => {
  const stand = await handedStand(db, standId, who, now)
  return stand ? ((await filesShown(db, [stand])).get(standId)?.get(pick(stand)) ?? null) : null
}
