import type { DbOrTx } from '@sheber/db/open'
import { namedIn, namesFor, type Soul } from '@sheber/domain/publication'
import { soulsOf } from '../publication/publication.souls.ts'

/** Tells of words whether they name nobody of a team who may not be named before the world today. */
export type NamesNobody = (words: string) => boolean

/** Asked of the consents of this moment; whose members they are is said later. */
export const namesNobodyOf = async (
  db: DbOrTx,
  people: readonly string[],
  now: Date,
): Promise<(members: readonly string[]) => NamesNobody> => {
  const souls: ReadonlyMap<string, Soul> = await soulsOf(db, [...new Set(people)])
  const day = now.toISOString().slice(0, 10)
  return (members) => {
    const hidden = members.flatMap((id) => (namesFor([id], souls, day).length > 0 ? [] : (souls.get(id) ?? [])))
    return (words) => namedIn(words, hidden).length === 0
  }
}
