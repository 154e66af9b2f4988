import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import workshop from '../src/lib/board/workshop/words.ru.ts'
import { expectSaved, note, openBoard, things, toolsOf } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, w } from './words.ts'

test('parts are laid from the tray and wired pin to pin by their names; a row of a table goes down', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(page, board)
  await openBoard(other, board)
  const shop = page.getByRole('region', { name: workshop.tray, exact: true })
  const openTray = async () => {
    await page.getByRole('button', { name: w.board.workshop.tray, exact: true }).click()
    await expect(shop).toBeVisible()
  }
  const lay = async (name: string) => {
    await openTray()
    await shop.getByRole('searchbox').fill(name)
    await shop.getByRole('button', { name: workshop.place(name), exact: true }).click()
    await shop.getByRole('button', { name: w.common.close }).click()
  }
  await lay('Arduino Uno')
  await lay('Сервопривод SG90')
  await expect(things(other, 'part')).toHaveCount(2)

  // From the part that was laid last: which pin of it, and what it goes to.
  const field = page.getByRole('combobox')
  const chosen = (name: string) => page.getByRole('option', { name, exact: true, selected: true })
  await page.keyboard.press('j')
  await expect(field).toHaveAccessibleName(commandWords.join.from('Сервопривод SG90'))
  await page.keyboard.press('ArrowDown')
  const pin = (await page.locator('[role=option][aria-selected=true]').innerText()).trim()
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleName(commandWords.join.to(`Сервопривод SG90 · ${pin}`))
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleName(commandWords.join.pin('Arduino Uno'))
  await page.keyboard.type('d13')
  await expect(chosen('D13')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(commandWords.join.done(`Сервопривод SG90 · ${pin}`, 'Arduino Uno · D13'))).toBeVisible()
  await expect(things(other, 'connector')).toHaveCount(1)

  await other.getByRole('button', { name: w.board.workshop.wiring, exact: true }).click()
  const row = other.getByRole('dialog', { name: workshop.wiring.title }).getByRole('row')
  await expect(row.filter({ hasText: `Сервопривод SG90 · ${pin}` })).toContainText('Arduino Uno · D13')

  // A table: its first row goes down a place, by the keys, and comes back by the button.
  await lay(workshop.tool.table)
  await expect(things(page, 'table')).toHaveCount(1)
  await things(page, 'table').focus()
  await page.keyboard.press('Enter')
  const cell = (n: number) => page.getByRole('textbox', { name: workshop.table.cell(n, 1) })
  await expect(cell(1)).toBeFocused()
  await page.keyboard.type('сила ветра')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(cell(2)).toHaveValue('сила ветра')
  await expect(page.getByText(workshop.table.rowNow(2))).toBeAttached()
  await page.getByRole('button', { name: workshop.table.rowUp, exact: true }).click()
  await expect(cell(1)).toHaveValue('сила ветра')
  await page.keyboard.press('Escape')
  await expect(note(other, 'сила ветра')).toHaveCount(1)
  await expectSaved(page)
})

/** Three hands, and how each presses a button. */
const hands: Record<'mouse' | 'finger' | 'keyboard', (button: Locator) => Promise<void>> = {
  mouse: (button) => button.click(),
  finger: (button) => button.tap(),
  keyboard: async (button) => {
    await button.focus()
    await button.press('Enter')
  },
}

/** What the tray of the workshop holds, one of each kind; what is drawn from point to point is in mouse, touch and keyboard.spec. */
const pieces = [
  ['part', 'Arduino Uno'],
  ['symbol', 'Резистор'],
  ['table', workshop.tool.table],
  ['code', workshop.tool.code],
  ['formula', workshop.tool.formula],
  ['frame', workshop.tool.sheet2],
] as const

const pictureOnce = { name: 'мотор.png', mimeType: 'image/png' }

test('each thing of the trays is laid by the mouse, by a finger and by the keyboard alike', async ({ as, centre }) => {
  test.setTimeout(120_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page: Page = await as(aidana.hand, { hasTouch: true })
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  const shop = page.getByRole('region', { name: workshop.tray, exact: true })
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b6e99' } })
    .png()
    .toBuffer()
  const doorTo = page.getByRole('button', { name: w.board.workshop.tray, exact: true })
  for (const [nth, press] of Object.values(hands).entries()) {
    await press(doorTo)
    await expect(shop).toBeVisible()
    for (const [kind, name] of pieces) {
      await shop.getByRole('searchbox').fill(name)
      await press(shop.getByRole('button', { name: workshop.place(name), exact: true }))
      await expect(things(other, kind), `${kind} by ${Object.keys(hands)[nth]}`).toHaveCount(nth + 1)
    }
    await press(shop.getByRole('button', { name: w.common.close, exact: true }))
    const asked = page.waitForEvent('filechooser')
    await press(toolsOf(page).getByRole('button', { name: w.board.tools.picture, exact: true }))
    await (await asked).setFiles({ ...pictureOnce, buffer: picture })
    await expect(things(other, 'image')).toHaveCount(nth + 1)
    await page.keyboard.press('Escape')
  }
  await expectSaved(page)
})
