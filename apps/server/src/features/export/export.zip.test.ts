import { unzipSync, strFromU8 } from 'fflate'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { safeName, zipOf, type Entry } from './export.zip.ts'

const words = (path: string, text: string): Entry => ({ path, read: () => Promise.resolve(Buffer.from(text)) })

it('is an archive that another program opens, with names in Kazakh, and without what could not be read', async () => {
  const lost: string[] = []
  const broken: Entry = { path: 'media/gone.png', read: () => Promise.reject(new Error('rotten')) }
  const all = [words('index.html', '<p>Қанат</p>'.repeat(1_000)), broken, words('media/қанат.png', 'png')]
  const bytes = await buffer(zipOf(all, new Date('2026-11-27T06:00:00Z'), (path) => lost.push(path)))
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(['index.html', 'media/қанат.png'])
  expect(strFromU8(files['index.html'] ?? new Uint8Array())).toBe('<p>Қанат</p>'.repeat(1_000))
  expect(bytes.length).toBeLessThan(2_000)
  expect(lost).toEqual(['media/gone.png'])
})

it.each([
  ['Көпір: макет', 'Көпір  макет'],
  ['../../etc/passwd', 'etc passwd'],
  ['a\u0000b\u202E', 'a b'],
  ['...', '_'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('%j is called %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})
