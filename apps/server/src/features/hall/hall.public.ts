import { idPattern } from '@sheber/contract/ids'
import { languages } from '@sheber/contract/words'
import { isPicture, isPictureWidth, keptWidth, savedName } from '@sheber/domain/file'
import { isFilm } from '@sheber/domain/film'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { open } from 'node:fs/promises'
import type { Tail } from '../../facts/tail.ts'
import { whoOfCookie } from '../../plugins/who.ts'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { disposition } from '../file/file.bytes.ts'
import { sendRange } from '../file/file.range.ts'
import { openShelf } from '../file/file.shelf.ts'
import { answerPage, hiddenRobots } from '../publication/publication.answer.ts'
import { pageMark, sendScript } from '../publication/publication.fresh.ts'
import type { KeptPages, MadePage } from '../publication/publication.kept.ts'
import { visitorPublic } from '../visitor/visitor.public.ts'
import { hallBoard } from './hall.board.ts'
import { frontPage, queryOf, wantedOf } from './hall.front.ts'
import { indexPage, shelfOf, shownOn } from './hall.index.ts'
import { openDrawn } from './hall.drawn.ts'
import { hallHanded } from './hall.handed.ts'
import { faceMark, floorMark, hallMark, listedMark, placeMark } from './hall.marks.ts'
import type { ShownFile } from './hall.files.ts'
import { closedOf, openHalls, type Hall, type HallStand } from './hall.open.ts'
import { fileOfStand } from './hall.picture.ts'
import { planPage } from './hall.plan.ts'
import { hallScreen } from './hall.screen.ts'
import { openScripts, turnLoader } from './hall.scripts.ts'
import { linkTo, sentence, type Look } from './hall.shell.ts'
import { standPage } from './hall.stand.ts'
import { hallPolicy } from './hall.style.ts'
import { hallWords } from './hall.words.ts'

export type Asked = FastifyRequest<{
  Params: { exhibitionId: string; stand: string; fileId: string; width: string; step: string; deed: string }
  Querystring: Record<string, unknown>
}>

/** How long a browser shows a picture without asking: whatever is taken back is gone everywhere within a minute. */
const pictureSecondsMax = 30

/** What of a stand's address there is to see. */
export type Found = { readonly hall: Hall; readonly stand: HallStand } | { readonly code: number; readonly html: string }

