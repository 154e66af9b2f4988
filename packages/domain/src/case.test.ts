import type { Draft } from '@sheber/contract/framework'
import { describe, expect, it } from 'vitest'
import { readPackage } from './case-read.ts'
import { readTable, tableOf } from './case-table.ts'
import { derivedId, packageOf } from './case.ts'
import { competency, draft, level, said, uuid } from './framework.fixture.ts'
import { problemsOf } from './framework.ts'
import type { Imported } from './import.ts'
import { isLevelTable, levelTableOf, withLevels } from './level-table.ts'
import { matrixOf, readMatrix } from './matrix.ts'

const base = 'https://sheber.example'
const at = '2026-11-26T10:00:00.000Z'
let made = 5_000
const newId = () => uuid(made++)
const options = { newId, otherwise: 'ru' as const }

const whole = draft({
  title: said({ kk: 'Техникалық шығармашылық', ru: 'Техническое творчество' }),
  description: said({ ru: 'Для кружков' }),
  rollup: 'median',
  attribution: 'Шебер',
  levels: [
    { ...level(1), title: said({ kk: 'Көмекпен', ru: 'С помощью', en: 'With help' }), text: said({ ru: 'Рядом взрослый' }) },
    { ...level(2), title: said({ kk: 'Өзі', ru: 'Сам', en: 'Alone' }) },
  ],
  competencies: [
    competency(1, null, { title: said({ kk: 'Идея', ru: 'Идея', en: 'Idea' }) }),
    competency(2, 1, {
      title: said({ kk: 'Міндетті табады', ru: 'Находит задачу' }),
      descriptors: [{ levelId: uuid(1_002), text: said({ kk: 'Өзі табады', ru: 'Находит сам' }) }],
    }),
    competency(3, 2, { title: said({ ru: 'Изучает аналоги' }), retired: true, replacedBy: uuid(77) }),
    competency(4, null, { code: '', title: said({ ru: 'Проектирование' }) }),
  ],
  links: [
    { id: uuid(50), from: uuid(2), kind: 'isRelatedTo', to: { id: uuid(4), uri: null, title: '' } },
    { id: uuid(51), from: uuid(2), kind: 'exactMatchOf', to: { id: uuid(88), uri: 'https://example.org/CFItems/88', title: '1.1' } },
    { id: uuid(52), from: uuid(4), kind: 'isRelatedTo', to: { id: null, uri: 'http://data.europa.eu/esco/skill/1', title: 'ESCO' } },
  ],
})
const pack = (of: Draft, more = {}) =>
  packageOf({ id: uuid(900), state: 'published', draft: of, replacedBy: null, creator: 'Орталық', changedAt: at, ...more }, base)
const over = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a CASE package', () => {
  const made = pack(whole)

  it('says what the standard requires of every entry', () => {
    const entries = [
      made.CFDocument,
      ...made.CFItems,
      ...made.CFAssociations,
      ...made.CFRubrics,
      ...made.CFRubrics.flatMap(({ CFRubricCriteria }) => CFRubricCriteria),
      ...(made.CFDefinitions.CFLicenses ?? []),
    ]
    for (const { identifier, uri, lastChangeDateTime } of entries) {
      expect(identifier).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(uri).toMatch(new RegExp(`^${base}/ims/case/v1p1/CF\\w+/${identifier}$`))
      expect(lastChangeDateTime).toBe(at)
    }
    expect(new Set(entries.map(({ identifier }) => identifier)).size).toBe(entries.length)
    expect(made.CFDocument).toMatchObject({
      creator: 'Орталық',
      title: 'Техническое творчество',
      caseVersion: '1.1',
      adoptionStatus: 'Adopted',
    })
    for (const { fullStatement } of made.CFItems) expect(fullStatement).not.toBe('')
    for (const { originNodeURI, destinationNodeURI } of made.CFAssociations)
      for (const node of [originNodeURI, destinationNodeURI])
        expect(Object.keys(node)).toEqual(expect.arrayContaining(['title', 'identifier', 'uri']))
  })

  it('points from the child to the parent, and from the top to the document', () => {
    const edges = made.CFAssociations.filter(({ associationType }) => associationType === 'isChildOf')
    expect(edges.map((one) => [one.originNodeURI.identifier, one.destinationNodeURI.identifier, one.sequenceNumber])).toEqual([
      [uuid(1), uuid(900), 1],
      [uuid(2), uuid(1), 1],
      [uuid(3), uuid(2), 1],
      [uuid(4), uuid(900), 2],
    ])
  })

  it('comes back as it went out', () => {
    expect(readPackage(over(made), options)).toEqual({ id: uuid(900), draft: whole, notes: [] })
  })

  it('says the same each time', () => expect(pack(whole)).toEqual(made))
})

