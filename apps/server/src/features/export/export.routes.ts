import { idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { readPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import sharp from 'sharp'
import { inwards } from '../../plugins/pages.ts'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { whole } from './export.drawing.ts'
import { drawFormulas, formulasIn } from './export.formula.ts'
import { doorsOf, gather, type Doors, type Gathered } from './export.gather.ts'
import { pageOf } from './export.html.ts'
import { exportWords } from './export.words.ts'
import { safeName, zipOf } from './export.zip.ts'

/** Nothing larger is set into a PDF: paper shows no more. */
const pictureSide = 1_400

/** Ours, made from what was sent: PDF knows no WebP. */
const jpegOf = async (found: Uint8Array) => {
  const bytes = await sharp(found)
    .resize(pictureSide, pictureSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
  return { type: 'image/jpeg', bytes }
}

type Asked = FastifyRequest<{ Params: { portfolioId: string } }>

/** A portfolio to be carried away, by those who write in it: an archive that opens from a disk, and a PDF. */
export const exportRoutes = (app: FastifyInstance, { db, hub, clock, config, log }: Services) => {
  const gathered = async (request: Asked, letters: boolean): Promise<Gathered & { doors: Doors }> => {
    const { who, language, params, headers } = request
    if (!who) return refuse('sign-in-needed')
    const id = idPattern.test(params.portfolioId) ? params.portfolioId : refuse('not-found')
    const thing = (await thingOfPortfolio(db, id)) ?? refuse('not-found')
    if (!may(who, 'portfolio.take', thing)) return refuse('forbidden')
    const doors = doorsOf(inwards(app, request), { cookie: headers.cookie ?? '' })
    const snapshot = await hub.read(portfolioRoom(id), readPortfolio)
    return {
      doors,
      ...(await gather({
        doors,
        snapshot,
        portfolioId: id,
        personId: who.id,
        language,
        at: clock.now(),
        base: baseOf(config, request),
        letters,
      })),
    }
  }
  const nameOf = ({ kept }: Gathered, end: string) => `${safeName(exportWords[kept.language].title(kept.owner))}.${end}`
  const saved = (reply: FastifyReply, name: string) =>
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).header('cache-control', 'no-store')
  const hidden = { schema: { hide: true }, exposeHeadRoute: false }
  const lost = (path: string, why: unknown) => log.warn({ err: why, path }, 'a portfolio is carried away without a file of it')

  app.get('/files/portfolio/:portfolioId.zip', hidden, async (request: Asked, reply) => {
    const all = await gathered(request, true)
    const words = (path: string, text: string) => ({ path, read: () => Promise.resolve(Buffer.from(text)) })
    const entries = [words('index.html', pageOf(all.kept)), words('portfolio.json', JSON.stringify(all.kept, null, 2)), ...all.files]
    return saved(reply, nameOf(all, 'zip'))
      .type('application/zip')
      .send(zipOf(entries, clock.now(), lost))
  })

  app.get('/files/portfolio/:portfolioId.pdf', hidden, async (request: Asked, reply) => {
    const all = await gathered(request, false)
    const pictures = new Map<string, Buffer>()
    for (const { path, read } of all.files) {
      if (!/\.(webp|png|svg)$/.test(path)) continue
      const drawn = async () => Buffer.from(await whole(all.doors, Buffer.from(await read()).toString('utf8'), jpegOf))
      const made = path.endsWith('.svg') ? drawn() : read().then(async (found) => (await jpegOf(found)).bytes)
      const bytes = await made.catch((why: unknown) => lost(path, why))
      if (bytes) pictures.set(path, bytes)
    }
    const formulas = await drawFormulas(formulasIn(all.kept))
    const { pdfOf } = await import('./export.pdf.ts')
    // A drawing that cannot be set must not cost the whole portfolio.
    const plain = () => new Map([...pictures].filter(([path]) => !path.endsWith('.svg')))
    const made = pdfOf(all.kept, { pictures, formulas }).catch((why: unknown) => {
      lost('*.svg', why)
      return pdfOf(all.kept, { pictures: plain(), formulas: new Map() })
    })
    return saved(reply, nameOf(all, 'pdf'))
      .type('application/pdf')
      .send(await made)
  })
}
