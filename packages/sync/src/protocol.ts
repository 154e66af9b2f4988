import * as encoding from 'lib0/encoding'
import { broken, ProtocolError, Reader } from './reader.ts'

export { ProtocolError }

/**
 * The frames of y-websocket, decoded with bounds, and three of ours that stock clients ignore:
 *
 *   0 sync       0 step1 (state vector) · 1 step2 (update) · 2 update
 *   1 awareness  count × (client, clock, JSON)
 *   3 ask for awareness
 *   4 saved      how many of this connection's step2 and update frames are durable, counted from its beginning
 *   5 right      0 read · 1 write · 2 aside: sent when a connection joins and whenever it changes
 *   6 lineage    which copy of the document this is: a text
 */
export type Frame =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'step2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly states: readonly State[] }
  | { readonly type: 'ask' }

export interface State {
  readonly client: number
  readonly clock: number
  /** JSON text; `null` says that the client has gone. */
  readonly json: string
}

/** Of one room. */
export const statesMax = 4_096

export const readFrame = (bytes: Uint8Array): Frame => {
  const reader = new Reader(bytes)
  const frame = readBody(reader)
  reader.end()
  return frame
}

const readBody = (reader: Reader): Frame => {
  switch (reader.uint()) {
    case 0:
      return readSync(reader)
    case 1:
      return { type: 'awareness', states: readStates(reader.bytes()) }
    case 3:
      return { type: 'ask' }
    default:
      return broken('unknown kind of frame')
  }
}

const readSync = (reader: Reader): Frame => {
  const kind = reader.uint()
  if (kind === 0) return { type: 'step1', vector: reader.bytes() }
  if (kind === 1) return { type: 'step2', update: reader.bytes() }
  if (kind === 2) return { type: 'update', update: reader.bytes() }
  return broken('unknown kind of sync frame')
}

export const readStates = (bytes: Uint8Array): State[] => {
  const reader = new Reader(bytes)
  const count = reader.count(3)
  if (count > statesMax) broken('too many awareness states')
  const states = Array.from({ length: count }, () => ({ client: reader.uint(), clock: reader.uint(), json: reader.text() }))
  reader.end()
  return states
}

/** Client → next clock it will use. */
export const readVector = (bytes: Uint8Array): Map<number, number> => {
  const reader = new Reader(bytes)
  const vector = new Map<number, number>()
  for (let left = reader.count(2); left > 0; left -= 1) vector.set(reader.uint(), reader.uint())
  reader.end()
  return vector
}

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const syncFrame =
  (kind: 0 | 1 | 2) =>
  (bytes: Uint8Array): Uint8Array =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, bytes)
    })

export const step1Frame = syncFrame(0)
export const step2Frame = syncFrame(1)
export const updateFrame = syncFrame(2)

export const encodeStates = (states: readonly State[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const { client, clock, json } of states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })

export const awarenessFrame = (states: readonly State[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, encodeStates(states))
  })

/** Says nothing, but is heard: three bytes that keep a quiet connection from looking dead. */
export const beatFrame = awarenessFrame([])

export const savedFrame = (count: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 4)
    encoding.writeVarUint(encoder, count)
  })

const rights = ['read', 'write', 'aside'] as const
export const rightFrame = (right: (typeof rights)[number]): Uint8Array => Uint8Array.of(5, rights.indexOf(right))

export const lineageFrame = (lineage: string): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 6)
    encoding.writeVarString(encoder, lineage)
  })
