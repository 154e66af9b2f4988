/**
 * What a film is inside. A browser plays H.264, VP8, VP9 and AV1 everywhere, and little else; and a phone writes into a film where and
 * when it was made, which is nobody's business. Nothing is decoded: only boxes are read, within bounds.
 */

/** So many bytes from a place on; fewer where the film ends. */
export type ReadAt = (from: number, bytes: number) => Promise<Uint8Array>

/** Bytes that take the place of others. A long run of noughts is told by its length. */
export interface Patch {
  readonly at: number
  readonly bytes: Uint8Array
  /** So many noughts after them. */
  readonly zeros: number
}

/** What has to be written over before the film is kept; none: it says nothing of its makers. */
export interface Film {
  readonly patches: readonly Patch[]
}

/** A film of ten minutes has some thousand; more is made to keep us busy. */
const boxesMax = 20_000
/** The index of a film of 100 MB has some hundred kilobytes. */
const indexBytesMax = 8_000_000

const latin = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length))
const uint32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at)

interface Box {
  readonly type: string
  /** Of its first byte, in the film. */
  readonly at: number
  readonly head: number
  readonly end: number
}

/** The head of a box; null: none that ends within its room. */
const boxAt = (bytes: Uint8Array, from: number, at: number, room: number): Box | null => {
  if (bytes.length < from + 8) return null
  const short = uint32(bytes, from)
  const isLong = short === 1
  if (isLong && bytes.length < from + 16) return null
  const length = short === 0 ? room - at : isLong ? uint32(bytes, from + 8) * 2 ** 32 + uint32(bytes, from + 12) : short
  const head = isLong ? 16 : 8
  if (length < head || at + length > room) return null
  return { type: latin(bytes, from + 4, 4), at, head, end: at + length }
}

/** Boxes that lie side by side in bytes whose first has the place `base`; null where they do not fill them. */
const boxesIn = (bytes: Uint8Array, base: number, from: number, end: number): Box[] | null => {
  const found: Box[] = []
  for (let at = from; at < end;) {
    const box = boxAt(bytes, at - base, at, end)
    if (!box || found.length > boxesMax) return null
    found.push(box)
    at = box.end
  }
  return found
}

/** It stays as long as it was and says nothing any more. */
const emptied = ({ at, head, end }: Box): Patch => ({
  at: at + 4,
  // A box of a long length keeps it: eight bytes of it stand after its name.
  bytes: Uint8Array.from('free', (sign) => sign.charCodeAt(0)),
  zeros: head === 8 ? end - at - head : 0,
})
const emptiedLong = ({ at, head, end }: Box): Patch[] =>
  head === 8 ? [] : [{ at: at + head, bytes: new Uint8Array(0), zeros: end - at - head }]
const blank = (box: Box): Patch[] => [emptied(box), ...emptiedLong(box)]

/** What is said of the film and not needed to show it. */
const telling = new Set(['udta', 'meta', 'uuid', 'free', 'skip'])
/** Of these the first eight or sixteen bytes after version and flags say when it was made and changed. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd'])
const played = new Set(['avc1', 'avc3', 'vp08', 'vp09', 'av01'])

interface Told {
  readonly patches: Patch[]
  /** Of each track what it holds, and how it is coded. */
  readonly tracks: { handler: string; codec: string }[]
}

/** A track's index lies this deep: track, media, its information, its table. More would be made to exhaust us. */
const deepest = 4

const walkIndex = (bytes: Uint8Array, base: number, box: Box, told: Told, depth = 0): boolean => {
  if (depth > deepest) return false
  const inner = boxesIn(bytes, base, box.at + box.head, box.end)
  if (!inner) return false
  for (const one of inner) {
    const body = one.at + one.head - base
    const isHeld = (length: number) => one.end - base >= body + length
    if (telling.has(one.type)) told.patches.push(...blank(one))
    if (dated.has(one.type) && isHeld(20)) {
      told.patches.push({ at: base + body + 4, bytes: new Uint8Array(0), zeros: bytes[body] === 1 ? 16 : 8 })
    }
    const track = told.tracks.at(-1)
    if (one.type === 'hdlr' && track && box.type === 'mdia' && isHeld(12)) track.handler = latin(bytes, body + 8, 4)
    if (one.type === 'stsd' && track && isHeld(16)) track.codec = latin(bytes, body + 12, 4)
    if (one.type === 'trak') {
      told.tracks.push({ handler: '', codec: '' })
      if (!walkIndex(bytes, base, one, told, depth + 1)) return false
      const kind = told.tracks.at(-1)?.handler
      // Where the camera was from second to second is a track of its own.
      if (kind !== 'vide' && kind !== 'soun') told.patches.push(...blank(one))
    }
    if (['mdia', 'minf', 'stbl'].includes(one.type) && !walkIndex(bytes, base, one, told, depth + 1)) return false
  }
  return true
}

/** An MP4 that is whole and that browsers play; null: it is not. */
export const readMp4 = async (read: ReadAt, size: number): Promise<Film | null> => {
  const told: Told = { patches: [], tracks: [] }
  let hasIndex = false
  let hasPictures = false
  let count = 0
  for (let at = 0; at < size;) {
    const box = boxAt(await read(at, 16), 0, at, size)
    if (!box || (at === 0 && box.type !== 'ftyp') || (count += 1) > boxesMax) return null
    if (box.type === 'moov') {
      if (hasIndex || box.end - box.at > indexBytesMax) return null
      hasIndex = true
      const bytes = await read(box.at, box.end - box.at)
      if (!walkIndex(bytes, box.at, box, told)) return null
    }
    if (box.type === 'mdat') hasPictures = true
    if (telling.has(box.type)) told.patches.push(...blank(box))
    at = box.end
  }
  const pictures = told.tracks.filter(({ handler }) => handler === 'vide')
  const isShown = hasIndex && hasPictures && pictures.length > 0 && pictures.every(({ codec }) => played.has(codec))
  return isShown ? { patches: told.patches } : null
}