/** The public site of exhibitions: for a guest on a village phone, read without a script and without a question to the database. */
export const hallPublic = (app: FastifyInstance, services: Services, tail: Tail, kept: KeptPages) => {
  const { db, clock, config, log } = services
  const shelf = openShelf(config.dataDir)
  const halls = openHalls(services, tail)
  const scripts = openScripts(config)
  const hidden = { schema: { hide: true } }

  const lookOf = (request: Asked): Look => {
    const spoken = languages.find((one) => one === request.query['l'])
    return { language: spoken ?? request.language, spoken: spoken !== undefined, base: baseOf(config, request) }
  }

  const hallOf = async ({ params: { exhibitionId } }: Asked): Promise<Hall | null> => {
    const hall = idPattern.test(exhibitionId) ? await halls.of(exhibitionId) : null
    return hall && may(null, 'exhibition.fetch', hall.thing) ? hall : null
  }

  const none = (look: Look) => {
    const w = hallWords[look.language]
    return sentence(look, '/e', w.none, w.noneWhy)
  }
  /** A sentence is made faster than it is packed: it is its own name. */
  const saidPage = (html: string): Promise<MadePage | null> => kept.of(html, '', () => () => html)
  const refusePage = async (request: Asked, reply: FastifyReply, code: number, html: string) =>
    answerPage(request, reply, await saidPage(html), { code, policy: hallPolicy, listed: false })

  /** Made once for all who ask the same, until what it is made from has changed. */
  const pageOf = ({ language, spoken, base }: Look, key: string, mark: string, make: () => string): Promise<MadePage | null> =>
    kept.of(['e', language, spoken ? 'l' : '', base, key].join(' '), mark, () => make)

  const find = async (request: Asked, look: Look): Promise<Found> => {
    const w = hallWords[look.language]
    const hall = await hallOf(request)
    const stand = hall?.all.get(request.params.stand)
    if (!hall || !stand) return { code: 404, html: none(look) }
    const path = `/e/${hall.id}/${stand.id}`
    const say = (code: number, title: string, words: string) => ({ code, html: sentence(look, path, title, words, `/e/${hall.id}`) })
    if (!stand.admitted) return say(410, w.gone, w.goneWhy)
    const closed = closedOf(hall, w)
    if (closed) return say(403, closed.title, closed.words)
    if (!stand.open) return say(403, w.closed, w.closedWhy)
    return { hall, stand }
  }

  const visitors = visitorPublic(app, services, tail, { lookOf, find, refusePage })

  app.get('/e', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const shelf = shelfOf(await halls.list(), request.query['y'])
    const shown = shownOn(shelf)
    const faces = await halls.faces(shown)
    const listed = shown.some(({ plan }) => plan.listed)
    const mark = pageMark(JSON.stringify([shelf.alone, shelf.years, shown.map(listedMark), [...faces.values()].map(faceMark)]))
    const page = await pageOf(look, shelf.alone ? `year ${shelf.year}` : '', mark, () => indexPage({ ...look, mark }, shelf, faces, listed))
    return answerPage(request, reply, page, { code: 200, policy: hallPolicy, listed, mark })
  })

  app.get('/e/:exhibitionId', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const hall = await hallOf(request)
    if (!hall) return refusePage(request, reply, 404, none(look))
    const wanted = wantedOf(request.query)
    const key = JSON.stringify([hall.id, queryOf(wanted, wanted.page)])
    const mark = pageMark(hallMark(hall))
    const page = await pageOf(look, key, mark, () => frontPage({ ...look, mark }, hall, wanted))
    return answerPage(request, reply, page, { code: 200, policy: hallPolicy, listed: hall.plan.listed, mark })
  })

  app.get('/e/:exhibitionId/plan', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const hall = await hallOf(request)
    if (!hall) return refusePage(request, reply, 404, none(look))
    const closed = closedOf(hall, hallWords[look.language])
    if (closed) return refusePage(request, reply, 403, sentence(look, `/e/${hall.id}/plan`, closed.title, closed.words, `/e/${hall.id}`))
    const mark = pageMark(floorMark(hall))
    const page = await pageOf(look, `${hall.id} plan`, mark, () => planPage({ ...look, mark }, hall))
    return answerPage(request, reply, page, { code: 200, policy: hallPolicy, listed: hall.plan.listed, mark })
  })

  app.get('/e/:exhibitionId/:stand', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const { stand: asked } = request.params
    if (/^[0-9]{1,4}$/.test(asked)) {
      // What a QR code holds: the shortest address there is. It leads to a stand that is closed too, which then says so.
      const hall = await hallOf(request)
      const one = hall && [...hall.all.values()].find(({ number, admitted }) => admitted && number === Number(asked))
      if (!hall || !one) return refusePage(request, reply, 404, none(look))
      return reply.header('cache-control', 'no-cache').redirect(linkTo(look, `/e/${hall.id}/${one.id}`), 302)
    }
    const found = await find(request, look)
    if ('code' in found) return refusePage(request, reply, found.code, found.html)
    const { hall, stand } = found
    visitors.look(request, stand)
    const part = await visitors.part(request, look, hall, stand)
    // What visitors do has a script of its own while they may do something.
    const mark = pageMark(placeMark(hall, stand), part.script ? '' : part.stamp)
    const page = await pageOf(look, `${stand.id} ${part.done}`, `${mark} ${part.script} ${part.stamp}`, () =>
      standPage({ ...look, mark }, hall, stand, scripts, { script: part.script, html: part.html() }),
    )
    const { listed } = hall.plan
    return answerPage(request, reply, page, { code: 200, policy: hallPolicy, listed, mark, keeps: false, forms: part.script })
  })

  const sendFile = async (request: Asked, reply: FastifyReply, path: string, etag: string, type: string, world: boolean) => {
    reply
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .header('x-robots-tag', hiddenRobots)
      .header('cache-control', world ? `public, max-age=${pictureSecondsMax}, must-revalidate` : 'private, no-cache')
      .header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const handle = await open(path).catch((why: unknown) => {
      log.error({ err: why }, 'the bytes of a file in a hall are not where they were put')
      return null
    })
    if (!handle) return reply.code(404).type('text/plain; charset=utf-8').send('404\n')
    return sendRange(request, reply.type(type), handle, etag)
  }

  /** The world's are at hand; whoever is more than a guest is looked up only where the world may not see. */
  const fileFor = async (
    request: Asked,
    pick: (stand: Pick<HallStand, 'shown'>) => string,
  ): Promise<{ file: ShownFile; world: boolean } | null> => {
    const { stand: standId, exhibitionId } = request.params
    const hall = idPattern.test(exhibitionId) && idPattern.test(standId) ? await halls.of(exhibitionId) : null
    if (!hall) return null
    const stand = hall.all.get(standId)
    const isOpen = stand && hall.open.includes(stand) && may(null, 'exhibition.fetch', hall.thing)
    const file = isOpen ? stand.files.get(pick(stand)) : undefined
    if (file) return { file, world: true }
    const known = await whoOfCookie(services, request.headers.cookie)
    const own = known && (await fileOfStand(db, { standId, pick, who: known.who }, clock.now()))
    return own && { file: own, world: false }
  }
  const noFile = (reply: FastifyReply) =>
    reply.code(404).header('cache-control', 'no-store').header('x-robots-tag', hiddenRobots).type('text/plain; charset=utf-8').send('404\n')

  app.get('/e/:exhibitionId/:stand/picture/:fileId/:width(^\\d{3,4}).webp', hidden, async (request: Asked, reply) => {
    const width = Number(request.params.width)
    const found = isPictureWidth(width) ? await fileFor(request, () => request.params.fileId) : null
    if (!found || !isPictureWidth(width) || found.file.width === null || found.file.height === null) return noFile(reply)
    const { sha256, type } = found.file
    const kept = keptWidth({ type, width: found.file.width, height: found.file.height }, width)
    reply.header('content-disposition', 'inline')
    return sendFile(request, reply, shelf.kept(sha256, kept), `"${sha256.slice(0, 32)}.${kept}"`, 'image/webp', found.world)
  })

  app.get('/e/:exhibitionId/:stand/model', hidden, async (request: Asked, reply) => {
    const found = await fileFor(request, ({ shown }) => shown.model?.fileId ?? '')
    if (!found || isPicture(found.file.type)) return noFile(reply)
    const { sha256, type } = found.file
    // Under a name of ours: what its makers called it is their own.
    reply.header('content-disposition', `attachment; filename="${savedName('model', type)}"`)
    return sendFile(request, reply, shelf.kept(sha256), `"${sha256.slice(0, 32)}"`, type, found.world)
  })

  app.get('/e/:exhibitionId/:stand/video', hidden, async (request: Asked, reply) => {
    const found = await fileFor(request, ({ shown }) => shown.clip?.fileId ?? '')
    if (!found || !isFilm(found.file.type)) return noFile(reply)
    const { sha256, type } = found.file
    reply.header('content-disposition', `inline; filename="${savedName('video', type)}"`)
    return sendFile(request, reply, shelf.kept(sha256), `"${sha256.slice(0, 32)}"`, type, found.world)
  })

  app.get('/e/:exhibitionId/:stand/file/:fileId', hidden, async (request: Asked, reply) => {
    const { fileId } = request.params
    const found = await fileFor(request, ({ shown }) => (shown.files?.some((one) => one.fileId === fileId) ? fileId : ''))
    if (!found || isPicture(found.file.type)) return noFile(reply)
    const { sha256, type, name } = found.file
    reply.header('content-disposition', disposition('attachment', savedName(name, type)))
    return sendFile(request, reply, shelf.kept(sha256), `"${sha256.slice(0, 32)}"`, type, found.world)
  })

  app.get('/e/turn.js', hidden, (_, reply) => sendScript(reply, turnLoader))

  hallScreen(app, { lookOf, hallOf, none, refusePage, pageOf, saidPage, scripts })
  const drawn = openDrawn(app, services)
  hallBoard(app, { lookOf, find, refusePage, pageOf, drawn })
  hallHanded(app, services, { lookOf, hallOf, refusePage, none, scripts, drawn })

  app.get('/e/*', hidden, (request: Asked, reply) => refusePage(request, reply, 404, none(lookOf(request))))
}
