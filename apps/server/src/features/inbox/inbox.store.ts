import { inboxNames, type InboxLine, type InboxName } from '@sheber/contract/inbox'
import type { DbOrTx } from '@sheber/db/open'
import { fact, inboxSeen, person } from '@sheber/db/schema'
import { and, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'

/** One fact that names the reader among its topics. */
export interface Noticed {
  readonly position: number
  readonly name: InboxName
  readonly body: Record<string, unknown>
  readonly at: Date
  readonly by: string
}

/** More nobody reads through; what is older is where it happened. */
const lookedMax = 200

/** What concerns somebody, was not their own doing and came after a position, the newest first. */
export const noticedBy = async (db: DbOrTx, personId: string, after = 0): Promise<Noticed[]> => {
  const rows = await db
    .select({ position: fact.position, name: fact.name, body: fact.body, at: fact.at, by: person.name })
    .from(fact)
    .leftJoin(person, eq(person.id, fact.personId))
    .where(
      and(
        sql`${fact.topics} @> array[${`person:${personId}`}]`,
        gt(fact.position, after),
        inArray(fact.name, [...inboxNames]),
        or(isNull(fact.personId), ne(fact.personId, personId)),
      ),
    )
    .orderBy(desc(fact.position))
    .limit(lookedMax)
  return rows.map(({ by, name, ...row }) => ({ ...row, name: name as InboxName, by: by ?? '' }))
}

export const seenBy = async (db: DbOrTx, personId: string): Promise<number> => {
  const [row] = await db.select({ position: inboxSeen.position }).from(inboxSeen).where(eq(inboxSeen.personId, personId))
  return row?.position ?? 0
}

/** Never back: a second tab that was opened earlier would make all of it new again. */
export const see = async (db: DbOrTx, personId: string, position: number): Promise<void> => {
  await db
    .insert(inboxSeen)
    .values({ personId, position })
    .onConflictDoUpdate({ target: inboxSeen.personId, set: { position: sql`greatest(${inboxSeen.position}, excluded.position)` } })
}

export type Told = Pick<InboxLine, 'about' | 'href' | 'why'>
