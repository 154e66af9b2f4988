interface Size {
  readonly width: number
  readonly height: number
}

const jpegSize = (head: DataView): Size | null => {
  // Segments, each with its length, until the one that begins the frame.
  for (let at = 2; at + 9 < head.byteLength; at += 2 + head.getUint16(at + 2)) {
    if (head.getUint8(at) !== 0xff) return null
    const marker = head.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: head.getUint16(at + 5), width: head.getUint16(at + 7) }
  }
  return null
}

const uint24 = (head: DataView, at: number) => head.getUint16(at, true) | (head.getUint8(at + 2) << 16)

const webpSize = (head: DataView): Size | null => {
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => head.getUint8(at)))
  if (form === 'VP8X') return { width: uint24(head, 24) + 1, height: uint24(head, 27) + 1 }
  if (form === 'VP8 ') return { width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff }
  if (form !== 'VP8L') return null
  const packed = head.getUint32(21, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
}

/**
 * How large a picture says it is, out of its first bytes: a telephone that begins to decode 200 million pixels does not
 * come back. As stored, which may be lying on its side; null: it does not say here.
 */
export const pixelsOf = (type: string, bytes: Uint8Array): Size | null => {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (head.byteLength < 30) return null
  if (type === 'image/png') return { width: head.getUint32(16), height: head.getUint32(20) }
  if (type === 'image/gif') return { width: head.getUint16(6, true), height: head.getUint16(8, true) }
  if (type === 'image/jpeg') return jpegSize(head)
  return type === 'image/webp' ? webpSize(head) : null
}
