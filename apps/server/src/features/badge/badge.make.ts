import type { ClassDraft } from '@sheber/contract/badge'
import type { Said } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import type { badge } from '@sheber/db/schema'
import { criteriaWords, diplomaWords, evidenceWords, publishedWords, untilOf } from '@sheber/domain/badge'
import { badgePaths, credentialOf } from '@sheber/domain/credential'
import { inLanguage } from '@sheber/domain/framework'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { KeyPair } from './badge.key.ts'
import type { Published } from './badge.published.ts'
import { signCredential } from './badge.sign.ts'
import type { Asked, Confirmed } from './badge.standing.ts'

export interface Making {
  readonly base: string
  readonly classId: string
  readonly organisation: { readonly id: string; readonly name: string; readonly language: Language }
  readonly draft: ClassDraft
  readonly personId: string
  readonly asked: readonly Asked[]
  readonly verdicts: readonly Confirmed[]
  readonly project: { readonly title: string } | null
  readonly published: readonly Published[]
  /** Of an exhibition; its diploma is the evidence. */
  readonly award?: { readonly title: Said; readonly number: string }
  readonly key: KeyPair
  readonly at: Date
}

type Made = Pick<typeof badge.$inferInsert, 'id' | 'subjectId' | 'issuedAt' | 'validUntil' | 'credential' | 'sha256'>

/** One badge, signed. All that chance decides of it is decided here. */
export const makeBadge = async (of: Making): Promise<Made> => {
  const { base, classId, organisation, draft, personId, asked, verdicts, project, published, award, key, at } = of
  const { language } = organisation
  const [id, subjectId, salt] = [randomUUID(), randomUUID(), randomBytes(16).toString('base64url')]
  const validUntil = untilOf(at, draft.validMonths)
  const competencies = asked.map((one) => ({
    id: one.competencyId,
    code: one.code,
    title: inLanguage(one.title, language),
    level: inLanguage(one.level, language),
    framework: inLanguage(one.framework, language),
  }))
  const criteria = criteriaWords(
    language,
    draft,
    competencies.map(({ code, title, level }) => ({ name: [code, title].filter(Boolean).join(' '), level })),
  )
  const evidence = competencies.map(({ id, code, title, level }) => {
    const confirmed = verdicts.filter(({ competencyId, verdict }) => competencyId === id && verdict === 'confirmed')
    const day = confirmed.at(-1)?.at.slice(0, 10) ?? ''
    return { title: [code, title].filter(Boolean).join(' '), text: evidenceWords(language, { level, times: confirmed.length, day }) }
  })
  const named = new Map(competencies.map(({ id: one, code, title }) => [one, [code, title].filter(Boolean).join(' ')]))
  const work = published.map(({ path, competencies: shows }) => ({
    title: shows.flatMap((one) => named.get(one) ?? []).join('; '),
    text: publishedWords(language),
    url: base + path,
  }))
  const role = project ? [{ title: project.title, text: inLanguage(draft.role, language) }] : []
  const diploma = award
    ? [{ title: inLanguage(award.title, language), text: diplomaWords(language, award.number), url: `${base}/d/${award.number}` }]
    : []
  const unsigned = credentialOf({
    awarded: award !== undefined,
    ...{ base, id, classId, language, organisation, criteria, competencies, subjectId, at },
    title: inLanguage(draft.title, language),
    role: inLanguage(draft.role, language),
    evidence: [...evidence, ...role, ...work, ...diploma],
    identity: {
      hash: createHash('sha256')
        .update(personId + salt)
        .digest('hex'),
      salt,
    },
    until: validUntil,
  })
  const issuer = base + badgePaths.issuer(organisation.id)
  const credential = JSON.stringify(await signCredential(unsigned, { issuer, key, at }), null, 2)
  const sha256 = createHash('sha256').update(credential).digest('hex')
  return { id, subjectId, issuedAt: at, validUntil, credential, sha256 }
}
