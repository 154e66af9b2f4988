import { devices } from '@playwright/test'
import details from '../src/lib/board/detail/words.ru.ts'
import { expectAccessible } from './axe.ts'
import { glassOf } from './glass.ts'
import {
  boxOf,
  chosen,
  clickOn,
  expectLive,
  expectSaved,
  middleOf,
  note,
  notesOf,
  openBoard,
  paperOf,
  pull,
  spotOn,
  take,
  things,
  tool,
  toolsOf,
  tray,
  writeNote,
} from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { company, trays, w } from './words.ts'

test('every tool lays its thing by the mouse, and the other sees all of them', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)

  await tool(page, 'shape').click()
  await tray(page, 'shape').getByRole('button', { name: trays.form.ellipse, exact: true }).click()
  await expect(tool(page, 'shape')).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)
  await pull(page, { x: 120, y: 120 }, { x: 320, y: 260 })
  await expect(things(other, 'shape')).toHaveCount(1)
  // After one thing the hand is free again.
  await expect(tool(page, 'select')).toHaveAttribute('aria-pressed', 'true')

  await take(page, 'frame')
  await pull(page, { x: 500, y: 100 }, { x: 900, y: 400 })
  await expect(things(other, 'frame')).toHaveCount(1)
  await page.keyboard.press('Escape')

  await writeNote(page, 'в рамке', { x: 650, y: 250 })
  await tool(page, 'connector').click()
  await tray(page, 'connector').getByRole('button', { name: trays.route.elbow, exact: true }).click()
  await pull(page, { x: 220, y: 190 }, { x: 650, y: 250 })
  await expect(things(other, 'connector')).toHaveCount(1)

  await tool(page, 'pen').click()
  await tray(page, 'pen').getByRole('button', { name: trays.fill.red, exact: true }).click()
  await pull(page, { x: 150, y: 420 }, { x: 400, y: 500 })
  await expect(things(other, 'ink')).toHaveCount(1)
  await expect(tool(page, 'pen')).toHaveAttribute('aria-pressed', 'true')

  await take(page, 'text')
  const spot = await spotOn(page, { x: 150, y: 330 })
  await page.mouse.click(spot.x, spot.y)
  await page.keyboard.type('подпись')
  await page.keyboard.press('Escape')
  await expect(note(other, 'подпись')).toHaveCount(1)
  await expectSaved(page)
})

test('what is chosen is changed by the bar above it, which stays on the screen with all that it opens, and undone', async ({
  as,
  centre,
}) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await writeNote(page, 'первый', { x: 300, y: 300 })
  await writeNote(page, 'второй', { x: 620, y: 340 })
  await clickOn(page, note(page, 'первый'))

  await chosen(page).getByRole('button', { name: w.board.colour.green }).click()
  await expect(note(other, 'первый')).toHaveAccessibleName(new RegExp(w.board.colour.green))
  await expect(chosen(page).getByRole('button', { name: w.board.colour.green })).toHaveAttribute('aria-pressed', 'true')
  const bar = await boxOf(chosen(page))
  const thing = await boxOf(note(page, 'первый'))
  expect(bar.y + bar.height <= thing.y || bar.y >= thing.y + thing.height).toBe(true)
  await expectAccessible(page)

  await page.keyboard.press('Control+a')
  await chosen(page).getByRole('button', { name: trays.arrange }).click()
  await page.getByRole('button', { name: trays.alignTop }).click()
  await expect.poll(async () => Math.abs((await boxOf(note(other, 'первый'))).y - (await boxOf(note(other, 'второй'))).y)).toBeLessThan(1)
  await tool(page, 'undo').click()
  await expect
    .poll(async () => Math.abs((await boxOf(note(other, 'первый'))).y - (await boxOf(note(other, 'второй'))).y))
    .toBeGreaterThan(20)

  await chosen(page).getByRole('button', { name: trays.group, exact: true }).click()
  await expect(chosen(page).getByRole('button', { name: trays.ungroup, exact: true })).toBeVisible()
  await chosen(page).getByRole('button', { name: trays.remove, exact: true }).click()
  await expect(notesOf(other)).toHaveCount(0)
  await page.getByRole('button', { name: w.board.restore, exact: true }).click()
  await expect(notesOf(other)).toHaveCount(2)

  // In a corner what opens has no room above the bar, nor beside it.
  await page.keyboard.press('Escape')
  await take(page, 'frame')
  await pull(page, { x: 1_020, y: 90 }, { x: 1_260, y: 240 })
  await page.keyboard.press('Escape')
  const sheet = await boxOf(things(page, 'frame'))
  await page.mouse.click(sheet.x + 1, sheet.y + sheet.height / 2)
  await chosen(page).getByRole('button', { name: trays.details, exact: true }).click()
  const scale = page.getByRole('combobox', { name: details.scale })
  await scale.selectOption('1:10')
  await page.getByLabel(details.grid).fill('50')
  await page.keyboard.press('Enter')
  await expect(scale).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('combobox', { name: details.paper })).toBeInViewport({ ratio: 1 })
  const [paper, opened] = [await boxOf(paperOf(page)), await boxOf(page.locator('.chosen .part'))]
  expect(opened.y).toBeGreaterThanOrEqual(paper.y)
  expect(opened.x + opened.width).toBeLessThanOrEqual(paper.x + paper.width)
  // The other has the same sheet, at the same scale.
  await things(other, 'frame').focus()
  await chosen(other).getByRole('button', { name: trays.details, exact: true }).click()
  await expect(other.getByRole('combobox', { name: details.scale }).locator('option:checked')).toHaveText('1:10')
  await expect(other.getByLabel(details.grid)).toHaveValue('50')
})

