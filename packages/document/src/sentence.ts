/** What ends a sentence by itself: also within the quote that closes it. */
const end = /[.!?…:]["»”]?\s*$/

/** A sentence whose last words are those of others: they may bring their own full stop, as «Айдана С.» does. */
export const ended = (words: string): string => (end.test(words) ? words : `${words}.`)