describe('a package from elsewhere', () => {
  const item = (n: number, more = {}) => ({
    identifier: uuid(n),
    uri: `https://e.org/${n}`,
    fullStatement: `s${n}`,
    lastChangeDateTime: at,
    ...more,
  })
  const child = (n: number, of: number, more = {}) => ({
    ...{ identifier: uuid(n + 300), uri: 'x', lastChangeDateTime: at, associationType: 'isChildOf' },
    originNodeURI: { title: '', identifier: uuid(n), uri: 'x' },
    destinationNodeURI: { title: '', identifier: uuid(of), uri: 'x' },
    ...more,
  })
  const foreign = (items: unknown[], associations: unknown[] = [], more = {}) => ({
    CFDocument: { identifier: uuid(900), uri: 'x', creator: 'State', title: 'Goals', lastChangeDateTime: at, language: 'en-US', ...more },
    CFItems: items,
    CFAssociations: associations,
  })
  const read = (value: unknown) => readPackage(value, options)
  const tree = (value: unknown) => read(value)?.draft.competencies.map(({ id, parentId }) => [id, parentId])

  it('keeps who wrote it, and its language', () => {
    const imported = read(foreign([item(1)]))
    expect(imported?.draft).toMatchObject({ attribution: 'State', title: { en: 'Goals', ru: '', kk: '' } })
    expect(imported?.draft.competencies[0]?.title).toEqual(said({ en: 's1' }))
  })

  it('is turned, where it says the children the wrong way round', () => {
    const wrong = foreign([item(1), item(2)], [child(900, 1), child(1, 2)])
    expect(tree(wrong)).toEqual([
      [uuid(1), null],
      [uuid(2), uuid(1)],
    ])
    expect(read(wrong)?.notes).toMatchObject([{ code: 'direction-turned', count: 2 }])
  })

  it('is cut where it goes round in a circle', () => {
    const round = foreign([item(1), item(2), item(3)], [child(1, 2), child(2, 3), child(3, 1), child(900, 900)])
    const imported = read(round)
    expect(imported && problemsOf(imported.draft)).toEqual([])
    expect(imported?.notes).toMatchObject([{ code: 'circle-cut', count: 1 }])
    expect(imported?.draft.competencies).toHaveLength(3)
  })

  it('stands at the top where its parent is missing', () => {
    expect(tree(foreign([item(1)], [child(1, 42)]))).toEqual([[uuid(1), null]])
    expect(read(foreign([item(1)], [child(1, 42)]))?.notes).toMatchObject([{ code: 'parent-missing', count: 1 }])
  })

  it('leaves out what is there twice, and what says nothing', () => {
    const imported = read(foreign([item(1), item(1), item(2, { fullStatement: ' \u0007' })]))
    expect(imported?.draft.competencies.map(({ id }) => id)).toEqual([uuid(1)])
    expect(imported?.notes.map(({ code }) => code)).toEqual(['id-twice', 'statement-missing'])
  })

  it('names what has no name that can be kept', () => {
    const imported = read(
      foreign([item(1, { identifier: 'http://x/1' }), item(2)], [child(2, 0, { destinationNodeURI: { identifier: 'http://x/1' } })]),
    )
    const [parent] = imported?.draft.competencies ?? []
    expect(imported?.draft.competencies.map(({ parentId }) => parentId)).toEqual([null, parent?.id])
    expect(imported?.notes).toMatchObject([{ code: 'id-made', count: 1 }])
  })

  it('drops links of kinds that nobody knows, and says so', () => {
    const imported = read(foreign([item(1)], [child(1, 7, { associationType: 'exemplar' })]))
    expect([imported?.draft.links, imported?.notes.map(({ code }) => code)]).toEqual([[], ['link-dropped']])
  })

  it('of thirty thousand items keeps two thousand, and says how many it left', () => {
    const imported = read(foreign(Array.from({ length: 30_000 }, (_, n) => item(n + 1_000))))
    expect(imported?.draft.competencies).toHaveLength(2_000)
    expect(imported?.notes).toMatchObject([{ code: 'too-many', count: 28_000 }])
  })

  it.each([
    ['in one chain that bites its tail', (n: number) => (n + 1) % 30_000],
    ['in pairs below each other', (n: number) => n ^ 1],
    ['all below what is not there', () => 900_000],
    ['all below the document, the wrong way round', null],
  ])('of thirty thousand %s is read at once, and can be saved', (_, parentOf) => {
    const items = Array.from({ length: 30_000 }, (_, n) => item(n + 100_000))
    const edges = items.map((_, n) => (parentOf ? child(n + 100_000, parentOf(n) + 100_000) : child(900, n + 100_000)))
    // Its own work: what else the machine does meanwhile says nothing of it.
    const from = process.cpuUsage()
    const imported = read(foreign(items, edges))
    expect(process.cpuUsage(from).user / 1_000).toBeLessThan(2_000)
    expect(imported && problemsOf(imported.draft)).toEqual([])
    expect(imported?.draft.competencies).toHaveLength(2_000)
    expect(imported?.notes.map(({ code }) => code)).toContain('too-many')
  })

  it('keeps addresses of elsewhere as they are, and no others', () => {
    const to = (uri: string, identifier = 'x') =>
      child(1, 2, { associationType: 'isRelatedTo', destinationNodeURI: { title: 'there', identifier, uri } })
    const addresses = ['https://opensalt.net/uri/7', 'urn:esco:7', 'javascript:alert(1)', 'ftp://e.org/7', '//e.org', 'https://e.org/a b']
    const imported = read(
      foreign(
        [item(1)],
        addresses.map((uri, n) => ({ ...to(uri), identifier: uuid(400 + n) })),
      ),
    )
    expect(imported?.draft.links.map((one) => one.to)).toEqual([
      { id: null, uri: 'https://opensalt.net/uri/7', title: 'there' },
      { id: null, uri: 'urn:esco:7', title: 'there' },
    ])
    expect(imported?.notes).toMatchObject([{ code: 'link-dropped', count: 4 }])
  })

  it('with a statement without end keeps its beginning', () => {
    const imported = read(foreign([item(1, { fullStatement: 'я'.repeat(100_000) })]))
    expect(imported?.draft.competencies[0]?.title.en).toHaveLength(2_000)
    expect(imported?.notes.map(({ code }) => code)).toEqual(['shortened'])
  })

  it.each([null, 7, [], {}, { CFDocument: [] }, { CFDocument: { title: '' } }, { CFDocument: { title: 'x' }, CFItems: 'many' }])(
    'is none: %j',
    (value) => expect(read(value)).toBeNull(),
  )

  it('whatever is in it, does not fall over', () => {
    const odd = foreign(
      [null, 3, [], {}, item(1, { humanCodingScheme: { a: 1 }, listEnumeration: NaN })] as unknown[],
      [null, {}, child(1, 1)],
      { language: 5 },
    )
    const imported = read({ ...odd, CFRubrics: [null, { CFRubricCriteria: [{ CFRubricCriterionLevels: [{}, null] }] }] })
    expect(imported && problemsOf({ ...imported.draft, levels: [] })).toEqual([])
  })
})

