import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { languages, type Language } from '@sheber/contract/words'
import { picturesIn } from '@sheber/document/body'
import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { fitted, keptWidth } from '@sheber/domain/file'
import { inLanguage } from '@sheber/domain/framework'
import { may } from '@sheber/domain/permission'
import { namesFor, waitsFor } from '@sheber/domain/publication'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { openShelf } from '../file/file.shelf.ts'
import { answerPage, hiddenRobots, madePage, type MadePage } from './publication.answer.ts'
import { emptyPage, pagePolicy, publicPage, type PublicPicture } from './publication.page.ts'
import { recent } from './publication.recent.ts'
import { badgesOf, openLooks, picturesOf, recordsOut, type Row } from './publication.store.ts'

type Asked = FastifyRequest<{ Params: { address: string; fileId?: string }; Querystring: { lang?: string } }>

/** One width answers for all: a phone and a screen. */
const width = 960
/** How long a browser shows a picture without asking; whatever is taken back is gone everywhere within a minute. */
const pictureSecondsMax = 30
/** How long it is remembered which records their authors show to everybody: they may only close one, never open it. */
const audienceMsMax = 10_000
/** Pages of which something is remembered. */
const pagesMax = 1_000
/** Whole ones, of a hundred kilobytes each. */
const wholeMax = 250

/** Of a record that went out, what is asked at every look; the words themselves are read when a page is made of them. */
interface Out {
  readonly recordId: string
  readonly sha256: string
  readonly authors: readonly string[]
  readonly tells: readonly string[]
  readonly pictures: readonly string[]
}

/**
 * What the world reads: a copy that was made for it, asked for consent each time. The page itself is made once for all
 * that it is made from: what may be shown at this moment stands in its stamp, and another answer is another page.
 */
