import type { DbOrTx } from '@sheber/db/open'
import { standShown } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { may, type Who } from '@sheber/domain/permission'
import { authorsIn } from '@sheber/domain/stand'
import { eq } from 'drizzle-orm'
import { soulsOf } from '../publication/publication.souls.ts'
import { draftOf } from './stand.draft.ts'
import type { ShownStand } from './stand.shown.ts'
import { entriesOf, oneStand, type Around } from './stand.store.ts'
import { thingOfStand } from './stand.thing.ts'

/** What was handed in once is never another: a board is read once, not for each of its pictures. */
const drafts = new Map<string, Promise<PublicStand>>()
const draftsMax = 20

const draftedOnce = (key: string, make: () => Promise<PublicStand>): Promise<PublicStand> => {
  const known = drafts.get(key)
  if (known) return known
  const making = make()
  drafts.set(key, making)
  making.catch(() => drafts.delete(key))
  const [oldest] = drafts.keys()
  if (drafts.size > draftsMax && oldest !== undefined) drafts.delete(oldest)
  return making
}

/** While somebody decides about it, what was handed in last; afterwards the copy that stands in the hall, and that is judged. */
const copyOf = async (db: DbOrTx, around: Around): Promise<PublicStand | null> => {
  const { row } = around
  const isAsked = row.state === 'entered' || row.state === 'returned'
  const [kept] = isAsked ? [] : await db.select({ shown: standShown.shown }).from(standShown).where(eq(standShown.standId, row.id))
  if (kept) return kept.shown as PublicStand
  const handed = (await entriesOf(db, [row.id])).get(row.id)
  return handed ? draftedOnce(`${row.id} ${handed.nth}`, async () => (await draftOf(db, around, handed)).shown) : null
}

/**
 * All that a team has handed in, for whoever may look at its stand: whoever moderates sees what the world will see, and a jury sees the same
 * of every stand, whatever a guardian has agreed to. Null: there is nothing, or nothing for them.
 */
export const handedStand = async (db: DbOrTx, standId: string, who: Who, now: Date): Promise<ShownStand | null> => {
  const thing = await thingOfStand(db, standId)
  if (!thing || !may(who, 'stand.look', thing)) return null
  const around = await oneStand(db, standId)
  const shown = around ? await copyOf(db, around) : null
  if (!around || !shown) return null
  const { row, team } = around
  const people = await soulsOf(db, [...new Set([...row.members.map(({ id }) => id), ...shown.parts.map(({ personId }) => personId)])])
  const authors = authorsIn(row.members)
  const nameOf = (id: string): string[] => {
    const found = people.get(id)
    return found ? [found.name] : []
  }
  return {
    id: standId,
    exhibitionId: row.exhibitionId,
    projectId: row.projectId,
    teamId: team.id,
    number: row.number,
    place: null,
    shown,
    at: now,
    admitted: row.state === 'admitted',
    open: false,
    names: row.members.flatMap(({ id }) => (authors.get(id) ? nameOf(id) : [])),
    leaders: row.members.flatMap(({ id }) => (authors.get(id) ? [] : nameOf(id))),
    parts: shown.parts.flatMap(({ personId, words }) => nameOf(personId).map((name) => ({ name, words }))),
    unseen: new Set(),
    organisation: null,
  }
}
