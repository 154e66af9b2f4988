import fastifyCookie from '@fastify/cookie'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { emitFacts } from './facts/emit.ts'
import { revokeOnFacts } from './facts/revoke.ts'
import { openTail } from './facts/tail.ts'
import { tellAskersOfOpened } from './features/acceptance/acceptance.open.ts'
import { acceptanceRoutes } from './features/acceptance/acceptance.routes.ts'
import { asideRoutes } from './features/aside/aside.routes.ts'
import { badgePublic } from './features/badge/badge.public.ts'
import { badgeRoutes } from './features/badge/badge.routes.ts'
import { boardRoutes } from './features/board/board.routes.ts'
import { cardRoutes } from './features/card/card.routes.ts'
import { centreRoutes } from './features/centre/centre.routes.ts'
import { commentRoutes } from './features/comment/comment.routes.ts'
import { contributionRoutes } from './features/contribution/contribution.routes.ts'
import { evidenceRoutes } from './features/evidence/evidence.routes.ts'
import { openPictures } from './features/file/file.pictures.ts'
import { consentRoutes } from './features/consent/consent.routes.ts'
import { exhibitionRoutes } from './features/exhibition/exhibition.routes.ts'
import { exportMaps } from './features/export/export.map.ts'
import { exportRoutes } from './features/export/export.routes.ts'
import { fileRoutes } from './features/file/file.routes.ts'
import { frameworkCase } from './features/framework/framework.case.ts'
import { frameworkRoutes } from './features/framework/framework.routes.ts'
import { groupRoutes } from './features/group/group.routes.ts'
import { guardianRoutes } from './features/guardian/guardian.routes.ts'
import { hallPublic } from './features/hall/hall.public.ts'
import { tellGuardiansOfShown } from './features/guardian/guardian.watch.ts'
import { inboxRoutes } from './features/inbox/inbox.routes.ts'
import { finalRoutes } from './features/final/final.routes.ts'
import { judgeRoutes } from './features/judge/judge.routes.ts'
import { notebookRoutes } from './features/notebook/notebook.routes.ts'
import { organisationRoutes } from './features/organisation/organisation.routes.ts'
import { personRoutes } from './features/person/person.routes.ts'
import { portfolioRoutes } from './features/portfolio/portfolio.routes.ts'
import { previewRoutes } from './features/preview/preview.routes.ts'
import { printRoutes } from './features/print/print.routes.ts'
import { projectRoutes } from './features/project/project.routes.ts'
import { keepPages } from './features/publication/publication.kept.ts'
import { publicationPublic } from './features/publication/publication.public.ts'
import { publicationRoutes } from './features/publication/publication.routes.ts'
import { resultPublic } from './features/result/result.public.ts'
import { resultRoutes } from './features/result/result.routes.ts'
import { reviewRoutes } from './features/review/review.routes.ts'
import { roomRoutes } from './features/room/room.routes.ts'
import { sessionRoutes } from './features/session/session.routes.ts'
import { sweepSessions } from './features/session/session.sweep.ts'
import { sweepCalls } from './features/stand/stand.call.ts'
import { standRoutes } from './features/stand/stand.routes.ts'
import { taskRoutes } from './features/task/task.routes.ts'
import { teamRoutes } from './features/team/team.routes.ts'
import { openHands } from './features/trace/trace.hands.ts'
import { traceRoutes } from './features/trace/trace.routes.ts'
import { visitorRoutes } from './features/visitor/visitor.routes.ts'
import { trailRoutes } from './features/trail/trail.routes.ts'
import { versionRoutes } from './features/version/version.routes.ts'
import { bodies, jsonBodies } from './plugins/bodies.ts'
import { compilers } from './plugins/compilers.ts'
import { answerProblem, errors } from './plugins/errors.ts'
import { headers } from './plugins/headers.ts'
import { health } from './plugins/health.ts'
import { hops } from './plugins/hops.ts'
import { openapi } from './plugins/openapi.ts'
import { origin } from './plugins/origin.ts'
import { pages } from './plugins/pages.ts'
import { poll } from './plugins/poll.ts'
import { rate } from './plugins/rate.ts'
import { requestLog } from './plugins/request-log.ts'
import { upgrade } from './plugins/upgrade.ts'
import { who } from './plugins/who.ts'
import type { Services } from './services.ts'
import { houseDoor } from './sync/door.ts'
import { Sightings } from './sync/sightings.ts'

/** The table of contents. The app is a value: who wants it to listen, listens. */
export const buildApp = async (services: Services): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => services.newId().slice(0, 8),
    trustProxy: services.config.trustProxy,
    bodyLimit: 65_536,
    forceCloseConnections: true,
    ajv: { customOptions: { allErrors: false, coerceTypes: false, removeAdditional: false, useDefaults: false } },
    schemaController: { compilersFactory: compilers },
    frameworkErrors: answerProblem,
  })

  errors(app)
  requestLog(app)
  await headers(app, services)
  await app.register(fastifyCookie)
  const perSession = await rate(app)
  who(app, services)
  app.addHook('onRequest', perSession)
  origin(app, services)
  bodies(app)
  await openapi(app)
  health(app, services)

  // Routes get their own room, because only they read bodies; pages take theirs unread.
  await app.register(async (api) => {
    jsonBodies(api)
    const pictures = openPictures(api)
    const handsOf = openHands(services.db)
    sessionRoutes(api, services)
    centreRoutes(api, services)
    organisationRoutes(api, services)
    personRoutes(api, services)
    groupRoutes(api, services)
    teamRoutes(api, services)
    projectRoutes(api, services)
    taskRoutes(api, services)
    boardRoutes(api, services, handsOf)
    cardRoutes(api, services)
    notebookRoutes(api, services)
    traceRoutes(api, services, handsOf)
    versionRoutes(api, services)
    asideRoutes(api, services)
    commentRoutes(api, services)
    fileRoutes(api, services, pictures)
    previewRoutes(api, services, pictures)
    frameworkRoutes(api, services)
    portfolioRoutes(api, services)
    exportRoutes(api, services)
    exportMaps(api, services)
    evidenceRoutes(api, services, handsOf)
    contributionRoutes(api, services, handsOf)
    reviewRoutes(api, services)
    acceptanceRoutes(api, services)
    consentRoutes(api, services)
    guardianRoutes(api, services)
    publicationRoutes(api, services)
    resultRoutes(api, services)
    resultPublic(api, services)
    printRoutes(api, services)
    exhibitionRoutes(api, services)
    trailRoutes(api, services)
    judgeRoutes(api, services)
    finalRoutes(api, services)
    visitorRoutes(api, services)
    inboxRoutes(api, services)
    frameworkCase(api, services)
    badgeRoutes(api, services)
    badgePublic(api, services, pictures)
    standRoutes(api, services, handsOf)
    roomRoutes(api, services)
  })

  const tail = await openTail(services)
  const sockets = emitFacts(app, services, tail)
  revokeOnFacts(services, tail, sockets)
  const kept = keepPages()
  publicationPublic(app, services, tail, kept)
  hallPublic(app, services, tail, kept)
  sweepSessions(app, services)
  sweepCalls(app, services)
  tellGuardiansOfShown(app, services)
  tellAskersOfOpened(app, services)
  const door = houseDoor(services)
  const sightings = new Sightings()
  upgrade(app, door, sightings)
  hops(app, services, sightings)
  await poll(app, services, door)
  await pages(app, services.config)
  return app
}
