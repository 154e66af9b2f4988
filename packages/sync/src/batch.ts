import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Many frames in one body: each with its length before it. */
export const packFrames = (frames: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

/** Null where the body is not what `packFrames` makes (somebody on the way has written another one), or has more than `most`. */
export const unpackFrames = (body: Uint8Array<ArrayBuffer>, most = Infinity): Uint8Array<ArrayBuffer>[] | null => {
  const frames: Uint8Array<ArrayBuffer>[] = []
  try {
    const decoder = decoding.createDecoder(body)
    while (decoding.hasContent(decoder)) {
      const length = decoding.readVarUint(decoder)
      if (length > body.length - decoder.pos || frames.length >= most) return null
      frames.push(decoding.readUint8Array(decoder, length) as Uint8Array<ArrayBuffer>)
    }
  } catch {
    return null
  }
  return frames
}
