import type { Language } from '@sheber/contract/words'
import { partNames, symbolNames, type Names } from './names.ts'
import { partGroups, type PartGroup } from './part.ts'
import { parts, type PartName } from './parts.ts'
import { symbolGroups, type SymbolGroup } from './symbol.ts'
import { symbols, type SymbolName } from './symbols.ts'
import type { WorkshopWords } from './words.ts'

/** What lies in the tray, and how it is found. */

export const tools = ['dimension', 'table', 'code', 'formula', 'sheet1', 'sheet2', 'sheet10'] as const
export type Tool = (typeof tools)[number]

export type Piece =
  | { readonly is: 'part'; readonly name: PartName }
  | { readonly is: 'symbol'; readonly name: SymbolName }
  | { readonly is: 'tool'; readonly name: Tool }

export interface Lot {
  readonly piece: Piece
  readonly name: string
  /** All by which it is found. */
  readonly sought: string
}

export interface Compartment {
  readonly group: 'tools' | PartGroup | SymbolGroup
  readonly lots: readonly Lot[]
}

const column = { kk: 0, ru: 1, en: 2 } as const

const plain = (words: string) => words.toLocaleLowerCase('ru').replaceAll('ё', 'е')

const lot = (piece: Piece, names: Names, language: Language): Lot => ({
  piece,
  name: names[column[language]],
  sought: plain(`${names.join(' ')} ${piece.name}`),
})

export const layTray = (w: WorkshopWords, language: Language): readonly Compartment[] => {
  const ofTools = tools.map((name): Lot => ({ piece: { is: 'tool', name }, name: w.tool[name], sought: plain(`${w.tool[name]} ${name}`) }))
  const partLots = Object.entries(partNames) as [PartName, Names][]
  const symbolLots = Object.entries(symbolNames) as [SymbolName, Names][]
  return [
    { group: 'tools', lots: ofTools },
    ...partGroups.map((group) => ({
      group,
      lots: partLots.filter(([name]) => parts[name].group === group).map(([name, names]) => lot({ is: 'part', name }, names, language)),
    })),
    ...symbolGroups.map((group) => ({
      group,
      lots: symbolLots
        .filter(([name]) => symbols[name].group === group)
        .map(([name, names]) => lot({ is: 'symbol', name }, names, language)),
    })),
  ]
}

/** Every word of the query must be found; in any language. */
export const seek = (tray: readonly Compartment[], query: string): readonly Compartment[] => {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return tray
  return tray
    .map(({ group, lots }) => ({ group, lots: lots.filter(({ sought }) => words.every((word) => sought.includes(word))) }))
    .filter(({ lots }) => lots.length > 0)
}
