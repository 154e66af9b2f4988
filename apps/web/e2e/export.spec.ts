import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Download, Locator, Page } from '@playwright/test'
import later from '../src/lib/board/later/words.ru.ts'
import paper from '../src/lib/board/paper/words.ru.ts'
import { openBoard, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

test.use({ house: { name: 'export' } })

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

  await panel.getByLabel(paper.format.json).check()
  const json = await saved(page, panel)
  expect(json.name).toMatch(/\.sheber\.json$/)
  expect(JSON.parse(json.bytes.toString())).toMatchObject({ sheber: 'board', version: 1, things: [{ kind: 'note', text: words }] })

  await page.bringToFront()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await panel.getByLabel(paper.format.png).check()
  await panel.getByRole('button', { name: paper.copy, exact: true }).click()
  await expect(panel.getByText(paper.copied)).toBeVisible()
  expect(await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]))).toEqual(['image/png'])
  expect(watched.complaints).toEqual([])
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
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('button', { name: w.board.export, exact: true })).toBeFocused()
})
