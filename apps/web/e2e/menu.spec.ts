import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import {
  boxOf,
  drag,
  expectSaved,
  middleOf,
  note,
  notesOf,
  openBoard,
  paperOf,
  spotOn,
  take,
  things,
  tool,
  toolsOf,
  writeNote,
} from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import later from '../src/lib/board/later/words.ru.ts'
import minimap from '../src/lib/board/minimap/words.ru.ts'
import templates from '../src/lib/board/template/words.ru.ts'
import comment from '../src/lib/comment/words.ru.ts'
import organisation from '../src/lib/organisation/words.ru.ts'
import past from '../src/lib/version/words.ru.ts'
import { commandWords, names, slides, trays, w } from './words.ts'

const ofGroup = organisation.group.simple

const onBoard = async (page: Page) => {
  await writeNote(page, 'мотор', { x: 300, y: 260 })
  await writeNote(page, 'лопасти', { x: 620, y: 260 })
}
const boardMenu = (page: Page) => page.getByRole('button', { name: w.board.tools.menu })

test('the palette finds actions in every language and things by their words', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await onBoard(page)
  await expectSaved(page)

  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: commandWords.ask })
  await expect(field).toBeFocused()
  await field.fill('select every')
  await expect(page.getByRole('option', { selected: true })).toContainText(names.all)
  await expectAccessible(page)
  await field.press('Enter')
  await expect(field).toHaveCount(0)
  await page.keyboard.press('Delete')
  await expect(notesOf(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(notesOf(page)).toHaveCount(2)

  await page.keyboard.press('Control+k')
  await field.fill('лопас')
  await page.getByRole('option', { name: /лопасти/ }).click()
  await expect(note(page, 'лопасти')).toBeFocused()
  await page.keyboard.press('Control+k')
  await field.fill('такого тут нет')
  await expect(page.getByRole('option')).toHaveCount(0)
  await field.press('Escape')
  await expect(field).toHaveCount(0)
})

test('finding counts, walks the paper and leaves the focus on what was found', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await writeNote(page, 'ветер утром', { x: 300, y: 260 })
  await writeNote(page, 'ветер вечером', { x: 620, y: 260 })
  // Far away: it has to be walked to.
  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, 2500)

  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: commandWords.find })
  await field.fill('ВЕТЕР')
  await expect(page.getByText(commandWords.at(1, 2))).toBeVisible()
  const paper = await boxOf(paperOf(page))
  await expect.poll(async () => (await boxOf(note(page, 'ветер утром'))).y).toBeGreaterThan(paper.y)
  await expectAccessible(page)
  await field.press('Enter')
  await expect(page.getByText(commandWords.at(2, 2))).toBeVisible()
  await field.press('Escape')
  await expect(note(page, 'ветер вечером')).toBeFocused()
})

