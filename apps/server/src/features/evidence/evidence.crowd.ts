import type { CrowdMap } from '@sheber/contract/evidence'
import { refuse } from '@sheber/contract/refusal'
import type { DbOrTx } from '@sheber/db/open'
import { crowdOf, daysOf } from '@sheber/domain/map'
import { formersOf } from '../framework/framework.former.ts'
import { allInFrameworks, ladderOf } from './evidence.store.ts'

/**
 * A table of many people in one framework, today or as of a day: what is known of it and of what it took the place of is read
 * once, whichever day is asked for.
 * @throws a refusal where the framework is not there or a draft
 */
export const crowdMap = async (
  db: DbOrTx,
  { frameworkId, day }: { readonly frameworkId: string; readonly day?: string },
  of: Pick<CrowdMap, 'name' | 'people'>,
  team: boolean,
): Promise<CrowdMap> => {
  const ladder = (await ladderOf(db, frameworkId)) ?? refuse('not-found')
  const formers = await formersOf(db, frameworkId)
  const [first] = of.people
  const whose = team ? first?.portfolioId && { portfolioId: first.portfolioId } : { people: of.people.map(({ personId }) => personId) }
  const inside = new Set(of.people.map(({ personId }) => personId))
  const known = whose ? await allInFrameworks(db, [frameworkId, ...formers.map(({ id }) => id)], whose) : []
  // Who has left the team since keeps what was claimed, in the team's portfolio; the table is of who is there.
  const found = known.filter(({ person }) => inside.has(person.personId))
  // Spelled as all moments are: they are compared letter by letter.
  const asOf = day === undefined ? undefined : new Date(day).toISOString()
  return { ...of, cells: crowdOf({ id: frameworkId, ...ladder, formers }, found, asOf), days: daysOf(found).slice(0, -1) }
}
