import { devices, type Locator, type Page } from '@playwright/test'
import outline from '../src/lib/board/outline/words.ru.ts'
import later from '../src/lib/board/later/words.ru.ts'
import { expectAccessible } from './axe.ts'
import { boxOf, expectSaved, middleOf, note, notesOf, openBoard, tool, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, names, trays, votes, w } from './words.ts'

const thingsOf = (page: Page, kind: 'poll' | 'round' | 'timer' | 'link' | 'card'): Locator =>
  notesOf(page).and(page.getByRole('button', { name: new RegExp(`^${w.board.kind[kind]}, `) }))
const panelOf = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })
const barOf = (page: Page): Locator => page.getByRole('region', { name: votes.round.title }).filter({ hasText: votes.round.name }).first()

const lay = async (page: Page, what: keyof typeof votes.tools) => {
  await tool(page, 'more').click()
  await page.getByRole('toolbar', { name: w.board.tools.more }).getByRole('button', { name: votes.tools[what] }).click()
}

const treeOf = (page: Page): Locator => page.getByRole('tree', { name: outline.tree })

/** The board as a list, standing on its first row. */
const openList = async (page: Page) => {
  await page.getByRole('button', { name: later.outline, exact: true }).click()
  await treeOf(page).press('Home')
}

/** A place of a thing, as a part of its height. */
const within = async (thing: Locator, part: { x: number; y: number }) => {
  const { x, y, width, height } = await boxOf(thing)
  return { x: x + width * part.x, y: y + height * part.y }
}

test('a poll is written in place, and two vote in it at once: by mouse and by keyboard', async ({ as, centre }) => {
  test.setTimeout(150_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)

  await lay(one, 'poll')
  const question = one.getByRole('textbox', { name: votes.poll.question })
  await expect(question).toBeFocused()
  await one.keyboard.type('Сколько лопастей?')
  await one.keyboard.press('Enter')
  await one.keyboard.type('Три')
  await one.keyboard.press('Enter')
  await one.keyboard.type('Пять')
  await expectAccessible(one)
  await one.keyboard.press('Escape')
  await expect(question).toHaveCount(0)

  // On the paper itself, by the mouse: the second answer.
  const seen = thingsOf(two, 'poll')
  await expect(seen).toHaveAccessibleName(/Сколько лопастей/)
  const answer = await within(seen, { x: 0.5, y: (52 + 50 + 22) / 182 })
  await two.mouse.click(answer.x, answer.y)
  const hers = panelOf(two, votes.poll.title)
  await expect(hers.getByRole('radio', { name: /Пять/ })).toBeChecked()
  await expect(hers).toContainText(votes.voted(1))

  // By the keyboard: the key leads to the answers, an arrow chooses.
  await thingsOf(one, 'poll').focus()
  await one.keyboard.press('g')
  const his = panelOf(one, votes.poll.title)
  await expect(his.getByRole('radio', { name: /Три/ })).toBeFocused()
  await one.keyboard.press('Space')
  await expect(hers).toContainText(votes.voted(2))
  await expect(hers.getByLabel(votes.votes(1))).toHaveCount(2)
  await expect(hers).toContainText(aidana.name)
  // Minds change.
  await one.keyboard.press('ArrowDown')
  await expect(hers.getByLabel(votes.votes(2))).toHaveCount(1)
  await expectAccessible(one)

  // Undo takes back one's own vote alone.
  await his.getByRole('button', { name: votes.close }).focus()
  await one.keyboard.press('Control+z')
  await expect(hers.getByLabel(votes.votes(1))).toHaveCount(2)

  // Only who made it, or an adult, closes it.
  await expect(hers.getByRole('button', { name: votes.close })).toHaveCount(0)
  await his.getByRole('button', { name: votes.close }).click()
  await expect(hers).toContainText(votes.isClosed)
  await expect(hers.getByRole('radio').first()).toBeDisabled()

  // From the list it is opened again, and voted in.
  await openList(one)
  await treeOf(one).press('Enter')
  const sheet = one.getByRole('region', { name: outline.title }).getByRole('region', { name: `${w.board.kind.poll} · ${outline.title}` })
  await sheet.getByRole('button', { name: votes.reopen }).focus()
  await one.keyboard.press('Enter')
  await expect(hers.getByRole('radio').first()).toBeEnabled()
  await sheet.getByRole('radio', { name: /Пять/ }).focus()
  await one.keyboard.press('Space')
  await expect(hers.getByLabel(votes.votes(2))).toHaveCount(1)
  await expectAccessible(one)
  await expectSaved(one)
})

