import * as encoding from 'lib0/encoding'

/** Boards allow few root types; all targets get the same one. */
export const root = 'el'

/**
 * The update that Yjs makes when `client` types one letter behind its last one, byte for byte (letter.test.ts):
 * the load can then write thirty thousand a second without a document for each writer.
 */
export const letterUpdate = (client: number, clock: number, letter = 'н'): Uint8Array =>
  encoding.encode((encoder) => {
    // One author, one struct.
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    // A string; the highest bit says that something stands to its left.
    encoding.writeUint8(encoder, clock > 0 ? 0x84 : 0x04)
    if (clock > 0) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock - 1)
    } else {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, root)
    }
    encoding.writeVarString(encoder, letter)
    // Nothing was deleted.
    encoding.writeVarUint(encoder, 0)
  })
