import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** How a server wants the messages of y-websocket to be wrapped. */
export interface Dialect {
  /** Keeps documents and answers step 1: then "synced" means something. */
  readonly answers: boolean
  /** Said first. */
  greet(room: string): readonly Uint8Array[]
  /** Stands before every message, in both directions. */
  prefix(room: string): Uint8Array
  /** Leads to the message itself. */
  skipPrefix(decoder: decoding.Decoder): void
}

const nothing = new Uint8Array()

/** y-websocket's own: the room is in the address, nothing else is needed. */
export const plain: Dialect = { answers: true, greet: () => [], prefix: () => nothing, skipPrefix: () => {} }

/** Copies what it does not understand. */
export const deaf: Dialect = { ...plain, answers: false }

/** The document's name before every message, and a token before everything. */
export const named: Dialect = {
  answers: true,
  greet: (room) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, room)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'token')
    }),
  ],
  prefix: (room) => encoding.encode((encoder) => encoding.writeVarString(encoder, room)),
  skipPrefix: (decoder) => void decoding.readVarUint8Array(decoder),
}
