import { uuidPattern } from '@sheber/contract/ids'
import { Refusal, refusals, refuse } from '@sheber/contract/refusal'
import { languages } from '@sheber/contract/words'
import { associationParts, casePath, derivedId, itemTypeParts, packageOf, type CFPackage } from '@sheber/domain/case'
import { may } from '@sheber/domain/permission'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../services.ts'
import { allFrameworks, frameworkAround, oneFramework, type StoredFramework } from './framework.store.ts'
import { thingOf } from './framework.thing.ts'

type Asked = FastifyRequest<{ Params: { id: string }; Querystring: { limit?: string; offset?: string } }>

/** What is published may be kept by whoever asks, for a while. */
const maxAgeS = 300

/** As the standard sets it where nobody asks for another number. */
const documentsUsual = 100
const documentsMax = 1_000

/** `imsx_codeMinorFieldValue`, by what we answer with. */
const minorOf = new Map<number, string>([
  [400, 'invalid_selection_field'],
  [401, 'unauthorisedrequest'],
  [403, 'forbidden'],
  [404, 'unknownobject'],
  [429, 'server_busy'],
])

/** A no as other programs read it: the standard's own form, and not ours. */
const statusInfo = (status: number, description: string) => ({
  imsx_codeMajor: 'failure',
  imsx_severity: 'error',
  imsx_description: description,
  imsx_codeMinor: {
    imsx_codeMinorField: [
      { imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minorOf.get(status) ?? 'internal_server_error' },
    ],
  },
})

/**
 * Published frameworks as CASE 1.1 tells them, for reading: anybody may fetch them, other programs above all. Each answer is
 * the entry itself, under the names and paths of the standard.
 */
export const frameworkCase = (app: FastifyInstance, { db, config }: Services) => {
  const baseOf = (request: FastifyRequest) => config.origin ?? `${request.protocol}://${request.host}`

  const packed = (request: FastifyRequest, stored: StoredFramework): CFPackage => {
    const { organisation, changedAt, ...framework } = stored
    return packageOf({ ...framework, creator: organisation.name, changedAt: changedAt.toISOString() }, baseOf(request))
  }
  const visible = (request: FastifyRequest, stored: StoredFramework | null): StoredFramework =>
    stored && may(request.who, 'framework.fetch', thingOf({ organisationId: stored.organisation.id, state: stored.state }))
      ? stored
      : refuse('not-found')
  const idOf = ({ params: { id } }: Asked) => (uuidPattern.test(id.toLowerCase()) ? id.toLowerCase() : refuse('not-found'))

  const whole = async (request: Asked) => packed(request, visible(request, await oneFramework(db, idOf(request))))
  /** The package in which something stands that the standard also gives alone: under its own name, or one that is derived from it. */
  const around = async (request: Asked, parts: readonly string[] = []) => {
    const asked = idOf(request)
    const id = await frameworkAround(db, [asked, ...parts.map((part) => derivedId(asked, part))])
    return packed(request, visible(request, id === null ? null : await oneFramework(db, id)))
  }
  const send = (reply: FastifyReply, value: unknown) =>
    reply
      .header('cache-control', `public, max-age=${maxAgeS}`)
      .header('access-control-allow-origin', '*')
      .send(value ?? refuse('not-found'))
  const serve = (path: string, answer: (request: Asked, reply: FastifyReply) => Promise<unknown>) =>
    // The standard describes them: they are no promise of our own contract.
    app.get<{ Params: { id: string }; Querystring: { limit?: string; offset?: string } }>(
      `${casePath}/${path}`,
      {
        schema: { hide: true },
        errorHandler: (error, request, reply) => {
          const { code } = error
          const refused = error instanceof Refusal ? refusals[error.code] : null
          const status = refused?.status ?? 500
          if (refused === null) request.log.error({ err: error, code }, 'failed')
          void reply
            .code(status)
            .header('access-control-allow-origin', '*')
            .send(statusInfo(status, refused?.en ?? refusals.internal.en))
        },
      },
      async (request: Asked, reply) => send(reply, await answer(request, reply)),
    )
  const alone = <T extends { readonly identifier: string }>(request: Asked, entries: readonly T[]) =>
    entries.find(({ identifier }) => identifier === idOf(request))

  serve('CFPackages/:id', whole)
  const wholeNumber = (said: string | undefined, usual: number, least: number, most: number): number => {
    const number = said === undefined ? usual : /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN
    return number >= least ? Math.min(number, most) : refuse('input')
  }
  serve('CFDocuments', async (request, reply) => {
    const limit = wholeNumber(request.query.limit, documentsUsual, 1, documentsMax)
    const offset = wholeNumber(request.query.offset, 0, 0, Number.MAX_SAFE_INTEGER)
    const lines = (await allFrameworks(db)).filter(({ organisation, state }) =>
      may(request.who, 'framework.fetch', thingOf({ organisationId: organisation.id, state })),
    )
    const documents = await Promise.all(
      lines.slice(offset, offset + limit).map(async ({ id }) => documentOf(packed(request, visible(request, await oneFramework(db, id))))),
    )
    void reply.header('x-total-count', lines.length).header('access-control-expose-headers', 'x-total-count')
    return { CFDocuments: documents }
  })
  serve('CFDocuments/:id', async (request) => documentOf(await whole(request)))
  const itemOf = (request: Asked, { CFItems, CFDocument }: CFPackage) => {
    const item = alone(request, CFItems)
    return item && { ...item, CFDocumentURI: linkTo(CFDocument) }
  }
  serve('CFItems/:id', async (request) => itemOf(request, await around(request, languages)))
  serve('CFItemAssociations/:id', async (request) => {
    const pack = await around(request, languages)
    const item = itemOf(request, pack) ?? refuse('not-found')
    const touches = (node: { readonly identifier: string }) => node.identifier === item.identifier
    return {
      CFItem: item,
      CFAssociations: pack.CFAssociations.filter((one) => touches(one.originNodeURI) || touches(one.destinationNodeURI)),
    }
  })
  serve('CFAssociations/:id', async (request) => {
    const { CFAssociations, CFDocument } = await around(request, associationParts)
    const association = alone(request, CFAssociations)
    return association && { ...association, CFDocumentURI: linkTo(CFDocument) }
  })
  serve('CFRubrics/:id', async (request) => alone(request, (await around(request, ['rubric'])).CFRubrics))
  // The standard gives these in sets: what is asked for, and what stands below it.
  serve('CFItemTypes/:id', async (request) => {
    const type = alone(request, (await around(request, itemTypeParts)).CFDefinitions.CFItemTypes ?? [])
    return type && { CFItemTypes: [type] }
  })
  // Ours have no concepts, subjects or groupings: there is nothing that such a name could name.
  for (const path of ['CFConcepts/:id', 'CFSubjects/:id', 'CFAssociationGroupings/:id']) serve(path, () => Promise.resolve(null))
  serve('CFLicenses/:id', async (request) => alone(request, (await around(request, ['licence'])).CFDefinitions.CFLicenses ?? []))
}

const linkTo = ({ title, identifier, uri }: { title: string; identifier: string; uri: string }) => ({ title, identifier, uri })

/** Alone, a document says where its package is. */
const documentOf = ({ CFDocument }: CFPackage) => ({
  ...CFDocument,
  CFPackageURI: {
    title: CFDocument.title,
    identifier: CFDocument.identifier,
    uri: CFDocument.uri.replace('/CFDocuments/', '/CFPackages/'),
  },
})
