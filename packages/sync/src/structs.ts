import * as decoding from 'lib0/decoding'

type Id = readonly [client: number, clock: number]

/** One struct of an update, version 1: which clocks it takes, where its bytes lie, what it stands beside and in. */
export interface Struct {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
  readonly needs: readonly Id[]
}

export interface Structs {
  /** Of one client after the other, as they came. */
  readonly structs: readonly Struct[]
  /** The rest of the update, as it came. */
  readonly deletions: Uint8Array
}

const idOf = (decoder: decoding.Decoder): Id => [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]

/** Words and bytes are told with their length, and passed by. */
const pass = (decoder: decoding.Decoder): void => {
  const length = decoding.readVarUint(decoder)
  decoder.pos += length
}

const passed = (decoder: decoding.Decoder, times: number, one: (decoder: decoding.Decoder) => void): number => {
  for (let left = times; left > 0; left -= 1) one(decoder)
  return times
}

/** Clocks count letters as JavaScript does: two for what UTF-8 writes in four bytes. */
const letters = (decoder: decoding.Decoder): number => {
  const end = decoding.readVarUint(decoder) + decoder.pos
  let count = 0
  for (; decoder.pos < end; decoder.pos += 1) {
    const byte = decoder.arr[decoder.pos] ?? 0
    if ((byte & 0xc0) !== 0x80) count += byte < 0xf0 ? 1 : 2
  }
  return count
}

/** Returns how many clocks the content takes. The numbers are those of Yjs (`contentRefs`). */
const content = (decoder: decoding.Decoder, kind: number): number => {
  if (kind === 1) return decoding.readVarUint(decoder)
  if (kind === 2) return passed(decoder, decoding.readVarUint(decoder), pass)
  if (kind === 4) return letters(decoder)
  if (kind === 8) return passed(decoder, decoding.readVarUint(decoder), decoding.readAny)
  // A type says what it is, and an element of XML its name.
  if (kind !== 7) pass(decoder)
  else if ([3, 5].includes(decoding.readVarUint(decoder))) pass(decoder)
  if (kind === 6) pass(decoder)
  if (kind === 9) decoding.readAny(decoder)
  return 1
}

const struct = (decoder: decoding.Decoder, client: number, clock: number): Struct | null => {
  const from = decoder.pos
  const info = decoding.readUint8(decoder)
  const kind = info & 31
  const needs: Id[] = []
  if (kind === 10) return null
  if (kind !== 0) {
    if (info & 128) needs.push(idOf(decoder))
    if (info & 64) needs.push(idOf(decoder))
    if ((info & 192) === 0) {
      if (decoding.readVarUint(decoder) === 1) pass(decoder)
      else needs.push(idOf(decoder))
      if (info & 32) pass(decoder)
    }
  }
  const length = kind === 0 ? decoding.readVarUint(decoder) : content(decoder, kind)
  return { client, clock, length, bytes: decoder.arr, from, to: decoder.pos, needs }
}

/**
 * Where the structs of an update of our own lie, without making anything of them: what Yjs makes of tens of thousands takes a slow
 * device half a second. Null where there are holes, which only others' clients make.
 */
export const structsOf = (update: Uint8Array): Structs | null => {
  const decoder = decoding.createDecoder(update)
  const structs: Struct[] = []
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    let left = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    let clock = decoding.readVarUint(decoder)
    for (; left > 0; left -= 1) {
      const one = struct(decoder, client, clock)
      if (!one) return null
      structs.push(one)
      clock += one.length
    }
  }
  return { structs, deletions: update.subarray(decoder.pos) }
}
