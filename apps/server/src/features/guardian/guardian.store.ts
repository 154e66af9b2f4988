import type { Child, Guardian } from '@sheber/contract/guardian'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { guardianship, guardianTold, membership, person, portfolio, team, teamMember } from '@sheber/db/schema'
import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
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

/** Who stands for each of these children now. */
export const guardiansFor = async (db: DbOrTx, children: readonly string[]): Promise<Map<string, string[]>> => {
  if (children.length === 0) return new Map()
  const rows = await db
    .select({ childId: guardianship.childId, guardianId: guardianship.guardianId })
    .from(guardianship)
    .where(and(inArray(guardianship.childId, [...children]), isNull(guardianship.endedAt)))
  const of = new Map<string, string[]>()
  for (const { childId, guardianId } of rows) of.set(childId, [...(of.get(childId) ?? []), guardianId])
  return of
}

type Told = typeof guardianTold.$inferSelect

export const toldIn = (db: DbOrTx, portfolioId: string, audience: Told['audience']) =>
  db
    .select({ guardianId: guardianTold.guardianId, recordId: guardianTold.recordId })
    .from(guardianTold)
    .where(and(eq(guardianTold.portfolioId, portfolioId), eq(guardianTold.audience, audience)))

/** PostgreSQL takes 65,535 values in one statement. */
const rowsMax = 10_000

/** Those among them who did not know of some of it: another process may have told the rest at the same moment. */
export const markTold = async (
  tx: Tx,
  { at, pairs, ...of }: Pick<Told, 'portfolioId' | 'audience'> & { at: Date; pairs: readonly Pick<Told, 'guardianId' | 'recordId'>[] },
): Promise<string[]> => {
  const isNew = new Set<string>()
  for (let from = 0; from < pairs.length; from += rowsMax) {
    const rows = pairs.slice(from, from + rowsMax).map((one) => ({ ...of, ...one, createdAt: at }))
    const marked = await tx.insert(guardianTold).values(rows).onConflictDoNothing().returning({ guardianId: guardianTold.guardianId })
    for (const { guardianId } of marked) isNew.add(guardianId)
  }
  return [...isNew]
}
