import type * as Y from 'yjs'
import type { Board } from './board.ts'
import { asFields, asNumber, asString, type Fields } from './kit.ts'

/**
 * Who deletes a thing says what they had seen of it: for each client of Yjs, up to which clock. What is written in the thing
 * beyond that came from somebody who did not know, before or after, and nobody need have been there when the two met.
 *
 *   del  { by, at, saw: { client: clock } }
 */
export interface Span {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** Where a thing stands in the clocks of those who wrote it; whose hands they are the log of the room knows. */
export interface Spans {
  readonly made: Span
  /** All values it ever had and all letters, but for whether it is deleted. */
  readonly written: readonly Span[]
  /** Null: it is not deleted. */
  readonly deletion: Span | null
  /** What stands in it that whoever deleted it had not seen. */
  readonly unseen: readonly Span[]
}

type Type = Pick<Y.AbstractType<unknown>, '_map' | '_start'>

const spanOf = ({ id: { client, clock }, length }: Y.Item): Span => ({ client, from: clock, to: clock + length })

const nested = (item: Y.Item): Type | null => (item.content as { type?: Type }).type ?? null

/** Everything below: of a map each key with its former values, of a text each run of letters. */
function* itemsIn(type: Type, skip?: string): Generator<Y.Item> {
  for (const [key, value] of type._map) {
    if (key === skip) continue
    for (let item: Y.Item | null = value; item; item = item.left) yield* withNested(item)
  }
  for (let item = type._start; item; item = item.right) yield* withNested(item)
}

function* withNested(item: Y.Item): Generator<Y.Item> {
  yield item
  const type = item.deleted ? null : nested(item)
  if (type) yield* itemsIn(type)
}

const deletedKey = 'del'

/** For each client, how far what stands in the thing now reaches: what a hand that deletes it has before its eyes. */
export const sawOf = (fields: Fields): Record<string, number> => {
  const saw: Record<string, number> = {}
  for (const item of itemsIn(fields, deletedKey)) {
    if (item.deleted) continue
    const { client, to } = spanOf(item)
    saw[client] = Math.max(saw[client] ?? 0, to)
  }
  return saw
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Up to which clock of a client the deletion knew the thing; null where it does not say. A thing whose making was taken back has
 * the mark with which it was born, which says nothing: then its maker's hand knew what it had written itself.
 */
const knownTo = (fields: Fields, { client: own, from }: Span): ((client: number) => number) | null => {
  const mark = fields.get(deletedKey)
  if (!isRecord(mark)) return null
  const { saw } = mark
  if (isRecord(saw)) return (client) => asNumber(saw[client], 0, Number.MAX_SAFE_INTEGER)
  const isBirthmark = asString(mark['by']) === asString(fields.get('by')) && mark['at'] === fields.get('at')
  return isBirthmark ? (client) => (client === own ? from : 0) : null
}

const deletionOf = (fields: Fields): Span | null => {
  const item = fields._map.get(deletedKey)
  return item && !item.deleted && isRecord(fields.get(deletedKey)) ? spanOf(item) : null
}

export const unseenIn = (fields: Fields): Span[] => {
  const deletion = deletionOf(fields)
  const known = deletion && knownTo(fields, deletion)
  if (!known) return []
  const unseen: Span[] = []
  for (const item of itemsIn(fields, deletedKey)) {
    if (item.deleted) continue
    const { client, from, to } = spanOf(item)
    const begin = Math.max(from, known(client))
    if (begin < to) unseen.push({ client, from: begin, to })
  }
  return unseen
}

/** Names one deletion of one thing, the same on every device; null where nothing was unseen. */
export const clashOf = (board: Board, id: string): string | null => {
  const fields = asFields(board.el.get(id))
  const deletion = fields && deletionOf(fields)
  return deletion && unseenIn(fields).length > 0 ? `${id}:${deletion.client}:${deletion.from}` : null
}

/** Null where there is no such thing. */
export const spansOf = (board: Board, id: string): Spans | null => {
  const fields = asFields(board.el.get(id))
  const made = fields?._item
  if (!fields || !made) return null
  return {
    made: spanOf(made),
    written: Array.from(itemsIn(fields, deletedKey), spanOf),
    deletion: deletionOf(fields),
    unseen: unseenIn(fields),
  }
}
