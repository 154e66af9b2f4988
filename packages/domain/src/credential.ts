import type { BadgeWords } from '@sheber/contract/badge'
import type { Language } from '@sheber/contract/words'
import { casePath } from './case.ts'

/**
 * A badge as an OpenBadgeCredential of 1EdTech's Open Badges 3.0, a W3C Verifiable Credential: names are the standard's. What
 * is signed is exactly this. No name of a child is in it, no date of birth, and nothing by which two of a child's badges could
 * be laid together: the subject is a name made for one badge, and the hash beside it is of a name that only Sheber knows.
 */
export const credentialContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  // The one place where the name of the revocation list is said.
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const

export const credentialType = 'application/vc+ld+json'

/** Where things of a badge are, below the address of a Sheber. */
export const badgePaths = {
  credential: (id: string) => `/api/badge/${id}`,
  baked: (id: string) => `/api/badge/${id}/baked.png`,
  page: (id: string) => `/badge/${id}`,
  issuer: (organisationId: string) => `/issuers/${organisationId}`,
  revocations: (organisationId: string) => `/issuers/${organisationId}/revocations`,
}

/** The key has no address of its own: it stands in the issuer's. */
export const methodOf = (issuer: string, publicKey: string) => `${issuer}#${publicKey}`

export interface Stated {
  /** Where this Sheber is found by the world. */
  readonly base: string
  readonly id: string
  readonly classId: string
  readonly language: Language
  readonly organisation: { readonly id: string; readonly name: string }
  readonly title: string
  readonly criteria: string
  readonly role: string
  /** It is of an award, and not of what somebody can. */
  readonly awarded?: boolean
  readonly competencies: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly level: string
    readonly framework: string
  }[]
  /** `url` where everybody may look at the work itself; each its own, because two of one name are one. */
  readonly evidence: readonly { readonly title: string; readonly text: string; readonly url?: string }[]
  readonly subjectId: string
  readonly identity: { readonly hash: string; readonly salt: string }
  readonly at: Date
  readonly until: Date | null
}

/** The standard's moments have no fractions of a second. */
const moment = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z')

export type Credential = Readonly<Record<string, unknown>> & { readonly id: string }

export const credentialOf = (of: Stated): Credential => ({
  '@context': [...credentialContexts],
  id: of.base + badgePaths.credential(of.id),
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: of.title,
  image: { id: of.base + badgePaths.baked(of.id), type: 'Image' },
  issuer: { id: of.base + badgePaths.issuer(of.organisation.id), type: ['Profile'], name: of.organisation.name, url: of.base },
  validFrom: moment(of.at),
  ...(of.until && { validUntil: moment(of.until) }),
  awardedDate: moment(of.at),
  credentialSubject: {
    id: `urn:uuid:${of.subjectId}`,
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: `sha256$${of.identity.hash}`,
        identityType: 'systemId',
        salt: of.identity.salt,
      },
    ],
    ...(of.role && { role: of.role }),
    achievement: {
      id: `urn:uuid:${of.classId}`,
      type: ['Achievement'],
      achievementType: of.awarded ? 'Award' : of.competencies.length > 0 ? 'Competency' : 'Badge',
      name: of.title,
      description: of.criteria,
      criteria: { narrative: of.criteria },
      inLanguage: of.language,
      ...(of.competencies.length > 0 && {
        alignment: of.competencies.map(({ id, code, title, level, framework }) => ({
          type: ['Alignment'],
          targetType: 'CFItem',
          targetName: title,
          targetUrl: `${of.base}${casePath}/CFItems/${id}`,
          ...(code && { targetCode: code }),
          targetDescription: level,
          targetFramework: framework,
        })),
      }),
    },
  },
  ...(of.evidence.length > 0 && {
    evidence: of.evidence.map(({ title, text, url }) => ({ ...(url && { id: url }), type: ['Evidence'], name: title, narrative: text })),
  }),
  credentialStatus: { id: of.base + badgePaths.revocations(of.organisation.id), type: '1EdTechRevocationList' },
})

const lettersMax = 500
const listMax = 50

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]).slice(0, listMax)
const wordsIn = (value: unknown, max = lettersMax): string => (typeof value === 'string' ? value.slice(0, max) : '')
/** Nothing but an address of the web is made a link of. */
const webAddress = (value: unknown): string => (/^https?:\/\/[^\s]+$/.test(wordsIn(value)) ? wordsIn(value) : '')

/** Who a badge says has given it. */
export const issuerIn = (credential: unknown): { readonly id: string; readonly name: string } => {
  const { issuer } = fieldsOf(credential)
  const { id, name } = fieldsOf(issuer)
  return typeof issuer === 'string' ? { id: wordsIn(issuer), name: '' } : { id: wordsIn(id), name: wordsIn(name) }
}

/** With which key a badge says that it was signed. */
export const methodIn = (credential: unknown): string => wordsIn(fieldsOf(listOf(fieldsOf(credential)['proof'])[0])['verificationMethod'])

/** What a badge says, whosever it is; null: it is none. */
export const badgeIn = (credential: unknown): BadgeWords | null => {
  const top = fieldsOf(credential)
  if (!listOf(top['type']).some((type) => type === 'OpenBadgeCredential' || type === 'AchievementCredential')) return null
  const subject = fieldsOf(listOf(top['credentialSubject'])[0])
  const achievement = fieldsOf(subject['achievement'])
  return {
    id: wordsIn(top['id']),
    title: wordsIn(achievement['name']) || wordsIn(top['name']),
    criteria: wordsIn(fieldsOf(achievement['criteria'])['narrative'], 4_000) || wordsIn(achievement['description'], 4_000),
    role: wordsIn(subject['role']),
    issuer: issuerIn(credential),
    at: wordsIn(top['validFrom']),
    until: wordsIn(top['validUntil']) || null,
    competencies: listOf(achievement['alignment'])
      .map(fieldsOf)
      .map((one) => ({
        code: wordsIn(one['targetCode']),
        title: wordsIn(one['targetName']),
        level: wordsIn(one['targetDescription']),
        url: webAddress(one['targetUrl']),
      })),
    evidence: listOf(top['evidence'])
      .map(fieldsOf)
      .map((one) => ({ title: wordsIn(one['name']), text: wordsIn(one['narrative'], 4_000), url: webAddress(one['id']) })),
  }
}
