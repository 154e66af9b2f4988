import type { DbOrTx } from '@sheber/db/open'
import { filesOf, readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import type { Thing } from '@sheber/domain/permission'
import type { Services } from '../../services.ts'
import { offersHolding } from '../acceptance/acceptance.work.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { thingOfBoard } from '../project/project.thing.ts'
import { submissionsHolding } from '../review/review.thing.ts'

/** On whose shelf a file lies or is to lie: one of the two is null. */
export interface FilePlace {
  readonly boardId: string | null
  readonly portfolioId: string | null
}

export const samePlace = (a: FilePlace, b: FilePlace): boolean => a.boardId === b.boardId && a.portfolioId === b.portfolioId

/** What the permission table is asked about when somebody wants to put a file there. */
export const thingOfPlace = async (db: DbOrTx, { boardId, portfolioId }: FilePlace): Promise<Thing | null> => {
  if (boardId !== null) return thingOfBoard(db, boardId)
  return portfolioId === null ? null : thingOfPortfolio(db, portfolioId)
}

/** … and when a file that lies there is asked for: on a portfolio's shelf each is as open as the records in which it stands, or as all of them. */
export const thingOfFile = async ({ db, hub }: Pick<Services, 'db' | 'hub'>, file: FilePlace & { id: string }): Promise<Thing | null> => {
  if (file.portfolioId === null) return thingOfPlace(db, file)
  const of = await thingOfPortfolio(db, file.portfolioId)
  if (!of) return null
  const today = await hub.read(portfolioRoom(of.id), readPortfolio)
  const { cover, records } = today
  // The cover is seen by whoever is shown any of the records.
  const onCover = cover.picture === file.id
  const audience = records.filter((one) => onCover || filesOf(one).includes(file.id)).flatMap((one) => one.audience)
  return {
    kind: 'shelved',
    of,
    audience,
    submissions: await submissionsHolding(db, of, file.id),
    offers: await offersHolding(db, of, file.id, today),
  }
}
