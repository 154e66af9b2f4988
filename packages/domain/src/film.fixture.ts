/** Films of a few bytes: the boxes that any has, and no pictures. */

const bytesOf = (...parts: readonly (string | number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0) & 255) : [...part])))

const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const box = (type: string, ...parts: readonly (string | number[] | Uint8Array)[]): Uint8Array => {
  const body = bytesOf(...parts)
  return bytesOf(uint32(body.length + 8), type, body)
}

/** When and where it was made, as a phone writes it. */
const made = [0xe0, 0x11, 0x22, 0x33, 0xe0, 0x11, 0x22, 0x33]
export const placeSaid = '+53.2198+063.6354/'

const track = (handler: string, codec: string) =>
  box(
    'trak',
    box('tkhd', [0, 0, 0, 7], made, Array<number>(76).fill(0)),
    box(
      'mdia',
      box('mdhd', [0, 0, 0, 0], made, Array<number>(12).fill(0)),
      box('hdlr', [0, 0, 0, 0], [0, 0, 0, 0], handler, Array<number>(13).fill(0)),
      box('minf', box('stbl', box('stsd', [0, 0, 0, 0], uint32(1), uint32(16), codec, Array<number>(8).fill(0)))),
    ),
  )

/** An MP4 whose track of pictures is coded so. */
export const mp4 = (codec = 'avc1', { length = 200 }: { readonly length?: number } = {}): Uint8Array =>
  bytesOf(
    box('ftyp', 'isom', uint32(512), 'isomavc1'),
    box('mdat', Array<number>(length).fill(7)),
    box(
      'moov',
      box('mvhd', [0, 0, 0, 0], made, Array<number>(88).fill(0)),
      track('vide', codec),
      track('meta', 'mebx'),
      box('udta', box('\xa9xyz', placeSaid)),
    ),
  )

/** One whose index lies so deep in itself. */
export const deepMp4 = (depth: number): Uint8Array => {
  const index = new Uint8Array(8 * depth)
  for (let at = 0; at < index.length; at += 8) index.set(bytesOf(uint32(index.length - at), at === 0 ? 'trak' : 'mdia'), at)
  return bytesOf(box('ftyp', 'isom', uint32(512), 'isomavc1'), box('mdat', [7]), box('moov', index))
}

const element = (id: number[], ...parts: readonly (string | number[] | Uint8Array)[]): Uint8Array => {
  const body = bytesOf(...parts)
  return bytesOf(id, [0x40 | (body.length >>> 8), body.length & 255], body)
}

/** A WebM that says in its tags where it was made. */
export const webm = (codec = 'V_VP9'): Uint8Array =>
  bytesOf(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], 'webm')),
    element(
      [0x18, 0x53, 0x80, 0x67],
      element([0x15, 0x49, 0xa9, 0x66], element([0x7b, 0xa9], placeSaid)),
      element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x86], codec))),
      element([0x1f, 0x43, 0xb6, 0x75], Array<number>(40).fill(7)),
      element([0x12, 0x54, 0xc3, 0x67], placeSaid),
    ),
  )
