import type { InboxName } from '@sheber/contract/inbox'
import type { Tx } from '@sheber/db/open'
import { fact, inboxSeen } from '@sheber/db/schema'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'

/**
 * Who of these has no such line about this before them yet: a crowd that asks makes one line, until it was looked at. To be asked
 * in a change after its first fact, under the lock of the log, so that two that come together are one line too.
 */
export const withoutLine = async (
  tx: Tx,
  name: InboxName,
  about: { readonly standId: string } | { readonly exhibitionId: string },
  people: readonly string[],
): Promise<string[]> => {
  if (people.length === 0) return []
  const personId = sql<string>`${fact.body}->>'personId'`
  const rows = await tx
    .selectDistinct({ personId })
    .from(fact)
    .leftJoin(inboxSeen, eq(inboxSeen.personId, personId))
    .where(
      and(
        sql`${fact.topics} && array[${sql.join(
          people.map((id) => sql`${`person:${id}`}`),
          sql`, `,
        )}]::text[]`,
        eq(fact.name, name),
        sql`${fact.body} @> ${JSON.stringify(about)}::jsonb`,
        inArray(personId, [...people]),
        gt(fact.position, sql`coalesce(${inboxSeen.position}, 0)`),
      ),
    )
  const told = new Set(rows.map((row) => row.personId))
  return people.filter((id) => !told.has(id))
}
