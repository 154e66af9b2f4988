import type { Locator, Page } from '@playwright/test'
import comments from '../src/lib/comment/words.ru.ts'
import outline from '../src/lib/board/outline/words.ru.ts'
import later from '../src/lib/board/later/words.ru.ts'
import said from '../src/lib/board/trace/words.ru.ts'
import past from '../src/lib/version/words.ru.ts'
import { graveFindings } from './axe.ts'
import { awake, expectAtWork } from './pages.ts'
import { clickOn, expectSaved, note, notesOf, openBoard, paperOf, writeNote } from './paper.ts'
import { seedProject, seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, names, w } from './words.ts'

test.describe.configure({ timeout: 120_000 })
// What carries on by itself tries again in growing steps.
const patience = { timeout: 30_000 }

const boardMenu = (page: Page) => page.getByRole('button', { name: w.board.tools.menu })
const choose = async (page: Page, name: string) => {
  await boardMenu(page).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name })
const met = (page: Page): Locator => page.getByRole('region', { name: said.clash.label })
const press = (where: Page | Locator, name: string | RegExp) => where.getByRole('button', { name, exact: true }).click()

const expectAccessible = async (page: Page, within: string) => expect(await graveFindings(page, { within })).toEqual([])

const rewrite = async (page: Page, text: string, more: string) => {
  await clickOn(page, note(page, text))
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: w.board.note.write })
  await expect(field).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(more)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
}

test('who made a thing and who changed it last, by the keyboard, in the menu and in the list', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, 'мотор', { x: 400, y: 300 })
  await expect(note(two, 'мотор')).toHaveCount(1)
  await rewrite(two, 'мотор', ' и винт')
  await expect(note(one, 'мотор и винт')).toHaveCount(1)
  await expectSaved(two)

  await clickOn(one, note(one, 'мотор и винт'))
  await one.keyboard.press('Control+k')
  await one.getByRole('combobox', { name: commandWords.ask }).fill(names.about)
  await one.keyboard.press('Enter')
  const about = dialog(one, said.about.title)
  await expect(about).toContainText(aidana.name)
  await expect(about).toContainText(timur.name)
  await expect(about.getByRole('term').filter({ hasText: said.about.changed })).toBeVisible()
  await expectAccessible(one, '[role=dialog]')
  await one.keyboard.press('Escape')
  await expect(about).toHaveCount(0)

  await press(one, later.outline)
  const tree = one.getByRole('tree', { name: outline.tree })
  await tree.focus()
  await one.keyboard.press('Home')
  await one.keyboard.press('ContextMenu')
  await one.getByRole('menuitem', { name: outline.deeds.about }).click()
  await expect(about).toContainText(timur.name)
})

test('what one deleted while another wrote on it offline: both are told, and either brings it back', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const village = await as(aidana.hand, { baseURL: cable.url })
  const city = await as(timur.hand)
  await openBoard(village, board)
  await openBoard(city, board)
  for (const [text, x] of [
    ['мотор', 300],
    ['крыло', 640],
  ] as const)
    await writeNote(village, text, { x, y: 300 })
  await expect(notesOf(city)).toHaveCount(2)
  await expectSaved(village)

  cable.cut()
  await rewrite(village, 'мотор', ' из аула')
  await clickOn(city, note(city, 'мотор'))
  await city.keyboard.press('Delete')
  await expect(note(city, 'мотор')).toHaveCount(0)
  await expectSaved(city)
  cable.join()

  await expect(met(city)).toContainText(said.clash.deleter(aidana.name, 'мотор из аула'), patience)
  await expect(met(village)).toContainText(said.clash.editor(timur.name, 'мотор из аула'), patience)
  await expectAccessible(city, '.met')
  // By the keyboard alone.
  await met(city).getByRole('button', { name: said.clash.restore }).focus()
  await city.keyboard.press('Enter')
  for (const page of [city, village]) {
    await expect(note(page, 'мотор из аула')).toHaveCount(1, patience)
    await expect(met(page)).toHaveCount(0)
  }
  // It was a step like any other.
  await paperOf(city).focus()
  await city.keyboard.press('Control+z')
  await expect(note(city, 'мотор из аула')).toHaveCount(0)
})

test('a deletion made offline meets what was written meanwhile; said no to, it is not asked again', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const village = await as(aidana.hand, { baseURL: cable.url })
  const city = await as(timur.hand)
  await openBoard(village, board)
  await openBoard(city, board)
  await writeNote(city, 'крыло', { x: 400, y: 300 })
  await expect(note(village, 'крыло')).toHaveCount(1)
  await expectSaved(city)
  // A slow answer: meanwhile the board goes on, and it is asked once more before it has come.
  await city.route(/\/trace\?/, async (route) => {
    await new Promise((calm) => setTimeout(calm, 3_000))
    await route.continue()
  })

  cable.cut()
  await clickOn(village, note(village, 'крыло'))
  await village.keyboard.press('Delete')
  await rewrite(city, 'крыло', ' готово')
  await expectSaved(city)
  const asked = city.waitForRequest(/\/trace\?/, patience)
  cable.join()
  await asked
  await writeNote(city, 'хвост', { x: 800, y: 300 })

  await expect(met(village)).toContainText(said.clash.deleter(timur.name, 'крыло готово'), patience)
  await expect(met(city)).toContainText(said.clash.editor(aidana.name, 'крыло готово'), patience)
  await press(met(village), said.clash.leave)
  await expect(met(village)).toHaveCount(0)
  await village.reload()
  await expect(village.getByTitle(w.board.live.on)).toBeVisible(patience)
  await expectSaved(village)
  await press(met(city), said.clash.restore)
  await expect(note(village, 'крыло готово')).toHaveCount(1, patience)
  await expect(met(village)).toHaveCount(0)
})

