import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import paper from '../src/lib/board/paper/words.ru.ts'
import { loadDeviceWords } from '../src/lib/device/words.ts'
import { boxOf, chosen, clickOn, drag, expectSaved, expectWhole, middleOf, note, notesOf, openBoard, savedOn, writeNote } from './paper.ts'
import { expectKept } from './kept.ts'
import { openAccount } from './pages.ts'
import { lend, seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, w } from './words.ts'

test.describe.configure({ timeout: 120_000 })

const d = await loadDeviceWords('ru')
const dayMs = 24 * 60 * 60 * 1_000
const patience = { timeout: 45_000 }
const waiting = (page: Page) => page.getByRole('button', { name: new RegExp(`^${w.board.save.waiting(0)}`) })
const fieldOf = (page: Page) => page.getByRole('textbox', { name: w.board.note.write })

const placesOn = (page: Page) =>
  notesOf(page).evaluateAll((all) =>
    all.map((one) => {
      const { left, top } = (one as HTMLElement).style
      return `${one.ariaLabel ?? ''} ${Math.round(parseFloat(left))} ${Math.round(parseFloat(top))}`
    }),
  )

const rewrite = async (page: Page, words: string, key: 'Control+Home' | 'Control+End', more: string) => {
  await note(page, words).focus()
  await page.keyboard.press('Enter')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.press(key)
  await page.keyboard.type(more)
  await page.keyboard.press('Escape')
  await expect(fieldOf(page)).toHaveCount(0)
}

const removeNote = async (page: Page, words: string) => {
  await note(page, words).focus()
  await page.keyboard.press('Delete')
  await expect(note(page, words)).toHaveCount(0)
}

