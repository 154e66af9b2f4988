import { framework, type Draft } from '@sheber/contract/framework'
import { createWorld, type World } from '@sheber/dev-env/world'
import { readPackage } from '@sheber/domain/case-read'
import { packageOf } from '@sheber/domain/case'
import * as standard from '@sheber/domain/case-schema.fixture'
import { competency, draft, level, said, uuid } from '@sheber/domain/framework.fixture'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shipFrameworks, shipped } from './shipped.ts'

const ajv = new Ajv({ allErrors: true })
formats.default(ajv)

/** What in it is not as the standard says. */
const faults = (name: keyof typeof standard, value: unknown) => {
  const isGood = ajv.compile(standard[name])
  return isGood(value) ? [] : isGood.errors?.map(({ instancePath, message, params }) => [instancePath, message, params])
}

const odd = draft({
  title: said({ kk: 'Атауы' }),
  description: said({ kk: 'Не туралы' }),
  attribution: 'Шебер',
  levels: [{ ...level(1), text: said({ kk: 'Көмекпен' }) }, level(2)],
  competencies: [
    competency(1, null, { code: '' }),
    competency(2, 1, { retired: true, replacedBy: uuid(77), descriptors: [{ levelId: uuid(1_002), text: said({ ru: 'Сам' }) }] }),
  ],
  links: [
    { id: uuid(50), from: uuid(2), kind: 'isRelatedTo', to: { id: null, uri: 'urn:esco:1', title: '' } },
    { id: uuid(51), from: uuid(2), kind: 'precedes', to: { id: uuid(1), uri: null, title: '' } },
    { id: uuid(52), from: uuid(1), kind: 'exactMatchOf', to: { id: uuid(88), uri: 'https://e.org/88', title: 'x' } },
  ],
})
const plain = draft({ licence: '', version: '', levels: [], competencies: [] })
const at = '2026-11-26T10:00:00.000Z'
const packed = (id: string, of: Draft) =>
  JSON.parse(
    JSON.stringify(
      packageOf({ id, state: 'published', draft: of, replacedBy: uuid(901), creator: 'Орталық', changedAt: at }, 'https://sheber.example'),
    ),
  ) as { CFRubrics: { CFRubricCriteria: { CFItemURI?: { identifier: string }; CFRubricCriterionLevels: unknown[] }[] }[] }

/** What leads to another framework of the same house has no address in the table; in a package it must, and keeps it wherever that goes. */
const addressed = (of: Draft): Draft => {
  const here = new Set(of.competencies.map(({ id }) => id))
  const links = of.links.map(({ to, ...link }) => {
    const elsewhere = to.id !== null && to.uri === null && !here.has(to.id)
    return { ...link, to: elsewhere ? { ...to, uri: `https://sheber.example/ims/case/v1p1/CFItems/${to.id}` } : to }
  })
  return { ...of, links }
}

describe.each([
  ...shipped.map(({ id, draft }) => [draft.title.en, id, draft] as const),
  ['odd', uuid(900), odd],
  ['empty', uuid(900), plain],
] as const)('the package of %s', (_, id, of) => {
  it('has the names, the types and the required of CASE 1.1, and none besides', () =>
    expect(faults('CFPackage', packed(id, of))).toEqual([]))
  it('comes back equal', () => {
    const newId = () => expect.unreachable('everything in it has a name')
    expect(readPackage(packed(id, of), { newId, otherwise: 'ru' })).toEqual({ id, draft: addressed(of), notes: [] })
  })
})

it('the schema finds what is misspelt, missing or of another type', () => {
  const good = packed(uuid(900), odd) as unknown as { CFDocument: object; CFItems: object[] }
  const bad = (change: object) => faults('CFPackage', { ...good, ...change })
  expect(bad({ CFItems: [{ ...good.CFItems[0], humanCodingSheme: 'A' }] })).toHaveLength(1)
  expect(bad({ CFItems: [{ ...good.CFItems[0], fullStatement: undefined }] })).toHaveLength(1)
  expect(bad({ CFDocument: { ...good.CFDocument, licenseURI: 'https://e.org' } })).toHaveLength(1)
  expect(bad({ CFRubric: [] })).toHaveLength(1)
})

it('a level’s sentence goes out as the level of a criterion about its item', () => {
  const { id, draft: of } = shipped[1] ?? expect.unreachable()
  const [, ...own] = packed(id, of).CFRubrics[0]?.CFRubricCriteria ?? []
  expect(own).toHaveLength(20)
  const b1 = of.competencies.find(({ code }) => code === 'B1')
  const levels = own.find(({ CFItemURI }) => CFItemURI?.identifier === b1?.id)?.CFRubricCriterionLevels
  expect(levels).toHaveLength(4)
  const language = packageOf({ id, state: 'published', draft: of, replacedBy: null, creator: '', changedAt: at }, '').CFDocument
    .language as 'ru'
  expect(levels?.[2]).toMatchObject({
    quality: of.levels[2]?.title[language],
    description: b1?.descriptors[2]?.text[language],
    score: 3,
    position: 3,
  })
})

