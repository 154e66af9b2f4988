import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'

/**
 * A room's words in a file, to be carried where a network is:
 *
 *   8   "SHEBER" 0x00 version
 *   4   length of the label, big-endian
 *   …   label, JSON
 *   4   length of the words
 *   …   words, a Yjs update: all that the device held of the room
 *   32  SHA-256 of everything before it
 *
 * The digest tells damage, not forgery: who opens a file is asked for their own right by the server, as for every word.
 */
export interface Label {
  readonly room: string
  /** Which copy of the document; null where the device had never reached the server. */
  readonly lineage: string | null
  readonly person: { readonly id: string; readonly name: string }
  /** Milliseconds since 1970, by the clock of the device. */
  readonly at: number
}

/**
 * not-parcel      no file of ours
 * newer           of a version that this page cannot read yet
 * damaged         not what was written
 * other-room      of another board
 * other-lineage   of another copy of the document, which does not merge with this one
 * other-person    somebody else's: their words are sent under their own name
 */
export type Refusal = 'not-parcel' | 'newer' | 'damaged' | 'other-room' | 'other-lineage' | 'other-person'

export class ParcelRefused extends Error {
  override readonly name = 'ParcelRefused'
  readonly refusal: Refusal
  /** Whose file it is and of which room, where it could be read. */
  readonly label: Label | null
  constructor(refusal: Refusal, label: Label | null = null) {
    super(refusal)
    this.refusal = refusal
    this.label = label
  }
}

const magic = Uint8Array.from('SHEBER\0', (letter) => letter.charCodeAt(0))
const version = 1
const labelBytesMax = 4_096
/** Twice what a document may be on the server: a device also holds what was deleted there meanwhile. */
const wordsBytesMax = 16_777_216
export const parcelBytesMax = magic.length + 1 + 4 + labelBytesMax + 4 + wordsBytesMax + 32

const numbered = (bytes: Uint8Array): Uint8Array => {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return joined(length, bytes)
}
const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const packParcel = (label: Label, words: Uint8Array): Uint8Array<ArrayBuffer> => {
  const body = joined(magic, Uint8Array.of(version), numbered(new TextEncoder().encode(JSON.stringify(label))), numbered(words))
  return joined(body, digest(body))
}

/** All that a document holds. */
export const packDoc = (label: Label, doc: Y.Doc): Uint8Array<ArrayBuffer> => packParcel(label, Y.encodeStateAsUpdate(doc))
/** All that a device holds, without opening it. */
export const packUpdates = (label: Label, updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  packParcel(label, Y.mergeUpdates([...updates]))

const refuse = (refusal: Refusal, label?: Label): never => {
  throw new ParcelRefused(refusal, label ?? null)
}

/** Reads a file that may be anything. */
export const readParcel = (bytes: Uint8Array): { readonly label: Label; readonly words: Uint8Array } => {
  const startsRight = magic.every((byte, at) => bytes[at] === byte)
  if (!startsRight) return refuse('not-parcel')
  if ((bytes[magic.length] ?? 0) > version) return refuse('newer')
  if (bytes.length > parcelBytesMax || bytes.length < magic.length + 1 + 4 + 4 + 32) return refuse('damaged')
  const body = bytes.subarray(0, -32)
  const written = bytes.subarray(-32)
  if (digest(body).some((byte, at) => byte !== written[at])) return refuse('damaged')
  let at = magic.length + 1
  const part = (bytesMax: number): Uint8Array => {
    if (at + 4 > body.length) return refuse('damaged')
    const length = new DataView(body.buffer, body.byteOffset + at).getUint32(0)
    at += 4 + length
    return length > bytesMax || at > body.length ? refuse('damaged') : body.subarray(at - length, at)
  }
  const label = readLabel(part(labelBytesMax)) ?? refuse('damaged')
  const words = part(wordsBytesMax)
  return at === body.length ? { label, words } : refuse('damaged')
}

const readLabel = (bytes: Uint8Array): Label | null => {
  try {
    const said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<Label>
    const { room, lineage, person, at } = said
    const isRight =
      typeof room === 'string' &&
      (lineage === null || typeof lineage === 'string') &&
      typeof person?.id === 'string' &&
      typeof person.name === 'string' &&
      typeof at === 'number'
    return isRight ? { room, lineage, person: { id: person.id, name: person.name }, at } : null
  } catch {
    return null
  }
}

/** Where a file is to be opened. */
export interface Place {
  readonly doc: Y.Doc
  readonly room: string
  readonly lineage: string | null
  readonly person: string
}

/** Puts the words of a file into the open room, or says why not. To open it twice changes nothing. */
export const openParcel = (bytes: Uint8Array, { doc, room, lineage, person }: Place): Label => {
  const { label, words } = readParcel(bytes)
  if (label.room !== room) return refuse('other-room', label)
  if (label.lineage !== null && label.lineage !== lineage) return refuse('other-lineage', label)
  if (label.person.id !== person) return refuse('other-person', label)
  const draft = new Y.Doc()
  try {
    Y.applyUpdate(draft, words)
  } catch {
    return refuse('damaged', label)
  } finally {
    draft.destroy()
  }
  Y.applyUpdate(doc, words, 'parcel')
  return label
}
