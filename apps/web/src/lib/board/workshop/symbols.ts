import { electronics } from './electronics.ts'
import { flowchart, robot } from './flowchart.ts'
import { mechanics } from './mechanics.ts'
import type { Sign } from './symbol.ts'

export const symbols = { ...electronics, ...mechanics, ...flowchart, ...robot } satisfies Record<string, Sign>

export type SymbolName = keyof typeof symbols

export const isSymbol = (name: string): name is SymbolName => Object.hasOwn(symbols, name)

export const symbolOf = (name: string): Sign | null => (isSymbol(name) ? symbols[name] : null)
