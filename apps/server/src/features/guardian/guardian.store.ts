import type { Child, Guardian } from '@sheber/contract/guardian'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { guardianship, membership, person, portfolio, team, teamMember } from '@sheber/db/schema'
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

const adder = alias(person, 'adder')
const ender = alias(person, 'ender')

/** Of one child, the newest first. */
export const guardiansOf = async (db: DbOrTx, childId: string): Promise<Guardian[]> => {
  const rows = await db
    .select({
      id: guardianship.id,
      personId: person.id,
      name: person.name,
      at: guardianship.createdAt,
      addedBy: adder.name,
      endedAt: guardianship.endedAt,
      endedBy: ender.name,
    })
    .from(guardianship)
    .innerJoin(person, eq(person.id, guardianship.guardianId))
    .innerJoin(adder, eq(adder.id, guardianship.createdBy))
    .leftJoin(ender, eq(ender.id, guardianship.endedBy))
    .where(eq(guardianship.childId, childId))
    .orderBy(desc(guardianship.createdAt), desc(guardianship.id))
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), endedAt: row.endedAt?.toISOString() ?? null }))
}

/** Whether this very row is there: what is asked twice was done once. */
export const isRecorded = async (db: DbOrTx, id: string, childId: string): Promise<boolean> =>
  (await db.$count(guardianship, and(eq(guardianship.id, id), eq(guardianship.childId, childId)))) > 0

/** False: they stand for this child already. */
export const insertGuardianship = async (tx: Tx, row: typeof guardianship.$inferInsert): Promise<boolean> =>
  (await tx.insert(guardianship).values(row).onConflictDoNothing().returning({ id: guardianship.id })).length > 0

/** Whose it was; null: it is over already, or never was. */
export const endGuardianship = async (tx: Tx, childId: string, id: string, by: string, at: Date): Promise<string | null> => {
  const [gone] = await tx
    .update(guardianship)
    .set({ endedAt: at, endedBy: by })
    .where(and(eq(guardianship.id, id), eq(guardianship.childId, childId), isNull(guardianship.endedAt)))
    .returning({ guardianId: guardianship.guardianId })
  return gone?.guardianId ?? null
}

interface NewGuardian {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly login?: string
  readonly passwordHash?: string
  readonly organisationId: string
}

/** False where the login is taken. */
export const insertGuardian = async (tx: Tx, { organisationId, ...row }: NewGuardian): Promise<boolean> => {
  const added = await tx.insert(person).values(row).onConflictDoNothing().returning({ id: person.id })
  if (added.length === 0) return false
  await tx.insert(membership).values({ personId: row.id, organisationId, role: 'guardian' })
  return true
}

/** Whom somebody stands for, by name. */
export const wardsOf = (db: DbOrTx, guardianId: string) =>
  db
    .select({ id: person.id, name: person.name })
    .from(guardianship)
    .innerJoin(person, eq(person.id, guardianship.childId))
    .where(and(eq(guardianship.guardianId, guardianId), isNull(guardianship.endedAt)))
    .orderBy(asc(person.name), asc(person.id))

/** A child's own, and then those of its teams. */
export const portfoliosOf = async (db: DbOrTx, childId: string): Promise<Child['portfolios']> => {
  const inTeam = sql`${portfolio.teamId} in (select ${teamMember.teamId} from ${teamMember} where ${teamMember.personId} = ${childId})`
  const rows = await db
    .select({ id: portfolio.id, personId: portfolio.personId, person: person.name, teamId: portfolio.teamId, team: team.name })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(or(eq(portfolio.personId, childId), inTeam))
    .orderBy(sql`${portfolio.personId} is null`, asc(team.name), asc(portfolio.id))
  return rows.map((row) => ({
    id: row.id,
    owner:
      row.personId === null
        ? { kind: 'team', id: row.teamId ?? '', name: row.team ?? '' }
        : { kind: 'person', id: row.personId, name: row.person ?? '' },
  }))
}
