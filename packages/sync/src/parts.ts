import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { structsOf, type Struct } from './structs.ts'

/** A network that breaks after so many bytes of a long day's work has still brought something home. */
export const partBytesMax = 131_072

/**
 * An update as several, none of which needs a later one: whoever takes them in order never has to wait for a missing piece.
 * Each is at most `bytesMax`, but for single values that cannot be parted. What is deleted is told with the last.
 *
 *   update   a0 a1 b0 a2 | deletions        a2 stands behind b0
 *   parts    a0 a1 · b0 a2 · deletions
 */
export const inParts = (update: Uint8Array, bytesMax = partBytesMax): readonly Uint8Array[] => {
  if (update.length <= bytesMax) return [update]
  const read = structsOf(update)
  const ordered = read && inOrder(read.structs)
  if (!ordered) return [update]
  let part = new Part()
  const parts = [part]
  for (const struct of ordered.flatMap((one) => (sizeOf(one) > bytesMax ? cut(one, bytesMax) : one))) {
    if (part.bytes > 0 && part.bytes + sizeOf(struct) > bytesMax) parts.push((part = new Part()))
    part.add(struct)
  }
  return parts.map((one) => one.update(one === part ? read.deletions : nothing))
}

/** No client has deleted anything. */
const nothing = new Uint8Array([0])

const sizeOf = ({ from, to }: Struct) => to - from

/** Every struct after those that it needs; null where it needs what is nowhere before it. */
const inOrder = (structs: readonly Struct[]): readonly Struct[] | null => {
  const rows = Map.groupBy(structs, ({ client }) => client)
  if (rows.size === 1) return structs
  const next = new Map([...rows.keys()].map((client) => [client, 0]))
  const lacks = (client: number, clock: number) => {
    const row = rows.get(client)
    const last = row?.at(-1)
    const coming = row?.[next.get(client) ?? 0]
    return coming !== undefined && last !== undefined && clock >= coming.clock && clock < last.clock + last.length
  }
  const ordered: Struct[] = []
  while (ordered.length < structs.length) {
    const before = ordered.length
    for (const [client, row] of rows) {
      for (let at = next.get(client) ?? 0; ; at += 1) {
        next.set(client, at)
        const struct = row[at]
        if (!struct || struct.needs.some(([other, clock]) => other !== client && lacks(other, clock))) break
        ordered.push(struct)
      }
    }
    if (ordered.length === before) return null
  }
  return ordered
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00

/** Where a row of letters or values may be parted; 0 where it is no row. */
const middleOf = ({ content, length }: Y.Item): number => {
  const middle = Math.floor(length / 2)
  if (content instanceof Y.ContentString) return isHighSurrogate(content.str.charCodeAt(middle - 1)) ? middle - 1 : middle
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? middle : 0
}

/** A long text is two shorter ones, the second behind the first, as Yjs itself would part it; null where it cannot be parted. */
const halvesOf = (item: Y.Item): readonly Y.Item[] | null => {
  const at = middleOf(item)
  if (at === 0) return null
  const { id, origin, rightOrigin, parent, parentSub, content } = item
  const [lastId, nextId] = [Y.createID(id.client, id.clock + at - 1), Y.createID(id.client, id.clock + at)]
  const tail = content.splice(at)
  return [
    new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content),
    new Y.Item(nextId, null, lastId, null, rightOrigin, parent, parentSub, tail),
  ]
}

/** A struct that is too long, written once more as several. */
const cut = (struct: Struct, bytesMax: number): readonly Struct[] => {
  const alone = new Part()
  alone.add(struct)
  const [item] = Y.decodeUpdate(alone.update(nothing)).structs
  const written = (one: Y.Item, rest: Struct): readonly Struct[] => {
    const encoder = new Y.UpdateEncoderV1()
    one.write(encoder, 0)
    const bytes = encoding.toUint8Array(encoder.restEncoder)
    const { length, id } = one
    const halves = bytes.length > bytesMax ? halvesOf(one) : null
    return halves?.flatMap((half) => written(half, rest)) ?? [{ ...rest, clock: id.clock, length, bytes, from: 0, to: bytes.length }]
  }
  return item instanceof Y.Item ? written(item, struct) : [struct]
}

/** Bytes that lie one behind the other. */
interface Run {
  readonly bytes: Uint8Array
  readonly from: number
  to: number
}

/** One update, version 1, on its way to be written. */
class Part {
  readonly #rows = new Map<number, { readonly clock: number; count: number; readonly runs: Run[] }>()
  bytes = 0

  add({ client, clock, bytes, from, to }: Struct): void {
    this.bytes += to - from
    const row = this.#rows.get(client)
    if (!row) return void this.#rows.set(client, { clock, count: 1, runs: [{ bytes, from, to }] })
    row.count += 1
    const last = row.runs.at(-1)
    if (last?.bytes === bytes && last.to === from) last.to = to
    else row.runs.push({ bytes, from, to })
  }

  update(deletions: Uint8Array): Uint8Array {
    const encoder = encoding.createEncoder()
    const write = (...numbers: readonly number[]) => {
      for (const number of numbers) encoding.writeVarUint(encoder, number)
    }
    write(this.#rows.size)
    for (const [client, { clock, count, runs }] of this.#rows) {
      write(count, client, clock)
      for (const { bytes, from, to } of runs) encoding.writeUint8Array(encoder, bytes.subarray(from, to))
    }
    encoding.writeUint8Array(encoder, deletions)
    return encoding.toUint8Array(encoder)
  }
}
