import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Dialect } from './dialect.ts'

/** The messages of y-websocket, written and read by hand, and Sheber's receipt. */
export type Message =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'other' }

const syncKinds = ['step1', 'step2', 'update'] as const

/** Hocuspocus has a second number for a sync message that wants no answer; receipts are Sheber's alone. */
const hocuspocusReply = 4

export const readMessage = (bytes: Uint8Array, dialect: Dialect): Message => {
  const decoder = decoding.createDecoder(bytes)
  dialect.skipPrefix(decoder)
  const first = decoding.readVarUint(decoder)
  const hasPrefix = decoder.pos > 1
  if (first === 0 || (first === hocuspocusReply && hasPrefix)) {
    const kind = syncKinds[decoding.readVarUint(decoder)]
    if (kind === undefined) return { kind: 'other' }
    const body = decoding.readVarUint8Array(decoder)
    return kind === 'step1' ? { kind, vector: body } : { kind, update: body }
  }
  if (first === 1) return { kind: 'awareness', states: decoding.readVarUint8Array(decoder) }
  if (first === 4) return { kind: 'saved', count: decoding.readVarUint(decoder) }
  return { kind: 'other' }
}

const message = (prefix: Uint8Array, write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    write(encoder)
  })

export const syncMessage = (prefix: Uint8Array, kind: (typeof syncKinds)[number], body: Uint8Array): Uint8Array =>
  message(prefix, (encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, syncKinds.indexOf(kind))
    encoding.writeVarUint8Array(encoder, body)
  })

export const cursorMessage = (prefix: Uint8Array, client: number, clock: number, json: string): Uint8Array =>
  message(prefix, (encoder) => {
    const states = encoding.encode((inner) => {
      encoding.writeVarUint(inner, 1)
      encoding.writeVarUint(inner, client)
      encoding.writeVarUint(inner, clock)
      encoding.writeVarString(inner, json)
    })
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, states)
  })

/** What a frame tells of one author: its clocks from `from` up to, but without, `to`. */
export interface Range {
  readonly client: number
  readonly from: number
  readonly to: number
}

export const rangesOf = (update: Uint8Array): Range[] => {
  const { from, to } = Y.parseUpdateMeta(update)
  return Array.from(to, ([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }))
}

/** Awareness has one clock per author; its words are not read. */
export const cursorsOf = (states: Uint8Array): Range[] => {
  const decoder = decoding.createDecoder(states)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    decoding.readVarUint8Array(decoder)
    return { client, from: clock, to: clock + 1 }
  })
}

/** Thirty clients get the same bytes at one moment: they are read once. */
export const remembering = (read: (bytes: Uint8Array) => Range[]) => {
  const known: { bytes: Uint8Array; ranges: Range[] }[] = []
  let next = 0
  return (bytes: Uint8Array): Range[] => {
    const found = known.find((one) => one.bytes.length === bytes.length && Buffer.compare(one.bytes, bytes) === 0)
    if (found) return found.ranges
    const ranges = read(bytes)
    // A copy: the socket's own memory is written to again.
    known[next] = { bytes: bytes.slice(), ranges }
    next = (next + 1) % 8
    return ranges
  }
}