test('the menu comes by the right button and by the keyboard, and offers only what can be done', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await onBoard(page)
  const at = middleOf(await boxOf(note(page, 'мотор')))
  await page.mouse.click(at.x, at.y, { button: 'right' })
  const menu = page.getByRole('menu', { name: commandWords.menu })
  await expect(menu.getByRole('menuitem', { name: names.ungroup, exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await menu.getByRole('menuitem', { name: names.duplicate }).click()
  await expect(menu).toHaveCount(0)
  await expect(notesOf(page)).toHaveCount(3)

  await page.keyboard.press('Shift+F10')
  await expect(menu).toBeVisible()
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem').nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(paperOf(page)).toBeFocused()
})

test('help lists the keys with both letters, and switches the single ones off', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await page.keyboard.press('Shift+Slash')
  const help = page.getByRole('dialog', { name: commandWords.help })
  await expect(help.getByText('V / М', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await help.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await page.keyboard.press('h')
  await expect(tool(page, 'select')).toHaveAttribute('aria-pressed', 'true')
  await boardMenu(page).click()
  await page.getByRole('menuitem', { name: names.help }).click()
  await help.getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect(tool(page, 'hand')).toHaveAttribute('aria-pressed', 'true')
})

test('the board menu shows the map, the slides and the junior mode, which a device remembers', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await take(page, 'frame')
  await drag(page, await spotOn(page, { x: 200, y: 120 }), { x: 400, y: 240 })
  await page.keyboard.press('Escape')
  await take(page, 'frame')
  await drag(page, await spotOn(page, { x: 200, y: 420 }), { x: 400, y: 160 })
  await expect(things(page, 'frame')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: w.board.note.write })).toBeFocused()
  await page.keyboard.type('Итог')
  await page.keyboard.press('Escape')

  await boardMenu(page).click()
  await page.getByRole('menuitemcheckbox', { name: names.minimap }).click()
  await expect(page.getByRole('application', { name: minimap.map })).toBeVisible()
  await expectAccessible(page)

  await boardMenu(page).click()
  await page.getByRole('menuitem', { name: names.present }).click()
  const show = page.getByRole('dialog', { name: slides.show })
  await expect(show).toContainText(slides.at(1, 2, ''))
  await expect(toolsOf(page)).toHaveCount(0)
  // A presenter's remote turns pages.
  await page.keyboard.press('PageDown')
  await expect(show).toContainText(slides.at(2, 2, 'Итог'))
  await show.getByRole('button', { name: slides.order }).click()
  const order = show.getByRole('region', { name: slides.order })
  await order.getByRole('button', { name: '2. Итог' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(order.getByRole('button', { name: '1. Итог' })).toBeFocused()
  await expect(show).toContainText(slides.at(1, 2, 'Итог'))
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(order).toHaveCount(0)
  await page.keyboard.press('k')
  await expect(show.getByRole('button', { name: slides.laser })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(show).toHaveCount(0)

  await boardMenu(page).click()
  await page.getByRole('menuitemcheckbox', { name: names.junior }).click()
  await expect(tool(page, 'select')).toHaveCount(0)
  await expect(tool(page, 'note')).toBeVisible()
  // What was taken in hand is put down again: by the same button, or by the one in its tray.
  const held = toolsOf(page).getByRole('button', { name: w.board.tools.letGo(w.board.tools.pen), exact: true })
  await tool(page, 'pen').click()
  await held.click()
  await expect(held).toHaveCount(0)
  await expect(tool(page, 'pen')).toHaveAttribute('aria-pressed', 'false')
  await tool(page, 'pen').click()
  await expect(held).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: trays.done, exact: true }).click()
  await expect(tool(page, 'pen')).toHaveAttribute('aria-pressed', 'false')
  // The paper is spoken of where it was pressed, by the youngest too.
  const bare = await spotOn(page, { x: 700, y: 60 })
  await page.mouse.click(bare.x, bare.y, { button: 'right' })
  await page.getByRole('menuitem', { name: names.comment, exact: true }).click()
  await expect(page.getByRole('textbox', { name: comment.field.write, exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: comment.write, exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(tool(page, 'note')).toBeVisible()
  await expect(tool(page, 'select')).toHaveCount(0)
})

test('a teacher keeps the board simple for the pupils, live, and lifts it; a pupil is told by whom and stays', async ({ as, centre }) => {
  const { aidana, teacher, board, group } = await seedWorkshop(centre)
  const pupil = await as(aidana.hand)
  await openBoard(pupil, board)
  await take(pupil, 'frame')
  await drag(pupil, await spotOn(pupil, { x: 300, y: 120 }), { x: 400, y: 240 })
  await expect(things(pupil, 'frame')).toHaveCount(1)
  await expectSaved(pupil)
  await tool(pupil, 'connector').click()
  const lead = await as(teacher.hand)
  await openBoard(lead, board)
  await boardMenu(lead).click()
  await lead.getByRole('menuitemcheckbox', { name: names.simplify }).click()
  await expect(lead.getByRole('status').filter({ hasText: past.simple.lead })).toBeVisible()
  await expect(tool(lead, 'select')).toBeVisible()

  const told = pupil.getByRole('status').filter({ hasText: past.simple.board(teacher.name) })
  await expect(told).toBeVisible()
  await expect(tool(pupil, 'select')).toHaveCount(0)
  await expect(tool(pupil, 'note')).toBeVisible()
  await expectAccessible(pupil)
  await boardMenu(pupil).click()
  await expect(pupil.getByRole('menuitem', { name: names.help })).toBeVisible()
  await expect(pupil.getByRole('menuitemcheckbox', { name: names.junior })).toHaveCount(0)
  await expect(pupil.getByRole('menuitemcheckbox', { name: names.simplify })).toHaveCount(0)
  await pupil.keyboard.press('Escape')
  await pupil.getByRole('button', { name: past.simple.read }).click()
  await expect(told).toHaveCount(0)
  // Of another kind than the five tools make, and still there to be taken.
  await pupil.keyboard.press('Control+a')
  await pupil.keyboard.press('Delete')
  await expect(things(pupil, 'frame')).toHaveCount(0)
  await pupil.keyboard.press('Control+z')
  await expect(things(pupil, 'frame')).toHaveCount(1)
  await pupil.reload()
  await expect(told).toBeVisible()
  await expect(tool(pupil, 'select')).toHaveCount(0)

  await lead.getByRole('button', { name: past.simple.lift }).click()
  await expect(told).toHaveCount(0)
  await expect(tool(pupil, 'select')).toBeVisible()

  // Beside a template whoever leads the board is offered the same; with that of the youngest it comes by itself.
  const shelf = lead.getByRole('dialog', { name: templates.title })
  await lead.getByRole('button', { name: later.templates, exact: true }).click()
  await expect(shelf.getByRole('checkbox', { name: new RegExp(templates.simple.name) })).not.toBeChecked()
  await expectAccessible(lead)
  await shelf.getByRole('button', { name: new RegExp(`^${templates.place(templates.first.name)}`) }).click()
  await expect(told).toBeVisible()
  await expect(things(pupil, 'frame')).toHaveCount(2)
  await lead.getByRole('button', { name: past.simple.lift }).click()
  await expect(told).toHaveCount(0)
  await lead.getByRole('button', { name: later.templates, exact: true }).click()
  await shelf.getByRole('checkbox', { name: new RegExp(templates.simple.name) }).check()
  await shelf.getByRole('button', { name: new RegExp(`^${templates.place(templates.plan.name)}`) }).click()
  await expect(told).toBeVisible()
  await lead.getByRole('button', { name: past.simple.lift }).click()
  await expect(told).toHaveCount(0)

  // For a whole group at once: its page says so, and an open board hears of it.
  await lead.goto(`/centre/${centre.id}/group/${group.id}`)
  await lead.getByRole('button', { name: ofGroup.keep }).click()
  await expect(lead.getByText(ofGroup.now.simple)).toBeVisible()
  await expect(pupil.getByRole('status').filter({ hasText: past.simple.group(teacher.name, group.name) })).toBeVisible()
  await expect(tool(pupil, 'select')).toHaveCount(0)
  await lead.getByRole('button', { name: ofGroup.lift }).click()
  await expect(tool(pupil, 'select')).toBeVisible()
})

test('who only looks has no tools, and still finds and walks', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const author = await as(aidana.hand)
  await openBoard(author, board)
  await onBoard(author)
  await expectSaved(author)
  const reader = await as(centre.administrator.hand)
  await openBoard(reader, board)
  await expect(toolsOf(reader)).toHaveCount(0)
  await reader.keyboard.press('Control+f')
  await reader.getByRole('searchbox', { name: commandWords.find }).fill('мотор')
  await expect(reader.getByText(commandWords.at(1, 1))).toBeVisible()
  await reader.keyboard.press('Escape')
  await boardMenu(reader).click()
  await expect(reader.getByRole('menuitemcheckbox', { name: names.junior })).toHaveCount(0)
})
