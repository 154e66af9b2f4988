import { expect, it } from 'vitest'
import { badgeIn, credentialOf, issuerIn, methodIn, type Stated } from './credential.ts'

const stated: Stated = {
  base: 'https://sheber.example.kz',
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  classId: 'bbbbbbbb-0000-4000-8000-000000000001',
  language: 'kk',
  organisation: { id: '0123456789abcdefghjk', name: 'Центр «Шебер»' },
  title: 'Ұшқыш',
  criteria: 'Планер жасап, ұшырды.',
  role: 'Конструктор',
  competencies: [
    { id: 'cccccccc-0000-4000-8000-000000000001', code: 'B4', title: '3D модельдейді', level: 'Өз бетімен', framework: 'Техникалық' },
  ],
  evidence: [
    { title: 'B4 3D модельдейді', text: 'Деңгейі: Өз бетімен.' },
    { title: 'B4 3D модельдейді', text: 'Жұмыс жарияланған.', url: 'https://sheber.example.kz/p/abc#record-r1' },
  ],
  subjectId: 'dddddddd-0000-4000-8000-000000000001',
  identity: { hash: 'ab12', salt: 'c2FsdA' },
  at: new Date('2026-11-27T04:20:00.123Z'),
  until: new Date('2028-11-27T04:20:00.000Z'),
}

it('is named as the standard names things', () => {
  expect(credentialOf(stated)).toEqual({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ],
    id: 'https://sheber.example.kz/api/badge/aaaaaaaa-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Ұшқыш',
    image: { id: 'https://sheber.example.kz/api/badge/aaaaaaaa-0000-4000-8000-000000000001/baked.png', type: 'Image' },
    issuer: {
      id: 'https://sheber.example.kz/issuers/0123456789abcdefghjk',
      type: ['Profile'],
      name: 'Центр «Шебер»',
      url: 'https://sheber.example.kz',
    },
    validFrom: '2026-11-27T04:20:00Z',
    validUntil: '2028-11-27T04:20:00Z',
    awardedDate: '2026-11-27T04:20:00Z',
    credentialSubject: {
      id: 'urn:uuid:dddddddd-0000-4000-8000-000000000001',
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: true, identityHash: 'sha256$ab12', identityType: 'systemId', salt: 'c2FsdA' }],
      role: 'Конструктор',
      achievement: {
        id: 'urn:uuid:bbbbbbbb-0000-4000-8000-000000000001',
        type: ['Achievement'],
        achievementType: 'Competency',
        name: 'Ұшқыш',
        description: 'Планер жасап, ұшырды.',
        criteria: { narrative: 'Планер жасап, ұшырды.' },
        inLanguage: 'kk',
        alignment: [
          {
            type: ['Alignment'],
            targetType: 'CFItem',
            targetName: '3D модельдейді',
            targetUrl: 'https://sheber.example.kz/ims/case/v1p1/CFItems/cccccccc-0000-4000-8000-000000000001',
            targetCode: 'B4',
            targetDescription: 'Өз бетімен',
            targetFramework: 'Техникалық',
          },
        ],
      },
    },
    evidence: [
      { type: ['Evidence'], name: 'B4 3D модельдейді', narrative: 'Деңгейі: Өз бетімен.' },
      {
        id: 'https://sheber.example.kz/p/abc#record-r1',
        type: ['Evidence'],
        name: 'B4 3D модельдейді',
        narrative: 'Жұмыс жарияланған.',
      },
    ],
    credentialStatus: { id: 'https://sheber.example.kz/issuers/0123456789abcdefghjk/revocations', type: '1EdTechRevocationList' },
  })
})

it('leaves out what there is none of', () => {
  const made = credentialOf({ ...stated, role: '', competencies: [], evidence: [], until: null })
  expect(Object.keys(made)).not.toContain('validUntil')
  expect(Object.keys(made)).not.toContain('evidence')
  expect(made).toMatchObject({ credentialSubject: { achievement: { achievementType: 'Badge' } } })
  expect(JSON.stringify(made)).not.toMatch(/"(role|alignment)"/)
})

it('calls an award an award', () => {
  expect(credentialOf({ ...stated, role: '', competencies: [], awarded: true })).toMatchObject({
    credentialSubject: { achievement: { achievementType: 'Award' } },
  })
})

it('is read back', () => {
  expect(badgeIn(credentialOf(stated))).toEqual({
    id: 'https://sheber.example.kz/api/badge/aaaaaaaa-0000-4000-8000-000000000001',
    title: 'Ұшқыш',
    criteria: 'Планер жасап, ұшырды.',
    role: 'Конструктор',
    issuer: { id: 'https://sheber.example.kz/issuers/0123456789abcdefghjk', name: 'Центр «Шебер»' },
    at: '2026-11-27T04:20:00Z',
    until: '2028-11-27T04:20:00Z',
    competencies: [
      {
        code: 'B4',
        title: '3D модельдейді',
        level: 'Өз бетімен',
        url: 'https://sheber.example.kz/ims/case/v1p1/CFItems/cccccccc-0000-4000-8000-000000000001',
      },
    ],
    evidence: [
      { title: 'B4 3D модельдейді', text: 'Деңгейі: Өз бетімен.', url: '' },
      { title: 'B4 3D модельдейді', text: 'Жұмыс жарияланған.', url: 'https://sheber.example.kz/p/abc#record-r1' },
    ],
  })
})

it.each([null, 3, 'x', [], {}, { type: 'VerifiableCredential' }, { type: [{}] }])('finds no badge in %j', (value) => {
  expect(badgeIn(value)).toBeNull()
})

it('reads a stranger without believing any of it', () => {
  const odd = {
    type: 'OpenBadgeCredential',
    id: 3,
    issuer: 'did:key:z6Mk',
    credentialSubject: { achievement: { name: 'x'.repeat(9_000), alignment: [{ targetUrl: 'javascript:alert(1)' }, null] } },
    evidence: { narrative: 7 },
    proof: [{ verificationMethod: 'did:key:z6Mk#z6Mk' }],
  }
  expect(badgeIn(odd)).toMatchObject({ id: '', title: 'x'.repeat(500), competencies: [{ url: '' }, { url: '' }], evidence: [{ text: '' }] })
  expect(issuerIn(odd)).toEqual({ id: 'did:key:z6Mk', name: '' })
  expect(methodIn(odd)).toBe('did:key:z6Mk#z6Mk')
})
