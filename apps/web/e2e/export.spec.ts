import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Download, Locator, Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import later from '../src/lib/board/later/words.ru.ts'
import { binaryStl, boxTriangles } from '../src/lib/board/model/sample.ts'
import paper from '../src/lib/board/paper/words.ru.ts'
import { graveFindings } from './axe.ts'
import { notesOf, openBoard, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

const words = 'Ұшақтың қанаты 🎉 <script>'

const openPanel = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: w.board.export, exact: true }).click()
  const panel = page.getByRole('dialog', { name: paper.title })
  await expect(panel).toBeVisible()
  return panel
}

const saved = async (page: Page, panel: Locator): Promise<{ name: string; bytes: Buffer }> => {
  const downloaded: Promise<Download> = page.waitForEvent('download')
  await panel.getByRole('button', { name: paper.save, exact: true }).click()
  const download = await downloaded
  await expect(panel.getByText(paper.saved(download.suggestedFilename()))).toBeVisible()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** How many files the server has taken in. */
const arrivals = (page: Page): (() => number) => {
  let count = 0
  page.on('response', (response) => {
    if (/\/api\/board\/[^/]+\/file$/.test(new URL(response.url()).pathname) && response.ok()) count++
  })
  return () => count
}

/** What a browser sees of a picture that is shown by itself. */
const shown = (page: Page, bytes: Buffer, type: string) =>
  page.evaluate(
    async ({ data, type }) => {
      const image = new Image()
      image.src = `data:${type};base64,${data}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const ctx = canvas.getContext('2d')
      ctx?.drawImage(image, 0, 0)
      const middle = ctx?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? []
      return { w: canvas.width, h: canvas.height, middle: [...middle].slice(0, 3) }
    },
    { data: bytes.toString('base64'), type },
  )

const yellow = [255, 229, 138]

test('a board is saved as a picture, a drawing, pages and a file, and another program opens each', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const watched = watch(page, centre.url)
  await openBoard(page, board)
  await writeNote(page, words, { x: 400, y: 300 })
  const panel = await openPanel(page)
  // Elsewhere, so that nothing is judged by the page that made it.
  const elsewhere = await page.context().newPage()

  const png = await saved(page, panel)
  expect(png.name).toMatch(/\.png$/)
  // A note of 200 with its shadow and its margin, twice as large.
  expect(await shown(elsewhere, png.bytes, 'image/png')).toEqual({ w: 516, h: 516, middle: yellow })

  await panel.getByLabel(paper.format.svg).check()
  const svg = await saved(page, panel)
  const parsed = await elsewhere.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, 'image/svg+xml')
    return {
      root: read.documentElement.localName,
      errors: read.querySelectorAll('parsererror, script').length,
      words: Array.from(read.querySelectorAll('text'), ({ textContent }) => textContent).join(' '),
      fonts: read.querySelector('style')?.textContent?.match(/@font-face/g)?.length,
    }
  }, svg.bytes.toString())
  expect(parsed).toMatchObject({ root: 'svg', errors: 0, fonts: 3 })
  expect(parsed.words).toContain('Ұшақтың')
  expect(parsed.words).toContain('<script>')
  expect(await shown(elsewhere, svg.bytes, 'image/svg+xml')).toEqual({ w: 258, h: 258, middle: yellow })

  await panel.getByLabel(paper.format.pdf).check()
  const pdf = await saved(page, panel)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.bytes.length).toBeLessThan(60_000)

  await panel.getByLabel(paper.paper.poster).check()
  const poster = await saved(page, panel)
  // 85 × 168 cm, in points.
  const { width, height } = (await PDFDocument.load(poster.bytes)).getPage(0).getSize()
  expect([width, height].map(Math.round)).toEqual([2409, 4762])

  await panel.getByLabel(paper.format.json).check()
  const json = await saved(page, panel)
  expect(json.name).toMatch(/\.sheber\.json$/)
  expect(JSON.parse(json.bytes.toString())).toMatchObject({ sheber: 'board', version: 1, things: [{ kind: 'note', text: words }] })

  await page.bringToFront()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await panel.getByLabel(paper.format.png).check()
  await panel.getByRole('button', { name: paper.copy.png, exact: true }).click()
  await expect(panel.getByText(paper.copied.png)).toBeVisible()
  expect(await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]))).toEqual(['image/png'])

  await panel.getByLabel(paper.format.excalidraw).check()
  const drawing = await saved(page, panel)
  expect(drawing.name).toMatch(/\.excalidraw$/)
  expect(JSON.parse(drawing.bytes.toString())).toMatchObject({
    type: 'excalidraw',
    version: 2,
    elements: [{ type: 'rectangle' }, { text: words }],
  })
  await panel.getByRole('button', { name: paper.copy.excalidraw, exact: true }).click()
  await expect(panel.getByText(paper.copied.excalidraw)).toBeVisible()
  const letters = await page.evaluate(() => navigator.clipboard.readText())
  expect(JSON.parse(letters)).toMatchObject({ type: 'excalidraw/clipboard', elements: [{ type: 'rectangle' }, { text: words }] })
  await panel.getByLabel(paper.format.svg).check()
  await panel.getByRole('button', { name: paper.copy.svg, exact: true }).click()
  await expect(panel.getByText(paper.copied.svg)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg|^<\?xml/)
  expect(watched.complaints).toEqual([])
})

const run = promisify(execFile)
// Debian's poppler-utils; where they stand, they are asked.
const poppler = await run('pdfimages', ['-v']).then(
  () => true,
  () => false,
)

test('a picture and a model go out with the board, whole, into every kind of file', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const watched = watch(page, centre.url)
  const arrived = arrivals(page)
  await openBoard(page, board)
  const rail = page.getByRole('navigation', { name: later.rail })
  await expect(rail).toBeVisible()
  const files = rail.locator('input[type=file]')
  const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c81e1e' } })
    .png()
    .toBuffer()
  await files.setInputFiles({ name: 'Көпір.png', mimeType: 'image/png', buffer: photo })
  const pictures = notesOf(page).and(page.getByRole('button', { name: /^Картинка/ }))
  await expect(pictures).toHaveCount(1)
  await expect.poll(arrived).toBe(1)

  const panel = await openPanel(page)
  await panel.getByLabel(paper.what.all).check()
  const elsewhere = await page.context().newPage()
  const red = (middle: readonly number[]) => (middle[0] ?? 0) > 180 && (middle[1] ?? 255) < 60
  const png = await saved(page, panel)
  const seen = await shown(elsewhere, png.bytes, 'image/png')
  expect(red(seen.middle), JSON.stringify(seen)).toBe(true)

  await panel.getByLabel(paper.format.svg).check()
  const svg = await saved(page, panel)
  expect(red((await shown(elsewhere, svg.bytes, 'image/svg+xml')).middle)).toBe(true)
  const inside = await elsewhere.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, 'image/svg+xml')
    const images = Array.from(read.querySelectorAll('image'), (image) => image.getAttribute('href') ?? '')
    return { errors: read.querySelectorAll('parsererror').length, images: images.map((href) => href.slice(0, 23)) }
  }, svg.bytes.toString())
  expect(inside).toEqual({ errors: 0, images: ['data:image/webp;base64,'] })

  await panel.getByLabel(paper.format.pdf).check()
  const pdf = await saved(page, panel)
  if (poppler) {
    const folder = await mkdtemp(join(tmpdir(), 'export-'))
    await writeFile(join(folder, 'board.pdf'), pdf.bytes)
    const { stdout } = await run('pdfimages', ['-list', join(folder, 'board.pdf')])
    expect(stdout).toMatch(/ image +400 +300 /)
    await run('pdftoppm', ['-r', '50', '-png', join(folder, 'board.pdf'), join(folder, 'page')])
    const name = (await readdir(folder)).find((one) => one.endsWith('.png')) ?? ''
    const { data, info } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3
    expect(red([...data.subarray(at, at + 3)])).toBe(true)
    await rm(folder, { recursive: true })
  } else expect(pdf.bytes.includes('/Subtype /Image')).toBe(true)
  await page.keyboard.press('Escape')

  await files.setInputFiles({ name: 'Куб.stl', mimeType: 'model/stl', buffer: Buffer.from(binaryStl(boxTriangles(20, 20, 20))) })
  await expect(notesOf(page).and(page.getByRole('button', { name: /^3D-модель/ }))).toHaveCount(1)
  await expect.poll(arrived).toBe(3)
  await openPanel(page)
  await panel.getByLabel(paper.what.all).check()
  await panel.getByLabel(paper.format.svg).check()
  const both = await saved(page, panel)
  expect(both.bytes.toString().match(/<image /g)).toHaveLength(2)
  expect(both.bytes.toString()).toContain('20 × 20 × 20 мм')
  watched.expectQuiet()
})

test('the panel can be used by keyboard and on a phone', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand, { viewport: { width: 360, height: 740 } })
  await openBoard(page, board)
  await page.getByRole('button', { name: later.more, exact: true }).press('Enter')
  await page.getByRole('button', { name: w.board.export, exact: true }).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: paper.title })
  await panel.getByRole('button', { name: paper.save, exact: true }).press('Enter')
  await expect(panel.getByRole('alert')).toContainText(paper.trouble.empty)

  const box = await panel.boundingBox()
  expect(box && { x: box.x, width: box.width, foot: box.y + box.height }).toEqual({ x: 0, width: 360, foot: 740 })
  await panel.getByLabel(paper.format.png).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(panel.getByLabel(paper.format.pdf)).toBeChecked()
  await panel.getByLabel(paper.paper.poster).check()
  expect(await graveFindings(page, { within: '[role=dialog]' })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  // Its door has made room for it: whoever leaves stands before the doors again.
  await expect(page.getByRole('button', { name: later.more, exact: true })).toBeFocused()
})
