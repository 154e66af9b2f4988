import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import later from '../src/lib/board/later/words.ru.ts'
import workshop from '../src/lib/board/workshop/words.ru.ts'
import said from '../src/lib/comment/words.ru.ts'
import {
  boxOf,
  chosen,
  clickOn,
  expectSaved,
  middleOf,
  note,
  notesOf,
  openBoard,
  paintedAt,
  paperOf,
  pull,
  spotOn,
  take,
  things,
  tool,
  tray,
  writeNote,
} from './paper.ts'
import { seedProject, seedWorkshop, type Centre, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, names, trays, w } from './words.ts'

/** What tools.spec does not take in its hand: together every tool there is, by the mouse. */

type As = (hand: Hand) => Promise<Page>

/** Two people at one board with two notes on it. */
const pair = async (centre: Centre, as: As) => {
  const { aidana, timur, teacher, team, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(page, board)
  await openBoard(other, board)
  await writeNote(page, 'первый', { x: 300, y: 250 })
  await writeNote(page, 'второй', { x: 600, y: 250 })
  await expect(notesOf(other)).toHaveCount(2)
  return { page, other, aidana, teacher, team }
}

const takeMore = async (page: Page, name: string) => {
  await tool(page, 'more').click()
  await tray(page, 'more').getByRole('button', { name, exact: true }).click()
}

test('the marker, the stamp and the line lay their things by the mouse, and the rubber takes them', async ({ as, centre }) => {
  const { page, other } = await pair(centre, as)
  await tool(page, 'pen').click()
  await tray(page, 'pen').getByRole('button', { name: trays.highlighter, exact: true }).click()
  await pull(page, { x: 200, y: 420 }, { x: 500, y: 430 })
  await expect(things(other, 'ink')).toHaveCount(1)

  await takeMore(page, w.board.tools.stamp)
  await tray(page, 'stamp').getByRole('button', { name: trays.stamp.heart, exact: true }).click()
  const spot = await spotOn(page, { x: 850, y: 250 })
  await page.mouse.click(spot.x, spot.y)
  await expect(things(other, 'stamp')).toHaveAccessibleName(new RegExp(w.board.stamp.heart))

  await tool(page, 'connector').click()
  await tray(page, 'connector').getByRole('button', { name: trays.head.none, exact: true }).click()
  await pull(page, { x: 620, y: 440 }, { x: 860, y: 440 })
  await expect(things(other, 'connector')).toHaveCount(1)

  await tool(page, 'pen').click()
  await tray(page, 'pen').getByRole('button', { name: trays.eraser, exact: true }).click()
  await pull(page, { x: 740, y: 400 }, { x: 740, y: 480 })
  await expect(things(other, 'connector')).toHaveCount(0)
  await pull(page, { x: 350, y: 380 }, { x: 350, y: 460 })
  await expect(things(other, 'ink')).toHaveCount(0)
  await expect(things(other, 'note')).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(things(other, 'ink')).toHaveCount(1)
  await expectSaved(page)
})

test('the lasso chooses what it is drawn around, and the hand moves the paper and nothing on it', async ({ as, centre }) => {
  const { page, other } = await pair(centre, as)
  await writeNote(page, 'в стороне', { x: 950, y: 250 })
  await takeMore(page, trays.lasso)
  const loop = [
    [160, 110],
    [740, 110],
    [740, 390],
    [160, 390],
    [160, 120],
  ] as const
  for (const [i, [x, y]] of loop.entries()) {
    const spot = await spotOn(page, { x, y })
    await page.mouse.move(spot.x, spot.y)
    if (i === 0) await page.mouse.down()
  }
  await page.mouse.up()
  await chosen(page).getByRole('button', { name: trays.remove, exact: true }).click()
  await expect(notesOf(other)).toHaveCount(1)
  await expect(note(other, 'в стороне')).toHaveCount(1)

  const [before, theirs] = [await boxOf(note(page, 'в стороне')), await boxOf(note(other, 'в стороне'))]
  await take(page, 'hand')
  await pull(page, { x: 950, y: 250 }, { x: 800, y: 350 })
  await expect.poll(async () => (await boxOf(note(page, 'в стороне'))).x - before.x).toBeCloseTo(-150, 0)
  await expect.poll(async () => (await boxOf(note(page, 'в стороне'))).y - before.y).toBeCloseTo(100, 0)
  expect((await boxOf(note(other, 'в стороне'))).x).toBeCloseTo(theirs.x, 0)
  await expect(tool(page, 'hand')).toHaveAttribute('aria-pressed', 'true')
})

test('a connector is laid by two clicks as well, and goes with what it holds', async ({ as, centre }) => {
  const { page, other } = await pair(centre, as)
  await take(page, 'connector')
  for (const words of ['первый', 'второй']) await clickOn(page, note(page, words))
  await expect(things(other, 'connector')).toHaveCount(1)
  const before = await boxOf(things(other, 'connector'))
  const from = middleOf(await boxOf(note(page, 'второй')))
  await page.keyboard.press('Escape')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 40)
  await page.mouse.move(from.x + 120, from.y + 80)
  await page.mouse.up()
  await expect.poll(async () => (await boxOf(things(other, 'connector'))).width - before.width).toBeGreaterThan(60)
})

