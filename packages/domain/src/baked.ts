/** A badge that is a picture too: a PNG with its credential in an iTXt chunk, as Open Badges 3.0 bakes it. */

const keyword = 'openbadgecredential'
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})
const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const isPng = (bytes: Uint8Array) => signature.every((byte, at) => bytes[at] === byte)
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

interface Chunk {
  readonly type: string
  readonly at: number
  readonly data: Uint8Array
}

/** As far as they can be read. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = viewOf(bytes)
  let at = signature.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return
    yield { type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), at, data: bytes.subarray(at + 8, end - 4) }
    at = end
  }
}

const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const chunkOf = (type: string, data: Uint8Array): Uint8Array => {
  const named = join(new TextEncoder().encode(type), data)
  const ends = new Uint8Array(8)
  viewOf(ends).setUint32(0, data.length)
  viewOf(ends).setUint32(4, crcOf(named))
  return join(ends.subarray(0, 4), named, ends.subarray(4))
}

/** Uncompressed, with neither language nor translated keyword: five zeros between the keyword and the text. */
export const bake = (png: Uint8Array, credential: string): Uint8Array<ArrayBuffer> => {
  const text = join(new TextEncoder().encode(keyword), new Uint8Array(5), new TextEncoder().encode(credential))
  // After the header, which comes first in every PNG: who only wants the badge need not read the picture.
  const [header] = chunksOf(png)
  const after = header ? header.at + 12 + header.data.length : png.length
  return join(png.subarray(0, after), chunkOf('iTXt', text), png.subarray(after))
}

/** What is baked into a picture; null: it is no PNG, or nothing is. */
export const unbake = (bytes: Uint8Array): string | null => {
  if (!isPng(bytes)) return null
  for (const { type, data } of chunksOf(bytes)) {
    if (type !== 'iTXt') continue
    const nameEnd = data.indexOf(0)
    if (new TextDecoder('latin1').decode(data.subarray(0, nameEnd)) !== keyword || data[nameEnd + 1] !== 0) continue
    const languageEnd = data.indexOf(0, nameEnd + 3)
    const translatedEnd = data.indexOf(0, languageEnd + 1)
    if (languageEnd >= 0 && translatedEnd >= 0) return new TextDecoder().decode(data.subarray(translatedEnd + 1))
  }
  return null
}
