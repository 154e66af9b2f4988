import type { Draft, Level, Said } from '@sheber/contract/framework'
import { levelsMax } from '@sheber/contract/framework'
import { uuidPattern } from '@sheber/contract/ids'
import { languages } from '@sheber/contract/words'
import { Notes, nothing, type Imported } from './import.ts'
import { simple } from './case-table.ts'

/**
 * The sheet beside OpenSALT's, which has no columns for it: a line for each level, from the lowest up, and below them one for each
 * competency that says of a level what the level itself does not.
 */
const columns = ['Level', 'Level Identifier', 'Competency'] as const
const titles = languages.map((language) => `Title ${language}`)
const texts = languages.map((language) => `Descriptor ${language}`)

/** Cells of the sheet of levels, the first row its header. */
export const levelTableOf = ({ levels, competencies }: Pick<Draft, 'levels' | 'competencies'>): string[][] => {
  const line = (place: number, competency: string, title: Said, text: Said) => [
    ...[String(place + 1), levels[place]?.id ?? '', competency],
    ...languages.map((language) => title[language]),
    ...languages.map((language) => text[language]),
  ]
  const described = competencies.flatMap(({ id, descriptors }) =>
    descriptors.map(({ levelId, text }) =>
      line(
        levels.findIndex((level) => level.id === levelId),
        id,
        nothing,
        text,
      ),
    ),
  )
  return [[...columns, ...titles, ...texts], ...levels.map(({ title, text }, at) => line(at, '', title, text)), ...described]
}

/** Whether cells are such a sheet. */
export const isLevelTable = ([header = []]: readonly (readonly string[])[]): boolean => {
  const names = header.map(simple)
  return names.includes(simple('Level')) && titles.some((title) => names.includes(simple(title)))
}

/**
 * A framework that was read from the other sheet, with the levels of this one. Competencies are named by identifier or by code; a line
 * about one that is not there, or about a level that is not, is left out and counted.
 */
export const withLevels = (
  { id, draft, notes: known }: Imported,
  [header = [], ...lines]: readonly (readonly string[])[],
  newId: () => string,
): Imported => {
  const places = new Map(header.map((name, at) => [simple(name), at]))
  const cell = (line: readonly string[], column: string) => line[places.get(simple(column)) ?? -1]?.trim() ?? ''
  const notes = new Notes()
  const said = (line: readonly string[], what: 'Title' | 'Descriptor') =>
    Object.fromEntries(languages.map((language) => [language, notes.words(cell(line, `${what} ${language}`))])) as Said
  const own = lines.filter((line) => cell(line, 'Level') !== '' && cell(line, 'Competency') === '')
  const levels = new Map<string, Level>()
  for (const line of own.toSorted((a, b) => Number(cell(a, 'Level')) - Number(cell(b, 'Level')))) {
    const [place, asked] = [cell(line, 'Level'), cell(line, 'Level Identifier').toLowerCase()]
    if (levels.has(place)) notes.add('id-twice', place)
    else if (levels.size >= levelsMax) notes.add('too-many', place)
    else levels.set(place, { id: uuidPattern.test(asked) ? asked : newId(), title: said(line, 'Title'), text: said(line, 'Descriptor') })
  }
  const descriptors = new Map<string, { levelId: string; text: Said }[]>()
  for (const line of lines.filter((one) => cell(one, 'Competency') !== '')) {
    const named = cell(line, 'Competency')
    const of = draft.competencies.find((one) => one.id === named.toLowerCase() || (one.code !== '' && one.code === named))
    const level = levels.get(cell(line, 'Level'))
    const before = of ? (descriptors.get(of.id) ?? []) : []
    if (!of || !level) notes.add('level-line-dropped', named)
    else if (before.some(({ levelId }) => levelId === level.id)) notes.add('id-twice', named)
    else descriptors.set(of.id, [...before, { levelId: level.id, text: said(line, 'Descriptor') }])
  }
  return {
    id,
    draft: {
      ...draft,
      levels: [...levels.values()],
      competencies: draft.competencies.map((one) => ({ ...one, descriptors: descriptors.get(one.id) ?? [] })),
    },
    notes: [...known, ...notes.all],
  }
}
