import type { Locator, Page } from '@playwright/test'
import late from '../src/lib/aside/words.ru.ts'
import past from '../src/lib/version/words.ru.ts'
import { graveFindings } from './axe.ts'
import { expectSaved, note, notesOf, openBoard, toolsOf, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

const patience = { timeout: 30_000 }

const door = (page: Page): Locator => page.getByRole('button', { name: w.board.versions, exact: true })
const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: past.title })
const press = (where: Page | Locator, name: string | RegExp) => where.getByRole('button', { name, exact: true }).click()
const frozenOn = (page: Page): Locator => page.getByRole('status').filter({ hasText: past.freeze.calm })
const lateOn = (page: Page): Locator => page.getByRole('status').filter({ hasText: late.kept })

const openPanel = async (page: Page) => {
  await door(page).click()
  await expect(panelOf(page)).toBeVisible()
}

const keep = async (page: Page, name: string) => {
  await panelOf(page).getByLabel(past.name, { exact: true }).fill(name)
  await press(panelOf(page), past.keep)
  await expect(panelOf(page).getByText(past.kept(name))).toBeVisible()
}

const freeze = async (page: Page) => {
  await openPanel(page)
  await press(panelOf(page), past.freeze.go)
  await expect(frozenOn(page)).toBeVisible()
}

test('a version is kept, looked at, restored for everybody at the board, and that is taken back', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, 'первый замысел', { x: 300, y: 300 })
  await expectSaved(one)
  await openPanel(one)
  await expect(panelOf(one).getByText(past.empty)).toBeVisible()
  await keep(one, 'Замысел')
  await one.keyboard.press('Escape')
  await expect(panelOf(one)).toHaveCount(0)
  await expect(door(one)).toBeFocused()

  await writeNote(two, 'второй замысел', { x: 700, y: 300 })
  await expect(note(one, 'второй замысел')).toHaveCount(1)

  await openPanel(one)
  const row = panelOf(one).getByRole('listitem').filter({ hasText: 'Замысел' })
  await expect(row).toContainText(aidana.name)
  await press(row, new RegExp(`^${past.look}`))
  const looking = one.getByRole('dialog', { name: past.looking(past.called('Замысел'), '').slice(0, -2) })
  await expect(note(looking, 'первый замысел')).toHaveCount(1)
  await expect(notesOf(looking)).toHaveCount(1)
  // It is only looked at, and the board behind it feels no hand.
  await expect(toolsOf(looking)).toHaveCount(0)
  await looking.getByRole('region', { name: w.board.board }).dblclick({ position: { x: 60, y: 60 } })
  await one.keyboard.press('Control+a')
  await one.keyboard.press('Delete')
  await expect(notesOf(looking)).toHaveCount(1)
  await press(looking, past.back)
  await expect(looking).toHaveCount(0)
  await expect(notesOf(two)).toHaveCount(2)

  await press(row, new RegExp(`^${past.restore}`))
  await expect(row).toContainText(past.restoreAsk)
  await press(row, past.restoreYes)
  await expect(panelOf(one).getByText(past.restored)).toBeVisible()
  await expect(note(two, 'второй замысел')).toHaveCount(0)
  await expect(note(two, 'первый замысел')).toHaveCount(1)
  await expect(panelOf(one).getByRole('listitem').first()).toContainText(past.unnamed)

  await press(panelOf(one), past.undo)
  await expect(panelOf(one).getByText(past.undone)).toBeVisible()
  await expect(note(two, 'второй замысел')).toHaveCount(1)
})

test('who only looks may look at versions too, and changes nothing', async ({ as, centre }) => {
  const { aidana, project, board } = await seedWorkshop(centre)
  const answer = await aidana.hand.fetch(`/api/board/${project.boardId}/version`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Для всех' }),
  })
  expect(answer.status).toBe(200)
  const page = await as(centre.administrator.hand)
  await openBoard(page, board)
  await openPanel(page)
  const row = panelOf(page).getByRole('listitem').filter({ hasText: 'Для всех' })
  await expect(row.getByRole('button')).toHaveCount(1)
  await expect(panelOf(page).getByLabel(past.name, { exact: true })).toHaveCount(0)
  await press(row, new RegExp(`^${past.look}`))
  await expect(page.getByRole('button', { name: past.back })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toBeVisible()
})

test('a teacher freezes the board and lets it go on; open pages follow without a reload', async ({ as, centre }) => {
  const { aidana, teacher, board } = await seedWorkshop(centre)
  const pupil = await as(aidana.hand)
  const adult = await as(teacher.hand)
  await openBoard(pupil, board)
  await openBoard(adult, board)
  const guest = await as(centre.administrator.hand)
  await openBoard(guest, board)
  await writeNote(pupil, 'успела', { x: 400, y: 300 })
  await expectSaved(pupil)
  await openPanel(pupil)
  await expect(panelOf(pupil).getByRole('button', { name: past.keep })).toBeVisible()
  await expect(panelOf(pupil).getByRole('button', { name: past.freeze.go })).toHaveCount(0)
  await pupil.keyboard.press('Escape')

  await freeze(adult)
  await expect(frozenOn(pupil)).toContainText(teacher.name)
  await expect(toolsOf(pupil)).toHaveCount(0)
  await expect(frozenOn(guest)).toBeVisible()
  await expect(pupil.getByRole('button', { name: past.freeze.thaw })).toHaveCount(0)
  await expect(note(pupil, 'успела')).toHaveCount(1)

  await press(adult, past.freeze.thaw)
  await expect(frozenOn(pupil)).toHaveCount(0)
  await expect(frozenOn(adult)).toHaveCount(0)
  await expect(frozenOn(guest)).toHaveCount(0)
  await expect(toolsOf(pupil)).toBeVisible()
  await writeNote(pupil, 'дальше', { x: 700, y: 300 })
  await expect(note(adult, 'дальше')).toHaveCount(1)
})

