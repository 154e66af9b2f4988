import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument, PDFName } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewThing } from '@sheber/document/thing'
import { halfWide } from '../core/board.fixture.ts'
import { cutAll, cutFrame, framesOf, paintCut, vectorZoom } from './cut.ts'
import { pageOf, pointsPerMm, type Paper } from './page.ts'
import { everyKind, hostile, sceneOf } from './paper.fixture.ts'
import { colourOf, pdfOf, strangerOf, strangersIn, type FontFiles, type LetterPicture, type PdfMeans } from './pdf.ts'

const run = promisify(execFile)
const resolve = createRequire(import.meta.url).resolve

// Debian's poppler-utils; .ci/run installs it, so that there its absence is a failure.
const poppler = await run('pdftoppm', ['-v']).then(
  () => true,
  () => false,
)
const opened = poppler || process.env.CI ? it : it.skip

let fonts: FontFiles
let scratch = ''
beforeAll(async () => {
  const file = async (name: string) => new Uint8Array(await readFile(resolve(`@expo-google-fonts/onest/${name}`)))
  fonts = { text: await file('400Regular/Onest_400Regular.ttf'), label: await file('600SemiBold/Onest_600SemiBold.ttf') }
  scratch = await mkdtemp(join(tmpdir(), 'paper-'))
})
afterAll(() => rm(scratch, { recursive: true }))

/** A red dot of one pixel. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

const meansOf = (more: Partial<PdfMeans> = {}): PdfMeans => ({
  fonts,
  measure: halfWide,
  title: 'Жел диірмені',
  language: 'kk',
  pictures: new Map(),
  strangers: new Map(),
  ...more,
})

const printed = (things: readonly NewThing[], paper: Paper = 'a4', means = meansOf(), nameOf = (): string => 'Айгерім') => {
  const scene = sceneOf(things)
  const cut = cutAll(scene, 'x')
  if (!cut) throw new Error('The board is empty')
  const paint: Parameters<typeof pdfOf>[0][number]['paint'] = (surface) =>
    paintCut(scene, cut, surface, { nameOf, background: false, zoom: vectorZoom })
  return pdfOf([{ page: pageOf(cut.part, cut.mm, paper), part: cut.part, background: '#fbfaf7', paint }], means)
}

const saved = async (name: string, bytes: Uint8Array) => {
  const path = join(scratch, name)
  await writeFile(path, bytes)
  return path
}

const textOf = async (path: string) => (await run('pdftotext', ['-raw', path, '-'])).stdout.replace(/\s+/g, ' ')

interface Pixels {
  readonly w: number
  readonly h: number
  at(x: number, y: number): string
}

/** What another program paints of the first page. */
const pixelsOf = async (path: string): Promise<Pixels> => {
  await run('pdftoppm', ['-r', '72', '-singlefile', path, path])
  const ppm = await readFile(`${path}.ppm`)
  const [head = '', w = 0, h = 0] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? []
  const [wide, high] = [Number(w), Number(h)]
  return {
    w: wide,
    h: high,
    at: (x, y) => `#${ppm.subarray(head.length + (y * wide + x) * 3, head.length + (y * wide + x) * 3 + 3).toString('hex')}`,
  }
}

describe('a sheet of paper', () => {
  const part = (w: number, h: number) => ({ x: 0, y: 0, w, h })

  it('stands or lies as what is on it does', () => {
    expect(pageOf(part(400, 300), 0, 'a4')).toMatchObject({ w: 297, h: 210, real: false })
    expect(pageOf(part(300, 400), 0, 'a3')).toMatchObject({ w: 297, h: 420 })
    expect(pageOf(part(300, 400), 0, 'poster')).toMatchObject({ w: 850, h: 1680 })
  })

  it('leaves a margin, and puts what it has in the middle', () => {
    const { x, y, scale, w, h } = pageOf(part(1000, 100), 0, 'a4')
    expect(x).toBeCloseTo(10)
    expect(scale * 1000).toBeCloseTo(w - 20)
    expect(y).toBeCloseTo((h - scale * 100) / 2)
  })

  it('is as large as a frame that has a scale: 4 units a millimetre, 800 units are 200 mm', () => {
    expect(pageOf(part(800, 560), 4, 'frame')).toEqual({ w: 200, h: 140, x: 0, y: 0, scale: 0.25, real: true })
    expect(pageOf(part(800, 560), 4, 'a4')).toMatchObject({ w: 297, h: 210, x: 48.5, y: 35, scale: 0.25, real: true })
    expect(pageOf(part(800, 560), 1, 'a4').real).toBe(false)
    expect(pageOf(part(96, 192), 0, 'frame')).toMatchObject({ w: 25.4, h: 50.8, real: false })
  })

  it('is never larger than a reader can open', () => {
    const page = pageOf(part(20_000, 10), 0.001, 'frame')
    expect(page.w).toBeCloseTo(5080)
    expect(page.real).toBe(false)
  })
})

