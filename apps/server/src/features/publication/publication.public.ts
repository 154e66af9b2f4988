import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { languages, type Language } from '@sheber/contract/words'
import { picturesIn } from '@sheber/document/body'
import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { fitted, keptWidth } from '@sheber/domain/file'
import { inLanguage } from '@sheber/domain/framework'
import { may } from '@sheber/domain/permission'
import { namesFor, waitsFor, type PublicPiece, type Soul } from '@sheber/domain/publication'
import { unseenFiles } from '@sheber/domain/seen'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Tail } from '../../facts/tail.ts'
import { openHeld } from '../../held.ts'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { openShelf } from '../file/file.shelf.ts'
import { answerPage, hiddenRobots } from './publication.answer.ts'
import type { KeptPages, MadePage } from './publication.kept.ts'
import { openDrawn } from './publication.drawn.ts'
import { emptyPage, pagePolicy, publicPage, type PublicPicture } from './publication.page.ts'
import { badgesOf, openLooks, picturesOf, type Row } from './publication.store.ts'

type Asked = FastifyRequest<{ Params: { address: string; fileId?: string; key?: string }; Querystring: { lang?: string } }>

/** A drawing stands by itself: it runs nothing and fetches nothing. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'"
/** One width answers for all: a phone and a screen. */
const width = 960
/** How long a browser shows a picture without asking; whatever is taken back is gone everywhere within a minute. */
const pictureSecondsMax = 30
/**
 * How long what is read of a page answers for all who look. What is told as a fact is gone at once; an author who closes a
 * record or removes a picture tells none.
 */
const factsMsMax = 30_000
const restMsMax = 10_000
/** Pages of which something is remembered. */
const pagesMax = 1_000
const matters = /^(consent|person|team|publication|badge|organisation)\./

/** Of a record that went out, what is asked at every look; the words themselves are read when a page is made of them. */
interface Out {
  readonly recordId: string
  readonly sha256: string
  readonly authors: readonly string[]
  readonly tells: readonly string[]
  readonly pictures: readonly string[]
  readonly pieces: readonly PublicPiece[]
}

const coverPictures = (cover: Row['cover']): string[] => (cover?.picture ? [cover.picture.fileId] : [])

/** What went out and what must be known before any of it is shown. */
interface Given {
  readonly row: Row
  readonly out: readonly Out[]
  readonly people: ReadonlyMap<string, Soul>
  readonly badges: Awaited<ReturnType<typeof badgesOf>>
}

/** … and what changes without being told. */
interface Rest {
  /** Of the room, when it was read. */
  readonly position: number
  /** It was so the last time too: another process may hear of what was written some moments after it can be seen. */
  readonly isSure: boolean
  /** Records that their authors show to everybody now. */
  readonly open: ReadonlySet<string>
  readonly pictures: ReadonlyMap<string, Awaited<ReturnType<typeof picturesOf>>[number]>
}

/**
 * What the world reads: a copy that was made for it, asked for consent each time. The page itself is made once for all
 * that it is made from: what may be shown at this moment stands in its stamp, and another answer is another page.
 */
