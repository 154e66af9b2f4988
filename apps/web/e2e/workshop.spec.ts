import workshop from '../src/lib/board/workshop/words.ru.ts'
import { expectSaved, note, openBoard, things } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, w } from './words.ts'

test.use({ house: { name: 'tools' } })

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
