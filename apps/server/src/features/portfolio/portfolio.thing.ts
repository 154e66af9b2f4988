import type { DbOrTx } from '@sheber/db/open'
import { groupLearner, guardianship, membership, portfolio, portfolioAuthor, team, teamMember } from '@sheber/db/schema'
import type { OfPortfolio } from '@sheber/domain/permission'
import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'

/** What the permission table is asked about when a request names a portfolio or its room; null where there is none. */
export const thingOfPortfolio = (db: DbOrTx, id: string): Promise<OfPortfolio | null> => load(db, eq(portfolio.id, id))

/** … and when it names whose it is: also of one that nobody has opened yet. */
export const thingOfOwner = async (db: DbOrTx, of: 'person' | 'team', id: string): Promise<OfPortfolio | null> => {
  const there = await load(db, or(eq(portfolio.personId, id), eq(portfolio.teamId, id)) as SQL)
  if (there) return there
  const around = await (of === 'person' ? aroundPerson(db, id) : aroundTeam(db, id))
  const owner = { ownerId: of === 'person' ? id : null, teamId: of === 'team' ? id : null }
  return around && { kind: 'portfolio', id: '', ...owner, letIn: [], ...around, ...(await familyOf(db, owner, [])) }
}

const load = async (db: DbOrTx, which: SQL): Promise<OfPortfolio | null> => {
  const [row] = await db.select().from(portfolio).where(which)
  if (!row) return null
  const letIn = await db.select({ id: portfolioAuthor.personId }).from(portfolioAuthor).where(eq(portfolioAuthor.portfolioId, row.id))
  const around = row.personId ? await aroundPerson(db, row.personId) : await aroundTeam(db, row.teamId as string)
  const owner = { ownerId: row.personId, teamId: row.teamId }
  const authors = letIn.map(({ id }) => id)
  return around && { kind: 'portfolio', id: row.id, ...owner, letIn: authors, ...around, ...(await familyOf(db, owner, authors)) }
}

/** Who stands for those whose portfolio it is, and for anybody who writes in it. */
const familyOf = async (
  db: DbOrTx,
  { ownerId, teamId }: Pick<OfPortfolio, 'ownerId' | 'teamId'>,
  letIn: readonly string[],
): Promise<Pick<OfPortfolio, 'guardians' | 'relatives'>> => {
  const { guardianId, childId } = guardianship
  const members = db
    .select({ id: teamMember.personId })
    .from(teamMember)
    .where(eq(teamMember.teamId, teamId ?? ''))
  const owns = ownerId === null ? inArray(childId, members) : eq(childId, ownerId)
  const rows = await db
    .select({ guardianId, owns: owns.mapWith(Boolean) })
    .from(guardianship)
    .where(and(isNull(guardianship.endedAt), or(owns, inArray(childId, [...letIn]))))
  const unique = (some: typeof rows) => [...new Set(some.map((row) => row.guardianId))]
  return { guardians: unique(rows.filter((row) => row.owns)), relatives: unique(rows) }
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
