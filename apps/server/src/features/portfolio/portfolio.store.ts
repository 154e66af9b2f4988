import type { Portfolio, PortfolioLine } from '@sheber/contract/portfolio'
import type { DbOrTx, Tx } from '@sheber/db/open'
import { membership, person, portfolio, portfolioAuthor, team, teamMember } from '@sheber/db/schema'
import { reachOf, type Who } from '@sheber/domain/permission'
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'

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

/** Those of a person: the own, the teams', those they were let into, and those reached by office; the own ones first, then by name. */
export const portfoliosNear = async (db: DbOrTx, who: Who): Promise<PortfolioLine[]> => {
  const reach = reachOf(who)
  const teams = [...who.teams]
  const letInto = db.select({ id: portfolioAuthor.portfolioId }).from(portfolioAuthor).where(eq(portfolioAuthor.personId, who.id))
  const mine = sql<boolean>`${or(eq(portfolio.personId, who.id), inArray(portfolio.teamId, teams), inArray(portfolio.id, letInto))}`
  const placed = (organisations: readonly string[]) =>
    or(
      inArray(
        portfolio.personId,
        db
          .select({ id: membership.personId })
          .from(membership)
          .where(inArray(membership.organisationId, [...organisations])),
      ),
      inArray(team.organisationId, [...organisations]),
    )
  const rows = await db
    .select({ id: portfolio.id, personId: person.id, person: person.name, teamId: team.id, team: team.name, mine: mine.mapWith(Boolean) })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(reach === 'all' ? undefined : or(mine, placed(reach)))
    .orderBy(sql`${mine} desc`, sql`coalesce(${person.name}, ${team.name})`, portfolio.id)
  return rows.map(({ id, mine, ...of }) => ({ id, mine, owner: ownerOf(of) }))
}

const ownerOf = (of: { personId: string | null; person: string | null; teamId: string | null; team: string | null }) =>
  of.personId !== null
    ? { kind: 'person' as const, id: of.personId, name: of.person ?? '' }
    : { kind: 'team' as const, id: of.teamId ?? '', name: of.team ?? '' }

export const onePortfolio = async (db: DbOrTx, id: string): Promise<Omit<Portfolio, 'may'> | null> => {
  const [row] = await db
    .select({ id: portfolio.id, personId: person.id, person: person.name, teamId: team.id, team: team.name })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(eq(portfolio.id, id))
  if (!row) return null
  const adult = sql<boolean>`exists (select 1 from ${membership} m where m.person_id = ${person.id} and m.role <> 'learner')`.mapWith(
    Boolean,
  )
  const named = { personId: person.id, name: person.name, adult }
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
