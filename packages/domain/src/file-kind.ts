import type { FileType } from '@sheber/contract/file'

/** What a file begins and ends with. */
export interface Ends {
  readonly head: Uint8Array
  readonly tail: Uint8Array
  readonly size: number
}

/** So much of the beginning and of the end is looked at. */
export const endsBytes = 65_536

/** Two more than may be taken in: a photograph and a film that only their own maker's devices can open. */
export type FileKind = FileType | 'image/heic' | 'video/quicktime'

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
const at = (bytes: Uint8Array, from: number, word: string): boolean =>
  word.length + from <= bytes.length && [...word].every((sign, i) => bytes[from + i] === sign.charCodeAt(0))
const uint32 = (bytes: Uint8Array, from: number): number =>
  bytes.length < from + 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(from, true)

const heif = (head: Uint8Array): FileKind | null => {
  if (!at(head, 4, 'ftyp')) return null
  const brands = latin(head.subarray(8, 64))
  if (/avi[fs]/.test(brands)) return 'image/avif'
  return /^(hei[cfxms]|hev[cx]|mif1|msf1)/.test(brands) ? 'image/heic' : null
}

/** What is inside of a film is looked at in `film`. */
const film = (head: Uint8Array): FileKind | null => {
  if (at(head, 0, '\x1a\x45\xdf\xa3')) return latin(head.subarray(0, 64)).includes('webm') ? 'video/webm' : null
  if (!at(head, 4, 'ftyp')) return null
  const brand = latin(head.subarray(8, 12))
  if (brand === 'qt  ') return 'video/quicktime'
  return /^(iso\w|mp4[12]|avc1|M4V |dash|MSNV|3g[pg]\w|mmp4|f4v |XAVC)$/.test(brand) ? 'video/mp4' : null
}

const picture = (head: Uint8Array): FileKind | null => {
  if (at(head, 0, '\xff\xd8\xff')) return 'image/jpeg'
  if (at(head, 0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (at(head, 0, 'GIF87a') || at(head, 0, 'GIF89a')) return 'image/gif'
  if (at(head, 0, 'RIFF') && at(head, 8, 'WEBP')) return 'image/webp'
  return heif(head)
}

const document = (head: Uint8Array): FileKind | null => {
  if (at(head, 0, '%PDF-')) return 'application/pdf'
  if (at(head, 0, 'PK\x03\x04') || at(head, 0, 'PK\x05\x06')) return 'application/zip'
  if (at(head, 0, '\x1f\x8b\x08')) return 'application/gzip'
  if (at(head, 0, 'Rar!\x1a\x07')) return 'application/vnd.rar'
  if (at(head, 0, "7z\xbc\xaf'\x1c")) return 'application/x-7z-compressed'
  if (at(head, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'application/x-ole-storage'
  return /^AC10\d\d/.test(latin(head.subarray(0, 6))) ? 'application/acad' : null
}

/** The header names the whole length, so a cut one is known by it. */
const isGlb = ({ head, size }: Ends) =>
  at(head, 0, 'glTF') && uint32(head, 4) === 2 && uint32(head, 8) === size && at(head, 16, 'JSON') && uint32(head, 12) <= size - 20

/** 80 bytes of anything, a count, and 50 bytes for each triangle. */
const isBinaryStl = ({ head, size }: Ends) => size > 84 && size === 84 + 50 * uint32(head, 80)

/** No sign that a text has no use for. Texts of Windows-1251 and of UTF-16 count too. */
const isText = ({ head, tail }: Ends): boolean => {
  if (at(head, 0, '\xff\xfe') || at(head, 0, '\xfe\xff')) return true
  return head.length > 0 && ![head, tail].some((part) => part.some((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)))
}

/** What stands before the first element of an XML: declaration, comments, document type. */
const withoutProlog = (text: string): string => {
  let rest = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : rest.startsWith('<!') ? '>' : null
    if (close === null) return rest
    const end = rest.indexOf(close)
    if (end === -1) return ''
    // Entities of a document type stand in brackets of their own.
    const brackets = close === '>' && rest.slice(0, end).includes('[') ? rest.indexOf(']', end) : end
    if (brackets === -1) return ''
    rest = rest.slice(rest.indexOf(close, brackets) + close.length).trimStart()
  }
}

const words = (ends: Ends): FileKind | null => {
  const text = latin(ends.head)
  if (/^<(\w+:)?svg[\s>/]/.test(withoutProlog(text))) return 'image/svg+xml'
  if (!/^\s*solid\b/.test(text) || !/\bfacet\s+normal\b/.test(text)) return 'text/plain'
  return /\bendsolid\b[^\n]*\s*$/.test(latin(ends.tail)) ? 'model/stl' : null
}

/** What a file is, by its content; null: nothing that we know, or damaged. */
export const kindOf = (ends: Ends): FileKind | null => {
  const known = picture(ends.head) ?? film(ends.head) ?? document(ends.head)
  if (known) return known
  if (at(ends.head, 0, 'glTF')) return isGlb(ends) ? 'model/gltf-binary' : null
  if (isBinaryStl(ends)) return 'model/stl'
  return isText(ends) ? words(ends) : null
}