test('a dimension is drawn from corner to corner, and says another length when what it measures is moved', async ({ as, centre }) => {
  const { page, other } = await pair(centre, as)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: w.board.workshop.tray, exact: true }).click()
  const shop = page.getByRole('region', { name: workshop.tray, exact: true })
  await shop.getByRole('button', { name: workshop.place(workshop.tool.dimension), exact: true }).click()
  await shop.getByRole('button', { name: w.common.close }).click()
  const [left, right] = [await boxOf(note(page, 'первый')), await boxOf(note(page, 'второй'))]
  // From its upper right corner to the upper left one of the other, a little beside each: they are caught.
  await page.mouse.move(left.x + left.width + 3, left.y - 3)
  await page.mouse.down()
  await page.mouse.move((left.x + right.x) / 2, left.y + 20)
  await page.mouse.move(right.x - 3, right.y + 3)
  await page.mouse.up()
  await expect(things(other, 'dimension')).toHaveCount(1)
  const measured = await boxOf(things(other, 'dimension'))
  expect(measured.width).toBeCloseTo(right.x - left.x - left.width, -1)
  const middle = middleOf(right)
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await page.mouse.move(middle.x + 60, middle.y)
  await page.mouse.move(middle.x + 120, middle.y)
  await page.mouse.up()
  await expect.poll(async () => (await boxOf(things(other, 'dimension'))).width - measured.width).toBeGreaterThan(60)
  await expectSaved(page)
})

test('what is led to the edge of the screen goes on beyond it, and the paper with it', async ({ as, centre }) => {
  const { page, other } = await pair(centre, as)
  await page.keyboard.press('Escape')
  // What leads the paper comes at leisure, with the doors.
  await expect(page.getByRole('button', { name: later.outline })).toBeVisible()
  const [from, there] = [await boxOf(note(page, 'второй')), await boxOf(note(other, 'второй'))]
  const paper = await boxOf(paperOf(page))
  const start = middleOf(from)
  const edge = paper.x + paper.width - 6
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 200, start.y)
  await page.mouse.move(edge, start.y)
  await expect.poll(async () => (await boxOf(note(page, 'первый'))).x).toBeLessThan(paper.x)
  await page.mouse.up()
  // Further than the hand went: the paper has gone the rest of the way.
  await expect.poll(async () => (await boxOf(note(other, 'второй'))).x - there.x).toBeGreaterThan(edge - start.x + 150)
  await expectSaved(page)
})

test('the pointer is seen by the other while it glows, and leaves nothing behind', async ({ as, centre }) => {
  const { page, other } = await pair(centre, as)
  await takeMore(page, trays.laser)
  const [from, to] = [await spotOn(page, { x: 250, y: 450 }), await spotOn(page, { x: 650, y: 470 })]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const trail = other.locator('path.laser')
  // Its tail glows out: on a busy machine it is waved until the other sees it whole.
  await expect(async () => {
    for (const at of [from, { x: (from.x + to.x) / 2, y: from.y - 40 }, to]) await page.mouse.move(at.x, at.y)
    expect((await boxOf(trail)).width).toBeGreaterThan(200)
  }).toPass()
  await page.mouse.up()
  await expect(trail).toHaveCount(0)
  await expect(notesOf(other)).toHaveCount(2)
})