describe('a sheet with the columns of OpenSALT', () => {
  it('comes back as it went out, with its links of every kind', () => {
    const imported = readTable(tableOf(whole, 'ru'), { ...options, title: 'Sheet' })
    expect(imported?.draft.competencies).toEqual(whole.competencies.map((one) => ({ ...one, descriptors: [] })))
    expect(imported?.draft.links.map(({ from, kind, to }) => [from, kind, to.id ?? to.uri])).toEqual([
      [uuid(2), 'exactMatchOf', uuid(88)],
      [uuid(2), 'isRelatedTo', uuid(4)],
      [uuid(4), 'isRelatedTo', 'http://data.europa.eu/esco/skill/1'],
    ])
    expect(imported?.notes).toEqual([])
  })

  it('has the columns of OpenSALT first, in its own spelling', () =>
    expect(tableOf(whole, 'ru')[0]?.slice(0, 4)).toEqual(['Identifier', 'fullStatement', 'Human Coding Scheme', 'sequenceNumber']))

  it('with the sheet of its levels is the framework whole: levels, and what each competency says of them', () => {
    const sheet = readTable(tableOf(whole, 'ru'), { ...options, title: 'Sheet' }) as Imported
    const levels = levelTableOf(whole)
    expect([isLevelTable(levels), isLevelTable(tableOf(whole, 'ru'))]).toEqual([true, false])
    const { draft: back, notes } = withLevels(sheet, levels, newId)
    expect(back.levels).toEqual(whole.levels)
    expect(back.competencies).toEqual(whole.competencies)
    expect(notes).toEqual([])
  })

  it('of levels says what it left out, and takes competencies by their code', () => {
    const sheet = readTable(
      [
        ['fullStatement', 'Human Coding Scheme'],
        ['Goal', 'A1'],
      ],
      { ...options, title: 'Sheet' },
    ) as Imported
    const { draft: back, notes } = withLevels(
      sheet,
      [
        ['level', 'competency', 'title ru', 'descriptor ru'],
        ['2', '', 'Сам', ''],
        ['1', '', 'С помощью', 'Рядом взрослый'],
        ['1', '', 'Снова', ''],
        ['1', 'A1', '', 'Показывает'],
        ['1', 'A1', '', 'Ещё раз'],
        ['3', 'A1', '', 'Нет такого уровня'],
        ['1', 'Z9', '', 'Нет такой компетенции'],
      ],
      newId,
    )
    expect(back.levels.map(({ title }) => title.ru)).toEqual(['С помощью', 'Сам'])
    expect(back.competencies[0]?.descriptors).toEqual([{ levelId: back.levels[0]?.id, text: said({ ru: 'Показывает' }) }])
    expect(notes.filter(({ code }) => code !== 'id-made').map(({ code, count }) => [code, count])).toEqual([
      ['id-twice', 2],
      ['level-line-dropped', 2],
    ])
  })

  it('takes parents by their code, headers in any spelling, and rows without a name', () => {
    const imported = readTable(
      [
        ['full statement', 'HUMAN CODING SCHEME', 'is child of'],
        ['Area', 'A', ''],
        ['Goal', 'A1', 'A'],
        ['', '', ''],
        ['Lost', '', 'Z'],
      ],
      { ...options, title: 'Sheet' },
    )
    const [area] = imported?.draft.competencies ?? []
    expect(imported?.draft.competencies.map(({ title, parentId }) => [title.ru, parentId])).toEqual([
      ['Area', null],
      ['Goal', area?.id],
      ['Lost', null],
    ])
    expect(imported?.notes.map(({ code }) => code)).toContain('parent-missing')
  })

  it('without statements is none', () => expect(readTable([['a', 'b']], { ...options, title: '' })).toBeNull())
})

