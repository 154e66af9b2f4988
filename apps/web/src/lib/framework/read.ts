import type { Language } from '@sheber/contract/words'
import type { Imported } from '@sheber/domain/import'

export const fileBytesMax = 20_971_520

const newId = () => crypto.randomUUID()

/** A framework out of whatever kind of file; null: there is none in it. What reads files comes with the first one. */
export const readFile = async (file: File, otherwise: Language): Promise<Imported | null> => {
  const text = (await file.text()).replace(/^\uFEFF/, '')
  const options = { newId, otherwise }
  if (!/^\s*[{[]/.test(text)) {
    const [{ readTable }, { readCells, separatorOf }] = await Promise.all([import('@sheber/domain/case-table'), import('#lib/csv.ts')])
    return readTable(readCells(text, separatorOf(text)), { ...options, title: file.name.replace(/\.\w+$/, '') })
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