export const publicationPublic = (app: FastifyInstance, { db, hub, clock, config, log }: Services, tail: Tail, kept: KeptPages) => {
  const shelf = openShelf(config.dataDir)
  const today = () => clock.now().toISOString().slice(0, 10)

  const looks = openLooks(db)
  const bounds = { clock, max: pagesMax }
  const givens = openHeld<Given | null>({ ...bounds, msMax: factsMsMax }, tail)
  const rests = openHeld<Rest>({ ...bounds, msMax: restMsMax }, tail)
  tail.listen(({ name }) => {
    if (matters.test(name)) givens.forget()
  })

  const readGiven = async (address: string, before: Given | null): Promise<Given | null> => {
    const row = await looks.publicationAt(address)
    if (!row) return null
    const out = before?.row.version === row.version ? before.out : await outOf(row)
    const [people, badges] = await Promise.all([
      looks.soulsOf([
        ...new Set([...out.flatMap((one) => [...one.authors, ...one.tells]), ...row.coverTells, ...row.seen.flatMap((one) => one.people)]),
      ]),
      row.ownerId === null ? [] : badgesOf(db, row.ownerId, row.badges),
    ])
    return { row, out, people, badges }
  }

  const outOf = async ({ id }: Row): Promise<readonly Out[]> =>
    (await looks.recordsOut(id)).map(({ recordId, sha256, authors, tells, shown }) => ({
      ...{ recordId, sha256, authors, tells },
      pictures: [shown.body, ...(shown.pieces ?? []).map(({ body = [] }) => body)].flatMap(picturesIn),
      pieces: shown.pieces ?? [],
    }))

  /** Whoever takes a record back from everybody, or removes it, need not publish anew for it to be gone. */
  const readRest = async ({ row: { portfolioId, cover }, out }: Given, before: Rest | null): Promise<Rest> => {
    const room = portfolioRoom(portfolioId)
    const ids = [...new Set([...coverPictures(cover), ...out.flatMap((one) => one.pictures)])]
    // A page's pictures lie where it was written.
    const shelves = [...new Set(out.flatMap(({ pieces }) => pieces.flatMap(({ body, boardId }) => (body ? [boardId] : []))))]
    const [position, pictures] = await Promise.all([looks.positionOf(room), picturesOf(db, portfolioId, shelves, ids)])
    const isSure = before?.position === position
    const open =
      before?.isSure && isSure
        ? before.open
        : await hub.read(
            room,
            (doc) =>
              new Set(
                readPortfolio(doc, new Map(), readWithoutBody).records.flatMap(({ id, audience }) =>
                  audience.includes('public') ? [id] : [],
                ),
              ),
          )
    return { position, isSure, open, pictures: new Map(pictures.map((one) => [one.id, one])) }
  }

  /** What of it the world may see at this moment. Null: there never was such a page. */
  const seen = async (request: Asked) => {
    if (!may(request.who, 'publication.fetch')) return refuse('sign-in-needed')
    const { address } = request.params
    const given = idPattern.test(address) ? await givens.of(address, (before) => readGiven(address, before)) : null
    if (!given) return null
    const { row, out, people } = given
    if (row.withdrawnAt !== null) return { ...given, records: [], pictures: new Map() as Rest['pictures'] }
    const { open, pictures } = await rests.of(`${address} ${row.version}`, (before) => readRest(given, before))
    const records = out.filter((one) => open.has(one.recordId) && waitsFor(one, people, today()).length === 0)
    return { ...given, records, pictures }
  }
  type Seen = NonNullable<Awaited<ReturnType<typeof seen>>>

  /** Ids of what is not shown on this day, for somebody is seen in it whose guardian has not agreed to that. */
  const unseenIn = ({ row, people }: Seen) => unseenFiles(row.seen, people, today())

  /** Ids of what may be looked at, the cover's first. */
  const openPictures = (found: Seen): string[] => {
    const unseen = unseenIn(found)
    const all = new Set([...coverPictures(coverFor(found)), ...found.records.flatMap((one) => one.pictures)])
    return [...all].filter((id) => !unseen.has(id))
  }

  const picturesFor = (found: Seen): Record<string, PublicPicture> => {
    const { row, pictures } = found
    const ids = openPictures(found)
    return Object.fromEntries(
      ids.flatMap((id) => {
        const one = pictures.get(id)
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

  const answer = (request: Asked, reply: FastifyReply, code: number, page: MadePage | null) =>
    answerPage(request, reply, page, { code, policy: pagePolicy, listed: false })

  /** A sentence is made faster than it is packed: it is its own name. */
  const sayWhy = async (request: Asked, reply: FastifyReply, code: 404 | 410, path: string) => {
    const html = emptyPage(languageOf(request), path, code === 404 ? 'none' : 'gone')
    return answer(request, reply, code, await kept.of(html, '', () => () => html))
  }

  const hidden = { schema: { hide: true } }
  const drawn = openDrawn(app, { db, config, log })

  app.get('/p/:address/piece/:key(^[0-9a-f]{24}).svg', hidden, async (request: Asked, reply) => {
    const found = await seen(request)
    reply.header('content-security-policy', drawingPolicy).header('x-robots-tag', hiddenRobots)
    if (!found) return refuse('not-found')
    if (found.records.length === 0) return refuse('withdrawn')
    const piece = found.records.flatMap(({ pieces }) => pieces).find(({ key, body }) => key === request.params.key && !body)
    const [{ pictures }, unseen] = [found.row.fields, unseenIn(found)]
    const mayShow = (fileId: string) => pictures && !unseen.has(fileId)
    const svg = piece ? await drawn({ request, piece, mayShow, language: languageOf(request) }) : null
    if (svg === null) return refuse('not-found')
    return reply
      .header('cache-control', `public, max-age=${pictureSecondsMax}, must-revalidate`)
      .type('image/svg+xml; charset=utf-8')
      .send(svg)
  })

  app.get('/p/:address', hidden, async (request: Asked, reply) => {
    const language = languageOf(request)
    const found = await seen(request)
    if (!found) return sayWhy(request, reply, 404, '/p/-')
    const { row, records, people, badges } = found
    const path = `/p/${row.id}`
    if (records.length === 0) return sayWhy(request, reply, 410, path)
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
      pictures: picturesFor(found),
    }
    const prepare = async () => {
      // What was published anew meanwhile was not asked about: the next one who looks is shown it.
      const out = (await looks.recordsOut(row.id)).filter(({ recordId, sha256 }) =>
        records.some((one) => one.recordId === recordId && one.sha256 === sha256),
      )
      return () => publicPage({ ...shown, records: out.map((one) => ({ ...one.shown, id: one.recordId })) })
    }
    const stamp = JSON.stringify([row.version, records.map(({ recordId }) => recordId), shown])
    return answer(request, reply, 200, await kept.of(`p ${row.id} ${language}`, stamp, prepare))
  })

  app.get('/p/:address/:fileId.webp', hidden, async (request: Asked, reply) => {
    const found = await seen(request)
    const { fileId = '' } = request.params
    reply.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'").header('x-robots-tag', hiddenRobots)
    if (!found || !idPattern.test(fileId)) return refuse('not-found')
    // Of a page that was taken back nobody learns which pictures were on it.
    if (found.records.length === 0) return refuse('withdrawn')
    if (!openPictures(found).includes(fileId)) return refuse('not-found')
    const one = found.pictures.get(fileId)
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
