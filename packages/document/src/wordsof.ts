import { cellOf } from './grid.ts'
import { inSentences } from './sentence.ts'
import type { Thing } from './thing.ts'

/** What a thing is called by: for captions and sentences about it. */
export const wordsOf = (thing: Thing): string => (thing.kind === 'model' ? inSentences([thing.name, thing.text]) : thing.text)

const insideOf = (thing: Thing): readonly (string | undefined)[] => {
  if (thing.kind === 'poll') return thing.answers.map(({ words }) => words)
  if (thing.kind === 'symbol') return [thing.value]
  if (thing.kind === 'link') return [thing.about]
  if (thing.kind !== 'table') return []
  return thing.rows.flatMap((row) => thing.columns.map((column) => thing.cells[cellOf(row.id, column.id)]))
}

/** All that is read in it, as one reads it: for finding, for lists, for screen readers. */
export const allWordsOf = (thing: Thing): string => inSentences([wordsOf(thing), ...insideOf(thing)])
