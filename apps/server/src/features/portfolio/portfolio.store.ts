import type { Portfolio, PortfolioLine } from '@sheber/contract/portfolio'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { membership, organisation, person, portfolio, portfolioAuthor, team, teamMember } from '@sheber/db/schema'
import { reachOf, type Who } from '@sheber/domain/permission'
import type { Asked } from '@sheber/domain/portfolio'
import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { isAdult } from '../person/person.adult.ts'

/** False: this person or team has one already. */
export const insertPortfolio = async (tx: Tx, row: typeof portfolio.$inferInsert): Promise<boolean> =>
  (await tx.insert(portfolio).values(row).onConflictDoNothing().returning({ id: portfolio.id })).length > 0

export const portfolioOf = async (db: DbOrTx, of: 'person' | 'team', id: string): Promise<string | null> => {
  const [row] = await db
    .select({ id: portfolio.id })
    .from(portfolio)
    .where(eq(of === 'person' ? portfolio.personId : portfolio.teamId, id))
  return row?.id ?? null
}

const near = { id: portfolio.id, personId: person.id, person: person.name, teamId: team.id, team: team.name }
const named = sql<string>`coalesce(${person.name}, ${team.name})`

const mineOf = (db: DbOrTx, who: Who) => {
  const letInto = db.select({ id: portfolioAuthor.portfolioId }).from(portfolioAuthor).where(eq(portfolioAuthor.personId, who.id))
  return or(eq(portfolio.personId, who.id), inArray(portfolio.teamId, [...who.teams]), inArray(portfolio.id, letInto)) as SQL
}

/** Those of a person: the own, the teams', those they were let into. */
export const portfoliosNear = async (db: DbOrTx, who: Who): Promise<PortfolioLine[]> => {
  const rows = await db
    .select(near)
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(mineOf(db, who))
    .orderBy(named, portfolio.id)
  return rows.map((row) => ({ id: row.id, mine: true, owner: ownerOf(row) }))
}

export interface Sought {
  /** A part of it; empty: all. */
  readonly name: string
  readonly from: number
  readonly most: number
}

/** Those of the people and teams that somebody answers for; without an office, none. */
export const portfoliosFound = async (db: DbOrTx, who: Who, { name, from, most }: Sought): Promise<PortfolioLine[]> => {
  const reach = reachOf(who)
  if (reach !== 'all' && reach.length === 0) return []
  const people = (ids: readonly string[]) =>
    db
      .select({ id: membership.personId })
      .from(membership)
      .where(inArray(membership.organisationId, [...ids]))
  const answersFor = reach === 'all' ? undefined : or(inArray(portfolio.personId, people(reach)), inArray(team.organisationId, [...reach]))
  const rows = await db
    .select({ ...near, mine: sql<boolean>`${mineOf(db, who)}`.mapWith(Boolean) })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    // Letters, not a pattern: % is a sign like another.
    .where(and(answersFor, name === '' ? undefined : sql`position(lower(${name}) in lower(${named})) > 0`))
    .orderBy(named, portfolio.id)
    .limit(most)
    .offset(from)
  return rows.map((row) => ({ id: row.id, mine: row.mine, owner: ownerOf(row) }))
}

/** Where somebody works, for whoever wants to let them in; null: there is nobody of that id. */
export const aroundAsked = async (db: DbOrTx, personId: string): Promise<Asked | null> => {
  const memberships = await db
    .select({ organisationId: membership.organisationId, kind: organisation.kind, role: membership.role })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.personId, personId))
  if (memberships.length === 0) return null
  const teams = await db.select({ id: teamMember.teamId }).from(teamMember).where(eq(teamMember.personId, personId))
  return { memberships, teams: teams.map(({ id }) => id) }
}

const ownerOf = (of: { personId: string | null; person: string | null; teamId: string | null; team: string | null }) =>
  of.personId !== null
    ? { kind: 'person' as const, id: of.personId, name: of.person ?? '' }
    : { kind: 'team' as const, id: of.teamId ?? '', name: of.team ?? '' }

export const onePortfolio = async (db: DbOrTx, id: string): Promise<Omit<Portfolio, 'may' | 'unmarked'> | null> => {
  const [row] = await db
    .select({ id: portfolio.id, personId: person.id, person: person.name, teamId: team.id, team: team.name })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(eq(portfolio.id, id))
  if (!row) return null
  const named = { personId: person.id, name: person.name, adult: isAdult }
  const own = row.personId
    ? await db.select(named).from(person).where(eq(person.id, row.personId))
    : await db
        .select(named)
        .from(teamMember)
        .innerJoin(person, eq(person.id, teamMember.personId))
        .where(eq(teamMember.teamId, row.teamId as string))
        .orderBy(asc(person.name))
  const letIn = await db
    .select(named)
    .from(portfolioAuthor)
    .innerJoin(person, eq(person.id, portfolioAuthor.personId))
    .where(eq(portfolioAuthor.portfolioId, id))
    .orderBy(asc(portfolioAuthor.createdAt))
  const owners = new Set(own.map(({ personId }) => personId))
  return {
    id,
    owner: ownerOf(row),
    authors: [
      ...own.map((one) => ({ ...one, letIn: false })),
      ...letIn.filter(({ personId }) => !owners.has(personId)).map((one) => ({ ...one, letIn: true })),
    ],
  }
}

/** False: they write in it already. */
export const insertAuthor = async (tx: Tx, row: typeof portfolioAuthor.$inferInsert): Promise<boolean> =>
  (await tx.insert(portfolioAuthor).values(row).onConflictDoNothing().returning({ id: portfolioAuthor.personId })).length > 0

export const deleteAuthor = async (tx: Tx, portfolioId: string, personId: string): Promise<boolean> => {
  const gone = await tx
    .delete(portfolioAuthor)
    .where(and(eq(portfolioAuthor.portfolioId, portfolioId), eq(portfolioAuthor.personId, personId)))
    .returning({ id: portfolioAuthor.personId })
  return gone.length > 0
}