describe('a matrix of Mahara', () => {
  it('becomes areas with what stands below them', () => {
    const matrix = {
      framework: {
        name: 'Skills',
        standards: [
          {
            ...{ shortname: 'S', name: 'Standard' },
            standardelement: [
              { shortname: '1', name: 'One', elementid: '1' },
              { shortname: '1.1', name: 'Part', elementid: '1.1', parentid: '1' },
            ],
          },
        ],
      },
    }
    const imported = readMatrix(matrix, options)
    const [s, one] = imported?.draft.competencies ?? []
    expect(imported?.draft.competencies.map(({ code, parentId }) => [code, parentId])).toEqual([
      ['S', null],
      ['1', s?.id],
      ['1.1', one?.id],
    ])
    expect(imported?.notes).toEqual([])
  })
  it('of the older kind says only that an element stands below the one before', () => {
    const element = (shortname: string, parent: boolean) => ({ shortname, name: shortname, parent })
    const standardelement = [
      element('1.1', false),
      element('1.2', false),
      element('1.2.1', true),
      element('1.2.2', true),
      element('1.3', false),
    ]
    const imported = readMatrix({ framework: { name: 'Skills', standards: [{ shortname: 'S', name: 'S', standardelement }] } }, options)
    const found = imported?.draft.competencies ?? []
    const codeOf = (id: string | null) => found.find((one) => one.id === id)?.code ?? null
    expect(found.map(({ code, parentId }) => [code, codeOf(parentId)])).toEqual([
      ['S', null],
      ['1.1', 'S'],
      ['1.2', 'S'],
      ['1.2.1', '1.2'],
      ['1.2.2', '1.2'],
      ['1.3', 'S'],
    ])
    expect(imported?.notes).toEqual([])
  })

  it('comes back as it went out, as far as it has places for it', () => {
    const asked = draft({
      competencies: [
        competency(1),
        competency(2, 1),
        competency(3, 2),
        competency(4, 1),
        competency(5),
        competency(6, 5, { retired: true }),
      ],
    })
    const written = matrixOf(asked, 'ru')
    const back = readMatrix(JSON.parse(JSON.stringify(written)), { newId: options.newId, otherwise: 'ru' })
    const shape = (of: Draft) => {
      const codeOf = (id: string | null) => of.competencies.find((one) => one.id === id)?.code ?? null
      return [of.title.ru, ...of.competencies.filter((one) => !one.retired).map((one) => [one.code, one.title.ru, codeOf(one.parentId)])]
    }
    expect(shape(back?.draft as Draft)).toEqual(shape(asked))
    expect(back?.notes).toEqual([])
    expect(back?.draft.competencies).toHaveLength(5)
    // By the names that Mahara reads, in one list for each standard.
    expect(written.framework.standards[0]).toMatchObject({
      standardelement: [{ elementid: uuid(2) }, { parentelementid: uuid(2) }, { shortname: 'C4' }],
    })
    expect(written.framework.evidencestatuses.map((one) => Object.keys(one)[0])).toEqual([
      'begun',
      'incomplete',
      'partialcomplete',
      'completed',
    ])
  })
  it.each([null, {}, { framework: {} }])('is none: %j', (value) => expect(readMatrix(value, options)).toBeNull())
})

it('what belongs to a thing has a name that is not the thing’s, and each part another', () => {
  const parts = ['isChildOf', 'kk', 'ru', 'en', 'replacedBy', 'criterion', 'licence', 'rubric', 'levels']
  expect(new Set([uuid(1), ...parts.map((part) => derivedId(uuid(1), part))]).size).toBe(parts.length + 1)
})
