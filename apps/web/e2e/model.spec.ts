import type { Locator, Page } from '@playwright/test'
import later from '../src/lib/board/later/words.ru.ts'
import { binaryStl, boxTriangles, colouredGlb, glbOf, writtenStl } from '../src/lib/board/model/sample.ts'
import { loadFileWords } from '../src/lib/file/words.ts'
import m from '../src/lib/board/model/words.ru.ts'
import { findings } from './axe.ts'
import { boxOf, expectSaved, notesOf, openBoard, paintedAt, paperOf, spotOn } from './paper.ts'
import { seedWorkshop, stepProject } from './seed.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { commandWords, trays } from './words.ts'

const f = await loadFileWords('ru')

const cube = Buffer.from(binaryStl(boxTriangles(20, 20, 20)))

/** By the door that a phone has too. */
const openFile = async (page: Page, name: string, bytes: Buffer) => {
  const rail = page.getByRole('navigation', { name: later.rail })
  await expect(rail).toBeVisible()
  await rail.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
}

const modelOf = (page: Page): Locator => notesOf(page).and(page.getByRole('button', { name: /3D-модель/ }))
const windowOf = (page: Page): Locator => page.getByRole('application', { name: /3D-модель/ })

/** Left and right of the middle of a card's window, as the paper paints them. */
const painted = async (page: Page, card: Locator) => {
  const { x, y, width, height } = await boxOf(card)
  const middle = y + (height - 52) / 2
  return Promise.all([0.36, 0.64].map((part) => paintedAt(page, { x: x + width * part, y: middle })))
}
const toneOf = (colour: string) => {
  const [r = 0, g = 0] = [colour.slice(1, 3), colour.slice(3, 5)].map((two) => parseInt(two, 16))
  return r > g + 40 ? 'red' : g > r + 40 ? 'green' : 'none'
}
const tones = async (page: Page, card: Locator) => (await painted(page, card)).map(toneOf)

/** The same in the window in which it is turned. */
const liveTones = async (page: Page) =>
  (
    await windowOf(page)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) =>
        [0.36, 0.64].map((part) => {
          const [r = 0, g = 0, b = 0] =
            canvas.getContext('2d')?.getImageData(Math.round(canvas.width * part), Math.round(canvas.height / 2), 1, 1).data ?? []
          return `#${[r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')}`
        }),
      )
  ).map(toneOf)

test('a model lies on the board, one turns it by the keyboard, and the other sees it from there', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  const watched = watch(one, centre.url)
  await openBoard(one, board)
  await openBoard(two, board)
  await openFile(one, 'Екі түс.glb', Buffer.from(colouredGlb()))
  await expect(modelOf(one)).toHaveAccessibleName(/Екі түс\.glb/)
  await expect.poll(() => tones(one, modelOf(one))).toEqual(['red', 'green'])
  // Sooner than anybody would ask again by themselves.
  await expect(modelOf(two)).toHaveCount(1)
  await expect.poll(() => tones(two, modelOf(two)), { timeout: 12_000 }).toEqual(['red', 'green'])
  await expectSaved(one)

  await modelOf(one).focus()
  await one.keyboard.press('Enter')
  await expect(windowOf(one)).toBeFocused()
  await expect(one.getByText(`200 × 100 × 100 мм · ${m.triangles(24)}`)).toBeVisible()
  await expect.poll(() => liveTones(one)).toEqual(['red', 'green'])
  for (let i = 0; i < 12; i++) await one.keyboard.press('ArrowRight')
  await expect.poll(() => liveTones(one)).toEqual(['green', 'red'])
  await one.keyboard.press('Delete')
  await one.keyboard.press('Escape')
  await expect(windowOf(one)).toHaveCount(0)
  await expect(modelOf(one)).toBeFocused()
  await expect.poll(() => tones(one, modelOf(one))).toEqual(['green', 'red'])
  await expect.poll(() => tones(two, modelOf(two)), { timeout: 12_000 }).toEqual(['green', 'red'])

  // Whoever opens it begins where it was left.
  const { x, y, width, height } = await boxOf(modelOf(two))
  await two.mouse.dblclick(x + width / 2, y + height / 2)
  await expect.poll(() => liveTones(two)).toEqual(['green', 'red'])
  await two.keyboard.press('Escape')

  // What was turned is taken back like anything else.
  await one.keyboard.press('Control+KeyZ')
  await expect.poll(() => tones(one, modelOf(one))).toEqual(['red', 'green'])
  watched.expectQuiet()
})

test('its measures are said in millimetres, whatever the file means', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await openFile(page, 'Куб.stl', cube)
  await page.getByRole('toolbar', { name: trays.chosen }).getByRole('button', { name: trays.turn, exact: true }).click()
  await expect(page.getByText(`20 × 20 × 20 мм · ${m.triangles(12)}`)).toBeVisible()
  await expect(windowOf(page).getByText('20 мм', { exact: true })).toHaveCount(3)
  await page.getByRole('combobox', { name: m.unit }).selectOption(m.units.inch)
  await expect(page.getByText(`508 × 508 × 508 мм · ${m.triangles(12)}`)).toBeVisible()
  await page.getByRole('button', { name: m.box, exact: true }).click()
  await expect(windowOf(page).getByText('508 мм', { exact: true })).toHaveCount(0)
  expect(await findings(page, { within: '.live' })).toEqual([])
  await page.getByRole('button', { name: m.done, exact: true }).click()
  await expectSaved(page)

  const other = await as(timur.hand)
  await openBoard(other, board)
  await modelOf(other).press('Enter')
  await expect(other.getByText(`508 × 508 × 508 мм · ${m.triangles(12)}`)).toBeVisible()
})

