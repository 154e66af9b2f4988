import { isSealed } from '../core/held.ts'
import type { Item } from '../core/kind.ts'
import type { Look } from './style.ts'

/** What opens above the bar of the chosen things, one at a time. */
export type Part = 'seen' | 'fill' | 'ink' | 'line' | 'letters' | 'form' | 'way' | 'arrange' | 'details'

/** The one picture or model whose words may be written; null where it is not one, or is locked. */
export const picturedOf = (items: readonly Item[]): Item | null => {
  const [only, ...others] = items
  if (!only || others.length > 0 || only.thing.lock === 'all' || only.thing.lock === 'content') return null
  return only.thing.kind === 'image' || only.thing.kind === 'model' ? only : null
}

const detailed: ReadonlySet<string> = new Set(['code', 'symbol', 'dimension', 'frame'])

/** The one thing of which more can be said than its looks; null where it may not be changed. */
export const detailedOf = (items: readonly Item[]): Item | null => {
  const [only, ...others] = items
  return only && others.length === 0 && !isSealed(only) && detailed.has(only.thing.kind) ? only : null
}

/** Which of them these things have. */
export const partsOf = (look: Look, items: readonly Item[]): Readonly<Record<Part, boolean>> => ({
  seen: picturedOf(items) !== null,
  fill: look.fill !== undefined,
  ink: look.ink !== undefined,
  line: look.width !== undefined,
  letters: look.size !== undefined,
  form: look.form !== undefined,
  way: look.route !== undefined,
  arrange: items.length > 1,
  details: detailedOf(items) !== null,
})
