import type { CrowdMap, evidence } from '@sheber/contract/evidence'
import type { framework, Framework } from '@sheber/contract/framework'
import { idPattern, uuidPattern } from '@sheber/contract/ids'
import type { portfolio } from '@sheber/contract/portfolio'
import { refuse } from '@sheber/contract/refusal'
import { inLanguage } from '@sheber/domain/framework'
import { mapOf, sumOf } from '@sheber/domain/map'
import { may, type Action, type Thing } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inwards } from '../../plugins/pages.ts'
import type { Services } from '../../services.ts'
import { baseOf } from '../badge/badge.base.ts'
import { thingOfGroup } from '../group/group.thing.ts'
import { thingOfOwner, thingOfPortfolio } from '../portfolio/portfolio.thing.ts'
import { doorsOf, mapKept, namesAt } from './export.gather.ts'
import type { CrowdPaper, CrowdPaperCell, Head } from './export.map.pdf.ts'
import { exportWords } from './export.words.ts'
import { safeName } from './export.zip.ts'

type Asked = FastifyRequest<{ Params: { id: string }; Querystring: { framework?: string; person?: string; day?: string } }>

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/

/** Maps on paper, for whoever may look at them on a screen: of one person, of a team and of a group, as of today or of a day. */
export const exportMaps = (app: FastifyInstance, { db, clock, config }: Services) => {
  const hidden = { schema: { hide: true }, exposeHeadRoute: false }
  const allowed = async (request: Asked, action: Action, load: (id: string) => Promise<Thing | null>) => {
    const { who, params, query, headers } = request
    if (!who) return refuse('sign-in-needed')
    const id = idPattern.test(params.id) ? params.id : refuse('not-found')
    const thing = (await load(id)) ?? refuse('not-found')
    if (!may(who, action, thing)) return refuse('forbidden')
    const frameworkId = typeof query.framework === 'string' && uuidPattern.test(query.framework) ? query.framework : refuse('not-found')
    const day = typeof query.day === 'string' && moment.test(query.day) && !Number.isNaN(Date.parse(query.day)) ? query.day : null
    const doors = doorsOf(inwards(app, request), { cookie: headers.cookie ?? '' })
    const of = await doors.ask<typeof framework.look>(`/api/framework/${frameworkId}`)
    return { id, day: day === null ? null : new Date(day).toISOString(), doors, of }
  }
  const headOf = ({ language }: Asked, { draft }: Framework, day: string | null, title: string): Head => ({
    ...{ language, title, day, at: clock.now().toISOString() },
    framework: inLanguage(draft.title, language),
    version: draft.version,
    attribution: draft.attribution,
    rollup: draft.rollup,
    levels: draft.levels.map((level) => inLanguage(level.title, language)),
  })
  const saved = (reply: FastifyReply, { title }: Head, bytes: Buffer) =>
    reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${safeName(title)}.pdf`)}`)
      .header('cache-control', 'no-store')
      .type('application/pdf')
      .send(bytes)

  app.get('/files/map/portfolio/:id.pdf', hidden, async (request: Asked, reply) => {
    const { id, day, doors, of } = await allowed(request, 'evidence.map', (id) => thingOfPortfolio(db, id))
    const { owner } = await doors.ask<typeof portfolio.look>(`/api/portfolio/${id}`)
    const { evidence: all } = await doors.ask<typeof evidence.map>(`/api/portfolio/${id}/map`)
    const formers = await doors.ask<typeof framework.former>(`/api/framework/${of.id}/former`)
    // A team's portfolio tells of each of its members: the map is of one.
    const personId = owner.kind === 'person' ? owner.id : request.query.person
    const theirs = all.filter(({ person }) => person.personId === personId)
    const name = owner.kind === 'person' ? owner.name : (theirs[0]?.person.name ?? owner.name)
    const { language } = request
    const head = headOf(request, of, day, exportWords[language].maps.of(name))
    const named = { language, portfolioId: id, nameIn: namesAt(baseOf(config, request)), records: [] }
    const { rows } = mapKept(of, theirs, named, formers, day ?? undefined)
    const sum = sumOf(mapOf(of.draft, theirs, day ?? undefined, formers))
    const { mapPaper } = await import('./export.map.pdf.ts')
    return saved(reply, head, await mapPaper({ ...head, rows, sum }))
  })

  const crowd = async (request: Asked, reply: FastifyReply, of: Framework, day: string | null, map: CrowdMap, title: string) => {
    const head = headOf(request, of, day, title)
    const paper: CrowdPaper = { ...head, columns: columnsOf(of, head), people: peopleOf(of, map) }
    const { crowdPaper } = await import('./export.map.pdf.ts')
    return saved(reply, head, await crowdPaper(paper))
  }
  const asOf = (of: Framework, day: string | null) => new URLSearchParams({ frameworkId: of.id, ...(day !== null && { day }) })

  app.get('/files/map/team/:id.pdf', hidden, async (request: Asked, reply) => {
    const { id, day, doors, of } = await allowed(request, 'evidence.teamMap', (id) => thingOfOwner(db, 'team', id))
    const map = await doors.ask<typeof evidence.teamMap>(`/api/team/${id}/map?${asOf(of, day)}`)
    return crowd(request, reply, of, day, map, exportWords[request.language].maps.team(map.name))
  })

  app.get('/files/map/group/:id.pdf', hidden, async (request: Asked, reply) => {
    const { id, day, doors, of } = await allowed(request, 'evidence.groupMap', (id) => thingOfGroup(db, id))
    const map = await doors.ask<typeof evidence.groupMap>(`/api/group/${id}/map?${asOf(of, day)}`)
    return crowd(request, reply, of, day, map, exportWords[request.language].maps.group(map.name))
  })
}

/** What is asked for, area by area. One without a code is known by its number. */
const columnsOf = ({ draft }: Framework, { language }: Head): CrowdPaper['columns'] =>
  mapOf(draft, [])
    .flatMap(({ area, rows }) => rows.map(({ competency }) => ({ area, competency })))
    .map(({ area, competency: { id, code, title } }, at) => ({
      id,
      code: code || String(at + 1),
      title: inLanguage(title, language),
      area: area ? `${area.code} ${inLanguage(area.title, language)}`.trim() : '',
    }))

const peopleOf = ({ draft }: Framework, { people, cells }: CrowdMap): CrowdPaper['people'] => {
  const heightOf = (id: string | null) => draft.levels.findIndex((level) => level.id === id) + 1
  const of = Map.groupBy(cells, ({ personId }) => personId)
  return people.map(({ personId, name }) => ({
    name,
    cells: new Map(
      (of.get(personId) ?? []).map(({ competencyId, levelId, claimedId, earlier }): [string, CrowdPaperCell] => {
        const [shown, claimed] = [heightOf(levelId), heightOf(claimedId)]
        return [competencyId, { shown, claimed: claimed > shown ? claimed : 0, earlier: shown > 0 ? 0 : (earlier?.level ?? 0) }]
      }),
    ),
  }))
}