export const publicationPublic = (app: FastifyInstance, { db, hub, clock, config, log }: Services) => {
  const shelf = openShelf(config.dataDir)
  const today = () => clock.now().toISOString().slice(0, 10)

  const looks = openLooks(db)
  const audiences = recent<ReadonlySet<string>>(pagesMax)
  const outs = recent<readonly Out[]>(pagesMax)
  const made = recent<MadePage>(wholeMax)

  /** Whoever takes a record back from everybody, or removes it, need not publish anew for it to be gone. */
  const stillOpen = (portfolioId: string): Promise<ReadonlySet<string>> =>
    audiences.of(portfolioId, String(Math.floor(clock.now().getTime() / audienceMsMax)), () =>
      hub.read(
        portfolioRoom(portfolioId),
        (doc) =>
          new Set(
            readPortfolio(doc, new Map(), readWithoutBody).records.flatMap(({ id, audience }) => (audience.includes('public') ? [id] : [])),
          ),
      ),
    )

  const outOf = ({ id, version }: Row): Promise<readonly Out[]> =>
    outs.of(id, version, async () =>
      (await recordsOut(db, id)).map(({ recordId, sha256, authors, tells, shown }) => ({
        ...{ recordId, sha256, authors, tells },
        pictures: picturesIn(shown.body),
      })),
    )

  /** What of it the world may see at this moment. Null: there never was such a page. */
  const seen = async (request: Asked) => {
    if (!may(request.who, 'publication.fetch')) return refuse('sign-in-needed')
    const { address } = request.params
    const row = idPattern.test(address) ? await looks.publicationAt(address) : null
    if (!row) return null
    if (row.withdrawnAt !== null) return { row, records: [], people: new Map() }
    const out = await outOf(row)
    const [people, open] = await Promise.all([
      looks.soulsOf([...new Set([...out.flatMap((one) => [...one.authors, ...one.tells]), ...row.coverTells])]),
      stillOpen(row.portfolioId),
    ])
    const records = out.filter((one) => open.has(one.recordId) && waitsFor(one, people, today()).length === 0)
    return { row, records, people }
  }
  type Seen = NonNullable<Awaited<ReturnType<typeof seen>>>

  const picturesFor = async ({ row, records }: Seen): Promise<Record<string, PublicPicture>> => {
    const ids = [...new Set(records.flatMap(({ pictures }) => pictures))]
    const found = new Map((await picturesOf(db, row.portfolioId, ids)).map((one) => [one.id, one]))
    return Object.fromEntries(
      ids.flatMap((id) => {
        const one = found.get(id)
        if (!one || one.width === null || one.height === null) return []
        const size = fitted({ width: one.width, height: one.height }, width)
        return [[id, { url: `/p/${row.id}/${id}.webp`, ...size }] as const]
      }),
    )
  }

  const coverFor = ({ row, records, people }: Seen): Row['cover'] => {
    const authors = records.flatMap((one) => one.authors)
    return row.cover && waitsFor({ authors, tells: row.coverTells }, people, today()).length === 0 ? row.cover : null
  }

  const languageOf = ({ query, language }: Asked): Language => languages.find((one) => one === query.lang) ?? language

  const answer = (request: Asked, reply: FastifyReply, code: number, page: MadePage) =>
    answerPage(request, reply, page, { code, policy: pagePolicy, listed: false })

  const hidden = { schema: { hide: true } }

  app.get('/p/:address', hidden, async (request: Asked, reply) => {
    const language = languageOf(request)
    const found = await seen(request)
    if (!found) return answer(request, reply, 404, madePage(emptyPage(language, '/p/-', 'none')))
    const { row, records, people } = found
    const path = `/p/${row.id}`
    if (records.length === 0) return answer(request, reply, 410, madePage(emptyPage(language, path, 'gone')))
    const [badges, pictures] = await Promise.all([row.ownerId === null ? [] : badgesOf(db, row.ownerId, row.badges), picturesFor(found)])
    const shown = {
      ...{ language, path, base: baseOf(config, request), at: row.publishedAt.toISOString() },
      cover: coverFor(found),
      names: row.fields.names
        ? namesFor(
            records.flatMap((one) => one.authors),
            people,
            today(),
          )
        : [],
      badges: badges.map(({ id, draft, issuer, at }) => ({
        ...{ id, issuer },
        title: inLanguage(draft.title, language),
        at: at.toISOString(),
      })),
      pictures,
    }
    const make = async () => {
      // What was published anew meanwhile was not asked about: the next one who looks is shown it.
      const out = (await recordsOut(db, row.id)).filter(({ recordId, sha256 }) =>
        records.some((one) => one.recordId === recordId && one.sha256 === sha256),
      )
      return madePage(publicPage({ ...shown, records: out.map((one) => one.shown) }))
    }
    const stamp = JSON.stringify([row.version, records.map(({ recordId }) => recordId), shown])
    return answer(request, reply, 200, await made.of(`${row.id} ${language}`, stamp, make))
  })

  app.get('/p/:address/:fileId.webp', hidden, async (request: Asked, reply) => {
    const found = await seen(request)
    const { fileId = '' } = request.params
    reply.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'").header('x-robots-tag', hiddenRobots)
    if (!found || !idPattern.test(fileId)) return refuse('not-found')
    // Of a page that was taken back nobody learns which pictures were on it.
    if (found.records.length === 0) return refuse('withdrawn')
    if (!found.records.some(({ pictures }) => pictures.includes(fileId))) return refuse('not-found')
    const [one] = await picturesOf(db, found.row.portfolioId, [fileId])
    if (!one || one.width === null || one.height === null) return refuse('not-found')
    const kept = keptWidth({ type: one.type, width: one.width, height: one.height }, width)
    const etag = `"${one.sha256.slice(0, 32)}.${kept}"`
    reply.header('cache-control', `public, max-age=${pictureSecondsMax}, must-revalidate`).header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const handle = await open(shelf.kept(one.sha256, kept)).catch((why: unknown) => {
      log.error({ err: why }, 'the bytes of a public picture are not where they were put')
      return refuse('not-found')
    })
    const { size } = await handle.stat()
    return reply.type('image/webp').header('content-length', size).header('content-disposition', 'inline').send(handle.createReadStream())
  })
}