describe('each address', () => {
  let world: World
  const [, making] = shipped
  const id = making?.id ?? ''
  beforeAll(async () => {
    world = await createWorld()
    await world.services.db.transaction((tx) =>
      shipFrameworks(tx, world.organisation('centre'), world.person('botagoz').id, world.clock.now()),
    )
  })
  afterAll(() => world[Symbol.asyncDispose]())
  const get = async (path: string) => {
    const answer = await world.app.inject({ method: 'GET', url: `/ims/case/v1p1/${path}` })
    expect(answer.statusCode, path).toBe(200)
    return answer.json<unknown>()
  }

  it.each([
    ['CFPackage', 'CFPackages'],
    ['CFDocument', 'CFDocuments'],
  ] as const)('a %s is as the standard says', async (name, path) => expect(faults(name, await get(`${path}/${id}`))).toEqual([]))

  it('the documents are', async () => expect(faults('CFDocumentSet', await get('CFDocuments'))).toEqual([]))

  it('whatever the package names by its address is there under it, and is the same', async () => {
    interface Named {
      readonly identifier: string
      readonly uri: string
    }
    const pack = (await get(`CFPackages/${id}`)) as Record<'CFItems' | 'CFAssociations' | 'CFRubrics', Named[]> & {
      CFDefinitions: { CFLicenses: Named[]; CFItemTypes: Named[] }
    }
    const pathOf = ({ uri }: Named) => uri.replace(/^.*\/v1p1\//, '')
    // All kinds: an area, a competency, each of its translations; an association of each kind.
    const some = [
      ...pack.CFItems.slice(0, 6).map((one) => ['CFItem', one] as const),
      ...pack.CFAssociations.slice(0, 6).map((one) => ['CFAssociation', one] as const),
      ...pack.CFAssociations.slice(-2).map((one) => ['CFAssociation', one] as const),
      ...pack.CFRubrics.map((one) => ['CFRubric', one] as const),
      ...pack.CFDefinitions.CFLicenses.map((one) => ['CFLicense', one] as const),
    ]
    for (const [name, one] of some) {
      const answer = await get(pathOf(one))
      expect(faults(name, answer)).toEqual([])
      expect(answer).toMatchObject(one)
    }
    const types = pack.CFDefinitions.CFItemTypes
    const named = pack.CFItems.map((item) => (item as Named & { CFItemTypeURI: Named }).CFItemTypeURI.identifier)
    expect(new Set(named)).toEqual(new Set(types.map(({ identifier }) => identifier)))
    for (const one of types) {
      const answer = await get(pathOf(one))
      expect(faults('CFItemTypeSet', answer)).toEqual([])
      expect(answer).toEqual({ CFItemTypes: [one] })
    }
  })

  it.each([
    ...['CFConcepts', 'CFSubjects', 'CFAssociationGroupings', 'CFItems', 'CFAssociations', 'CFLicenses', 'CFRubrics', 'CFItemTypes'].map(
      (path) => [`${path}/${uuid(999_999)}`, 404, 'unknownobject'] as const,
    ),
    ['CFPackages/none', 404, 'unknownobject'],
    ['CFDocuments?limit=0', 400, 'invalid_selection_field'],
    ['CFDocuments?offset=-1', 400, 'invalid_selection_field'],
  ] as const)('%s is refused as the standard refuses', async (path, status, minor) => {
    const answer = await world.app.inject({ method: 'GET', url: `/ims/case/v1p1/${path}` })
    expect(answer.statusCode).toBe(status)
    expect(faults('imsxStatusInfo', answer.json())).toEqual([])
    expect(answer.body).toContain(minor)
  })

  it('the documents come in pages, with how many there are', async () => {
    const page = async (query: string) => {
      const { headers, json } = await world.app.inject({ method: 'GET', url: `/ims/case/v1p1/CFDocuments${query}` })
      return {
        total: Number(headers['x-total-count']),
        ids: json<{ CFDocuments: { identifier: string }[] }>().CFDocuments.map((one) => one.identifier),
      }
    }
    const all = await page('')
    expect(all.total).toBe(all.ids.length)
    expect((await page('?limit=1')).ids).toEqual(all.ids.slice(0, 1))
    expect(await page('?limit=1&offset=1')).toEqual({ total: all.total, ids: all.ids.slice(1, 2) })
  })

  it('an item with its associations is', async () => {
    const { draft } = await world.as('aigerim').ask(framework.look, { params: { frameworkId: id } })
    const one = draft.competencies.find(({ code }) => code === 'D1')
    const answer = await get(`CFItemAssociations/${one?.id ?? ''}`)
    expect(faults('CFAssociationSet', answer)).toEqual([])
    const { CFAssociations } = answer as { CFAssociations: { associationType: string }[] }
    expect(CFAssociations.map(({ associationType }) => associationType)).toEqual([
      'isChildOf',
      'isTranslationOf',
      'isTranslationOf',
      'isRelatedTo',
    ])
  })
})
