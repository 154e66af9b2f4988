import type { DbOrTx } from '@sheber/db/open'
import type { Thing } from '@sheber/domain/permission'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { thingOfBoard } from '../project/project.thing.ts'

/** On whose shelf a file lies or is to lie: one of the two is null. */
export interface FilePlace {
  readonly boardId: string | null
  readonly portfolioId: string | null
}

export const samePlace = (a: FilePlace, b: FilePlace): boolean => a.boardId === b.boardId && a.portfolioId === b.portfolioId

/** What the permission table is asked about. */
export const thingOfPlace = async (db: DbOrTx, { boardId, portfolioId }: FilePlace): Promise<Thing | null> => {
  if (boardId !== null) return thingOfBoard(db, boardId)
  return portfolioId === null ? null : thingOfPortfolio(db, portfolioId)
}
