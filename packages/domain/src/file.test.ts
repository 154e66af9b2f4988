import type { FileType } from '@sheber/contract/file'
import { describe, expect, it } from 'vitest'
import { cleanFileName, fileLimits, fitted, keptWidth, savedName, widthsOf } from './file.ts'
import { hourMs, takeIn, type Sent } from './file-room.ts'

const now = new Date('2026-11-24T10:00:00Z')
const some = (bytes: number) => ({ name: 'robot.zip', bytes })
const nothing: Sent = { hour: { bytes: 0, files: 0, oldest: null }, board: { bytes: 0, files: 0 } }

describe('a file', () => {
  it('is taken in up to each bound, and not a byte more', () => {
    const l = fileLimits
    for (const [name, bytes] of [
      ['robot.mp4', l.filmBytesMax],
      ['VID_0001', l.filmBytesMax],
      ['үлкен.stl', l.fileBytesMax],
      ['mp4.zip', l.fileBytesMax],
    ] as const) {
      const large = expect.objectContaining({ code: 'file-large', with: { max: bytes / 1_000_000 } }) as Error
      expect(() => takeIn({ name, bytes }, nothing, now)).not.toThrow()
      expect(() => takeIn({ name, bytes: bytes + 1 }, nothing, now)).toThrow(large)
    }
    const oldest = new Date(now.getTime() - hourMs + 90_000)
    const hour = { bytes: l.personHourBytesMax - 10, files: 1, oldest }
    expect(() => takeIn(some(10), { ...nothing, hour }, now)).not.toThrow()
    expect(() => takeIn(some(11), { ...nothing, hour }, now)).toThrow(
      expect.objectContaining({ code: 'files-too-often', with: { max: 300, count: 500, minutes: 2 } }),
    )
    expect(() => takeIn(some(1), { ...nothing, hour: { bytes: 0, files: l.personHourFilesMax, oldest } }, now)).toThrow('files-too-often')
    expect(() => takeIn(some(11), { ...nothing, board: { bytes: l.boardBytesMax - 10, files: 1 } }, now)).toThrow('too-many-files')
    expect(() => takeIn(some(1), { ...nothing, board: { bytes: 0, files: l.boardFilesMax } }, now)).toThrow('too-many-files')
  })
})

describe('a picture', () => {
  const photo = (width: number, height: number) => ({ type: 'image/jpeg' as FileType, width, height })

  it.each([
    [100, 100, [320]],
    [320, 240, [320]],
    [321, 240, [320, 960]],
    [1920, 1080, [320, 960, 1920]],
    [6000, 4000, [320, 960, 1920]],
    // A strip of screenshots is narrow, and long.
    [300, 5000, [320, 960, 1920]],
  ])('of %i × %i is kept %j wide', (width, height, widths) => {
    expect(widthsOf(photo(width, height))).toEqual(widths)
    for (const asked of [320, 960, 1920] as const) expect(widths).toContain(keptWidth(photo(width, height), asked))
  })

  it('is never made larger, and keeps its shape', () => {
    expect(fitted({ width: 200, height: 100 }, 1920)).toEqual({ width: 200, height: 100 })
    expect(fitted({ width: 4000, height: 3000 }, 1920)).toEqual({ width: 1920, height: 1440 })
    expect(fitted({ width: 300, height: 9000 }, 320)).toEqual({ width: 32, height: 960 })
    expect(fitted({ width: 50_000, height: 2 }, 320)).toEqual({ width: 320, height: 1 })
  })

  it('that is drawn is sharp at every width', () => {
    expect(widthsOf({ type: 'image/svg+xml', width: 24, height: 24 })).toEqual([320, 960, 1920])
  })
})

describe('a name', () => {
  it.each([
    ['Көпір макеті.png', 'Көпір макеті.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Әсел\\сурет.jpg', 'сурет.jpg'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['...', 'file'],
    ['', 'file'],
    [`${'ә'.repeat(300)}.ino`, `${'ә'.repeat(116)}.ino`],
  ])('%j is kept as %j', (given, kept) => expect(cleanFileName(given)).toBe(kept))

  it.each([
    ['run.bat', 'text/plain', 'run.bat.txt'],
    ['page.HTML', 'text/plain', 'page.HTML.txt'],
    ['light.ino', 'text/plain', 'light.ino'],
    ['photo.heic.jpg', 'image/jpeg', 'photo.heic.webp'],
    ['setup.exe', 'application/zip', 'setup.exe.zip'],
    ['report.docx', 'application/zip', 'report.docx'],
    ['x', 'application/pdf', 'x.pdf'],
    ['logo.svg', 'image/svg+xml', 'logo.svg'],
  ] as const)('%j of a %s is saved as %j', (name, type, saved) => expect(savedName(name, type)).toBe(saved))
})