test('a day offline: two change and delete the same things, come back, and agree; nothing of others is lost', async ({
  as,
  centre,
  cable,
}) => {
  const { aidana, timur, teacher, board } = await seedWorkshop(centre)
  const [one, two] = [await as(aidana.hand, { baseURL: cable.url }), await as(timur.hand, { baseURL: cable.url })]
  const city = await as(teacher.hand)
  // It is yesterday where the network is about to go; the day passes in one leap.
  for (const page of [one, two]) await page.clock.install({ time: Date.now() - dayMs })
  for (const page of [one, two, city]) await openBoard(page, board)
  const words = ['оба пишут', 'оба двигают', 'один удалит', 'оба удалят', 'учитель трогает']
  for (const [i, text] of words.entries()) await writeNote(city, text, { x: 160 + i * 230, y: 230 })
  await expectSaved(city)
  for (const page of [one, two]) {
    await expect(notesOf(page)).toHaveCount(5)
    await expectWhole(page)
  }

  cable.cut()
  for (const page of [one, two]) {
    await page.context().setOffline(true)
    await expect(page.getByText(w.board.offline)).toBeVisible()
  }
  await rewrite(one, 'оба пишут', 'Control+Home', 'утром ')
  await rewrite(two, 'оба пишут', 'Control+End', ' вечером')
  await drag(one, middleOf(await boxOf(note(one, 'оба двигают'))), { x: 0, y: 200 })
  await drag(two, middleOf(await boxOf(note(two, 'оба двигают'))), { x: 60, y: 240 })
  await removeNote(one, 'один удалит')
  await rewrite(two, 'один удалит', 'Control+End', ', а другой дописал')
  await removeNote(one, 'оба удалят')
  await removeNote(two, 'оба удалят')
  await writeNote(one, 'новое у Айданы', { x: 200, y: 520 })
  await writeNote(two, 'новое у Тимура', { x: 800, y: 520 })
  await clickOn(city, note(city, 'учитель трогает'))
  await chosen(city).getByRole('button', { name: w.board.colour.green }).click()
  await writeNote(city, 'новое в городе', { x: 500, y: 520 })
  await expectSaved(city)
  await expect(notesOf(city)).toHaveCount(6)

  for (const page of [one, two]) await page.clock.fastForward(dayMs)
  await waiting(one).click()
  await expect(one.getByRole('dialog', { name: w.board.save.label })).toContainText(d.since('1 день назад'))
  await one.keyboard.press('Escape')
  // One of them had closed the laptop: what it holds comes from the device when the page is opened again.
  await expect(waiting(two)).toBeVisible()
  const laptop = two.context()
  await two.close()

  cable.join()
  await one.context().setOffline(false)
  await laptop.setOffline(false)
  const back = await laptop.newPage()
  await back.goto(board)

  const pages = [one, back, city]
  for (const page of pages) {
    for (const text of ['утром оба пишут вечером', 'новое у Айданы', 'новое у Тимура', 'новое в городе']) {
      await expect(note(page, text)).toHaveCount(1, patience)
    }
    await expect(note(page, 'учитель трогает')).toHaveAccessibleName(new RegExp(w.board.colour.green))
    await expect(note(page, 'оба удалят')).toHaveCount(0)
    await expect(notesOf(page)).toHaveCount(6)
    await expect(savedOn(page)).toBeVisible(patience)
  }
  for (const page of pages) await expect(async () => expect(await placesOn(page)).toEqual(await placesOn(city))).toPass()

  // What one deleted while the other wrote on it is not lost: the way back brings the other's words.
  await expect(async () => {
    await one.keyboard.press('Control+z')
    await expect(note(one, 'один удалит, а другой дописал')).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await expect(note(city, 'один удалит, а другой дописал')).toHaveCount(1)

  // "Saved" was true: the server alone has it all.
  for (const page of [one, back]) await page.context().close()
  const fresh = await as(timur.hand)
  await openBoard(fresh, board)
  await expect(async () => expect(await placesOn(fresh)).toEqual(await placesOn(city))).toPass()
})

test('a board that was opened before opens again without a network, keeps what is done there, and nobody else finds it on this laptop', async ({
  as,
  centre,
  cable,
}) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const laptop = await as(aidana.hand, { baseURL: cable.url })
  const other = await as(timur.hand)
  await openBoard(laptop, board)
  await openBoard(other, board)
  await writeNote(laptop, 'до обрыва', { x: 300, y: 230 })
  await expectSaved(laptop)
  await expectKept(laptop)
  await expectWhole(laptop)

  const lose = async () => {
    cable.cut()
    await laptop.context().setOffline(true)
  }
  const find = async () => {
    cable.join()
    await laptop.context().setOffline(false)
  }
  await lose()
  await laptop.reload()
  await expect(note(laptop, 'до обрыва')).toBeVisible()
  await expect(laptop.getByText(w.board.offline)).toBeVisible()
  await writeNote(laptop, 'без сети', { x: 600, y: 230 })
  await rewrite(laptop, 'до обрыва', 'Control+End', ' и после')
  await expect(waiting(laptop)).toBeVisible()
  // The tab is gone, and opened again.
  await laptop.goto('about:blank')
  await laptop.goto(board)
  for (const text of ['без сети', 'до обрыва и после']) await expect(note(laptop, text)).toBeVisible()
  // What was never asked for before is there too.
  await laptop.keyboard.press('Control+k')
  await expect(laptop.getByRole('combobox', { name: commandWords.ask })).toBeFocused()
  await laptop.keyboard.press('Escape')
  // A sheet, a drawing and a picture of it for a lesson without a network: fonts and writers lie on the device.
  await laptop.getByRole('button', { name: w.board.export, exact: true }).click()
  const panel = laptop.getByRole('dialog', { name: paper.title })
  await panel.getByLabel(paper.what.all).check()
  for (const [format, begins] of [
    ['pdf', '%PDF'],
    ['svg', '<svg'],
    ['png', '\u0089PNG'],
  ] as const) {
    await panel.getByLabel(paper.format[format]).check()
    const downloaded = laptop.waitForEvent('download')
    await panel.getByRole('button', { name: paper.save, exact: true }).click()
    const bytes = await readFile(await (await downloaded).path())
    expect(bytes.toString('latin1').slice(0, 200)).toContain(begins)
    expect(bytes.length, format).toBeGreaterThan(3_000)
    if (format === 'svg') expect(bytes.toString()).toContain('font/woff2;base64,')
  }
  await laptop.keyboard.press('Escape')

  await find()
  for (const text of ['без сети', 'до обрыва и после']) await expect(note(other, text)).toHaveCount(1, patience)
  await expect(savedOn(laptop)).toBeVisible(patience)
  // What the page was told is renewed with the network, and then it is kept anew.
  await expect.poll(() => laptop.evaluate(() => document.body.dataset['kept'] ?? ''), patience).toBe('')

  // Another child takes the laptop.
  const leave = (await openAccount(laptop)).getByRole('button', { name: w.common.signOut })
  await leave.click()
  await laptop.waitForURL(/sign-in/)
  await lose()
  await expect(laptop.goto(board)).rejects.toThrow(/ERR/)
  await find()
  await lend(laptop.context(), timur.hand, cable.url)
  await openBoard(laptop, board)
  await expectKept(laptop)
  await lose()
  await laptop.reload()
  await expect(laptop.getByRole('banner').or(laptop.locator('header'))).not.toContainText(aidana.name)
  await expect(note(laptop, 'без сети')).toBeVisible()
  await find()
})
