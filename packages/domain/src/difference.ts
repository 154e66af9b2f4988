/** What changed between two readings of the same words, word by word. */

export interface Difference {
  readonly how: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words against words that are compared at most: above it the whole middle is said to be replaced, and nobody waits. */
const cellsMax = 1_000_000

/** Words with the blanks after them, so that what is put together again is what it was. */
const tokensOf = (text: string): string[] => text.match(/\s+|[^\s]+\s*/g) ?? []
/** A line's end does not make another word of the last word in it. */
const same = (a: string | undefined, b: string | undefined) => a?.trimEnd() === b?.trimEnd()

const push = (to: Difference[], how: Difference['how'], text: string): void => {
  if (text === '') return
  const last = to.at(-1)
  if (last?.how === how) to[to.length - 1] = { how, text: last.text + text }
  else to.push({ how, text })
}

/** Lengths of the longest common run of words from each pair of places on. */
const lengthsOf = (from: readonly string[], to: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1))
  for (let i = from.length - 1; i >= 0; i--) {
    const row = rows[i] as Uint16Array
    const below = rows[i + 1] as Uint16Array
    for (let j = to.length - 1; j >= 0; j--)
      row[j] = same(from[i], to[j]) ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number)
  }
  return rows
}

export const wordDifference = (before: string, after: string): readonly Difference[] => {
  const from = tokensOf(before)
  const to = tokensOf(after)
  let start = 0
  while (start < Math.min(from.length, to.length) && same(from[start], to[start])) start++
  let end = 0
  while (end < Math.min(from.length, to.length) - start && same(from.at(-1 - end), to.at(-1 - end))) end++
  const parts: Difference[] = []
  push(parts, 'same', to.slice(0, start).join(''))
  const gone = from.slice(start, from.length - end)
  const come = to.slice(start, to.length - end)
  if (gone.length * come.length > cellsMax || gone.length === 0 || come.length === 0) {
    push(parts, 'removed', gone.join(''))
    push(parts, 'added', come.join(''))
  } else {
    const lengths = lengthsOf(gone, come)
    let i = 0
    let j = 0
    while (i < gone.length || j < come.length) {
      if (i < gone.length && j < come.length && same(gone[i], come[j])) {
        push(parts, 'same', come[j] as string)
        i++
        j++
      } else if (i < gone.length && (j === come.length || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
        push(parts, 'removed', gone[i] as string)
        i++
      } else {
        push(parts, 'added', come[j] as string)
        j++
      }
    }
  }
  push(parts, 'same', to.slice(to.length - end).join(''))
  return parts
}

/** What of a record is compared; its body by its words alone. */
export interface Compared<P extends { readonly id: string }> {
  readonly title: string
  readonly reflection: string
  readonly words: string
  readonly pieces: readonly P[]
}

export interface RecordDifference<P> {
  readonly same: boolean
  readonly title: readonly Difference[]
  readonly reflection: readonly Difference[]
  readonly words: readonly Difference[]
  readonly piecesAdded: readonly P[]
  readonly piecesRemoved: readonly P[]
}

/** Null: the record is no longer there. */
export const recordDifference = <P extends { readonly id: string }>(
  then: Compared<P>,
  now: Compared<P> | null,
): RecordDifference<P> | null => {
  if (!now) return null
  const has = (pieces: readonly P[], id: string) => pieces.some((piece) => piece.id === id)
  const found = {
    title: wordDifference(then.title, now.title),
    reflection: wordDifference(then.reflection, now.reflection),
    words: wordDifference(then.words, now.words),
    piecesAdded: now.pieces.filter(({ id }) => !has(then.pieces, id)),
    piecesRemoved: then.pieces.filter(({ id }) => !has(now.pieces, id)),
  }
  const unchanged = (parts: readonly Difference[]) => parts.every(({ how }) => how === 'same')
  const same =
    unchanged(found.title) &&
    unchanged(found.reflection) &&
    unchanged(found.words) &&
    found.piecesAdded.length === 0 &&
    found.piecesRemoved.length === 0
  return { same, ...found }
}
