import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { languages, type Language } from '@sheber/contract/words'
import { picturesIn } from '@sheber/document/body'
import { readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { fitted, keptWidth } from '@sheber/domain/file'
import { inLanguage } from '@sheber/domain/framework'
import { may } from '@sheber/domain/permission'
import { namesFor, waitsFor } from '@sheber/domain/publication'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { openShelf } from '../file/file.shelf.ts'
import { emptyPage, pagePolicy, publicPage, type PublicPicture } from './publication.page.ts'
import { soulsOf } from './publication.souls.ts'
import { badgesOf, picturesOf, publicationOf, recordsOut, type Row } from './publication.store.ts'

type Asked = FastifyRequest<{ Params: { address: string; fileId?: string }; Querystring: { lang?: string } }>

/** Strangers come on the weakest networks. Browsers ask for brotli only where there is https. */
const packings = [
  { name: 'br', pack: (html: string) => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) },
  { name: 'gzip', pack: (html: string) => promisify(gzip)(html) },
] as const

/** One width answers for all: a phone and a screen. */
const width = 960
/** How long a browser shows a picture without asking; whatever is taken back is gone everywhere within a minute. */
const pictureSecondsMax = 30
/** How long it is remembered which records their authors show to everybody: they may only close one, never open it. */
const audienceMsMax = 10_000
const audiencesMax = 1_000

/** What the world reads: a copy that was made for it, asked for consent each time. */
export const publicationPublic = (app: FastifyInstance, { db, hub, clock, config, log }: Services) => {
  const shelf = openShelf(config.dataDir)
  const today = () => clock.now().toISOString().slice(0, 10)

  const audiences = new Map<string, { at: number; open: Promise<ReadonlySet<string>> }>()
  /** Whoever takes a record back from everybody, or removes it, need not publish anew for it to be gone. */
  const stillOpen = (portfolioId: string): Promise<ReadonlySet<string>> => {
    const at = clock.now().getTime()
    const known = audiences.get(portfolioId)
    if (known && at - known.at < audienceMsMax) return known.open
    const open = hub.read(
      portfolioRoom(portfolioId),
      (doc) => new Set(readPortfolio(doc).records.flatMap(({ id, audience }) => (audience.includes('public') ? [id] : []))),
    )
    audiences.delete(portfolioId)
    audiences.set(portfolioId, { at, open })
    open.catch(() => audiences.delete(portfolioId))
    const [oldest] = audiences.keys()
    if (audiences.size > audiencesMax && oldest !== undefined) audiences.delete(oldest)
    return open
  }

  /** What of it the world may see at this moment. Null: there never was such a page. */
  const seen = async (request: Asked) => {
    if (!may(request.who, 'publication.fetch')) return refuse('sign-in-needed')
    const { address } = request.params
    const row = idPattern.test(address) ? await publicationOf(db, { address }) : null
    if (!row) return null
    if (row.withdrawnAt !== null) return { row, records: [], people: new Map() }
    const out = await recordsOut(db, row.id)
    const [people, open] = await Promise.all([
      soulsOf(db, [...new Set([...out.flatMap((one) => [...one.authors, ...one.tells]), ...row.coverTells])]),
      stillOpen(row.portfolioId),
    ])
    const records = out.filter((one) => open.has(one.recordId) && waitsFor(one, people, today()).length === 0)
    return { row, records, people }
  }
  type Seen = NonNullable<Awaited<ReturnType<typeof seen>>>

  const picturesFor = async ({ row, records }: Seen): Promise<Record<string, PublicPicture>> => {
    const ids = [...new Set(records.flatMap(({ shown }) => picturesIn(shown.body)))]
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

  const send = async (request: Asked, reply: FastifyReply, code: number, html: string) => {
    const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`
    reply
      .header('content-security-policy', pagePolicy)
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex, nofollow, noarchive')
      .header('vary', 'accept-language, cookie, accept-encoding')
      // Kept by nobody without asking: what is taken back is gone with the next look.
      .header('cache-control', code === 200 ? 'no-cache' : 'no-store')
    if (code === 200) {
      reply.header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    }
    reply.code(code).type('text/html; charset=utf-8')
    const packing = packings.find(({ name }) => String(request.headers['accept-encoding'] ?? '').includes(name))
    if (!packing) return reply.send(html)
    return reply.header('content-encoding', packing.name).send(await packing.pack(html))
  }

  const hidden = { schema: { hide: true } }

  app.get('/p/:address', hidden, async (request: Asked, reply) => {
    const language = languageOf(request)
    const found = await seen(request)
    if (!found) return send(request, reply, 404, emptyPage(language, '/p/-', 'none'))
    const { row, records, people } = found
    const path = `/p/${row.id}`
    if (records.length === 0) return send(request, reply, 410, emptyPage(language, path, 'gone'))
    const [badges, pictures] = await Promise.all([row.ownerId === null ? [] : badgesOf(db, row.ownerId, row.badges), picturesFor(found)])
    const html = publicPage({
      ...{ language, path, base: baseOf(config, request), at: row.publishedAt.toISOString() },
      cover: coverFor(found),
      names: row.fields.names
        ? namesFor(
            records.flatMap((one) => one.authors),
            people,
            today(),
          )
        : [],
      records: records.map(({ shown }) => shown),
      badges: badges.map(({ id, draft, issuer, at }) => ({
        ...{ id, issuer },
        title: inLanguage(draft.title, language),
        at: at.toISOString(),
      })),
      pictures,
    })
    return send(request, reply, 200, html)
  })

  app.get('/p/:address/:fileId.webp', hidden, async (request: Asked, reply) => {
    const found = await seen(request)
    const { fileId = '' } = request.params
    reply
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .header('x-robots-tag', 'noindex, nofollow, noarchive')
    if (!found || !idPattern.test(fileId)) return refuse('not-found')
    // Of a page that was taken back nobody learns which pictures were on it.
    if (found.records.length === 0) return refuse('withdrawn')
    if (!found.records.some(({ shown }) => picturesIn(shown.body).includes(fileId))) return refuse('not-found')
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
