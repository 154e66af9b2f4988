import { Id, idPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { Closed, languages, type Language } from '@sheber/contract/words'
import { inLanguage } from '@sheber/domain/framework'
import { may, type OfExhibition, type OfStand } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { dayThere } from '../exhibition/exhibition.day.ts'
import { thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { safeName } from '../export/export.zip.ts'
import { readsAt, readsNow, reportOf } from '../result/result.report.ts'
import { resultWords } from '../result/result.words.ts'
import { thingOfStand } from '../stand/stand.thing.ts'
import { hashOf } from '../judge/judge.link.ts'
import { exhibitionPrinted, linksPrinted, seatsPrinted, standsPrinted, type PrintedStand } from './print.gather.ts'
import { papersOf } from './print.papers.ts'
import type { Report, ReportRound } from './print.report.ts'
import type { StandReport } from '@sheber/contract/result'
import { diplomaKinds } from './print.words.ts'

/** As many as one sits at a table. */
const Cards = Closed({
  cards: Type.Array(Closed({ judgeId: Id, secret: Type.String({ minLength: 1, maxLength: 64 }) }), { minItems: 1, maxItems: 100 }),
})

type Asked = FastifyRequest<{ Params: { id: string; judgeId?: string }; Querystring: { lang?: string; format?: string; person?: string } }>

/** What an exhibition prints. Pages are drawn by whoever is asked first: the setter of pages is not small. */
export const printRoutes = (app: FastifyInstance, { db, config, clock, newId }: Services) => {
  const hidden = { schema: { hide: true }, exposeHeadRoute: false }
  const languageOf = ({ query, language }: Asked): Language => languages.find((one) => one === query.lang) ?? language
  /** On paper for everybody: the asked language loudest, then Kazakh and Russian. */
  const languagesOf = (request: Asked): Language[] => [...new Set([languageOf(request), 'kk' as const, 'ru' as const])]
  const idOf = ({ params }: Asked) => (idPattern.test(params.id) ? params.id : refuse('not-found'))

  const send = (reply: FastifyReply, name: string, bytes: Buffer) =>
    reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(safeName(name))}.pdf`)
      .header('cache-control', 'no-store')
      .send(bytes)

  /** Those who run it, and nobody else. */
  const run = async (request: Asked) => {
    if (!request.who) return refuse('sign-in-needed')
    const id = idOf(request)
    const thing: OfExhibition = (await thingOfExhibition(db, id)) ?? refuse('not-found')
    if (!may(request.who, 'exhibition.print', thing)) return refuse('forbidden')
    return exhibitionPrinted(db, id)
  }
  /** The team, whoever answers for it and the organisers; from the hour on. */
  const read = async (request: Asked): Promise<OfStand> => {
    if (!request.who) return refuse('sign-in-needed')
    const thing = (await thingOfStand(db, idOf(request))) ?? refuse('not-found')
    if (!may(request.who, 'result.ofStand', thing)) return refuse('forbidden')
    if (!(await readsNow(db, request.who, thing, thing.of.id, clock.now()))) return refuse('results-not-yet')
    return thing
  }
  const addressOf = (request: Asked, exhibitionId: string, standId: string) => `${baseOf(config, request)}/e/${exhibitionId}/${standId}`
  const numberOf = ({ number }: PrintedStand) => number ?? '–'

  app.get('/files/exhibition/:id/posters.pdf', hidden, async (request: Asked, reply) => {
    const of = await run(request)
    const language = languageOf(request)
    const { posterPdf } = await import('./print.poster.ts')
    const stands = await standsPrinted(db, of.id, clock.now())
    return send(
      reply,
      `${inLanguage(of.title, language)} posters`,
      await posterPdf(
        ...stands.map((one) => ({
          ...{ format: request.query.format === 'A3' ? ('A3' as const) : ('A4' as const), exhibition: of.title, days: of.days },
          ...{ place: inLanguage(of.place, language), number: numberOf(one), title: one.title, team: one.names, about: one.about },
          ...{ organisations: one.organisations, address: addressOf(request, of.id, one.id), languages: languagesOf(request) },
        })),
      ),
    )
  })

  app.get('/files/exhibition/:id/signs.pdf', hidden, async (request: Asked, reply) => {
    const of = await run(request)
    const { signsPdf } = await import('./print.signs.ts')
    const stands = (await standsPrinted(db, of.id, clock.now())).map((one) => ({
      ...{ number: numberOf(one), title: one.title, organisations: one.organisations, address: addressOf(request, of.id, one.id) },
    }))
    return send(reply, 'signs', await signsPdf({ exhibition: of.title, stands, languages: languagesOf(request) }))
  })

  app.get('/files/exhibition/:id/hall.pdf', hidden, async (request: Asked, reply) => {
    const of = await run(request)
    const { hallPdf } = await import('./print.hall.ts')
    const stands = (await standsPrinted(db, of.id, clock.now())).map((one) => ({
      number: numberOf(one),
      title: one.title,
      x: one.x,
      y: one.y,
    }))
    return send(reply, 'hall', await hallPdf({ exhibition: of.title, hall: of.hall, stands, language: languageOf(request) }))
  })

  app.get('/files/exhibition/:id/route/:judgeId.pdf', hidden, async (request: Asked, reply) => {
    if (!request.who) return refuse('sign-in-needed')
    const id = idOf(request)
    const thing: OfExhibition = (await thingOfExhibition(db, id)) ?? refuse('not-found')
    const { judgeId = '' } = request.params
    const found = idPattern.test(judgeId) ? await seatsPrinted(db, id, judgeId) : null
    // One's own way through the hall is one's own to carry, and nobody else's but those who run it.
    const isOwn = found !== null && !found.ended && found.personId === request.who.id && may(request.who, 'judge.look', thing)
    if (!isOwn && !may(request.who, 'exhibition.print', thing)) return refuse('forbidden')
    if (!found) return refuse('not-found')
    const of = await exhibitionPrinted(db, id)
    const { routePdf } = await import('./print.route.ts')
    const language = languageOf(request)
    const address = `${baseOf(config, request)}/jury/${of.id}`
    const titleOf = (id: string | null) => of.nominations.find((one) => one.id === id)?.title
    const stands = found.stands.map(({ number, title, nominationId }) => {
      const nomination = titleOf(nominationId)
      return { number: number ?? '–', title, nomination: nomination ? inLanguage(nomination, language) : '' }
    })
    return send(reply, found.judge, await routePdf({ exhibition: of.title, judge: found.judge, address, stands, language }))
  })

  /** Cards of links that were made just now: only whoever made them has them, so they come in the body, which no log keeps. */
  app.post(
    '/files/exhibition/:id/cards.pdf',
    { ...hidden, bodyLimit: 65_536, schema: { hide: true, body: Cards } },
    async (request, reply) => {
      const asked = request as Asked & { body: Static<typeof Cards> }
      const of = await run(asked)
      const { cards } = asked.body
      const known = await linksPrinted(
        db,
        of.id,
        cards.map(({ judgeId }) => judgeId),
        clock.now(),
      )
      const { cardsPdf } = await import('./print.card.ts')
      const printed = cards.map(({ judgeId, secret }) => {
        const found = known.find(({ id, link }) => id === judgeId && link === hashOf(secret))
        if (!found?.until) return refuse('link-over')
        const { name: judge, language, until } = found
        return { judge, language, until: dayThere(until.toISOString()), address: `${baseOf(config, asked)}/jury/open/${secret}` }
      })
      return send(reply, 'cards', await cardsPdf({ exhibition: of.title, cards: printed, language: languageOf(asked) }))
    },
  )

  const reportPaper = async (standId: string, language: Language): Promise<Report> => {
    const report = await reportOf(db, standId, language)
    const roundOf = ({ criteria, words, sentence }: Pick<StandReport, 'criteria' | 'words' | 'sentence'>): ReportRound => ({
      sentence,
      criteria: criteria.map(({ title, weight, points, most, level }) => ({
        ...{ title: inLanguage(title, language), weight, points, most, level: inLanguage(level, language) },
      })),
      words: words.map((one) => ({ text: one })),
    })
    return {
      ...{ exhibition: report.exhibition, range: report.range, judged: report.judged, language },
      stand: { number: report.number ?? '–', title: report.title, team: report.members.map(({ name }) => name) },
      awards: report.awards
        .filter(({ state }) => state === 'issued')
        .map(({ degree, title }) =>
          degree === null ? inLanguage(title, language) : resultWords[language].degree(['', 'I', 'II', 'III'][degree] ?? ''),
        ),
      ...roundOf(report),
      final: report.final && roundOf(report.final),
      rule: report.finalHeld ? resultWords[language].rule : '',
    }
  }

  app.get('/files/stand/:id/report.pdf', hidden, async (request: Asked, reply) => {
    const thing = await read(request)
    const report = await reportPaper(thing.id, languageOf(request))
    const { reportPdf } = await import('./print.report.ts')
    return send(reply, report.stand.title, await reportPdf(report))
  })

  /** All that whoever runs it may read now: a team that they are of themselves waits for the hour. */
  const readOf = async (request: Asked) => {
    const of = await run(request)
    const now = clock.now()
    const stands = await standsPrinted(db, of.id, now)
    const mine = request.who?.teams ?? []
    const read = stands.filter(({ teamId }) => readsAt(of, now, { runs: true, ofTeam: mine.includes(teamId) }))
    if (read.length === 0) return refuse(stands.length === 0 ? 'not-found' : 'results-not-yet')
    return { of, stands: read }
  }

  app.get('/files/exhibition/:id/reports.pdf', hidden, async (request: Asked, reply) => {
    const { of, stands } = await readOf(request)
    const language = languageOf(request)
    const reports: Report[] = []
    // One after another: a hall of five hundred would take every connection that there is.
    for (const { id } of stands) reports.push(await reportPaper(id, language))
    const { reportPdf } = await import('./print.report.ts')
    return send(reply, `${inLanguage(of.title, language)} reports`, await reportPdf(...reports))
  })

  for (const kind of diplomaKinds) {
    /** Of a stand: one for the team, or one for each of it, or that of one of them. */
    app.get(`/files/stand/:id/${kind}.pdf`, hidden, async (request: Asked, reply) => {
      const thing = await read(request)
      const of = await exhibitionPrinted(db, thing.of.id)
      const stand = (await standsPrinted(db, of.id, clock.now())).find(({ id }) => id === thing.id) ?? refuse('not-found')
      return papers(request, reply, { of, stands: [stand], kind, name: stand.title })
    })

    app.get(`/files/exhibition/:id/${kind}.pdf`, hidden, async (request: Asked, reply) => {
      const { of, stands } = await readOf(request)
      return papers(request, reply, { of, stands, kind, name: `${inLanguage(of.title, languageOf(request))} ${kind}` })
    })
  }
  interface Papers extends Pick<Parameters<typeof papersOf>[1], 'of' | 'stands' | 'kind'> {
    readonly name: string
  }
  const papers = async (request: Asked, reply: FastifyReply, { name, ...asked }: Papers) => {
    const about = { person: request.query.person, base: baseOf(config, request), languages: languagesOf(request), now: clock.now(), newId }
    const pages = await papersOf(db, { ...asked, ...about })
    if (pages.length === 0) return refuse('not-found')
    const { diplomaPdf } = await import('./print.diploma.ts')
    return send(reply, name, await diplomaPdf(...pages))
  }
}
