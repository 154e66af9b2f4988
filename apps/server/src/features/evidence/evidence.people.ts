import type { CrowdMap } from '@sheber/contract/evidence'
import type { DbOrTx } from '@sheber/db/open'
import { group, groupLearner, person, portfolio, team, teamMember } from '@sheber/db/schema'
import type { OfPortfolio } from '@sheber/domain/permission'
import { and, asc, eq } from 'drizzle-orm'

type People = Pick<CrowdMap, 'name' | 'people'>

/** Of whose competencies a portfolio tells. */
export const peopleOf = async (db: DbOrTx, { ownerId, teamId }: OfPortfolio): Promise<string[]> => {
  if (ownerId !== null) return [ownerId]
  const members = await db
    .select({ id: teamMember.personId })
    .from(teamMember)
    .where(eq(teamMember.teamId, teamId as string))
  return members.map(({ id }) => id)
}

/** Everybody in a team, with the portfolio that they have together. */
export const teamPeople = async (db: DbOrTx, teamId: string): Promise<People | null> => {
  const [head] = await db
    .select({ name: team.name, portfolioId: portfolio.id })
    .from(team)
    .leftJoin(portfolio, eq(portfolio.teamId, team.id))
    .where(eq(team.id, teamId))
  if (!head) return null
  const members = await db
    .select({ personId: person.id, name: person.name })
    .from(teamMember)
    .innerJoin(person, eq(person.id, teamMember.personId))
    .where(eq(teamMember.teamId, teamId))
    .orderBy(asc(person.name), asc(person.id))
  return { name: head.name, people: members.map((one) => ({ ...one, portfolioId: head.portfolioId })) }
}

/** Everybody who learns in a group, each with a portfolio of their own. */
export const groupPeople = async (db: DbOrTx, groupId: string): Promise<People | null> => {
  const [head] = await db.select({ name: group.name }).from(group).where(eq(group.id, groupId))
  if (!head) return null
  const people = await db
    .select({ personId: person.id, name: person.name, portfolioId: portfolio.id })
    .from(groupLearner)
    .innerJoin(person, eq(person.id, groupLearner.personId))
    .leftJoin(portfolio, eq(portfolio.personId, person.id))
    .where(and(eq(groupLearner.groupId, groupId), person.active))
    .orderBy(asc(person.name), asc(person.id))
  return { name: head.name, people }
}
