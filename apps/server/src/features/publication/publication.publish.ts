import { publication, type PublicFields } from '@sheber/contract/publication'
import { refuse } from '@sheber/contract/refusal'
import { waitsFor } from '@sheber/domain/publication'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { tellPublished } from '../guardian/guardian.tell.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { draftOf } from './publication.draft.ts'
import { putPublication } from './publication.store.ts'

/** What is for everybody goes out as it is now, with the fields that were chosen. Refuses `nothing-public`. */
export const publishIn = async (
  services: Services,
  { portfolioId, fields, by }: { portfolioId: string; fields: PublicFields; by: string },
): Promise<void> => {
  const { db, clock, newId } = services
  const of = (await thingOfPortfolio(db, portfolioId)) ?? refuse('not-found')
  const { records, cover, badges, people } = await draftOf(services, of, fields)
  const today = clock.now().toISOString().slice(0, 10)
  // What has to wait for a consent stays in, and the rest goes out without it.
  const free = records.filter((one) => waitsFor(one, people, today).length === 0)
  if (free.length === 0) return refuse('nothing-public')
  const face = cover && waitsFor(cover, people, today).length === 0 ? cover : null
  await change(services, by, async (tx, tell) => {
    await putPublication(tx, {
      ...{ id: newId(), portfolioId, fields, badges: [...badges], by, at: clock.now() },
      cover: face && face.shown,
      coverTells: [...(face?.tells ?? [])],
      records: free.map((one) => ({ ...one, authors: [...one.authors], tells: [...one.tells] })),
    })
    await tell(publication.published, { portfolioId })
    await tellPublished(tx, tell, { portfolioId, at: clock.now(), records: free })
  })
}
