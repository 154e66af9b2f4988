import type { Row } from './outline.ts'

/** What a key asks of the outline, by the pattern of a tree: pure, so that the walk can be tested without a browser. */

export interface Press {
  readonly key: string
  readonly alt: boolean
  readonly ctrl: boolean
  readonly shift: boolean
}

export const deeds = [
  'write',
  'add',
  'remove',
  'menu',
  'earlier',
  'later',
  'into',
  'out',
  'show',
  'undo',
  'redo',
  'choose',
  'all',
  'none',
] as const
export type Deed = (typeof deeds)[number]

export type Asked =
  | { readonly go: number }
  /** All from where one began to choose, to there. */
  | { readonly reach: number }
  | { readonly fold: string; readonly open: boolean }
  | { readonly find: string }
  | { readonly deed: Deed }

export interface Standing {
  readonly rows: readonly Row[]
  /** Of the row on which one stands. */
  readonly at: number
  /** Rows of one screen. */
  readonly page: number
  /** Letters typed a moment ago. */
  readonly sought: string
  /** Several are chosen. */
  readonly several?: boolean
}

const withAlt: Record<string, Deed> = { ArrowUp: 'earlier', ArrowDown: 'later', ArrowRight: 'into', ArrowLeft: 'out' }
const plain: Record<string, Deed> = {
  Enter: 'write',
  F2: 'write',
  Insert: 'add',
  Delete: 'remove',
  Backspace: 'remove',
  ContextMenu: 'menu',
}

const left = ({ rows, at }: Standing): Asked | null => {
  const row = rows[at]
  if (!row) return null
  if (row.open) return { fold: row.id, open: false }
  const parent = rows.findIndex(({ id }) => id === row.parent)
  return parent < 0 ? null : { go: parent }
}

const right = ({ rows, at }: Standing): Asked | null => {
  const row = rows[at]
  if (!row || row.open === null) return null
  return row.open ? { go: at + 1 } : { fold: row.id, open: true }
}

const walk = (key: string, standing: Standing): Asked | null => {
  const { rows, at, page } = standing
  const within = (to: number): Asked => ({ go: Math.min(rows.length - 1, Math.max(0, to)) })
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at - 1)
    case 'PageDown':
      return within(at + page)
    case 'PageUp':
      return within(at - page)
    case 'Home':
      return within(0)
    case 'End':
      return within(rows.length - 1)
    case 'ArrowLeft':
      return left(standing)
    case 'ArrowRight':
      return right(standing)
    default:
      return null
  }
}

const reaching: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])

const isLetter = (key: string) => [...key].length === 1

export const askedBy = ({ key, alt, ctrl, shift }: Press, standing: Standing): Asked | null => {
  const { sought } = standing
  if (ctrl) {
    // The letter of the layout, Latin, Russian or Kazakh, under which the same key lies.
    if (/^[zя]$/i.test(key)) return { deed: shift ? 'redo' : 'undo' }
    if (/^[yн]$/i.test(key)) return { deed: 'redo' }
    if (/^[aф]$/i.test(key)) return { deed: 'all' }
    if (key === ' ') return { deed: 'choose' }
    return key === 'Enter' ? { deed: 'show' } : null
  }
  const deed = alt ? withAlt[key] : shift && key === 'F10' ? 'menu' : plain[key]
  if (deed) return { deed }
  if (alt) return null
  if (key === 'Escape') return standing.several ? { deed: 'none' } : null
  if (key === ' ' && sought === '') return { deed: 'choose' }
  if (shift && reaching.has(key)) {
    const to = walk(key, standing)
    return to && 'go' in to ? { reach: to.go } : to
  }
  if (sought === '' && /^n$/i.test(key)) return { deed: 'add' }
  if (isLetter(key) && (key !== ' ' || sought !== '')) return { find: sought + key }
  return walk(key, standing)
}

/** The next row whose words begin so, else one that has them anywhere; from where one stands, and round. */
export const found = ({ rows, at, sought }: Standing, find: string, wordsOf: (row: Row) => string): number | null => {
  const needle = find.toLocaleLowerCase()
  // A longer word goes on looking where the shorter one was found; a new one begins behind it.
  const from = sought === '' ? at + 1 : at
  const order = rows.map((_, i) => (from + i) % rows.length)
  const told = order.map((i) => wordsOf(rows[i] as Row).toLocaleLowerCase())
  const begins = told.findIndex((words) => words.startsWith(needle))
  const holds = begins < 0 ? told.findIndex((words) => words.includes(needle)) : begins
  return order[holds] ?? null
}
