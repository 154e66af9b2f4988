import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** A network that breaks after so many bytes of a long day's work has still brought something home. */
export const partBytesMax = 131_072

type Struct = Y.Item | Y.GC

/**
 * An update as several, none of which needs a later one: whoever takes them in order never has to wait for a missing piece.
 * Each is at most `bytesMax`, but for single values that cannot be parted. What is deleted is told with the last.
 *
 *   update   a0 a1 b0 a2 | deletions        a2 stands behind b0
 *   parts    a0 a1 · b0 a2 · deletions
 */
export const inParts = (update: Uint8Array, bytesMax = partBytesMax): readonly Uint8Array[] => {
  if (update.length <= bytesMax) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const ordered = inOrder(structs)
  if (ordered === null) return [update]
  const written = new Written()
  for (const struct of ordered) written.add(struct, bytesMax)
  const bytes = written.bytes()
  const parts: Part[] = [new Part()]
  for (const span of written.spans) {
    let part = parts.at(-1)
    if (!part || (part.bytes > 0 && part.bytes + span.to - span.from > bytesMax)) parts.push((part = new Part()))
    part.add(span)
  }
  return parts.map((part, at) => part.update(bytes, at === parts.length - 1 ? ds.clients : new Map()))
}

/** What a struct stands beside and in. */
const needsOf = (struct: Struct): readonly Y.ID[] => {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}

/** Every struct after those that it needs; null where there are holes, which only others' clients make. */
const inOrder = (structs: readonly (Struct | Y.Skip)[]): Struct[] | null => {
  const rows = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return null
    const row = rows.get(struct.id.client)
    if (row) row.push(struct)
    else rows.set(struct.id.client, [struct])
  }
  const next = new Map([...rows.keys()].map((client) => [client, 0]))
  const lacks = ({ client, clock }: Y.ID) => {
    const row = rows.get(client)
    const last = row?.at(-1)
    const coming = row?.[next.get(client) ?? 0]
    return coming !== undefined && last !== undefined && clock >= coming.id.clock && clock < last.id.clock + last.length
  }
  const ordered: Struct[] = []
  while (ordered.length < structs.length) {
    const before = ordered.length
    for (const [client, row] of rows) {
      for (let at = next.get(client) ?? 0; ; at += 1) {
        next.set(client, at)
        const struct = row[at]
        if (!struct || needsOf(struct).some((id) => id.client !== client && lacks(id))) break
        ordered.push(struct)
      }
    }
    if (ordered.length === before) return null
  }
  return ordered
}

/** A struct, and where its bytes lie among those of all. */
interface Span {
  readonly struct: Struct
  readonly from: number
  readonly to: number
}

/** All structs one behind the other in one row of bytes: tens of thousands of little ones would each be made and copied by itself. */
class Written {
  readonly #encoder = new Y.UpdateEncoderV1()
  readonly spans: Span[] = []

  /** What is too long is written once more, as two. */
  add(struct: Struct, bytesMax: number): void {
    const { restEncoder } = this.#encoder
    const from = encoding.length(restEncoder)
    struct.write(this.#encoder, 0)
    const to = encoding.length(restEncoder)
    const halves = to - from > bytesMax ? halvesOf(struct) : null
    if (halves) for (const half of halves) this.add(half, bytesMax)
    else this.spans.push({ struct, from, to })
  }

  bytes(): Uint8Array {
    return encoding.toUint8Array(this.#encoder.restEncoder)
  }
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code < 0xdc00

/** Where a row of letters or values may be parted; 0 where it is no row. */
const middleOf = ({ content, length }: Y.Item): number => {
  const middle = Math.floor(length / 2)
  if (content instanceof Y.ContentString) return isHighSurrogate(content.str.charCodeAt(middle - 1)) ? middle - 1 : middle
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? middle : 0
}

/** A long text is two shorter ones, the second behind the first, as Yjs itself would part it; null where it cannot be parted. */
const halvesOf = (struct: Struct): readonly Y.Item[] | null => {
  const cut = struct instanceof Y.Item ? middleOf(struct) : 0
  if (cut === 0 || !(struct instanceof Y.Item)) return null
  const { id, origin, rightOrigin, parent, parentSub, content } = struct
  const [lastId, nextId] = [Y.createID(id.client, id.clock + cut - 1), Y.createID(id.client, id.clock + cut)]
  const tail = content.splice(cut)
  return [
    new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content),
    new Y.Item(nextId, null, lastId, null, rightOrigin, parent, parentSub, tail),
  ]
}

type Deletions = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>

/** One update, version 1, on its way to be written. */
class Part {
  readonly #rows = new Map<number, { readonly clock: number; count: number; readonly runs: { from: number; to: number }[] }>()
  bytes = 0

  add({ struct: { id }, from, to }: Span): void {
    this.bytes += to - from
    const row = this.#rows.get(id.client)
    if (!row) return void this.#rows.set(id.client, { clock: id.clock, count: 1, runs: [{ from, to }] })
    row.count += 1
    const last = row.runs.at(-1)
    if (last?.to === from) last.to = to
    else row.runs.push({ from, to })
  }

  update(bytes: Uint8Array, deletions: Deletions): Uint8Array {
    const encoder = encoding.createEncoder()
    const write = (...numbers: readonly number[]) => {
      for (const number of numbers) encoding.writeVarUint(encoder, number)
    }
    write(this.#rows.size)
    for (const [client, { clock, count, runs }] of this.#rows) {
      write(count, client, clock)
      for (const { from, to } of runs) encoding.writeUint8Array(encoder, bytes.subarray(from, to))
    }
    write(deletions.size)
    for (const [client, spans] of deletions) {
      write(client, spans.length)
      for (const { clock, len } of spans) write(clock, len)
    }
    return encoding.toUint8Array(encoder)
  }
}
