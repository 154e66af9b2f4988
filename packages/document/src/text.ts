import type * as Y from 'yjs'

/** One replacement: at `at` take `remove` signs out and put `insert` in. Counted in UTF-16 units, as Yjs does. */
export interface TextChange {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const isLowSurrogate = (text: string, at: number) => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** The smallest replacement that turns `from` into `to`, null for none. Never cuts an emoji in half. */
export const textChange = (from: string, to: string): TextChange | null => {
  if (from === to) return null
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++
  if (start > 0 && (isLowSurrogate(from, start) || isLowSurrogate(to, start))) start--
  let end = 0
  while (end < shorter - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++
  if (end > 0 && (isLowSurrogate(from, from.length - end) || isLowSurrogate(to, to.length - end))) end--
  return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) }
}

/** Where a caret at `place` stands after somebody else's `change`. */
export const afterChange = (place: number, change: TextChange): number => {
  if (place <= change.at) return place
  if (place >= change.at + change.remove) return place + change.insert.length - change.remove
  return change.at + change.insert.length
}

/** `change` without the letters that would make the text longer than `most`. */
export const fittingChange = (text: Y.Text, change: TextChange, most: number): TextChange => {
  const room = Math.max(0, most - text.length + change.remove)
  return change.insert.length > room ? { ...change, insert: change.insert.slice(0, room) } : change
}

export const changeText = (text: Y.Text, { at, remove, insert }: TextChange) => {
  const start = Math.min(at, text.length)
  const gone = Math.min(remove, text.length - start)
  if (gone > 0) text.delete(start, gone)
  if (insert) text.insert(start, insert)
}
