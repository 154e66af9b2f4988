import { idPattern } from '@sheber/contract/ids'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { whoOfCookie } from '../../plugins/who.ts'
import type { Services } from '../../services.ts'
import { hiddenRobots } from '../publication/publication.answer.ts'
import { handedStand } from '../stand/stand.handed.ts'
import { drawingPolicy } from './hall.board.ts'
import { forGood, type Drawn } from './hall.drawn.ts'
import { filesShown, type ShownFile } from './hall.files.ts'
import type { Hall, HallStand } from './hall.open.ts'
import type { Asked } from './hall.public.ts'
import type { Scripts } from './hall.scripts.ts'
import type { Look } from './hall.shell.ts'
import { standPage } from './hall.stand.ts'
import { hallPolicy } from './hall.style.ts'

interface Around {
  readonly lookOf: (request: Asked) => Look
  readonly hallOf: (request: Asked) => Promise<Hall | null>
  readonly refusePage: (request: Asked, reply: FastifyReply, code: number, html: string) => Promise<FastifyReply>
  readonly none: (look: Look) => string
  readonly scripts: Scripts
  readonly drawn: Drawn
}

/**
 * The jury's own copy of a stand: records, board and model too, whatever may be shown outside; and what whoever moderates admits. By the
 * right to look at the stand, kept by nobody, and for everybody else there is no such page.
 */
export const hallHanded = (app: FastifyInstance, services: Services, around: Around) => {
  const { lookOf, hallOf, refusePage, none, scripts, drawn } = around
  const { db, clock } = services
  const hidden = { schema: { hide: true } }

  const find = async (request: Asked): Promise<{ hall: Hall; stand: HallStand } | null> => {
    const { stand: standId, exhibitionId } = request.params
    const known = idPattern.test(standId) ? await whoOfCookie(services, request.headers.cookie) : null
    const one = known && (await handedStand(db, standId, known.who, clock.now()))
    const hall = one && one.exhibitionId === exhibitionId ? await hallOf(request) : null
    if (!one || !hall) return null
    const files = (await filesShown(db, [one])).get(standId) ?? new Map<string, ShownFile>()
    const { nominationId, direction } = one.shown
    const bare = { awards: [], awarded: false, organisationId: null, folded: '' }
    return { hall: { ...hall, open: [] }, stand: { ...one, ...bare, nominationId, direction, files } }
  }
  const alone = (reply: FastifyReply, policy: string) =>
    reply
      .header('content-security-policy', policy)
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', hiddenRobots)

  app.get('/e/:exhibitionId/:stand/handed', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const found = await find(request)
    if (!found) return refusePage(request, reply, 404, none(look))
    const { hall, stand } = found
    const board = (await drawn.steps(stand, { handed: true })).length > 0
    const html = standPage(look, hall, stand, scripts, { script: false, html: '' }, { board })
    return alone(reply, hallPolicy).type('text/html; charset=utf-8').send(html)
  })

  app.get('/e/:exhibitionId/:stand/handed/board.svg', hidden, async (request: Asked, reply) => {
    const found = await find(request)
    const { language } = lookOf(request)
    const svg = found && (await drawn.svg({ request, stand: found.stand, until: forGood, language, handed: true }))
    if (!svg) return alone(reply, drawingPolicy).code(404).type('text/plain; charset=utf-8').send('404\n')
    return alone(reply, drawingPolicy).type('image/svg+xml; charset=utf-8').send(svg)
  })
}