/** Of EBML, by their first bytes. */
const ebml = {
  head: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  track: 0xae,
  codec: 0x86,
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  attachments: 0x1941a469,
  date: 0x4461,
  title: 0x7ba9,
} as const

interface Element {
  readonly id: number
  readonly at: number
  readonly head: number
  /** Infinity: until something comes that cannot be in it. */
  readonly end: number
}

const lengthOf = (first: number, max: number): number => {
  const length = Math.clz32(first) - 23
  return first === 0 || length > max ? 0 : length
}

const elementAt = (bytes: Uint8Array, from: number, at: number): Element | null => {
  const idLength = lengthOf(bytes[from] ?? 0, 4)
  const sizeFirst = bytes[from + idLength] ?? 0
  const sizeLength = lengthOf(sizeFirst, 8)
  if (!idLength || !sizeLength || bytes.length < from + idLength + sizeLength) return null
  let id = 0
  for (let n = 0; n < idLength; n += 1) id = id * 256 + (bytes[from + n] ?? 0)
  let size = sizeFirst - 2 ** (8 - sizeLength)
  let isOpen = size === 2 ** (8 - sizeLength) - 1
  for (let n = 1; n < sizeLength; n += 1) {
    const byte = bytes[from + idLength + n] ?? 0
    isOpen &&= byte === 255
    size = size * 256 + byte
  }
  const head = idLength + sizeLength
  return { id, at, head, end: isOpen ? Infinity : at + head + size }
}

/** A hole of the same length. */
const voided = ({ at, end }: Element): Patch => {
  const length = end - at
  if (length < 9) return { at, bytes: Uint8Array.of(0xec, 0x80 | (length - 2)), zeros: length - 2 }
  const bytes = new Uint8Array(9)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 0xec)
  view.setUint32(1, Math.floor((length - 9) / 2 ** 32))
  view.setUint32(5, (length - 9) >>> 0)
  view.setUint8(1, 0x01)
  return { at, bytes, zeros: length - 9 }
}

const elementsIn = (bytes: Uint8Array, base: number, of: Element): Element[] => {
  const found: Element[] = []
  for (let at = of.at + of.head; at < of.end && found.length < boxesMax;) {
    const one = elementAt(bytes, at - base, at)
    if (!one || one.end > of.end) break
    found.push(one)
    at = one.end
  }
  return found
}

/** A WebM that is whole, as far as it says how long it is, and that browsers play; null: it is not. */
export const readWebm = async (read: ReadAt, size: number): Promise<Film | null> => {
  const first = elementAt(await read(0, 16), 0, 0)
  if (first?.id !== ebml.head || first.end > 4_096) return null
  if (!latin(await read(0, first.end), 0, first.end).includes('webm')) return null
  const segment = elementAt(await read(first.end, 16), 0, first.end)
  if (segment?.id !== ebml.segment || (segment.end !== Infinity && segment.end > size)) return null
  const patches: Patch[] = []
  const codecs: string[] = []
  let hasPictures = false
  for (let at = segment.at + segment.head, count = 0; at < size; count += 1) {
    const one = elementAt(await read(at, 16), 0, at)
    if (!one || count > boxesMax) return null
    if (one.id === ebml.cluster) hasPictures = true
    // Written as it was filmed, by somebody who did not know how long it would be: what follows is film to the end.
    if (one.end === Infinity) break
    if (one.end > size) return null
    const isRead = one.id === ebml.info || one.id === ebml.tracks
    if (isRead && one.end - one.at > indexBytesMax) return null
    const bytes = isRead ? await read(one.at, one.end - one.at) : new Uint8Array(0)
    if (one.id === ebml.info)
      patches.push(
        ...elementsIn(bytes, at, one)
          .filter(({ id }) => id === ebml.date || id === ebml.title)
          .map(voided),
      )
    if (one.id === ebml.tracks) {
      for (const track of elementsIn(bytes, at, one).filter(({ id }) => id === ebml.track)) {
        const codec = elementsIn(bytes, at, track).find(({ id }) => id === ebml.codec)
        if (codec) codecs.push(latin(bytes, codec.at + codec.head - at, Math.min(40, codec.end - codec.at - codec.head)))
      }
    }
    if (one.id === ebml.tags || one.id === ebml.attachments) patches.push(voided(one))
    at = one.end
  }
  const isShown = codecs.some((codec) => /^V_(VP8|VP9|AV1)/.test(codec)) && !codecs.some((codec) => /^V_(?!VP8|VP9|AV1)/.test(codec))
  return hasPictures && isShown ? { patches } : null
}

/** By its type; null: damaged, cut, or coded so that browsers show nothing. */
export const readFilm = (type: 'video/mp4' | 'video/webm', read: ReadAt, size: number): Promise<Film | null> =>
  type === 'video/mp4' ? readMp4(read, size) : readWebm(read, size)

export const isFilm = (type: string): type is 'video/mp4' | 'video/webm' => type === 'video/mp4' || type === 'video/webm'
