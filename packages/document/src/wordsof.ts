import { cellOf } from './grid.ts'
import type { Thing } from './thing.ts'

/** What a thing is called by: for captions and sentences about it. */
export const wordsOf = (thing: Thing): string => (thing.kind === 'model' ? [thing.name, thing.text].filter(Boolean).join('. ') : thing.text)

const insideOf = (thing: Thing): readonly string[] => {
  if (thing.kind === 'poll') return thing.answers.map(({ words }) => words)
  if (thing.kind === 'symbol') return [thing.value]
  if (thing.kind === 'link') return [thing.about]
  if (thing.kind !== 'table') return []
  return thing.rows.flatMap((row) => thing.columns.map((column) => thing.cells[cellOf(row.id, column.id)] ?? ''))
}

/** All that is read in it, as one reads it: for finding, for lists, for screen readers. */
export const allWordsOf = (thing: Thing): string => {
  const inside = insideOf(thing).filter((words) => words.trim())
  return inside.length === 0 ? wordsOf(thing) : [wordsOf(thing), ...inside].filter(Boolean).join('. ')
}

/** Somebody who does not see it would not know what it shows. */
export const isUndescribed = (thing: Thing): boolean => (thing.kind === 'image' || thing.kind === 'model') && thing.text.trim() === ''
