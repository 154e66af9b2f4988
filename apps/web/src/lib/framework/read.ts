import type { Language } from '@sheber/contract/words'
import type { Imported } from '@sheber/domain/import'

export const fileBytesMax = 20_971_520

const newId = () => crypto.randomUUID()

/** It was a table of levels and nothing else: what they are the levels of has to be chosen with it. */
export class LevelsAlone extends Error {}

/**
 * A framework out of whatever kind of file, or out of a table and the table of its levels; null: there is none in it. What reads
 * files comes with the first one. Throws `LevelsAlone`.
 */
export const readFiles = async (files: readonly File[], otherwise: Language): Promise<Imported | null> => {
  const read = await Promise.all(files.map((file) => readFile(file, otherwise)))
  const sheets = read.flatMap((one) => (one && 'levels' in one ? [one.levels] : []))
  const [found = null] = read.flatMap((one) => (one && 'draft' in one ? [one] : []))
  const [levels] = sheets
  if (!levels) return found
  if (!found) throw new LevelsAlone()
  return (await import('@sheber/domain/level-table')).withLevels(found, levels, newId)
}

const readFile = async (file: File, otherwise: Language): Promise<Imported | { levels: string[][] } | null> => {
  const text = (await file.text()).replace(/^\uFEFF/, '')
  const options = { newId, otherwise }
  if (!/^\s*[{[]/.test(text)) {
    const [{ readTable }, { isLevelTable }, { readCells, separatorOf }] = await Promise.all([
      import('@sheber/domain/case-table'),
      import('@sheber/domain/level-table'),
      import('#lib/csv.ts'),
    ])
    const cells = readCells(text, separatorOf(text))
    if (isLevelTable(cells)) return { levels: cells }
    return readTable(cells, { ...options, title: file.name.replace(/\.\w+$/, '') })
  }
  const value = readJson(text)
  const [{ readPackage }, { readMatrix }] = await Promise.all([import('@sheber/domain/case-read'), import('@sheber/domain/matrix')])
  return readPackage(value, options) ?? readMatrix(value, options)
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
