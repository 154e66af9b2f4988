import type { NamedRecord } from '@sheber/contract/evidence'
import { readPortfolio, type PortfolioRecord } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { circlesOf, may, type OfPortfolio, type Who } from '@sheber/domain/permission'
import type { Hub } from '@sheber/sync/hub'

const named = ({ id, title, kind, from, deleted }: PortfolioRecord): NamedRecord => ({ id, title, kind, from, deleted: deleted !== null })

/**
 * The records of a portfolio as far as somebody may know of them: its authors of all, others of those that are meant for a circle
 * in which they stand, and of nothing that was deleted. Deleted ones come last.
 */
export const recordsFor = async (hub: Hub, who: Who | null, thing: OfPortfolio): Promise<PortfolioRecord[]> => {
  const { records, deleted } = await hub.read(portfolioRoom(thing.id), readPortfolio)
  if (may(who, 'room.read', thing)) return [...records, ...deleted]
  const circles: readonly string[] = circlesOf(who, thing)
  return records.filter(({ audience }) => audience.some((one) => circles.includes(one)))
}

export const namedRecords = async (hub: Hub, who: Who | null, thing: OfPortfolio): Promise<NamedRecord[]> =>
  (await recordsFor(hub, who, thing)).map(named)
