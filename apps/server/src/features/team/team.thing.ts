import type { DbOrTx } from '@sheber/db/open'
import { team } from '@sheber/db/schema'
import type { Thing } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'

/** What the permission table is asked about when a request names a team; null where there is none. */
export const thingOfTeam = async (db: DbOrTx, id: string): Promise<Extract<Thing, { kind: 'team' }> | null> => {
  const [row] = await db.select({ id: team.id, organisationId: team.organisationId }).from(team).where(eq(team.id, id))
  return row ? { kind: 'team', ...row } : null
}

/** … and when it names somebody's place in one. */
export const thingOfSeat = async (db: DbOrTx, teamId: string, personId: string): Promise<Extract<Thing, { kind: 'seat' }> | null> => {
  const found = await thingOfTeam(db, teamId)
  return found && { kind: 'seat', teamId, organisationId: found.organisationId, personId }
}