test('what was deleted lies in a list, with who and when, and comes back', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  for (const [text, x] of [
    ['мотор', 300],
    ['крыло', 640],
  ] as const)
    await writeNote(one, text, { x, y: 300 })
  await expect(notesOf(two)).toHaveCount(2)
  await paperOf(two).focus()
  await two.keyboard.press('Control+a')
  await two.keyboard.press('Delete')
  await expect(notesOf(one)).toHaveCount(0)
  await expectSaved(two)

  await choose(one, names.bin)
  const bin = dialog(one, said.bin.title)
  await expect(bin).toContainText(timur.name)
  await expectAccessible(one, '[role=dialog]')
  await press(bin, said.bin.restoreOf('мотор'))
  await expect(bin.getByText(said.bin.restored(1))).toBeVisible()
  await one.keyboard.press('Escape')
  await expect(note(two, 'мотор')).toHaveCount(1)
  await expect(notesOf(two)).toHaveCount(1)

  await press(two, later.outline)
  await press(two, outline.bin)
  await press(dialog(two, said.bin.title), said.bin.restoreOf('крыло'))
  await expect(notesOf(one)).toHaveCount(2)
})

test('a board is copied to another project, with whom it is owed to', async ({ as, centre }) => {
  const { teacher, aidana, team, project, board } = await seedWorkshop(centre)
  const other = await seedProject(teacher, team.id)
  const one = await as(aidana.hand)
  await openBoard(one, board)
  await writeNote(one, 'мотор', { x: 400, y: 300 })
  await expectSaved(one)

  const page = await as(teacher.hand)
  await openBoard(page, board)
  await choose(page, names.copyBoard)
  const copying = dialog(page, said.copy.title)
  await copying.getByLabel(said.copy.name, { exact: true }).fill('Моторы')
  await copying.getByLabel(said.copy.where, { exact: true }).selectOption({ label: other.title })
  await copying.getByRole('checkbox', { name: said.copy.simple }).check()
  await expectAccessible(page, '[role=dialog]')
  await press(copying, said.copy.go)
  await copying.getByRole('link', { name: said.copy.open }).click()
  await expect(page.getByRole('status').filter({ hasText: past.simple.lead })).toBeVisible()
  await expect(note(page, 'мотор')).toHaveCount(1)
  await press(page, said.credit.short(project.title))
  const credit = dialog(page, said.credit.label)
  await expect(credit).toContainText(aidana.name)
  await expect(credit.getByRole('link', { name: said.credit.look })).toHaveAttribute('href', board)
  await page.goto(`/project/${other.id}`)
  await expect(page.getByRole('link', { name: 'Моторы', exact: true })).toBeVisible()
})

test('who is called in a comment hears of it at work, comes to it, and has read it', async ({ as, centre }) => {
  const { teacher, timur, board } = await seedWorkshop(centre)
  const reader = await as(timur.hand)
  await reader.goto('/work')
  await awake(reader)
  await expectAtWork(reader)
  const told = w.project.work.told
  await expect(reader.getByRole('region', { name: told.title })).toHaveCount(0)

  const page = await as(teacher.hand)
  await openBoard(page, board)
  await writeNote(page, 'мотор', { x: 400, y: 300 })
  await clickOn(page, note(page, 'мотор'))
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: names.comment, exact: true }).click()
  await clickOn(page, note(page, 'мотор'))
  const field = page.getByRole('textbox', { name: comments.field.write })
  await field.fill(`@${timur.name} проверь винт`)
  await press(page, comments.send)

  const list = reader.getByRole('region', { name: told.title })
  await expect(list).toContainText(told.mention(teacher.name), patience)
  await expect(list).toContainText(told.unread(1))
  await list.getByRole('link', { name: /проверь винт/ }).click()
  await expect(reader.getByRole('complementary', { name: comments.title })).toContainText('проверь винт', patience)
  await reader.goto('/work')
  await expect(list).toContainText('проверь винт')
  await expect(list.getByText(told.fresh, { exact: true })).toHaveCount(0)
})

test('a device opens its boards as it was left: as a list, or as a picture', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  const tree = page.getByRole('tree', { name: outline.tree })
  await press(page, later.outline)
  await expect(tree).toBeVisible()
  await page.reload()
  await expect(tree).toBeVisible(patience)
  await press(page, outline.close)
  await page.reload()
  await expect(page.getByTitle(w.board.live.on)).toBeVisible(patience)
  await expect(page.getByRole('button', { name: later.outline })).toBeVisible(patience)
  await expect(tree).toHaveCount(0)
})
