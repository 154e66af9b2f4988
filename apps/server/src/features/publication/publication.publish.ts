import { publication, type PublicFields } from '@sheber/contract/publication'
import { refuse } from '@sheber/contract/refusal'
import type { Seen } from '@sheber/contract/stand'
import { waitsFor } from '@sheber/domain/publication'
import { keepSaid } from '@sheber/domain/seen'
import { change } from '../../facts/tell.ts'
import type { Services } from '../../services.ts'
import { tellPublished } from '../guardian/guardian.tell.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { draftOf } from './publication.draft.ts'
import { publicationOf, putPublication } from './publication.store.ts'

/**
 * What is for everybody goes out as it is now, with the fields that were chosen. `seen` says who is seen in which picture; without it,
 * what was said before stands. Refuses `nothing-public`.
 */
export const publishIn = async (
  services: Services,
  { portfolioId, fields, seen, by }: { portfolioId: string; fields: PublicFields; seen?: readonly Seen[] | undefined; by: string },
): Promise<void> => {
  const { db, clock, newId } = services
  const of = (await thingOfPortfolio(db, portfolioId)) ?? refuse('not-found')
  const { records, cover, badges, people, pictures, children } = await draftOf(services, of, fields)
  const today = clock.now().toISOString().slice(0, 10)
  // What has to wait for a consent stays in, and the rest goes out without it.
  const free = records.filter((one) => waitsFor(one, people, today).length === 0)
  if (free.length === 0) return refuse('nothing-public')
  const face = cover && waitsFor(cover, people, today).length === 0 ? cover : null
  await change(services, by, async (tx, tell) => {
    const said = seen ?? (await publicationOf(tx, { portfolioId }))?.seen ?? []
    const shown = pictures.map(({ fileId }) => fileId)
    await putPublication(tx, {
      ...{ id: newId(), portfolioId, fields, badges: [...badges], by, at: clock.now() },
      cover: face && face.shown,
      seen: keepSaid(said, shown, children),
      coverTells: [...(face?.tells ?? [])],
      records: free.map(({ recordId, shown, sha256, authors, tells }) => ({
        recordId,
        shown,
        sha256,
        authors: [...authors],
        tells: [...tells],
      })),
    })
    await tell(publication.published, { portfolioId })
    await tellPublished(tx, tell, { portfolioId, at: clock.now(), records: free })
  })
}