test('the bar of tools is one stop of the keyboard, and arrows walk it', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await tool(page, 'select').focus()
  await page.keyboard.press('ArrowRight')
  await expect(tool(page, 'hand')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect(tool(page, 'select')).toBeFocused()
  expect(await toolsOf(page).locator('button[tabindex="0"]').count()).toBe(1)

  await tool(page, 'shape').focus()
  await page.keyboard.press('Enter')
  await expect(tray(page, 'shape')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tray(page, 'shape')).toHaveCount(0)
  for (const [key, name] of [
    ['h', 'hand'],
    ['p', 'pen'],
    ['f', 'frame'],
    ['a', 'connector'],
    ['t', 'text'],
    ['v', 'select'],
  ] as const) {
    await paperOf(page).focus()
    await page.keyboard.press(key)
    await expect(tool(page, name)).toHaveAttribute('aria-pressed', 'true')
  }
})

test('whoever follows sees what the other sees, until their own hand moves', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, 'метка', { x: 400, y: 300 })
  await expect(note(two, 'метка')).toHaveCount(1)

  await two.getByRole('button', { name: w.board.people.open }).click()
  await two.getByRole('button', { name: company.follow(aidana.name) }).click()
  await expect(two.getByText(company.following(aidana.name))).toBeVisible()
  await one.mouse.move(600, 400)
  await one.mouse.wheel(0, 300)
  await expect.poll(async () => Math.abs((await boxOf(note(one, 'метка'))).y - (await boxOf(note(two, 'метка'))).y)).toBeLessThan(3)
  await two.getByRole('button', { name: company.stop }).click()
  await expect(two.getByText(company.following(aidana.name))).toHaveCount(0)
})

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] ?? devices['Desktop Chrome']!

  test('six places for the thumb, trays above them, and a finger draws', async ({ as, centre }) => {
    const { aidana, timur, board } = await seedWorkshop(centre)
    const page = await as(aidana.hand, phone)
    const other = await as(timur.hand)
    await openBoard(other, board)
    await page.goto(board)
    await expectLive(page)
    await expect(toolsOf(page).getByRole('button')).toHaveCount(6)
    for (const button of await toolsOf(page).getByRole('button').all()) {
      const { width, height } = await boxOf(button)
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(48)
    }

    await tool(page, 'pen').tap()
    await expect(tray(page, 'pen')).toBeVisible()
    await expectAccessible(page)
    const { stroke } = await glassOf(page)
    await stroke({ x: 100, y: 250 }, { x: 180, y: 290 }, { x: 260, y: 330 })
    await expect(things(other, 'ink')).toHaveCount(1)
    // The tray makes room for the drawing.
    await expect(tray(page, 'pen')).toHaveCount(0)

    // A browser takes the first tap after a swift stroke for the hand that stops it.
    await expect(async () => {
      await tool(page, 'more').tap()
      await expect(tray(page, 'more')).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await tray(page, 'more').getByRole('button', { name: w.board.tools.frame }).tap()
    await stroke({ x: 60, y: 380 }, { x: 200, y: 460 }, { x: 270, y: 500 })
    await expect(things(other, 'frame')).toHaveCount(1)
    expect(middleOf(await boxOf(toolsOf(page))).x).toBeCloseTo(phone.viewport.width / 2, -1)
  })
})
