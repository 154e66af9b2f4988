import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { utf8TextDecoder, utf8TextEncoder } from 'lib0/string'
import { expect, it } from 'vitest'
import './utf8.ts'

const texts = [
  '',
  'g',
  'kind',
  'a'.repeat(32),
  'a'.repeat(33),
  'сәлем',
  'note сәлем',
  '\u0000\u007f',
  '\u0080',
  '\ufeffbom',
  '🙂',
  'half \ud83d',
  'x'.repeat(40_000),
]

it('writes and reads what the browser would', () => {
  const [plainEncoder, plainDecoder] = [new TextEncoder(), new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })]
  for (const text of texts) {
    const bytes = plainEncoder.encode(text)
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, text)
    const decoder = decoding.createDecoder(encoding.toUint8Array(encoder))
    expect(decoding.readVarUint8Array(decoding.clone(decoder, 0))).toEqual(bytes)
    expect(decoding.readVarString(decoder)).toBe(plainDecoder.decode(bytes))
  }
})

it('refuses what is no text, and does not write beyond the end', () => {
  expect(() => utf8TextDecoder?.decode(new Uint8Array([0x61, 0xff]))).toThrow()
  const few = new Uint8Array(2)
  expect(utf8TextEncoder.encodeInto('abc', few)).toEqual({ read: 2, written: 2 })
  expect([...few]).toEqual([0x61, 0x62])
})
