import { expect, it } from 'vitest'
import { kindOf } from './file-kind.ts'

const of = (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? Uint8Array.from(content, (sign) => sign.charCodeAt(0) & 255) : content
  return kindOf({ head: bytes.subarray(0, 65_536), tail: bytes.subarray(-65_536), size: bytes.length })
}

const stl = (triangles: number, length = 84 + 50 * triangles) => {
  const bytes = new Uint8Array(length)
  // Many a program writes this first word of the other form into the header of this one.
  bytes.set(Uint8Array.from('solid part', (sign) => sign.charCodeAt(0)))
  new DataView(bytes.buffer).setUint32(80, triangles, true)
  return bytes
}
const written = 'solid part\n facet normal 0 0 1\n  outer loop\n  endloop\n endfacet\nendsolid part\n'

it.each([
  ['a photograph', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['a screenshot', '\x89PNG\r\n\x1a\n', 'image/png'],
  ['an animation', 'GIF89a', 'image/gif'],
  ['a picture of the web', 'RIFF\0\0\0\0WEBP', 'image/webp'],
  ['a newer one', '\0\0\0\x20ftypavif', 'image/avif'],
  ['a newer one by its second name', '\0\0\0\x20ftypmif1\0\0\0\0mif1avif', 'image/avif'],
  ['a photograph of one maker', '\0\0\0\x20ftypheic', 'image/heic'],
  ['a film', '\0\0\0\x20ftypisom', 'video/mp4'],
  ['a film of the web', '\x1a\x45\xdf\xa3\x9fB\x82\x84webm', 'video/webm'],
  ['a film of another house', '\x1a\x45\xdf\xa3\x9fB\x82\x88matroska', null],
  ['a film of one maker', '\0\0\0\x14ftypqt  ', 'video/quicktime'],
  ['a song', '\0\0\0\x20ftypM4A ', null],
  ['a drawing', '<svg xmlns="x"/>', 'image/svg+xml'],
  ['a drawing after much else', '\xef\xbb\xbf<?xml?>\n<!-- <html> --><!DOCTYPE svg [<!ENTITY a ">">]> <svg:svg>', 'image/svg+xml'],
  ['a page with a drawing in it', '<html><svg></svg></html>', 'text/plain'],
  ['a drawing whose comment never ends', '<!-- <svg>', 'text/plain'],
  ['a document', '%PDF-1.7', 'application/pdf'],
  ['an archive', 'PK\x03\x04', 'application/zip'],
  ['a program', 'MZ\x90\0', null],
  ['a text', 'x;y\r\n1;2\n', 'text/plain'],
  ['a text of Windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'text/plain'],
  ['a text of UTF-16', '\xff\xfex\0', 'text/plain'],
  ['nothing', '', null],
  ['a model', stl(3), 'model/stl'],
  ['a model that was cut', stl(3, 200), null],
  ['a model that boasts', stl(4_000_000_000, 134), null],
  ['a written model', written, 'model/stl'],
  ['a written model that was cut', written.slice(0, 60), null],
] as const)('%s is known by its content', (_, content, kind) => expect(of(content)).toBe(kind))

it('is done at once with a text of nothing but openings', () => {
  for (const opening of ['<!--', '<?', '<!x[', '<', '<!-- -->', 'solid facet ']) {
    const before = performance.now()
    of(opening.repeat(65_536 / opening.length))
    expect(performance.now() - before, opening).toBeLessThan(3_000)
  }
})
