import * as encoding from 'lib0/encoding'
import { encodeStates, ProtocolError, readStates, type State } from './protocol.ts'
import { Reader } from './reader.ts'

const kinds = ['states', 'ask', 'all'] as const
type Kind = (typeof kinds)[number]

/** What rooms of one name say to each other between processes about who is there. May be lost. */
export interface Whisper {
  /** The hub that said it: a bus may bring one's own whisper back. */
  readonly from: string
  /** `states`: these changed. `all`: I have these and no others. `ask`: the same, and who is with you? */
  readonly kind: Kind
  readonly states: readonly State[]
}

export const whisperOf = (from: string, kind: Whisper['kind'], states: readonly State[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, from)
  encoding.writeVarUint(encoder, kinds.indexOf(kind))
  encoding.writeVarUint8Array(encoder, encodeStates(states))
  return encoding.toUint8Array(encoder)
}

/** Null for what a newer or older version may say: it may be lost, so it may be passed over. */
export const readWhisper = (bytes: Uint8Array): Whisper | null => {
  try {
    const reader = new Reader(bytes)
    const from = reader.text()
    const kind = kinds[reader.uint()]
    return kind ? { from, kind, states: readStates(reader.bytes()) } : null
  } catch (why) {
    if (why instanceof ProtocolError) return null
    throw why
  }
}
