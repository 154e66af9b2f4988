import { idPattern, uuidPattern } from '@sheber/contract/ids'
import { refuse } from '@sheber/contract/refusal'
import { organisation } from '@sheber/db/schema'
import { bake } from '@sheber/domain/baked'
import { badgeIn, badgePaths, credentialType } from '@sheber/domain/credential'
import { may } from '@sheber/domain/permission'
import { eq } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../services.ts'
import type { Pictures } from '../file/file.pictures.ts'
import { baseOf } from './badge.base.ts'
import { publicKeysOf } from './badge.key.ts'
import { controllerOf } from './badge.sign.ts'
import { oneBadge, revokedOfOrganisation, type StoredBadge } from './badge.store.ts'

type Asked = FastifyRequest<{ Params: { id: string } }>

/** A badge itself never changes. What may be revoked is asked anew. */
const maxAgeS = 300
/** Drawn pictures that are kept: an exhibition's worth. */
const picturesMax = 100

const openTo = (reply: FastifyReply, type: string, ageS: number) =>
  reply
    .type(type)
    .header('cache-control', ageS > 0 ? `public, max-age=${ageS}` : 'no-cache')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')

/** What the world fetches of badges, by the names that the badges themselves say: other programs above all. */
export const badgePublic = (app: FastifyInstance, { db, config }: Services, pictures: Pictures) => {
  const hide = { schema: { hide: true } }
  const named = ({ params: { id } }: Asked, pattern: RegExp) => (pattern.test(id) ? id : refuse('not-found'))
  const found = async (request: Asked): Promise<StoredBadge> => {
    if (!may(request.who, 'badge.fetch')) return refuse('sign-in-needed')
    return (await oneBadge(db, named(request, uuidPattern))) ?? refuse('not-found')
  }

  app.get(badgePaths.credential(':id'), hide, async (request: Asked, reply) =>
    // As a buffer, so that nothing is added to the type.
    openTo(reply, credentialType, maxAgeS).send(Buffer.from((await found(request)).credential)),
  )

  const drawn = new Map<string, Promise<Uint8Array>>()
  const draw = async ({ credential, draft }: StoredBadge): Promise<Uint8Array> => {
    const { badgeDrawing } = await import('./badge.picture.ts')
    const says = badgeIn(JSON.parse(credential))
    const svg = await badgeDrawing({
      emblem: draft.emblem,
      title: says?.title ?? '',
      role: says?.role ?? '',
      organisation: says?.issuer.name ?? '',
      day: (says?.at ?? '').slice(0, 10),
    })
    return bake(await pictures.draw(Buffer.from(svg)), credential)
  }
  app.get(badgePaths.baked(':id'), hide, async (request: Asked, reply) => {
    const row = await found(request)
    const making = drawn.get(row.id) ?? draw(row)
    drawn.set(row.id, making)
    const oldest = drawn.keys().next().value
    if (drawn.size > picturesMax && oldest !== undefined) drawn.delete(oldest)
    making.catch(() => drawn.delete(row.id))
    return openTo(reply, 'image/png', maxAgeS).send(Buffer.from(await making))
  })

  /** The name is that of the organisation; its badges say the address under which they were given. */
  const issuing = async (request: Asked) => {
    if (!may(request.who, 'badge.fetch')) return refuse('sign-in-needed')
    const id = named(request, idPattern)
    const publicKeys = await publicKeysOf(db, id)
    const [row] = await db.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, id))
    if (publicKeys.length === 0 || !row) return refuse('not-found')
    const base = baseOf(config, request)
    return { id, base, publicKeys, name: row.name, address: base + badgePaths.issuer(id) }
  }
  app.get(badgePaths.issuer(':id'), hide, async (request: Asked, reply) => {
    const { base, publicKeys, name, address } = await issuing(request)
    return openTo(reply, 'application/json', maxAgeS).send({ ...controllerOf(address, publicKeys), type: ['Profile'], name, url: base })
  })
  app.get(badgePaths.revocations(':id'), hide, async (request: Asked, reply) => {
    const { id, base, address } = await issuing(request)
    const revoked = (await revokedOfOrganisation(db, id)).map(({ credential, why }) => {
      const of: unknown = JSON.parse(credential)
      return { id: badgeIn(of)?.id ?? '', revoked: true, revocationReason: why ?? 'mistake' }
    })
    return openTo(reply, 'application/json', 0).send({
      id: base + badgePaths.revocations(id),
      issuer: address,
      revokedCredential: revoked,
    })
  })
}
