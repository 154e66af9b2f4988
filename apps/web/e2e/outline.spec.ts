import type { Page } from '@playwright/test'
import kk from '../src/lib/board/outline/words.kk.ts'
import said from '../src/lib/board/outline/words.ru.ts'
import names from '../src/lib/board/command/names.ru.ts'
import shop from '../src/lib/board/workshop/words.ru.ts'
import { graveFindings } from './axe.ts'
import { awake } from './pages.ts'
import { expect, test, workbench } from './test.ts'
import { w } from './words.ts'

test.use({ house: workbench })

const treeOf = (page: Page, name = said.tree) => page.getByRole('tree', { name })
const rowsOf = (page: Page) => treeOf(page).getByRole('treeitem')
const rowOf = (page: Page, name: RegExp | string) => treeOf(page).getByRole('treeitem', { name })
const hereOf = (page: Page) => treeOf(page).locator('[aria-selected=true]')

const openBench = async (page: Page, query = '') => {
  await page.goto(`/workbench/outline${query}`)
  await awake(page)
  await expect(treeOf(page)).toBeVisible()
}

/** By the keys, from the menu of the row on which one stands. */
const choose = async (page: Page, name: string) => {
  await treeOf(page).focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

const find = async (page: Page, words: string) => {
  const field = page.getByRole('searchbox', { name: said.find })
  await field.fill(words)
  await field.press('Enter')
}

test('the board is told in reading order: frames, groups, connectors, loose ends, drawings, locks', async ({ page }) => {
  await openBench(page)
  const told = await rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => [Number(row.ariaLevel), ...Array.from(row.querySelectorAll('b, small'), (line) => line.textContent)]),
  )
  expect(told.slice(0, 10)).toEqual([
    [1, 'Қуат көзі', 'Рамка, белый, Айгерім С.'],
    [2, 'Motor gives 3.2 V at 400 rpm', 'Стикер, голубой, Дәулет Қ.'],
    [3, '→ Лампа 3 В: қызыл сым', 'Соединитель, чёрный, Айгерім С.'],
    [2, 'Лампа 3 В', 'Стикер, жёлтый, Ваня П.'],
    [3, `→ ${said.loose}`, 'Соединитель, чёрный, Ваня П.'],
    [2, 'Түзеткіш', `Фигура, зелёный, Айгерім С., ${said.lock.all}`],
    [2, said.drawings(2)],
    [1, 'Жоспар', 'Рамка, белый, Айгерім С.'],
    [2, said.group(2)],
    [3, 'Жұмада сынаймыз', 'Стикер, розовый, Айгерім С.'],
  ])
})

test('by the keyboard alone: walk, find, write, add, move, connect, delete and bring back', async ({ page }) => {
  await openBench(page)
  const { keyboard } = page
  await treeOf(page).focus()
  await keyboard.press('ArrowDown')
  await expect(hereOf(page)).toHaveAccessibleName(/Motor gives/)
  await keyboard.press('Home')
  await keyboard.type('mot')
  await expect(hereOf(page)).toHaveAccessibleName(/^Motor gives/)
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(hereOf(page)).toHaveAccessibleName(/^Лампа 3 В/)

  await keyboard.press('F2')
  await keyboard.press('End')
  await keyboard.type(' дайын')
  await keyboard.press('Enter')
  await expect(treeOf(page)).toBeFocused()
  await expect(hereOf(page)).toHaveAccessibleName(/^Лампа 3 В дайын/)

  await keyboard.press('Insert')
  await keyboard.type('Жаңа ой')
  await keyboard.press('Enter')
  await expect(hereOf(page)).toHaveAccessibleName(/^Жаңа ой/)
  await expect(hereOf(page)).toHaveAttribute('aria-level', '2')

  await keyboard.press('Alt+ArrowLeft')
  await expect(hereOf(page)).toHaveAttribute('aria-level', '1')
  await keyboard.press('Alt+ArrowRight')
  await expect(hereOf(page)).toHaveAttribute('aria-level', '2')

  await keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: said.deeds.connect }).focus()
  await keyboard.press('Enter')
  await keyboard.type('motor')
  await keyboard.press('Enter')
  await expect(rowOf(page, /→ Motor gives/)).toBeVisible()

  // The end that hung loose is docked: where it leads is chosen by its words.
  await find(page, said.loose)
  await choose(page, said.deeds.lead)
  await keyboard.type('motor')
  await keyboard.press('Enter')
  await expect(page.getByText(said.connected)).toBeAttached()
  await expect(rowOf(page, new RegExp(said.loose))).toHaveCount(0)
  await expect(rowOf(page, /→ Motor gives/)).toHaveCount(2)

  await find(page, 'жаңа')
  await keyboard.press('Delete')
  await expect(rowOf(page, /^Жаңа ой/)).toHaveCount(0)
  await page.getByRole('button', { name: said.back, exact: true }).click()
  await expect(rowOf(page, /^Жаңа ой/)).toBeVisible()
  await expect(treeOf(page)).toBeFocused()
})