describe('a board as PDF', () => {
  opened('has words that can be found, Kazakh letters among them', async () => {
    const words = await textOf(await saved('all.pdf', await printed(everyKind)))
    for (const word of [
      'Қазақ',
      'әріптері:',
      'ә ғ қ ң ө ұ',
      'ү һ і',
      'Ұшақтың қанаты — wing — крыло',
      'Мотор',
      '12 В',
      'Айгерім',
      'Жел диірмені: 1-сызба',
    ])
      expect(words).toContain(word)
  })

  opened('is opened by another program, and looks as the board does', async () => {
    const things: NewThing[] = [
      { kind: 'frame', id: 'frame', g: [0, 0, 400, 200], mm: 4, fill: 'white', by: 'a', at: 1 },
      { kind: 'note', id: 'note', g: [40, 40, 100, 100], fill: 'green', by: 'a', at: 1 },
      { kind: 'shape', id: 'far', g: [240, 40, 120, 120], form: 'ellipse', fill: '#ff0000', ink: '#0000ff', width: 8, by: 'a', at: 1 },
      { kind: 'note', id: 'outside', g: [360, 150, 200, 200], fill: 'pink', by: 'a', at: 1 },
    ]
    const scene = sceneOf(things)
    const [frame] = framesOf(scene)
    if (!frame) throw new Error('There is no frame')
    const cut = cutFrame(scene, frame, 'x')
    const page = pageOf(cut.part, cut.mm, 'frame')
    const bytes = await pdfOf(
      [
        {
          page,
          part: cut.part,
          background: null,
          paint: (surface) => paintCut(scene, cut, surface, { nameOf: () => '', background: false, zoom: vectorZoom }),
        },
      ],
      meansOf(),
    )
    const pixels = await pixelsOf(await saved('frame.pdf', bytes))
    // 100 mm × 50 mm at 72 dots an inch.
    expect([pixels.w, pixels.h]).toEqual([284, 142])
    const at = (x: number, y: number) => pixels.at(Math.round((x / 4) * pointsPerMm), Math.round((y / 4) * pointsPerMm))
    expect(at(20, 20)).toBe('#ffffff')
    expect(at(90, 90)).toBe('#c9efc4')
    expect(at(300, 100)).toBe('#ff0000')
    expect(at(300, 40)).toBe('#0000ff')
    expect(at(242, 42)).toBe('#ffffff')
    expect(at(390, 190)).toBe('#ffd0dc')
  })

  opened('survives every hostile text and holds no script', async () => {
    const notes = hostile.map((text, i): NewThing => ({
      kind: 'note',
      id: `n${i}`,
      g: [(i % 10) * 220, Math.floor(i / 10) * 220, 200, 200],
      text,
      by: 'a',
      at: 1,
    }))
    const bytes = await printed(notes, 'a3', meansOf(), () => hostile[1] ?? '')
    const path = await saved('hostile.pdf', bytes)
    expect((await pixelsOf(path)).w).toBe(1191)
    const { stdout } = await run('pdfinfo', [path])
    expect(stdout).toMatch(/JavaScript:\s+no/)
    expect(stdout).toMatch(/Form:\s+none/)
    const doc = await PDFDocument.load(bytes)
    expect(doc.catalog.keys().map(String)).not.toContain('/OpenAction')
  })

  opened('shows letters that its font has none of as small pictures', async () => {
    const text = 'Ура 🎉'
    expect(strangersIn(text, fonts.text)).toEqual(['🎉'])
    expect(strangersIn('ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң Ө Ұ Ү Һ І № « » — ±', fonts.text)).toEqual([])
    const party: LetterPicture = { png: new Uint8Array(dot), w: 1, h: 1, below: 0 }
    const things: NewThing[] = [{ kind: 'text', id: 'a', g: [0, 0, 400, 30], text, size: 60, ink: 'ink', by: 'a', at: 1 }]
    const without = await saved('without.pdf', await printed(things))
    const withIt = await saved(
      'with.pdf',
      await printed(things, 'a4', meansOf({ strangers: new Map([[strangerOf('🎉', '#1d2a33'), party]]) })),
    )
    expect(await textOf(without)).toContain('Ура ?')
    expect(await textOf(withIt)).not.toContain('?')
    const { stdout } = await run('pdfimages', ['-list', withIt])
    expect(stdout.trim().split('\n').length).toBeGreaterThan(2)
  })

  it('is small: letters that are not used stay at home', async () => {
    expect((await printed(everyKind)).length).toBeLessThan(60_000)
  })

  it('has a page for each sheet, a title and a language', async () => {
    const bytes = await printed(everyKind, 'poster')
    const doc = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(doc.getTitle()).toBe('Жел диірмені')
    expect(doc.getPage(0).getSize().height / pointsPerMm).toBeCloseTo(850)
    expect(String(doc.catalog.get(PDFName.of('Lang')))).toBe('(kk)')
  })
})

it('reads the colours that tokens and documents have', () => {
  expect(colourOf('#ff0000')).toEqual({ r: 1, g: 0, b: 0, alpha: 1 })
  expect(colourOf('#0f0')).toEqual({ r: 0, g: 1, b: 0, alpha: 1 })
  expect(colourOf('rgb(255 0 0 / 7%)')).toEqual({ r: 1, g: 0, b: 0, alpha: 0.07 })
  expect(colourOf('javascript:alert(1)')).toEqual({ r: 0, g: 0, b: 0, alpha: 1 })
})
