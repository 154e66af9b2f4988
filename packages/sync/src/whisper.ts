import * as encoding from 'lib0/encoding'
import { encodeStates, ProtocolError, readStates, type State } from './protocol.ts'
import { Reader } from './reader.ts'

/** What rooms of one name say to each other between processes about who is there. May be lost. */
export interface Whisper {
  /** The hub that said it: a bus may bring one's own whisper back. */
  readonly from: string
  /** `ask`: say again who is with you. */
  readonly kind: 'states' | 'ask'
  readonly states: readonly State[]
}

export const whisperOf = (from: string, kind: Whisper['kind'], states: readonly State[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, from)
  encoding.writeVarUint(encoder, kind === 'ask' ? 1 : 0)
  encoding.writeVarUint8Array(encoder, encodeStates(states))
  return encoding.toUint8Array(encoder)
}

/** Null for what a newer or older version may say: it may be lost, so it may be passed over. */
export const readWhisper = (bytes: Uint8Array): Whisper | null => {
  try {
    const reader = new Reader(bytes)
    const from = reader.text()
    const kind = reader.uint() === 1 ? 'ask' : 'states'
    return { from, kind, states: readStates(reader.bytes()) }
  } catch (why) {
    if (why instanceof ProtocolError) return null
    throw why
  }
}
