import { fileLimits } from '@sheber/domain/file'
import { languages } from '@sheber/contract/words'
import { describe, expect, it, vi } from 'vitest'
import { urlOf } from './index.ts'
import { pixelsOf } from './pixels.ts'
import { take, type Shrink } from './take.ts'
import { Trouble } from './trouble.ts'
import { loadFileWords, sentenceOf } from './words.ts'

const bytesOf = (signs: string) => Uint8Array.from(signs, (sign) => sign.charCodeAt(0) & 255)
const png = (width: number, height: number, length = 64) => {
  const bytes = new Uint8Array(length)
  bytes.set(bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

/** A screen on which every picture is of the size that is said here. */
const screen = (width: number, height: number) =>
  vi.fn<Shrink>(async (_file, to) => {
    const wanted = to({ width, height })
    return wanted ? { ...wanted, blob: new Blob(['small'], { type: 'image/webp' }) } : { width, height, blob: null }
  })

describe('a picture', () => {
  it('is sent as it is when it is small enough', async () => {
    const file = new File([png(1920, 1080)], 'сурет.png')
    const taken = await take(file, screen(1920, 1080))
    expect(taken).toEqual({ name: 'сурет.png', type: 'image/png', blob: file, width: 1920, height: 1080 })
  })

  it('is made as small as it is shown, whatever it weighed', async () => {
    const file = new File([png(6000, 4000), new Uint8Array(fileLimits.pictureBytesMax)], 'a.png')
    expect(await take(file, screen(6000, 4000))).toMatchObject({ type: 'image/webp', width: 1920, height: 1280 })
  })

  it('of more than 60 million pixels is not even decoded', async () => {
    const shrink = screen(10_000, 6_001)
    const taking = take(new File([png(10_000, 6_001)], 'a.png'), shrink)
    await expect(taking).rejects.toMatchObject({ why: 'pixels', max: 60 })
    expect(shrink).not.toHaveBeenCalled()
  })

  it('of one maker goes as one that all open', async () => {
    const file = new File([bytesOf('\0\0\0\x20ftypheic\0\0\0\0')], 'IMG_1.HEIC')
    expect(await take(file, screen(100, 100))).toMatchObject({ type: 'image/webp', width: 100 })
  })

  it('that is drawn goes as it is', async () => {
    const shrink = screen(1, 1)
    expect(await take(new File(['<svg xmlns="x"/>'], 'a.svg'), shrink)).toMatchObject({ type: 'image/svg+xml', width: null })
    expect(shrink).not.toHaveBeenCalled()
  })
})

it.each([
  ['nothing', [], 'empty'],
  ['a program', [bytesOf('MZ\x90\0')], 'kind'],
  ['too long a text', ['x'.repeat(fileLimits.fileBytesMax + 1)], 'large'],
  ['too heavy a small picture', [png(10, 10), new Uint8Array(fileLimits.pictureBytesMax)], 'large'],
  ['too heavy a drawing', ['<svg>', 'x'.repeat(fileLimits.svgBytesMax)], 'large'],
] as const)('%s is not taken', async (_, parts, why) => {
  await expect(take(new File(parts as unknown as BlobPart[], 'a.bin'), screen(10, 10))).rejects.toMatchObject({ why })
})

describe('the size of a picture', () => {
  const jpeg = bytesOf('\xff\xd8\xff\xe0\x00\x04\0\0\xff\xc4\x00\x02\xff\xc2\x00\x11\x08\x0f\xa0\x17\x70\x03' + '\0'.repeat(20))
  it.each([
    ['image/png', png(40, 30), { width: 40, height: 30 }],
    ['image/jpeg', jpeg, { width: 6000, height: 4000 }],
    ['image/jpeg', bytesOf('\xff\xd8' + '\0'.repeat(60)), null],
    ['image/gif', bytesOf('GIF89a\x2c\x01\xc8\x00' + '\0'.repeat(30)), { width: 300, height: 200 }],
    ['image/webp', bytesOf('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x7f\x07\x00\x37\x04\x00'), { width: 1920, height: 1080 }],
    ['image/webp', bytesOf('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\x00'), { width: 320, height: 240 }],
    ['image/webp', bytesOf('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x3f\xc1\x3b\x00\0\0\0\0\0'), { width: 320, height: 240 }],
    ['image/avif', png(40, 30), null],
    ['image/png', png(40, 30).subarray(0, 20), null],
  ] as const)('of %s is in its first bytes', (type, bytes, size) => expect(pixelsOf(type, bytes)).toEqual(size))
})

it('is fetched in the width that is enough', () => {
  expect([1, 320, 321, 960, 1000, 9000].map((width) => urlOf('x', width))).toEqual(
    [320, 320, 960, 960, 1920, 1920].map((width) => `/files/x/${width}.webp`),
  )
})

it.each(languages)('every trouble has its sentence in %s', async (language) => {
  const w = await loadFileWords(language)
  for (const why of ['large', 'model', 'pixels', 'picture', 'kind', 'empty'] as const) {
    expect(sentenceOf(w, new Trouble(why, 30))).toMatch(/^\p{Lu}[^!]*\.$/u)
  }
  expect(() => sentenceOf(w, new Error('ours'))).toThrow('ours')
})
