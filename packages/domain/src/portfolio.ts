import type { Audience } from '@sheber/contract/portfolio'
import { circlesOf, may, type OfPortfolio, type Who } from './permission.ts'

/**
 * Whether somebody may read a record that is for this audience: its authors always, others where they stand in a circle
 * that it names. The world belongs to none: it is let in by consent, on a page of its own.
 */
export const readsRecord = (who: Who, of: OfPortfolio, audience: readonly Audience[]): boolean => {
  if (may(who, 'room.write', of)) return true
  const circles: readonly Audience[] = circlesOf(who, of)
  return audience.some((one) => circles.includes(one))
}

/** What is asked of somebody who is to be let in to write. */
export type Asked = Pick<Who, 'teams' | 'memberships'>

/** One lets in whom one works with: who shares a team, and the grown-ups of one's organisations. */
export const worksWith = (of: OfPortfolio, { teams, memberships }: Asked): boolean =>
  teams.some((id) => of.teams.includes(id)) ||
  memberships.some(({ organisationId, role }) => role !== 'learner' && role !== 'guardian' && of.organisations.includes(organisationId))
