import { Refusal, refusals, refuse } from '@sheber/contract/refusal'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Tail } from '../../facts/tail.ts'
import { problemOf } from '../../plugins/errors.ts'
import type { Services } from '../../services.ts'
import type { Hall, HallStand } from '../hall/hall.open.ts'
import type { Asked, Found } from '../hall/hall.public.ts'
import { sentence, type Look } from '../hall/hall.shell.ts'
import { hiddenRobots } from '../publication/publication.answer.ts'
import { visitorActs } from './visitor.act.ts'
import { deviceOf, giveToken, tokenOf } from './visitor.device.ts'
import { tellCrowd } from './visitor.hear.ts'
import { openLimits } from './visitor.limit.ts'
import { openLooks } from './visitor.looks.ts'
import { openVisitors } from './visitor.open.ts'
import { liveOf, visitorDone, visitorsPart, type VisitorDone } from './visitor.page.ts'
import { visitorScript } from './visitor.script.ts'
import { visitorWords } from './visitor.words.ts'

interface Around {
  readonly lookOf: (request: Asked) => Look
  readonly find: (request: Asked, look: Look) => Promise<Found>
  readonly refusePage: (request: Asked, reply: FastifyReply, code: number, html: string) => Promise<FastifyReply>
}

export interface VisitorPart {
  /** What has just been done by whoever looks, as the address says. */
  readonly done: string
  /** Changes with what it is made of. */
  readonly stamp: string
  readonly html: () => string
  /** There is something to be sent or to become of it. */
  readonly script: boolean
}

const formBytesMax = 8_192

/** What guests do at a stand, by plain forms, and what has become of it. Returns the part of a stand's page that is about it. */
export const visitorPublic = (app: FastifyInstance, services: Services, tail: Tail, { lookOf, find, refusePage }: Around) => {
  const { config, clock, log } = services
  const hidden = { schema: { hide: true } }
  const visitors = openVisitors(services, tail)
  const looks = openLooks(app, services)
  const limits = openLimits(clock, (exhibitionId) => {
    tellCrowd(services, exhibitionId).catch((why: unknown) => log.warn({ err: why }, 'nobody was told that one network brings a crowd'))
  })
  const acts = visitorActs(services)

  app.get('/e/visitor.js', hidden, (_, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(visitorScript),
  )

  app.get('/e/:exhibitionId/:stand/visitor', hidden, async (request: Asked, reply) => {
    const look = lookOf(request)
    const found = await find(request, look)
    const shown = 'code' in found ? null : await visitors.of(found.hall.id, found.stand.id)
    reply.header('x-robots-tag', hiddenRobots)
    if (!shown) return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('404\n')
    const etag = `"${shown.stamp}"`
    reply
      .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language, cookie')
      .header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('text/html; charset=utf-8').send(liveOf(look, shown))
  })

  const deeds = {
    react: (at, fields) => acts.react(at, fields.get('kind')).then(() => 'reacted'),
    vote: (at) => acts.vote(at).then(() => 'voted'),
    ask: (at, fields) => acts.ask(at, fields.get('words') ?? '').then(() => 'asked'),
  } as const satisfies Record<string, (at: Parameters<typeof acts.vote>[0], fields: URLSearchParams) => Promise<VisitorDone>>
  type Deed = keyof typeof deeds
  const isDeed = (word: string): word is Deed => Object.hasOwn(deeds, word)

  const addressOf = (path: string, query: Readonly<Record<string, string>>, { language, spoken }: Look) =>
    `${path}?${new URLSearchParams({ ...query, ...(spoken && { l: language }) })}`

  const act = async (request: Asked, reply: FastifyReply) => {
    const look = lookOf(request)
    const { exhibitionId, stand, deed } = request.params
    const wantsJson = String(request.headers.accept ?? '').includes('application/json')
    const path = `/e/${exhibitionId}/${stand}`
    reply.header('cache-control', 'no-store')
    try {
      limits.address(request.ip)
      const found = await find(request, look)
      if ('code' in found) return wantsJson ? refuse('visitor-closed') : refusePage(request, reply, found.code, found.html)
      if (!isDeed(deed) || !may(null, 'visitor.act', found.hall.thing)) return refuse('not-found')
      const token = tokenOf(config, request)
      if (token === null) {
        // Comes again at once, with what it was given: a browser that keeps nothing cannot be told from a crowd.
        if (request.query['again'] !== undefined) return refuse('visitor-cookie')
        giveToken(config, reply)
        return reply.redirect(addressOf(`${path}/visitor/${deed}`, { again: '1' }, look), 307)
      }
      const device = deviceOf(found.hall.id, token)
      limits.deed({ exhibitionId: found.hall.id, address: request.ip, device, asks: deed === 'ask' })
      const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const done = await deeds[deed]({ exhibitionId: found.hall.id, standId: found.stand.id, device }, fields)
      if (wantsJson) return reply.send({ done: visitorWords[look.language].done[done] })
      return reply.redirect(`${addressOf(path, { done }, look)}#visitors`, 303)
    } catch (why) {
      if (!(why instanceof Refusal)) throw why
      const { status } = refusals[why.code]
      const problem = problemOf(why, look.language, request.id)
      const minutes = why.with['minutes']
      if (typeof minutes === 'number') reply.header('retry-after', minutes * 60)
      if (wantsJson) return reply.code(status).send(problem)
      return refusePage(request, reply, status, sentence(look, path, visitorWords[look.language].not, problem.message, path))
    }
  }

  // In a room of their own, because only they read forms.
  void app.register(async (guests) => {
    guests.removeAllContentTypeParsers()
    const form = { parseAs: 'string', bodyLimit: formBytesMax } as const
    guests.addContentTypeParser<string>('application/x-www-form-urlencoded', form, (_request, body, done) =>
      done(null, new URLSearchParams(body)),
    )
    guests.post('/e/:exhibitionId/:stand/visitor/:deed', hidden, act)
  })

  return {
    /** One more look at a stand, if that is what it is: no page that a browser fetches ahead, or an open one anew, and none that comes after a form. */
    look: ({ method, headers, query }: Asked, { id }: HallStand): void => {
      if (method === 'GET' && headers['sec-purpose'] === undefined && headers['x-mark'] === undefined && query['done'] === undefined)
        looks.add(id)
    },
    part: async (request: Asked, look: Look, hall: Hall, stand: HallStand): Promise<VisitorPart> => {
      const shown = await visitors.of(hall.id, stand.id)
      if (!shown) return { done: '', stamp: '', html: () => '', script: false }
      const done = visitorDone.find((one) => one === request.query['done']) ?? null
      const html = () => visitorsPart(look, `/e/${hall.id}/${stand.id}`, shown, done)
      return { done: done ?? '', stamp: shown.stamp, html, script: shown.may.react || shown.may.ask || shown.may.vote }
    },
    /** For tests: what was counted is written down. */
    flush: looks.flush,
  }
}