test('a comment is written by the mouse: from the menu of a thing, or by a click with its tool, and the other sees the pins', async ({
  as,
  centre,
}) => {
  const { page, other, aidana } = await pair(centre, as)
  const at = middleOf(await boxOf(note(page, 'первый')))
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await page.getByRole('menu', { name: commandWords.menu }).getByRole('menuitem', { name: names.comment, exact: true }).click()
  const field = page.getByRole('textbox', { name: said.field.write, exact: true })
  await expect(field).toBeFocused()
  await page.keyboard.type('Проверить на ветру')
  await page.getByRole('button', { name: said.send, exact: true }).click()
  const pin = other.getByRole('group', { name: said.pins }).getByRole('button')
  await expect(pin).toHaveText([new RegExp(`${aidana.name}: Проверить на ветру`)])
  // At the upper right corner of what it speaks of.
  const [sign, thing] = [await boxOf(pin), await boxOf(note(other, 'первый'))]
  expect(Math.abs(sign.x - (thing.x + thing.width))).toBeLessThan(60)

  // With the comment in the hand: where one clicks.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await paperOf(page).focus()
  await page.keyboard.press('c')
  await clickOn(page, note(page, 'второй'))
  await expect(field).toBeFocused()
  await page.keyboard.type('И этот')
  await page.keyboard.press('Control+Enter')
  await expect(pin).toHaveCount(2)
})

test('copies are led away by Alt, take a look over, lie behind, and go to another board with their picture', async ({ as, centre }) => {
  const { page, other, teacher, team } = await pair(centre, as)
  const leadBy = async (words: Locator, dx: number, dy: number, hold = async () => {}) => {
    const from = middleOf(await boxOf(words))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + dx / 2, from.y + dy / 2)
    await page.mouse.move(from.x + dx, from.y + dy)
    await hold()
    await page.mouse.up()
  }
  await page.keyboard.press('Escape')
  await page.keyboard.down('Alt')
  await leadBy(note(page, 'первый'), 0, 260)
  await page.keyboard.up('Alt')
  await expect(note(other, 'первый')).toHaveCount(2)

  // A little aside of the line of the first it is caught, and the line is seen.
  const second = note(page, 'второй')
  await leadBy(second, 40, 5, () => expect(page.locator('.guide').first()).toBeAttached())
  await expect.poll(async () => (await boxOf(second)).y - (await boxOf(note(page, 'первый').first())).y).toBeCloseTo(0, 0)

  await clickOn(page, second)
  await chosen(page).getByRole('button', { name: w.board.colour.green }).click()
  await page.keyboard.press('Control+Alt+c')
  await clickOn(page, note(page, 'первый').last())
  await page.keyboard.press('Control+Alt+v')
  await expect(note(other, 'первый').and(other.getByRole('button', { name: new RegExp(w.board.colour.green) }))).toHaveCount(1)

  // What lies above is touched; sent to the back, it is not.
  const { x: stood } = await boxOf(second)
  await leadBy(second, -340, 0)
  await expect.poll(async () => (await boxOf(second)).x).toBeLessThan(stood - 300)
  const at = middleOf(await boxOf(second))
  await page.keyboard.press('Control+Shift+BracketLeft')
  await page.keyboard.press('Escape')
  await page.mouse.click(at.x, at.y)
  await page.keyboard.press('Delete')
  await expect(note(other, 'первый')).toHaveCount(1)
  await expect(note(other, 'второй')).toHaveCount(1)

  const photo = await sharp({ create: { width: 480, height: 320, channels: 3, background: '#0b6e99' } })
    .png()
    .toBuffer()
  await page.locator('.bars input[type=file]').setInputFiles({ name: 'көпір.png', mimeType: 'image/png', buffer: photo })
  await expect(things(other, 'image')).toHaveCount(1)
  await expectSaved(page)
  const { boardId } = await seedProject(teacher, team.id)
  const elsewhere = await page.context().newPage()
  await openBoard(elsewhere, `/board/${boardId}`)
  await page.bringToFront()
  await paperOf(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await elsewhere.bringToFront()
  // What pastes comes with it.
  await expect(elsewhere.getByRole('toolbar', { name: w.board.zoom.label })).toBeVisible()
  await paperOf(elsewhere).focus()
  await elsewhere.keyboard.press('Control+v')
  await expect(notesOf(elsewhere)).toHaveCount(3)
  await expect(note(elsewhere, 'второй')).toHaveAccessibleName(new RegExp(w.board.colour.green))
  await expect.poll(async () => paintedAt(elsewhere, middleOf(await boxOf(things(elsewhere, 'image'))))).toMatch(/^#0[a-d]6[c-f]9[789a]$/)
  await expectSaved(elsewhere)
})
