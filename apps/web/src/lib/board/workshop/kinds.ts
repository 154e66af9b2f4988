import type { Kinds } from '../core/kind.ts'
import { code } from './kinds/code.ts'
import { dimension } from './kinds/dimension.ts'
import { formula } from './kinds/formula.ts'
import { part } from './kinds/part.ts'
import { symbol } from './kinds/symbol.ts'
import { table } from './kinds/table.ts'

export const workshop = { dimension, symbol, part, formula, code, table } satisfies Kinds
