import type { DemoPerson } from '@sheber/contract/centre'
import { refuse } from '@sheber/contract/refusal'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { membership, organisation, person, team, teamMember } from '@sheber/db/schema'
import { byName } from '@sheber/domain/name'
import { and, asc, eq, sql } from 'drizzle-orm'
import { centreNow } from './centre.now.ts'

const centreLock = 4_207_003

/** Takes its turn: two impatient clicks make one centre, or load one demo world. Refuses `centre-exists`. */
export const beFirst = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${centreLock})`)
  if ((await centreNow(tx, 'kk')).state === 'ready') refuse('centre-exists')
}

export const insertCentre = (tx: Tx, row: { id: string; name: string; language: Language }) =>
  tx.insert(organisation).values({ ...row, kind: 'centre' })

export const insertFirst = async (tx: Tx, row: typeof person.$inferInsert, organisationId: string) => {
  await tx.insert(person).values(row)
  await tx.insert(membership).values({ personId: row.id, organisationId, role: 'administrator' })
}

/** Everybody who may be entered as, with the place they have held longest. */
export const demoPeople = async (db: DbOrTx): Promise<DemoPerson[]> => {
  const places = await db
    .selectDistinctOn([person.id], { id: person.id, name: person.name, role: membership.role, organisation: organisation.name })
    .from(person)
    .innerJoin(membership, eq(membership.personId, person.id))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(person.active, true))
    .orderBy(asc(person.id), asc(membership.createdAt))
  const seats = await db
    .select({ personId: teamMember.personId, name: team.name })
    .from(teamMember)
    .innerJoin(team, eq(team.id, teamMember.teamId))
    .orderBy(asc(team.name))
  const teams = Map.groupBy(seats, (seat) => seat.personId)
  return places.map((place) => ({ ...place, teams: (teams.get(place.id) ?? []).map(({ name }) => name) })).sort(byName)
}

export const isActive = async (db: DbOrTx, personId: string): Promise<boolean> => {
  const found = await db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)))
  return found.length === 1
}
