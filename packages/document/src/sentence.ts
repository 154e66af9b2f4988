/** What ends a sentence by itself: also within the quotes that close it. */
const end = /[.!?…:][»”"')]*\s*$/

/** A sentence whose last words are those of others: they may bring their own full stop, as «Айдана С.» does. */
export const ended = (words: string): string => (end.test(words) ? words : `${words}.`)

/** Words one after the other, as sentences: what ends with a mark of its own gets no full stop behind it. What says nothing is left out. */
export const inSentences = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part?.trim())
    .map((part = '', at, { length }) => (at < length - 1 ? ended(part) : part))
    .join(' ')