test('by the keyboard alone: the cells of a table, one after another, more of them, and what lies on top', async ({ page }) => {
  await openBench(page)
  const { keyboard } = page
  await page.getByRole('button', { name: `${said.add.label}: ${said.add.table}` }).click()
  const find = page.getByRole('combobox', { name: said.pick.part })
  await expect(find).toBeFocused()
  const cell = (row: number, column: number) => page.getByRole('textbox', { name: said.part.cell(row, column), exact: true })
  await keyboard.press('Enter')
  await expect(cell(1, 1)).toBeFocused()
  await keyboard.type('Деталь')
  await keyboard.press('Enter')
  await expect(cell(1, 2)).toBeFocused()
  await expect(cell(1, 2)).toHaveValue('')
  await keyboard.type('Саны')
  await keyboard.press('Escape')
  await expect(treeOf(page)).toBeFocused()
  await expect(hereOf(page)).toHaveAccessibleName(/Деталь/)

  await choose(page, said.deeds.tracks)
  const sheet = page.getByRole('region', { name: said.deeds.tracks })
  const [row, column] = [said.tracks.row, said.tracks.column]
  const line = (name: string) => sheet.getByRole('group', { name })
  const addRow = sheet.getByRole('button', { name: shop.table.addRow })
  await addRow.focus()
  await keyboard.press('Enter')
  await expect(page.getByText(said.tracks.added.row)).toBeAttached()
  await expect(line(row(5))).toHaveCount(1)
  // Down with the first row, then out with the column that says how many; both come back.
  await line(`${row(1)}: Деталь · Саны`)
    .getByRole('button', { name: shop.table.rowDown })
    .focus()
  await keyboard.press('Enter')
  await expect(line(`${row(2)}: Деталь · Саны`).getByRole('button', { name: shop.table.rowDown })).toBeFocused()
  await line(`${column(2)}: Саны`)
    .getByRole('button', { name: shop.table.removeColumn })
    .focus()
  await keyboard.press('Enter')
  await expect(line(column(3))).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(treeOf(page)).toBeFocused()
  await keyboard.press('Control+z')
  await keyboard.press('Control+z')
  // A cell is found by its words, or by where it stands.
  await keyboard.press('Enter')
  await keyboard.type(said.part.cell(5, 1))
  await keyboard.press('Enter')
  await expect(cell(5, 1)).toBeFocused()
  await keyboard.press('Escape')
  await keyboard.press('Enter')
  await keyboard.type('саны')
  expect(await graveFindings(page)).toEqual([])
  await keyboard.press('Enter')
  await expect(cell(1, 2)).toHaveValue('Саны')
  await keyboard.press('Escape')

  await choose(page, said.sections.arrange)
  await page.getByRole('menuitem', { name: names.back, exact: true }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText(said.did(names.back))).toBeAttached()
})

test('by the keyboard alone: several are chosen, lined up, coloured, turned; a stamp and a part are laid', async ({ page }) => {
  await openBench(page)
  const { keyboard } = page
  await find(page, 'motor')
  await keyboard.press(' ')
  await find(page, 'лам')
  await keyboard.press(' ')
  await expect(page.getByText(said.chosen(2)).first()).toBeVisible()
  await expect(hereOf(page)).toHaveCount(2)
  await choose(page, said.sections.arrange)
  await page.getByRole('menuitem', { name: names.alignBottom }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText(said.did(names.alignBottom))).toBeAttached()
  await expect(treeOf(page)).toBeFocused()

  await choose(page, said.deeds.look)
  const look = page.getByRole('region', { name: said.deeds.look })
  await expect(look.getByRole('button').first()).toBeVisible()
  expect(await graveFindings(page)).toEqual([])
  await look.getByRole('button', { name: w.board.colour.pink }).focus()
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  for (const name of [/^Motor gives/, /^Лампа 3 В/]) await expect(rowOf(page, name)).toContainText(w.board.colour.pink)
  await keyboard.press('Escape')
  await expect(hereOf(page)).toHaveCount(1)

  // Turned twice: the menu stays where one wants another step.
  await choose(page, said.sections.place)
  const quarter = page.getByRole('menuitem', { name: names.turnQuarter })
  await quarter.focus()
  await keyboard.press('Enter')
  await expect(quarter).toBeFocused()
  await keyboard.press('Escape')
  await keyboard.press('Escape')

  const more = page.getByRole('button', { name: said.add.more })
  await more.focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: said.add.stamp }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(hereOf(page)).toContainText(w.board.kind.stamp)
  await more.focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: said.add.piece }).focus()
  await keyboard.press('Enter')
  await keyboard.type('resistor')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(hereOf(page)).toContainText(w.board.kind.symbol)
  await expect(treeOf(page)).toBeFocused()
})

