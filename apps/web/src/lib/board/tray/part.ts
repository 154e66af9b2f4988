import type { Item } from '../core/kind.ts'
import type { Look } from './style.ts'

/** What opens above the bar of the chosen things, one at a time. */
export type Part = 'fill' | 'ink' | 'line' | 'letters' | 'form' | 'way' | 'arrange'

/** Which of them these things have. */
export const partsOf = (look: Look, items: readonly Item[]): Readonly<Record<Part, boolean>> => ({
  fill: look.fill !== undefined,
  ink: look.ink !== undefined,
  line: look.width !== undefined,
  letters: look.size !== undefined,
  form: look.form !== undefined,
  way: look.route !== undefined,
  arrange: items.length > 1,
})
