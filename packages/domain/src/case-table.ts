import { linkKinds, type Draft, type Link, type LinkKind } from '@sheber/contract/framework'
import { uuidPattern } from '@sheber/contract/ids'
import { languages, type Language } from '@sheber/contract/words'
import { inLanguage } from './framework.ts'
import { identities, nothing, Notes, planted, type Imported, type Row } from './import.ts'

/** The columns of OpenSALT's sheet, in its own spelling. Ours for the other languages stand behind them. */
const columns = [
  'Identifier',
  'fullStatement',
  'Human Coding Scheme',
  'sequenceNumber',
  'Abbreviated Statement',
  'ConceptKeywords',
  'Notes',
  'Is Child Of',
  'IsPartOf',
  'replacedBy',
  'Exemplar',
  'hasSkillLevel',
  'IsRelatedTo',
] as const
const inOthers = languages.map((language) => `fullStatement ${language}`)
/** Kinds of link with a column each; a competency's others are named in it by identifier or address. */
const linkColumns = {
  isRelatedTo: 'IsRelatedTo',
  isPartOf: 'IsPartOf',
  exactMatchOf: 'exactMatchOf',
  isPeerOf: 'isPeerOf',
  precedes: 'precedes',
} as const satisfies Record<LinkKind, string>
/** Of ours, behind those of OpenSALT: programs pass over columns that they do not know. */
const own = [linkColumns.exactMatchOf, linkColumns.isPeerOf, linkColumns.precedes, 'retired']

/** Cells of a sheet, the first row its header. Levels have a sheet of their own: see `level-table`. */
export const tableOf = ({ competencies, links }: Draft, language: Language): string[][] => {
  const places = new Map<string | null, number>()
  const rows = competencies.map((one) => {
    const place = (places.get(one.parentId) ?? 0) + 1
    places.set(one.parentId, place)
    const cells: Record<string, string> = {
      Identifier: one.id,
      fullStatement: inLanguage(one.title, language),
      'Human Coding Scheme': one.code,
      sequenceNumber: String(place),
      'Is Child Of': one.parentId ?? '',
      replacedBy: one.replacedBy ?? '',
      retired: one.retired ? 'true' : '',
    }
    for (const kind of linkKinds)
      cells[linkColumns[kind]] = links
        .filter((link) => link.from === one.id && link.kind === kind)
        .map(({ to }) => to.id ?? to.uri ?? '')
        .join(',')
    const cellsOf = (names: readonly string[]) => names.map((name) => cells[name] ?? '')
    return [...cellsOf(columns), ...languages.map((each) => one.title[each]), ...cellsOf(own)]
  })
  return [[...columns, ...inOthers, ...own], ...rows]
}

/** A header is found whatever its case and spaces. */
export const simple = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

interface Options {
  readonly newId: () => string
  /** Of the statements, which do not say it. */
  readonly otherwise: Language
  /** What the sheet does not say: how the framework is called. */
  readonly title: string
}

/** Null: it has no column of statements. Parents are named by identifier or by code. */
export const readTable = (cells: readonly (readonly string[])[], { newId, otherwise, title }: Options): Imported | null => {
  const [header = [], ...lines] = cells
  const places = new Map(header.map((name, at) => [simple(name), at]))
  if (!places.has(simple('fullStatement'))) return null
  const notes = new Notes()
  const idOf = identities(notes, newId)
  const cell = (line: readonly string[], column: string) => line[places.get(simple(column)) ?? -1]?.trim() ?? ''
  const filled = lines.filter((line) => line.some((one) => one.trim() !== ''))
  const keyOf = (line: readonly string[], at: number) =>
    cell(line, 'Identifier').toLowerCase() || cell(line, 'Human Coding Scheme') || `line ${at + 2}`
  const byCode = new Map(filled.map((line, at) => [cell(line, 'Human Coding Scheme'), keyOf(line, at)]))
  const named = (name: string) => byCode.get(name) ?? name.toLowerCase()

  const read = filled
    .map((line, at) => ({ line, at, place: Number(cell(line, 'sequenceNumber') || Infinity) }))
    .sort((a, b) => (a.place === b.place || Number.isNaN(a.place - b.place) ? a.at - b.at : a.place - b.place))
    .map(({ line, at }): Row => {
      const own = Object.fromEntries(languages.map((each) => [each, notes.words(cell(line, `fullStatement ${each}`))]))
      const hasOwn = Object.values(own).some((words) => words !== '')
      const parent = cell(line, 'Is Child Of')
      const successor = cell(line, 'replacedBy').toLowerCase()
      return {
        key: keyOf(line, at),
        parent: parent === '' ? null : named(parent),
        code: notes.words(cell(line, 'Human Coding Scheme'), 40),
        title: {
          ...nothing,
          ...(hasOwn ? own : { [otherwise]: notes.words(cell(line, 'fullStatement') || cell(line, 'Abbreviated Statement')) }),
        },
        retired: cell(line, 'retired').toLowerCase() === 'true',
        replacedBy: uuidPattern.test(successor) ? successor : null,
      }
    })
  const competencies = planted(read, notes, idOf)
  const here = new Set(competencies.map(({ id }) => id))
  const links = filled.flatMap((line, at) => {
    const from = idOf(keyOf(line, at))
    const others = linkKinds.flatMap((kind) =>
      cell(line, linkColumns[kind])
        .split(/[,;|]/)
        .map((one) => ({ kind, other: one.trim() }))
        .filter(({ other }) => other !== ''),
    )
    return others.flatMap(({ kind, other }): Link[] => {
      const to = named(other)
      const isAddress = /^(https?|urn):[!-~]+$/.test(other)
      if (here.has(from) && (uuidPattern.test(to) || isAddress))
        return [{ id: newId(), from, kind, to: { id: isAddress ? null : to, uri: isAddress ? other : null, title: '' } }]
      notes.add('link-dropped', other)
      return []
    })
  })
  const draft: Draft = {
    title: { ...nothing, [otherwise]: notes.words(title) },
    description: nothing,
    version: '',
    rollup: 'latest',
    licence: '',
    attribution: '',
    levels: [],
    competencies,
    links,
  }
  return { id: newId(), draft, notes: notes.all }
}
