import { expect, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import { trays, w } from './words.ts'

/** A board under the hands of a person. The paper is painted; its mirror for screen readers says what lies where. */

export const paperOf = (page: Page): Locator => page.getByRole('region', { name: w.board.board, exact: true })
export const toolsOf = (page: Page | Locator): Locator => page.getByRole('toolbar', { name: w.board.tools.label })
export const tool = (
  page: Page,
  name: 'select' | 'hand' | 'note' | 'text' | 'shape' | 'connector' | 'pen' | 'frame' | 'more' | 'undo' | 'redo',
): Locator => toolsOf(page).getByRole('button', { name: w.board.tools[name], exact: true })

export const notesOf = (page: Page | Locator): Locator => page.getByRole('group', { name: w.board.note.list }).getByRole('button')

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The note that reads `text`, whoever wrote it, wherever it lies. */
export const note = (page: Page | Locator, text: string): Locator =>
  page.getByRole('group', { name: w.board.note.list }).getByRole('button', { name: new RegExp(`: ${plain(text)}, \\d+ `) })

const shortOf = (text: string) => new RegExp(`^${plain(text)}(?: (?:${plain(w.board.live.on)}|${plain(w.board.live.off)}))?$`)

export const savedOn = (page: Page): Locator => page.getByRole('button', { name: shortOf(w.board.save.saved) })

/** Everything done so far is durable on the server, says the page. */
export const expectSaved = async (page: Page) => expect(savedOn(page)).toBeVisible()

/** The connection stands and the paper may be touched. */
export const expectLive = async (page: Page) => {
  await expect(paperOf(page)).toBeVisible()
  await expect(page.getByTitle(w.board.live.on)).toBeVisible()
}

export const openBoard = async (page: Page, path: string) => {
  await page.goto(path)
  await expectLive(page)
  await expectSaved(page)
}

/** Nothing more of the board comes, until it is let go: no script, no style. */
export const holdBack = async (page: Page): Promise<() => void> => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_app/immutable/**', async (route) => {
    await gate
    await route.continue()
  })
  return release
}

/** All that a board fetches at leisure has come, and would be there without a network. */
export const expectWhole = async (page: Page) => {
  let before = -1
  await expect(async () => {
    const now = await page.evaluate(() => performance.getEntriesByType('resource').length)
    const isStill = now === before
    before = now
    expect(isStill).toBe(true)
  }).toPass({ intervals: [1_000] })
}

export interface Spot {
  readonly x: number
  readonly y: number
}

/** A point of the paper, from its top left corner, as a point of the screen. */
export const spotOn = async (page: Page, { x, y }: Spot): Promise<Spot> => {
  const box = await paperOf(page).boundingBox()
  if (!box) throw new Error('There is no paper on this page')
  return { x: box.x + x, y: box.y + y }
}

/** The first tool of a page is in the hand once what makes things has come. */
export const expectInHand = (page: Page, name: Parameters<typeof tool>[1]) =>
  expect(tool(page, name)).toHaveAttribute('aria-pressed', 'true')

/** A press on a tool, and the tool in the hand: what is drawn sooner is drawn by the one before. */
export const take = async (page: Page, name: Parameters<typeof tool>[1]) => {
  await tool(page, name).click()
  await expectInHand(page, name)
}

/** Lays a note with its middle at this point of the paper. */
export const writeNote = async (page: Page, text: string, at: Spot) => {
  await take(page, 'note')
  const spot = await spotOn(page, at)
  await page.mouse.click(spot.x, spot.y)
  const field = page.getByRole('textbox', { name: w.board.note.write })
  await expect(field).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
}

export interface Box extends Spot {
  readonly width: number
  readonly height: number
}

/** The mirror follows a paper that is led by a hand when it has come to rest. */
const restMs = 100

/** Where the note is on the screen. */
export const boxOf = async (thing: Locator): Promise<Box> => {
  await thing.page().waitForTimeout(restMs)
  const box = await thing.boundingBox()
  if (!box) throw new Error('The note is not on the board')
  return box
}

export const middleOf = ({ x, y, width, height }: Box): Spot => ({ x: x + width / 2, y: y + height / 2 })

export const drag = async (page: Page, from: Spot, by: Spot) => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2)
  await page.mouse.move(from.x + by.x, from.y + by.y)
  await page.mouse.up()
}

export const clickOn = async (page: Page, thing: Locator) => {
  const { x, y } = middleOf(await boxOf(thing))
  await page.mouse.click(x, y)
}

/** What the paper itself shows at a point of the screen, as `#rrggbb`. */
export const paintedAt = async (page: Page, spot: Spot): Promise<string> =>
  paperOf(page)
    .locator('> canvas')
    .evaluate((canvas: HTMLCanvasElement, at) => {
      const { left, top, width } = canvas.getBoundingClientRect()
      const density = canvas.width / width
      const [r = 0, g = 0, b = 0] = canvas.getContext('2d')?.getImageData((at.x - left) * density, (at.y - top) * density, 1, 1).data ?? []
      return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
    }, spot)

/** Things of one kind, as the mirror names them. */
export const things = (page: Page, kind: keyof typeof w.board.kind): Locator =>
  notesOf(page).and(page.getByRole('button', { name: new RegExp(`^${w.board.kind[kind]}`) }))

/** The bar of what is chosen. */
export const chosen = (page: Page): Locator => page.getByRole('toolbar', { name: trays.chosen })

export const tray = (page: Page, name: 'shape' | 'connector' | 'pen' | 'text' | 'stamp' | 'more'): Locator =>
  page.getByRole('toolbar', { name: w.board.tools[name], exact: true })

/** From one point of the paper to another, by the mouse. */
export const pull = async (page: Page, from: Spot, to: Spot) => {
  const [start, end] = [await spotOn(page, from), await spotOn(page, to)]
  await drag(page, start, { x: end.x - start.x, y: end.y - start.y })
}

/** A picture by the way of its tool; on an empty board. */
export const bringPicture = async (page: Page, name: string) => {
  const patience = { timeout: 30_000 }
  const picture = await sharp({ create: { width: 480, height: 320, channels: 3, background: '#0b6e99' } })
    .png()
    .toBuffer()
  const input = page.locator('.bars input[type=file]')
  await expect(input).toHaveCount(1, patience)
  // A thing is saved sooner than the file that it names is there.
  const arrived = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && /\/api\/board\/[^/]+\/file$/.test(answer.url()) && answer.ok(),
    patience,
  )
  await input.setInputFiles({ name, mimeType: 'image/png', buffer: picture })
  await expect(notesOf(page)).toHaveCount(1, patience)
  await expectSaved(page)
  await arrived
}
