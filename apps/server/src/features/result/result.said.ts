import type { DbOrTx } from '@sheber/db/open'
import type { award as awardTable, PaperSaid } from '@sheber/db/schema'
import { authorsIn } from '@sheber/domain/stand'
import { exhibitionPrinted, namesOf, standsPrinted, type ExhibitionPrinted, type PrintedStand } from '../print/print.gather.ts'

/** What a paper says is written down when it is given: a name, a title or a signature that changes later changes no paper. */

type Award = Pick<typeof awardTable.$inferSelect, 'degree' | 'title' | 'nominationId'>

interface Of {
  readonly of: ExhibitionPrinted
  readonly stand: PrintedStand
  readonly names: ReadonlyMap<string, string>
  /** Null: no diploma. */
  readonly award: Award | null
}

/** Of one stand, of what stands there today. */
export const saidOf = ({ of, stand, names, award }: Of): PaperSaid => {
  const authors = authorsIn(stand.members)
  const named = (isAuthor: boolean) =>
    stand.members.flatMap(({ id }) => (authors.get(id) === isAuthor ? [{ id, name: names.get(id) ?? '' }] : [])).filter(({ name }) => name)
  // An award may be given in another nomination than the stand's, or in none.
  const nominationId = award ? award.nominationId : stand.nominationId
  return {
    ...{ exhibition: of.title, organiser: of.organiser, day: of.day, title: stand.title },
    nomination: of.nominations.find(({ id }) => id === nominationId)?.title ?? null,
    degree: award?.degree ?? null,
    award: award?.title ?? { kk: '', ru: '', en: '' },
    ...{ team: named(true), adults: named(false), school: stand.organisations[0] ?? null },
    signers: of.signers.filter(({ name }) => name.trim() !== '').map(({ name, office }) => ({ name, office })),
  }
}

/** Of all stands of an exhibition that are in its hall; of another there is nothing to be said. */
export const sayingOf = async (
  db: DbOrTx,
  exhibitionId: string,
  now: Date,
): Promise<(standId: string, award: Award | null) => PaperSaid | null> => {
  const of = await exhibitionPrinted(db, exhibitionId)
  const stands = new Map((await standsPrinted(db, exhibitionId, now)).map((one) => [one.id, one]))
  const names = await namesOf(
    db,
    [...stands.values()].flatMap(({ members }) => members.map(({ id }) => id)),
  )
  return (standId, award) => {
    const stand = stands.get(standId)
    return stand ? saidOf({ of, stand, names, award }) : null
  }
}
