import type { Tx } from '@sheber/db/open'
import { audienceChoice } from '@sheber/domain/visitor'
import { votesIn } from './visitor.store.ts'

/** Whom the audience has chosen, read under the lock of whoever takes the exhibition to its end: no vote comes after it. */
export const audienceOf = async (tx: Tx, exhibitionId: string): Promise<ReturnType<typeof audienceChoice>> =>
  audienceChoice(await votesIn(tx, exhibitionId))
