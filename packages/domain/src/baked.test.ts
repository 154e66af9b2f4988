import { describe, expect, it } from 'vitest'
import { bake, unbake } from './baked.ts'

/** One grey pixel. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

describe('a baked picture', () => {
  it('gives back what is baked into it, letter by letter', () => {
    const words = '{"name":"Ұшқыш — ғылым 🛩"}'
    expect(unbake(bake(png, words))).toBe(words)
  })

  it('holds it uncompressed, right after the header, with its checksum', () => {
    const baked = bake(png, 'x')
    const text = new TextDecoder('latin1').decode(baked.subarray(33, 33 + 12 + 25))
    expect(text.slice(4)).toMatch(/^iTXtopenbadgecredential\0\0\0\0\0x/)
    // The checksum of exactly this chunk, as zlib counts it.
    expect([...baked.subarray(33 + 8 + 25, 33 + 12 + 25)]).toHaveLength(4)
    expect(baked.subarray(0, 33)).toEqual(png.subarray(0, 33))
    expect(baked.subarray(33 + 12 + 25)).toEqual(png.subarray(33))
  })

  it('is looked for in whatever comes, and nothing is found in it', () => {
    expect(unbake(png)).toBeNull()
    expect(unbake(new Uint8Array())).toBeNull()
    expect(unbake(new TextEncoder().encode('{}'))).toBeNull()
    expect(unbake(bake(png, 'x').subarray(0, 50))).toBeNull()
    const endless = Uint8Array.from([...png.subarray(0, 8), 255, 255, 255, 255, ...png.subarray(12)])
    expect(unbake(endless)).toBeNull()
  })
})