test('a finger rests on a row to choose it, and a tap chooses the next', async ({ page }) => {
  await openBench(page)
  const touch = await page.context().newCDPSession(page)
  const at = async (name: RegExp) => {
    const box = await rowOf(page, name).boundingBox()
    return { x: (box?.x ?? 0) + 120, y: (box?.y ?? 0) + 28 }
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await at(/^Motor gives/)] })
  await expect(page.getByText(said.chosen(1)).first()).toBeVisible()
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(hereOf(page)).toHaveCount(1)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await at(/^Лампа 3 В/)] })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(page.getByText(said.chosen(2)).first()).toBeVisible()
  await page.getByRole('button', { name: said.moreOf(2) }).click()
  await page.getByRole('menuitem', { name: said.deeds.remove }).click()
  await expect(rowOf(page, /^Motor gives/)).toHaveCount(0)
  await page.getByRole('button', { name: said.back, exact: true }).click()
  await expect(rowOf(page, /^Лампа 3 В/)).toBeVisible()
})

test('what is locked stays as it is, and says why', async ({ page }) => {
  await openBench(page)
  await find(page, 'түз')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('status').filter({ hasText: said.held })).toHaveCount(1)
  await expect(rowOf(page, /Түзеткіш/)).toBeVisible()
})

test('what others do appears, and the focus stays where it was', async ({ page }) => {
  await openBench(page)
  await find(page, 'лам')
  await page.evaluate(() => {
    // The second hand's document, as the bench lays it out.
    const { other } = window as unknown as { other: { getMap(name: string): Map<string, Map<string, unknown>> } }
    other.getMap('el').get('motor')?.set('del', { by: 'vanja000000000000000', at: 2 })
  })
  await expect(rowOf(page, /Motor gives/)).toHaveCount(0)
  await expect(hereOf(page)).toHaveAccessibleName(/^Лампа 3 В/)
  await expect(treeOf(page)).toBeFocused()
})

test('five thousand things open as few rows, and the last is a key away', async ({ page }) => {
  // Five thousand are made first, by a bench and not by the server, on a machine that does other things beside.
  test.slow()
  page.setDefaultTimeout(60_000)
  await openBench(page, '?notes=5000')
  expect(await rowsOf(page).count()).toBeLessThan(60)
  await treeOf(page).focus()
  await page.keyboard.press('End')
  await expect(hereOf(page)).toBeInViewport()
  expect(await rowsOf(page).count()).toBeLessThan(60)
})

test('it is open to everyone on a laptop and on a phone, and stands instead of the board there', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await openBench(page)
  expect(await graveFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.context().addCookies([{ name: 'language', value: 'kk', url: page.url() }])
  await page.reload()
  await awake(page)
  await expect(treeOf(page, kk.tree)).toBeVisible()
  await treeOf(page, kk.tree).getByText('Лампа 3 В', { exact: true }).click()
  await page.getByRole('button', { name: kk.more('Лампа 3 В') }).click()
  expect(await graveFindings(page)).toEqual([])
  await page.getByRole('menuitem', { name: kk.deeds.show }).click()
  await expect(treeOf(page, kk.tree)).toHaveCount(0)
})

test('a device remembers whether it was left with the list', async ({ page }) => {
  const visit = async () => {
    await page.goto('/workbench/outline?remember')
    await awake(page)
    await expect(page.getByRole('button', { name: said.title })).toBeVisible()
  }
  await visit()
  await expect(treeOf(page)).toHaveCount(0)
  await page.getByRole('button', { name: said.title }).click()
  await visit()
  await expect(treeOf(page)).toBeVisible()
  await page.getByRole('button', { name: said.close }).click()
  await visit()
  await expect(treeOf(page)).toHaveCount(0)
})
