import type { evidence } from '@sheber/contract/evidence'
import type { Asked } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { admitClaim } from '@sheber/domain/evidence'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { portfolioFor } from '../portfolio/portfolio.open.ts'
import { linkIn } from './evidence.link.ts'
import { groupPeople } from './evidence.people.ts'
import { claimableOf } from './evidence.store.ts'

type AskedGroup = Asked<typeof evidence.linkGroup>['body']

/** The portfolio of each, opened where nobody has done it yet. */
const portfoliosOf = async (services: Services, by: string, people: readonly string[]): Promise<Map<string, string>> => {
  const { db, clock, newId } = services
  const found = new Map<string, string>()
  for (const personId of people)
    found.set(personId, await portfolioFor(db, newId, { of: 'person', ownerId: personId, by, at: clock.now() }))
  return found
}

/**
 * A lesson's record in the portfolio of each, by the teacher's hand, and what it shows. First all is decided, then the records are
 * written, then the claims: whoever asks again after a break finds the same record under the same name.
 */
export const linkGroup = async (
  services: Services,
  { groupId, by, asked }: { groupId: string; by: string; asked: AskedGroup },
): Promise<{ people: number; evidence: number }> => {
  const { db, hub, clock } = services
  const inside = new Set(((await groupPeople(db, groupId)) ?? refuse('not-found')).people.map(({ personId }) => personId))
  if (asked.people.some((id) => !inside.has(id))) return refuse('person-outside')
  const known = await claimableOf(db, asked.claims)
  for (const claim of asked.claims) admitClaim(known, claim)

  const { recordId, title, kind, from, claims, why } = asked
  const portfolios = await portfoliosOf(services, by, asked.people)
  for (const portfolioId of portfolios.values())
    await hub.write(portfolioRoom(portfolioId), { person: by, session: null }, 'edit', (doc) =>
      // For those of the group: its author is one of them, and would not see it otherwise.
      addRecord(
        openPortfolio(doc),
        { id: recordId, kind, title: title.trim(), from, audience: ['group'] },
        { by, at: clock.now().getTime() },
      ),
    )
  const made = await change(services, by, async (tx, tell) => {
    let count = 0
    // In one order, so that two teachers who do it at once do not wait for each other.
    for (const [personId, portfolioId] of [...portfolios].toSorted(([, a], [, b]) => (a < b ? -1 : 1)))
      count += await linkIn(tx, tell, services, {
        portfolioId,
        by,
        asked: { recordId, people: [personId], claims, why },
        records: [recordId],
        people: [personId],
      })
    return count
  })
  return { people: portfolios.size, evidence: made }
}
