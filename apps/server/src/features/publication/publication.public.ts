import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { languages, type Language } from '@sheber/contract/words'
import { picturesIn } from '@sheber/document/body'
import { readPortfolio, readWithoutBody } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { fitted, isForWorld, isPicture, keptWidth, savedName } from '@sheber/domain/file'
import { isFilm } from '@sheber/domain/film'
import { inLanguage } from '@sheber/domain/framework'
import { may } from '@sheber/domain/permission'
import { creditsFor, waitsFor, type PublicPiece, type Soul } from '@sheber/domain/publication'
import { unseenFiles } from '@sheber/domain/seen'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Tail } from '../../facts/tail.ts'
import { openHeld } from '../../held.ts'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { sendRange } from '../file/file.range.ts'
import { openShelf } from '../file/file.shelf.ts'
import { answerPage, hiddenRobots } from './publication.answer.ts'
import { freshPath, freshScript, pageMark, sendScript } from './publication.fresh.ts'
import type { KeptPages, MadePage } from './publication.kept.ts'
import { openDrawn } from './publication.drawn.ts'
import { emptyPage, pagePolicy, publicPage, type PublicFile, type PublicPicture } from './publication.page.ts'
import { badgesOf, filesOf, openLooks, type Row } from './publication.store.ts'

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
  /** Ids of pictures that it shows, and of files that are pieces of it. */
  readonly files: readonly string[]
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
  readonly files: ReadonlyMap<string, Awaited<ReturnType<typeof filesOf>>[number]>
  /** Ids of pictures that lay on its drawings and were taken off the shelves of their boards since. */
  readonly gone: readonly string[]
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
      files: [
        ...[shown.body, ...(shown.pieces ?? []).map(({ body = [] }) => body)].flatMap(picturesIn),
        ...(shown.pieces ?? []).flatMap(({ fileId = [] }) => fileId),
      ],
      pieces: shown.pieces ?? [],
    }))

  /** Whoever takes a record back from everybody, or removes it, need not publish anew for it to be gone. */
  const readRest = async ({ row: { portfolioId, cover }, out }: Given, before: Rest | null): Promise<Rest> => {
    const room = portfolioRoom(portfolioId)
    const ids = [...new Set([...coverPictures(cover), ...out.flatMap((one) => one.files)])]
    // A page's pictures lie where it was written.
    const shelves = [...new Set(out.flatMap(({ pieces }) => pieces.flatMap(({ body, boardId }) => (body ? [boardId] : []))))]
    const drawings = out.flatMap(({ pieces }) => pieces.filter(({ body, fileId }) => !body && fileId === undefined))
    const drawnOn = [...new Set(drawings.flatMap(({ pictures = [] }) => pictures))]
    const [position, files, lying] = await Promise.all([
      looks.positionOf(room),
      filesOf(db, portfolioId, shelves, ids),
      filesOf(db, portfolioId, [...new Set(drawings.map(({ boardId }) => boardId))], drawnOn),
    ])
    const gone = drawnOn.filter((id) => !lying.some((one) => one.id === id))
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
    return { position, isSure, open, files: new Map(files.map((one) => [one.id, one])), gone }
  }

  /** What of it the world may see at this moment. Null: there never was such a page. */
  const seen = async (request: Asked) => {
    if (!may(request.who, 'publication.fetch')) return refuse('sign-in-needed')
    const { address } = request.params
    const given = idPattern.test(address) ? await givens.of(address, (before) => readGiven(address, before)) : null
    if (!given) return null
    const { row, out, people } = given
    if (row.withdrawnAt !== null) return { ...given, records: [], files: new Map() as Rest['files'], gone: [] }
    const { open, files, gone } = await rests.of(`${address} ${row.version}`, (before) => readRest(given, before))
    const records = out.filter((one) => open.has(one.recordId) && waitsFor(one, people, today()).length === 0)
    return { ...given, records, files, gone }
  }
  type Seen = NonNullable<Awaited<ReturnType<typeof seen>>>

  /** Ids of what is not shown on this day, for somebody is seen in it whose guardian has not agreed to that. */
  const unseenIn = ({ row, people }: Seen) => unseenFiles(row.seen, people, today())

  /** Which of the pictures on its drawings are not shown. */
  const unseenStamp = (found: Seen): string => {
    if (!found.row.fields.pictures) return 'none'
    const unseen = [...new Set([...unseenIn(found), ...found.gone])]
    return unseen.length === 0 ? '' : pageMark(...unseen.sort())
  }

  /** Ids of what may be looked at, the cover's first. */
  const openIn = (found: Seen): string[] => {
    const unseen = unseenIn(found)
    const all = new Set([...coverPictures(coverFor(found)), ...found.records.flatMap((one) => one.files)])
    return [...all].filter((id) => !unseen.has(id))
  }

  /** Chosen by its author and asked about: a block of words may name a file too, and shows nothing but a picture. */
  const isPiece = ({ records }: Seen, id: string): boolean => records.some(({ pieces }) => pieces.some(({ fileId }) => fileId === id))

  const picturesFor = (found: Seen): Record<string, PublicPicture> => {
    const { row, files } = found
    return Object.fromEntries(
      openIn(found).flatMap((id) => {
        const one = files.get(id)
        if (!one || one.width === null || one.height === null) return []
        const size = fitted({ width: one.width, height: one.height }, width)
        return [[id, { url: `/p/${row.id}/${id}.webp`, ...size }] as const]
      }),
    )
  }

  /** Films, models and documents, by their ids. */
  const filesFor = (found: Seen): Record<string, PublicFile> =>
    Object.fromEntries(
      openIn(found).flatMap((id) => {
        const one = found.files.get(id)
        if (!one || !isPiece(found, id) || isPicture(one.type) || !isForWorld(one.type)) return []
        return [[id, { url: `/p/${found.row.id}/file/${id}`, type: one.type, bytes: one.bytes }] as const]
      }),
    )

  const coverFor = ({ row, records, people }: Seen): Row['cover'] => {
    const authors = records.flatMap((one) => one.authors)
    return row.cover && waitsFor({ authors, tells: row.coverTells }, people, today()).length === 0 ? row.cover : null
  }

  const languageOf = ({ query, language }: Asked): Language => languages.find((one) => one === query.lang) ?? language

  const answer = (request: Asked, reply: FastifyReply, page: MadePage | null, of: { code: number; mark?: string; keeps?: false }) =>
    answerPage(request, reply, page, { ...of, policy: pagePolicy, listed: false })

  /** A sentence is made faster than it is packed: it is its own name. */
  const sayWhy = async (request: Asked, reply: FastifyReply, code: 404 | 410, path: string) => {
    const html = emptyPage(languageOf(request), path, code === 404 ? 'none' : 'gone')
    return answer(request, reply, await kept.of(html, '', () => () => html), { code })
  }

  const hidden = { schema: { hide: true } }

  app.get(freshPath, hidden, (_, reply) => sendScript(reply, freshScript))
  /** Whoever asked for the head alone would have all its bytes read. */
  const hiddenFile = { ...hidden, exposeHeadRoute: false }
  const drawn = openDrawn(app, { db, config, log })

  app.get('/p/:address/piece/:key(^[0-9a-f]{24}).svg', hidden, async (request: Asked, reply) => {
    const found = await seen(request)
    reply.header('content-security-policy', drawingPolicy).header('x-robots-tag', hiddenRobots)
    if (!found) return refuse('not-found')
    if (found.records.length === 0) return refuse('withdrawn')
    const piece = found.records
      .flatMap(({ pieces }) => pieces)
      .find(({ key, body, fileId }) => key === request.params.key && !body && fileId === undefined)
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
      // Of a grown-up's own portfolio its owner is the author.
      credits: creditsFor(
        row.fields.names ? records.flatMap((one) => one.authors) : [],
        people,
        today(),
        new Map(row.ownerId === null ? [] : [[row.ownerId, true]]),
      ),
      badges: badges.map(({ id, draft, issuer, at }) => ({
        ...{ id, issuer },
        title: inLanguage(draft.title, language),
        at: at.toISOString(),
      })),
      unseen: unseenStamp(found),
      pictures: picturesFor(found),
      files: filesFor(found),
    }
    const stamp = JSON.stringify([row.version, records.map(({ recordId }) => recordId), shown])
    const mark = pageMark(stamp)
    const prepare = async () => {
      // What was published anew meanwhile was not asked about: the next one who looks is shown it.
      const out = (await looks.recordsOut(row.id)).filter(({ recordId, sha256 }) =>
        records.some((one) => one.recordId === recordId && one.sha256 === sha256),
      )
      return () => publicPage({ ...shown, mark, records: out.map((one) => ({ ...one.shown, id: one.recordId })) })
    }
    return answer(request, reply, await kept.of(`p ${row.id} ${language}`, stamp, prepare), { code: 200, mark, keeps: false })
  })

  /** A file of the page's own that may be looked at now, and says no by itself where there is none. */
  const fileFor = async (request: Asked, reply: FastifyReply) => {
    const found = await seen(request)
    const { fileId = '' } = request.params
    reply.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'").header('x-robots-tag', hiddenRobots)
    if (!found || !idPattern.test(fileId)) return refuse('not-found')
    // Of a page that was taken back nobody learns which pictures were on it.
    if (found.records.length === 0) return refuse('withdrawn')
    if (!openIn(found).includes(fileId)) return refuse('not-found')
    return { ...(found.files.get(fileId) ?? refuse('not-found')), isPiece: isPiece(found, fileId) }
  }
  const sendFile = async (request: Asked, reply: FastifyReply, path: string, etag: string) => {
    reply.header('cache-control', `public, max-age=${pictureSecondsMax}, must-revalidate`).header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const handle = await open(path).catch((why: unknown) => {
      log.error({ err: why }, 'the bytes of a public file are not where they were put')
      return refuse('not-found')
    })
    return sendRange(request, reply, handle, etag)
  }

  app.get('/p/:address/:fileId.webp', hiddenFile, async (request: Asked, reply) => {
    const { type, width: wide, height, sha256 } = await fileFor(request, reply)
    if (wide === null || height === null) return refuse('not-found')
    const kept = keptWidth({ type, width: wide, height }, width)
    reply.type('image/webp').header('content-disposition', 'inline')
    return sendFile(request, reply, shelf.kept(sha256, kept), `"${sha256.slice(0, 32)}.${kept}"`)
  })

  app.get('/p/:address/file/:fileId', hiddenFile, async (request: Asked, reply) => {
    const { type, sha256, isPiece } = await fileFor(request, reply)
    if (!isPiece || isPicture(type) || !isForWorld(type)) return refuse('not-found')
    // Under a name of ours: what its makers called it is their own.
    const [how, name] = isFilm(type) ? ['inline', 'video'] : ['attachment', 'work']
    reply.type(type).header('content-disposition', `${how}; filename="${savedName(name, type)}"`)
    return sendFile(request, reply, shelf.kept(sha256), `"${sha256.slice(0, 32)}"`)
  })
}
