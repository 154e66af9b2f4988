import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Kind } from '@sheber/document/thing'
import { awake } from './pages.ts'
import { paperOf } from './paper.ts'
import { expect, test, workbench } from './test.ts'
import { w } from './words.ts'

/** Every kind of thing in every form it has, looked at in each scheme. The pictures lie in test-results/look. */
test.use({ house: workbench, viewport: { width: 1720, height: 1480 } })

const schemes = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  { name: 'light-contrast', colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  { name: 'dark-contrast', colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
] as const

const sheets = [
  { name: 'every', path: '/workbench/board?every&may=read' },
  { name: 'symbols', path: '/workbench/workshop?of=symbols' },
  { name: 'parts', path: '/workbench/workshop?of=parts' },
  { name: 'wiring', path: '/workbench/workshop?of=wiring' },
  { name: 'notes', path: '/workbench/workshop?of=notes' },
] as const

interface Shown {
  readonly id: string
  readonly kind: Kind | 'unknown'
  /** In the world. */
  readonly box: readonly [number, number, number, number]
}

const kinds = Object.entries(w.board.kind) as [Kind, string][]
/** What has no words of its own, or none that must be there. */
const wordless: ReadonlySet<Shown['kind']> = new Set(['ink', 'stamp', 'connector', 'symbol', 'part', 'dimension', 'unknown'])
/** Of letters and of lines, by WCAG. */
const contrastOf = { words: 4.5, lines: 3 }
/** So many pixels at the least: a letter, a stroke. */
const leastPx = 12

/** All things of the board, not only those that the mirror holds around its beginning. */
const thingsOn = async (page: Page): Promise<readonly Shown[]> => {
  const buttons = page.locator('.mirror button')
  await expect(buttons.first()).toBeAttached()
  const found = new Map<string, Shown>()
  for (let before = -1; before < found.size;) {
    before = found.size
    const seen = await buttons.evaluateAll((all) =>
      all.map((one) => {
        const { left, top, width, height } = (one as HTMLElement).style
        const [x = 0, y = 0, w = 0, h = 0] = [left, top, width, height].map(parseFloat)
        return { id: (one as HTMLElement).dataset['id'] ?? '', label: one.ariaLabel ?? '', box: [x, y, w, h] as const }
      }),
    )
    for (const { id, label, box } of seen) {
      const [kind = 'unknown'] = kinds.find(([, name]) => label.startsWith(name)) ?? []
      found.set(id, { id, kind, box })
    }
    await buttons.last().focus()
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await page.keyboard.press('Escape')
  return [...found.values()]
}

interface Measured {
  /** The colour of most of the bare paper at its left edge, and the token for it. */
  readonly ground: string
  readonly paper: string
  /** By id: so many pixels unlike the most frequent one in its box, and so many that stand out from it as lines and as words do. */
  readonly pixels: Readonly<Record<string, { readonly unlike: number; readonly lines: number; readonly words: number }>>
}

/** Reads what the canvas itself shows. */
const measure = (page: Page, things: readonly Shown[]): Promise<Measured> =>
  paperOf(page)
    .locator('> canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, { things, contrastOf }) => {
        const density = canvas.width / canvas.clientWidth
        const world = new DOMMatrix(getComputedStyle(document.querySelector('.world') ?? canvas).transform)
        const { data, width, height } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? new ImageData(1, 1)

        const coloursIn = (left: number, top: number, right: number, bottom: number) => {
          const counts = new Map<number, number>()
          for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
              const at = (y * width + x) * 4
              const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
              counts.set(colour, (counts.get(colour) ?? 0) + 1)
            }
          }
          return [...counts].sort((a, b) => b[1] - a[1])
        }
        const luminance = (colour: number) => {
          const [r = 0, g = 0, b = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255]
            .map((part) => part / 255)
            .map((c) => (c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const contrast = (a: number, b: number) => {
          const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
          return (light + 0.05) / (dark + 0.05)
        }
        const hex = (colour: number) => `#${colour.toString(16).padStart(6, '0')}`
        const beside = 4
        const pixels = Object.fromEntries(
          things.map(({ id, box: [x, y, w, h] }) => {
            const edge = (at: number, shift: number, out: number) => Math.round((at * world.a + shift + out) * density)
            const all = coloursIn(
              edge(x, world.e, -beside),
              edge(y, world.f, -beside),
              edge(x + w, world.e, beside),
              edge(y + h, world.f, beside),
            )
            const ground = all[0]?.[0] ?? 0
            const over = (least: number) => all.reduce((sum, [colour, n]) => (contrast(colour, ground) >= least ? sum + n : sum), 0)
            const unlike = all.slice(1).reduce((sum, [, n]) => sum + n, 0)
            return [id, { unlike, lines: over(contrastOf.lines), words: over(contrastOf.words) }]
          }),
        )
        // By whatever notation of CSS: a canvas gives it back as #rrggbb.
        const swatch = document.createElement('canvas').getContext('2d')
        if (swatch) swatch.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()
        const paper = String(swatch?.fillStyle)
        return { ground: hex(coloursIn(0, 0, 12, height)[0]?.[0] ?? 0), paper, pixels }
      },
      { things, contrastOf },
    )

const faultsOf = ({ pixels }: Measured, things: readonly Shown[]) =>
  things.flatMap(({ id, kind }) => {
    const { unlike = 0, lines = 0, words = 0 } = pixels[id] ?? {}
    if (unlike < leastPx) return [`${kind} ${id} is not to be seen`]
    // A marker is to let through what it runs over.
    if (id.startsWith('marker')) return []
    if (lines < leastPx) return [`${kind} ${id} does not stand out`]
    return !wordless.has(kind) && words < leastPx ? [`${kind} ${id} cannot be read`] : []
  })

/** Of what is drawn with a catalogue or with letters of its own, sheets of their own have every form. */
const elsewhere: ReadonlySet<Kind> = new Set(['dimension', 'symbol', 'part', 'formula', 'code', 'table'])

for (const { name, path } of sheets) {
  test(`${name}: each thing is seen, and what is written is read, in every scheme`, async ({ page }, { project }) => {
    test.setTimeout(120_000)
    const folder = join(project.outputDir, 'look')
    await mkdir(folder, { recursive: true })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(path)
    await awake(page)
    const things = await thingsOn(page)
    expect(things.length).toBeGreaterThan(5)
    // A kind that nobody laid here would be looked at by nobody.
    const missing = kinds.filter(([kind]) => !elsewhere.has(kind) && !things.some((one) => one.kind === kind)).map(([kind]) => kind)
    if (name === 'every') expect(missing).toEqual([])
    const papers = new Set<string>()
    for (const { name: scheme, ...media } of schemes) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...media })
      let measured: Measured | null = null
      // A large board is painted anew piece by piece: it is looked at when nothing changes any more.
      await expect(async () => {
        const before = JSON.stringify(measured?.pixels)
        measured = await measure(page, things)
        expect(measured.ground).toBe(measured.paper)
        expect(JSON.stringify(measured.pixels)).toBe(before)
        papers.add(measured.ground)
        expect(faultsOf(measured, things), scheme).toEqual([])
      }).toPass({ intervals: [300], timeout: 30_000 })
      await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) })
    }
    // By day, by night, and both again as sharp as can be: four papers.
    expect(papers.size).toBe(4)
  })
}
