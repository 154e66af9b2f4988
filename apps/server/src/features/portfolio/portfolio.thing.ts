import type { DbOrTx } from '@sheber/db/open'
import { groupLearner, membership, portfolio, portfolioAuthor, team, teamMember } from '@sheber/db/schema'
import type { OfPortfolio } from '@sheber/domain/permission'
import { eq, inArray, or, type SQL } from 'drizzle-orm'

/** What the permission table is asked about when a request names a portfolio or its room; null where there is none. */
export const thingOfPortfolio = (db: DbOrTx, id: string): Promise<OfPortfolio | null> => load(db, eq(portfolio.id, id))

/** … and when it names whose it is: also of one that nobody has opened yet. */
export const thingOfOwner = async (db: DbOrTx, of: 'person' | 'team', id: string): Promise<OfPortfolio | null> => {
  const there = await load(db, or(eq(portfolio.personId, id), eq(portfolio.teamId, id)) as SQL)
  if (there) return there
  const around = await (of === 'person' ? aroundPerson(db, id) : aroundTeam(db, id))
  return (
    around && { kind: 'portfolio', id: '', ownerId: of === 'person' ? id : null, teamId: of === 'team' ? id : null, letIn: [], ...around }
  )
}

const load = async (db: DbOrTx, which: SQL): Promise<OfPortfolio | null> => {
  const [row] = await db.select().from(portfolio).where(which)
  if (!row) return null
  const letIn = await db.select({ id: portfolioAuthor.personId }).from(portfolioAuthor).where(eq(portfolioAuthor.portfolioId, row.id))
  const around = row.personId ? await aroundPerson(db, row.personId) : await aroundTeam(db, row.teamId as string)
  return (
    around && { kind: 'portfolio', id: row.id, ownerId: row.personId, teamId: row.teamId, letIn: letIn.map((one) => one.id), ...around }
  )
}

type Around = Pick<OfPortfolio, 'organisations' | 'teams' | 'mates'>

const aroundPerson = async (db: DbOrTx, personId: string): Promise<Around | null> => {
  const places = await db.select({ id: membership.organisationId }).from(membership).where(eq(membership.personId, personId))
  if (places.length === 0) return null
  const teams = await db.select({ id: teamMember.teamId }).from(teamMember).where(eq(teamMember.personId, personId))
  const groups = db.select({ id: groupLearner.groupId }).from(groupLearner).where(eq(groupLearner.personId, personId))
  const mates = await db.selectDistinct({ id: groupLearner.personId }).from(groupLearner).where(inArray(groupLearner.groupId, groups))
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  return { organisations: ids(places), teams: ids(teams), mates: ids(mates).filter((id) => id !== personId) }
}

const aroundTeam = async (db: DbOrTx, teamId: string): Promise<Around | null> => {
  const [row] = await db.select({ id: team.organisationId }).from(team).where(eq(team.id, teamId))
  return row ? { organisations: [row.id], teams: [teamId], mates: [] } : null
}