test('by the mouse it turns and comes nearer, and the board below keeps still', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await openFile(page, 'Екі түс.glb', Buffer.from(colouredGlb()))
  const before = await boxOf(modelOf(page))
  await modelOf(page).press('Enter')
  await expect.poll(() => liveTones(page)).toEqual(['red', 'green'])
  const { x, y, width, height } = await boxOf(windowOf(page))
  const [midX, midY] = [x + width / 2, y + height / 2]
  await page.mouse.move(midX - 150, midY)
  await page.mouse.down()
  await page.mouse.move(midX, midY, { steps: 4 })
  await page.mouse.move(midX + 170, midY, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => liveTones(page)).toEqual(['green', 'red'])
  await page.mouse.wheel(0, -600)
  await page.getByRole('button', { name: m.reset, exact: true }).click()
  await expect.poll(() => liveTones(page)).toEqual(['red', 'green'])
  // A press beside it closes it.
  const spot = await spotOn(page, { x: 700, y: 40 })
  await page.mouse.click(spot.x, spot.y)
  await expect(windowOf(page)).toHaveCount(0)
  expect(await boxOf(modelOf(page))).toEqual(before)
})

test('on a phone it comes by the same door and turns under a finger; who only looks may turn it too', async ({ as, centre }) => {
  const { aidana, teacher, project, board } = await seedWorkshop(centre)
  const phone = await as(aidana.hand, { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true })
  await openBoard(phone, board)
  await openFile(phone, 'Екі түс.glb', Buffer.from(colouredGlb()))
  await modelOf(phone).press('Enter')
  await expect.poll(() => liveTones(phone)).toEqual(['red', 'green'])
  const live = windowOf(phone).locator('..')
  const card = await boxOf(live)
  expect(card.x >= 0 && card.x + card.width <= 390).toBe(true)
  for (const button of await live.getByRole('button').all()) expect((await boxOf(button)).height).toBeGreaterThanOrEqual(44)
  await phone.getByRole('button', { name: m.done, exact: true }).tap()
  await expectSaved(phone)
  await phone.context().close()

  // An archived board is only looked at, by its authors too.
  await stepProject(teacher.hand, project.id, 'archived')
  const looking = await as(teacher.hand)
  await looking.goto(board)
  await expect(paperOf(looking)).toBeVisible()
  await modelOf(looking).press('Enter')
  await expect.poll(() => liveTones(looking)).toEqual(['red', 'green'])
  for (let i = 0; i < 12; i++) await looking.keyboard.press('ArrowRight')
  await expect.poll(() => liveTones(looking)).toEqual(['green', 'red'])
})

test('what is no model, or too much of one, is said in words, and nothing is laid', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  const asset = { asset: { version: '2.0' } }
  const written = Buffer.from(writtenStl(boxTriangles(20, 20, 20)))
  const nan = Buffer.from(
    binaryStl([
      [
        [NaN, NaN, NaN],
        [NaN, NaN, NaN],
        [NaN, NaN, NaN],
      ],
    ]),
  )
  for (const [name, bytes, sentence] of [
    ['тесік.stl', Buffer.from(binaryStl([])), f.trouble.kind()],
    ['сан емес.stl', nan, m.trouble.broken],
    ['draco.glb', Buffer.from(glbOf({ ...asset, extensionsRequired: ['KHR_draco_mesh_compression'] })), m.trouble.packed],
    ['бос.glb', Buffer.from(glbOf({ ...asset, scenes: [{ nodes: [] }] })), m.trouble.empty],
  ] as const) {
    await openFile(page, name, bytes)
    await expect(page.getByText(sentence)).toBeVisible()
  }
  await expect(notesOf(page)).toHaveCount(0)
  // Its name says nothing: what it holds is what it is.
  await openFile(page, 'сурет.png', written)
  await expect(modelOf(page)).toHaveAccessibleName(/сурет\.png/)
})

test('what is seen on a model or a picture can be said, is asked for kindly, and is found by', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await openFile(page, 'Куб.stl', cube)
  const field = page.getByRole('textbox', { name: trays.seen })
  await expect(field).toBeVisible()
  await expect(field).not.toBeFocused()
  await field.fill('Мұнараның іргетасы')
  await field.press('Enter')
  await expect(field).toHaveCount(0)
  await expect(modelOf(other)).toHaveAccessibleName(/Куб\.stl\. Мұнараның іргетасы/)
  await paperOf(other).focus()
  await other.keyboard.press('Control+f')
  const sought = other.getByRole('searchbox', { name: commandWords.find })
  await sought.fill('іргетас')
  await expect(other.getByText(commandWords.at(1, 1))).toBeVisible()
  await sought.press('Escape')
  await expect(modelOf(other)).toBeFocused()
})