test('a round of dots: by the keyboard here, by a finger on a phone there, and the result is read by all', async ({ as, centre }) => {
  test.setTimeout(150_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  await openBoard(one, board)
  await writeNote(one, 'мотор', { x: 300, y: 260 })
  await writeNote(one, 'лопасти', { x: 620, y: 260 })
  await one.keyboard.press('Escape')
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] ?? devices['Desktop Chrome']!
  const two = await as(timur.hand, phone)
  await openBoard(two, board)

  await one.keyboard.press('Control+k')
  await one.getByRole('combobox', { name: commandWords.ask }).fill(names.round)
  await one.keyboard.press('Enter')
  await expect(thingsOf(one, 'round')).toHaveCount(1)
  await expect(barOf(two)).toContainText(votes.round.left(3))

  await note(one, 'лопасти').focus()
  await one.keyboard.press('g')
  await expect(barOf(one)).toContainText(votes.round.left(2))

  await barOf(two).getByRole('button', { name: votes.round.take }).tap()
  const tap = async (words: string) => {
    const at = middleOf(await boxOf(note(two, words)))
    await two.touchscreen.tap(at.x, at.y)
  }
  await tap('мотор')
  await tap('лопасти')
  await expect(barOf(two)).toContainText(votes.round.left(1))
  await tap('мотор')
  await expect(barOf(two)).toContainText(votes.round.left(2))
  // Who did not open it does not close it.
  await expect(barOf(two).getByRole('button', { name: votes.close })).toHaveCount(0)
  // Two taps on one thing are one, out of habit: a tap beside lies between them.
  const beside = await boxOf(note(two, 'мотор'))
  await two.touchscreen.tap(beside.x + beside.width / 2, beside.y + beside.height + 30)
  await tap('мотор')
  await expect(barOf(two)).toContainText(votes.round.left(1))

  await thingsOf(one, 'round').focus()
  const panel = one.getByRole('region', { name: votes.round.title }).filter({ hasText: votes.voted(2) })
  await expect(panel).toContainText(votes.hidden)
  await expect(panel.getByRole('listitem')).toHaveCount(0)
  await panel.getByRole('button', { name: votes.close }).click()
  await expect(panel.getByRole('listitem')).toHaveText([/лопасти\s*2/, /мотор\s*1/])
  await expect(two.getByRole('button', { name: votes.round.take })).toHaveCount(0)
  await expectAccessible(one)

  await one.getByRole('button', { name: later.outline }).click()
  const row = one.getByRole('treeitem', { name: new RegExp(votes.round.name.replace('?', '\\?')) })
  await expect(row).toContainText(`${outline.vote.closed}: лопасти 2 · мотор 1`)
})