test.describe('what comes when the board is frozen', () => {
  test.describe.configure({ timeout: 120_000 })

  const comeTooLate = async (pupil: Page, adult: Page, cable: { cut(what: 'rooms'): void; join(): void }, board: string, text: string) => {
    await openBoard(pupil, board)
    await openBoard(adult, board)
    cable.cut('rooms')
    await writeNote(pupil, text, { x: 400, y: 300 })
    await expect(pupil.getByRole('button', { name: new RegExp(`^${w.board.save.waiting(0)}`) })).toBeVisible()
    await freeze(adult)
    cable.join()
    await expect(pupil.getByTitle(w.board.live.on)).toBeVisible(patience)
    // Laid aside is saved, too.
    await expectSaved(pupil)
    await pupil.goto(board)
    await expect(lateOn(pupil)).toContainText(late.later)
    await expect(notesOf(adult)).toHaveCount(0)
    // Nor does the author's own page show it as a part of the board.
    await expect(notesOf(pupil)).toHaveCount(0)
  }

  test('is kept for its author, who looks at it and puts it on the board after the thaw', async ({ as, centre, cable }) => {
    const { aidana, teacher, board } = await seedWorkshop(centre)
    const pupil = await as(aidana.hand, { baseURL: cable.url })
    const adult = await as(teacher.hand)
    await comeTooLate(pupil, adult, cable, board, 'из аула')
    await expect(pupil.getByRole('button', { name: late.take })).toHaveCount(0)
    await expect(lateOn(adult)).toHaveCount(0)

    await press(pupil, late.look)
    await expect(note(pupil.getByRole('dialog', { name: late.looking }), 'из аула')).toHaveCount(1)
    await press(pupil, past.back)

    await press(adult, past.freeze.thaw)
    await expect(frozenOn(pupil)).toHaveCount(0)
    await expect(notesOf(adult)).toHaveCount(0)
    await press(pupil, late.take)
    await expect(note(adult, 'из аула')).toHaveCount(1)
    await expect(lateOn(pupil)).toHaveCount(0)
    await pupil.goto(board)
    await expect(note(pupil, 'из аула')).toHaveCount(1)
    await expect(lateOn(pupil)).toHaveCount(0)
  })

  test('or is laid down by its author, and brought back at once or later, beside the versions', async ({ as, centre, cable }) => {
    const { aidana, teacher, board } = await seedWorkshop(centre)
    const pupil = await as(aidana.hand, { baseURL: cable.url })
    const adult = await as(teacher.hand)
    await comeTooLate(pupil, adult, cable, board, 'не нужно')
    await press(pupil, late.drop)
    await expect(lateOn(pupil)).toHaveCount(0)
    await expect(pupil.getByText(late.dropped)).toHaveCount(1)
    await press(pupil, late.back)
    await expect(lateOn(pupil)).toBeVisible()
    await press(pupil, late.drop)
    await expect(pupil.getByText(late.dropped)).toHaveCount(1)

    await pupil.goto(board)
    await press(adult, past.freeze.thaw)
    await expect(frozenOn(pupil)).toHaveCount(0)
    await expect(lateOn(pupil)).toHaveCount(0)
    await openPanel(pupil)
    await press(pupil, late.back)
    await pupil.keyboard.press('Escape')
    await expect(lateOn(pupil)).toBeVisible()
    await press(pupil, late.take)
    await expect(note(adult, 'не нужно')).toHaveCount(1)
  })
})

test('the panel and the strip are open to everyone and fit a phone', async ({ as, centre }) => {
  const { teacher, board } = await seedWorkshop(centre)
  const page = await as(teacher.hand, { viewport: { width: 1280, height: 720 } })
  const watched = watch(page, centre.url)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await openBoard(page, board)

  const expectOpenTo = async (name: string) => {
    for (const [colorScheme, size] of [
      ['light', { width: 1280, height: 720 }],
      ['dark', { width: 360, height: 740 }],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      expect.soft(await graveFindings(page), `${name}, ${colorScheme}`).toEqual([])
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(sideways, `${name}: sideways scroll`).toBeLessThanOrEqual(0)
    }
  }
  await openPanel(page)
  await keep(page, 'Первая')
  await expectOpenTo('panel')
  const row = panelOf(page).getByRole('listitem').first()
  await press(row, new RegExp(`^${past.restore}`))
  await press(row, past.restoreYes)
  await expect(panelOf(page).getByText(past.restored)).toBeVisible()
  await expectOpenTo('panel with a way back')
  await press(row, new RegExp(`^${past.look}`))
  await expect(page.getByRole('button', { name: past.back })).toBeVisible()
  await expectOpenTo('a version looked at')
  await press(page, past.back)
  await press(panelOf(page), past.freeze.go)
  await expect(frozenOn(page)).toBeVisible()
  await expectOpenTo('a frozen board')
  watched.expectQuiet()
})
