import { cellOf } from './grid.ts'
import { ended } from './sentence.ts'
import type { Thing } from './thing.ts'

/** Words one after the other, as sentences: what ends with a mark of its own gets no full stop behind it. What says nothing is left out. */
export const inSentences = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part?.trim())
    .map((part = '', at, { length }) => (at < length - 1 ? ended(part) : part))
    .join(' ')

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
