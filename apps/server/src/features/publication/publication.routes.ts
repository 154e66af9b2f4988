import { publication, publicFields, type Publication, type PublicFields } from '@sheber/contract/publication'
import { refuse } from '@sheber/contract/refusal'
import { byName } from '@sheber/domain/name'
import { may, type Who } from '@sheber/domain/permission'
import { sincePublished, waitsFor, type PublicCover } from '@sheber/domain/publication'
import { keepSaid, leftOut } from '@sheber/domain/seen'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { draftOf } from './publication.draft.ts'
import { publishIn } from './publication.publish.ts'
import { unmarkedOn } from './publication.unmarked.ts'
import { publicationOf, recordsOut, withdrawPublication } from './publication.store.ts'

/** Nothing goes out that nobody has chosen. */
const noFields = Object.fromEntries(publicFields.map((one) => [one, false])) as PublicFields

/** In an order of ours: a database keeps fields in its own. */
const faceOf = ({ title, about, picture }: PublicCover) => [title, about, picture?.fileId ?? '', picture?.alt ?? '']

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export const publicationRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { portfolioId: string } }) => thingOfPortfolio(db, params.portfolioId)
  const today = () => clock.now().toISOString().slice(0, 10)

  const shown = async (who: Who | null, portfolioId: string): Promise<Publication> => {
    const of = (await thingOfPortfolio(db, portfolioId)) ?? refuse('not-found')
    const row = await publicationOf(db, { portfolioId })
    const out = row ? await recordsOut(db, row.id) : []
    // What could not be chosen yet was not.
    const fields = { ...noFields, ...row?.fields }
    const now = await draftOf(services, of, fields)
    const waits = new Map(now.records.map((one) => [one.recordId, waitsFor(one, now.people, today())]))
    const left = new Map(now.records.map((one) => [one.recordId, one.left]))
    const titles = new Map([...out, ...now.records].map((one) => [one.recordId, one.shown.title]))
    const records = sincePublished(now.records, out).map(({ id, state }) => ({
      ...{ id, state },
      title: titles.get(id) ?? '',
      waits: waits.get(id) ?? [],
      left: [...(left.get(id) ?? [])],
    }))
    const free = now.records.filter(({ recordId }) => waits.get(recordId)?.length === 0).map(({ recordId }) => recordId)
    const coverWaits = now.cover ? waitsFor(now.cover, now.people, today()) : []
    const cover = now.cover && coverWaits.length === 0 ? faceOf(now.cover.shown) : null
    const open = row !== null && row.withdrawnAt === null
    const seen = keepSaid(
      row?.seen ?? [],
      now.pictures.map(({ fileId }) => fileId),
      now.children,
    )
    return {
      address: row?.id ?? null,
      open,
      at: row?.publishedAt.toISOString() ?? null,
      by: row?.by ?? '',
      withdrawnAt: row?.withdrawnAt?.toISOString() ?? null,
      fields,
      records,
      coverWaits,
      pictures: now.pictures.map(({ kind = 'picture', ...one }) => ({ ...one, kind })),
      children: now.children
        .flatMap((id) => now.people.get(id) ?? [])
        .map(({ id, name }) => ({ id, name }))
        .sort(byName),
      seen,
      unmarked: row && open ? unmarkedOn(row, out, now) : [],
      unseen: leftOut([], seen, now.people, today()).flatMap(({ name, why }) => (why === 'picture' ? [name] : [])),
      changed:
        open &&
        (records.some(({ state, waits }) => state !== 'same' && waits.length === 0) ||
          !same(
            free,
            out.map(({ recordId }) => recordId).filter((id) => free.includes(id)),
          ) ||
          (cover !== null && !same(cover, row.cover && faceOf(row.cover))) ||
          !same(now.badges, row.badges)),
      publishes: may(who, 'publication.publish', of),
    }
  }

  serve(app, publication.look, { about, answer: ({ params, who }) => shown(who, params.portfolioId) })

  serve(app, publication.publish, {
    about,
    answer: async ({ params: { portfolioId }, body: { fields, seen }, who }) => {
      if (!who) return refuse('sign-in-needed')
      await publishIn(services, { portfolioId, fields, seen, by: who.id })
      return shown(who, portfolioId)
    },
  })

  serve(app, publication.withdraw, {
    about,
    answer: async ({ params: { portfolioId }, who }) => {
      if (!who) return refuse('sign-in-needed')
      await change(services, who.id, async (tx, tell) => {
        if (await withdrawPublication(tx, portfolioId, who.id, clock.now())) await tell(publication.withdrawn, { portfolioId })
      })
      return shown(who, portfolioId)
    },
  })
}