test('a timer that one starts all see running, and anybody stops it', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  // A laptop whose clock is an hour wrong shows the same time.
  await two.evaluate(() => {
    const { now } = Date
    Date.now = () => now() + 3_600_000
  })

  await lay(one, 'timer')
  const digits = (page: Page) => panelOf(page, votes.timer.title).getByRole('timer')
  await expect(digits(one)).toHaveText('5:00')
  const start = await within(thingsOf(one, 'timer'), { x: 92 / 240, y: 118 / 150 })
  await one.mouse.click(start.x, start.y)
  await expect(digits(one)).toHaveText(/^4:5\d$/)

  await thingsOf(two, 'timer').focus()
  await expect(digits(two)).toHaveText(/^4:\d\d$/)
  await two.keyboard.press('Enter')
  const pause = panelOf(two, votes.timer.title).getByRole('button', { name: votes.timer.pause })
  await expect(pause).toBeFocused()
  await two.keyboard.press('Enter')
  await expect(panelOf(one, votes.timer.title).getByRole('button', { name: votes.timer.start })).toBeVisible()
  await expect(async () => expect(await digits(one).textContent()).toBe(await digits(two).textContent())).toPass()
  await expectAccessible(two)
  await panelOf(one, votes.timer.title).getByRole('button', { name: votes.timer.longer }).click()
  await expect(digits(two)).toHaveText(/^5:\d\d$/)
  await panelOf(one, votes.timer.title).getByRole('button', { name: votes.timer.reset }).click()
  await expect(digits(two)).toHaveText('6:00')

  // The same from the list: Enter on its row opens its sheet, which starts it.
  await openList(two)
  await treeOf(two).press('Enter')
  const sheet = two.getByRole('region', { name: outline.title }).getByRole('region', { name: w.board.kind.timer })
  await sheet.getByRole('button', { name: votes.timer.start }).focus()
  await two.keyboard.press('Enter')
  await expect(digits(one)).toHaveText(/^5:5\d$/)
  await expect(sheet.getByRole('timer')).toHaveText(/^5:\d\d$/)
  await two.keyboard.press('Escape')
  await expect(treeOf(two)).toBeFocused()
})

test('a link and a card are put down, say what they are, and open beside', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.context().route('https://example.org/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>there</title>' }))
  await openBoard(page, board)
  await lay(page, 'link')
  const field = page.getByRole('textbox', { name: votes.link.ask })
  await expect(field).toBeFocused()
  await field.fill('ветер')
  await field.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(votes.link.wrong)
  await field.fill('example.org/wind')
  await field.press('Enter')
  await expect(thingsOf(page, 'link')).toHaveAccessibleName(/example\.org\/wind/)

  const panel = panelOf(page, votes.link.title)
  await expect(panel).toContainText('https://example.org/wind')
  await panel.getByRole('textbox', { name: votes.link.name }).fill('Ветер в степи')
  await expect(thingsOf(page, 'link')).toHaveAccessibleName(/Ветер в степи/)
  await expectAccessible(page)

  const beside = page.context().waitForEvent('page')
  await thingsOf(page, 'link').focus()
  await page.keyboard.press('Enter')
  const there = await beside
  await expect(there).toHaveURL('https://example.org/wind')
  // It learns nothing of where it was opened from.
  expect(await there.evaluate(() => [opener, document.referrer])).toEqual([null, ''])
  await there.close()
  await page.getByRole('toolbar', { name: trays.chosen }).getByRole('button', { name: trays.menu }).click()
  await expect(page.getByRole('menuitem', { name: names.open, exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  // A card stands for something of ours: found by a part of its name, and it opens as a link does.
  await lay(page, 'card')
  const asked = page.getByRole('searchbox', { name: votes.card.ask })
  await expect(asked).toBeFocused()
  await asked.fill('нет такого')
  await expect(panelOf(page, votes.card.title)).toContainText(votes.card.none)
  await asked.fill('')
  const offered = panelOf(page, votes.card.title).getByRole('listitem').filter({ hasText: w.board.card.project }).getByRole('button')
  await expectAccessible(page)
  await offered.first().press('Enter')
  await expect(thingsOf(page, 'card')).toHaveAccessibleName(new RegExp(w.board.card.project))
  const project = page.context().waitForEvent('page')
  await panelOf(page, w.board.card.project).getByRole('link', { name: votes.card.open }).click()
  await expect(await project).toHaveURL(/\/project\/\w{20}$/)
  await expectSaved(page)
})
