import type { Page } from '@playwright/test'
import shop from '../src/lib/board/workshop/words.ru.ts'
import { composerOf } from './ime.ts'
import { expectSaved, note, openBoard, things, tool, writeNote } from './paper.ts'
import { seedWorkshop, type Centre, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { votes, w } from './words.ts'

const fieldOf = (page: Page) => page.getByRole('textbox', { name: w.board.note.write })
const caretOf = (page: Page) => fieldOf(page).evaluate((field: HTMLTextAreaElement) => field.selectionStart)

/** Both write in one note that reads `words`; their carets stand at its end. */
const pair = async (centre: Centre, as: (hand: Hand) => Promise<Page>, words: string) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [one, two] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, words, { x: 400, y: 300 })
  await expect(note(two, words)).toHaveCount(1)
  for (const page of [one, two]) {
    await note(page, words).focus()
    await page.keyboard.press('Enter')
    await expect(fieldOf(page)).toBeFocused()
  }
  return { one, two }
}

/** Sees the same words in both fields. */
const expectBoth = async (pages: readonly Page[], words: string) => {
  for (const page of pages) await expect(fieldOf(page)).toHaveValue(words)
}

test('a word that is being composed is not torn by what another writes, and neither loses a letter', async ({ as, centre }) => {
  const { one, two } = await pair(centre, as, 'жел')
  const { compose, commit } = await composerOf(one)
  await one.keyboard.type(' ')
  await compose('с')
  await compose('со')
  await expect(fieldOf(two)).toHaveValue('жел со')
  await two.keyboard.press('Control+Home')
  await two.keyboard.type('күшті ')
  await expect(fieldOf(two)).toHaveValue('күшті жел со')
  await compose('соғ')
  await expect(fieldOf(two)).toHaveValue('күшті жел соғ')
  // The field waits with the other's words until the word is done.
  await expect(fieldOf(one)).toHaveValue('жел соғ')
  await two.keyboard.type('оңтүстік ')
  await compose('соғады')
  await commit('соғады')
  await expectBoth([one, two], 'күшті оңтүстік жел соғады')
  expect(await caretOf(one)).toBe('күшті оңтүстік жел соғады'.length)
  expect(await caretOf(two)).toBe('күшті оңтүстік '.length)
  await expectSaved(one)
  await expectSaved(two)
})

/** The caret of another, as it is seen on a page. */
const markOf = (page: Page) => page.locator('.others .mark')
/** The words before it, letter for letter. */
const wordsBefore = (page: Page) =>
  markOf(page).evaluate((mark) => {
    const words = mark.parentElement
    const before = document.createRange()
    if (!words) return null
    before.setStart(words, 0)
    before.setEndBefore(mark)
    return before.toString()
  })

test('where another writes is seen between the letters of the same note, also by whoever composes and by whoever only looks on', async ({
  as,
  centre,
}) => {
  const { one, two } = await pair(centre, as, 'жел соғады')
  await expect(markOf(one)).toHaveText(/Тимур/)
  await two.keyboard.press('Control+Home')
  await expect.poll(() => wordsBefore(one)).toBe('')
  await two.keyboard.type('күшті ')
  await expect.poll(() => wordsBefore(one)).toBe('күшті ')
  // What is chosen is shown as such, and the caret on the side on which it grows.
  await two.keyboard.press('Shift+Control+ArrowLeft')
  await expect(one.locator('.others .words i')).toHaveText('күшті ')
  await expect.poll(() => wordsBefore(one)).toBe('')
  await two.keyboard.press('ArrowRight')
  await expect.poll(() => wordsBefore(one)).toBe('күшті ')
  // One's own selection stays on its letters, and grows on its own side.
  await one.keyboard.press('Control+End')
  await one.keyboard.press('Shift+Control+ArrowLeft')
  await two.keyboard.type('өте ')
  await expect(fieldOf(one)).toHaveValue('күшті өте жел соғады')
  await one.keyboard.press('Shift+ArrowRight')
  const chosen = await fieldOf(one).evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
  expect(chosen).toBe('оғады')
  await one.keyboard.press('Control+End')
  // Letters on their way are not torn by a caret that moves among them.
  const { compose, commit } = await composerOf(one)
  await compose(' бү')
  await two.keyboard.press('Control+End')
  await expect.poll(() => wordsBefore(one)).toMatch(/^күшті өте жел соғады/)
  await two.keyboard.press('Control+Home')
  await compose(' бүгін')
  await expect.poll(() => wordsBefore(one)).toBe('')
  await commit(' бүгін')
  await expectBoth([one, two], 'күшті өте жел соғады бүгін')
  // It stands where the letters are painted: left of them at the first, and where the word ends at the last.
  const at = async (page: Page) => (await markOf(page).boundingBox())?.x ?? 0
  const first = await at(one)
  await two.keyboard.press('ArrowRight')
  await expect.poll(() => at(one)).toBeGreaterThan(first + 3)
  // Whoever has left the note sees it over the painted words; who stops writing is not shown writing.
  await one.keyboard.press('Escape')
  await expect(fieldOf(one)).toHaveCount(0)
  await expect.poll(() => wordsBefore(one)).toBe('к')
  await two.keyboard.press('Escape')
  await expect(markOf(one)).toHaveCount(0)
})

test('two compose on one line at one time, as two phones do', async ({ as, centre }) => {
  const { one, two } = await pair(centre, as, 'мотор')
  const [first, second] = [await composerOf(one), await composerOf(two)]
  await two.keyboard.press('Control+Home')
  await one.keyboard.type(' ')
  for (let letters = 1; letters <= 'жұмыс'.length; letters++) {
    await Promise.all([first.compose('жұмыс'.slice(0, letters)), second.compose('жаңа '.slice(0, letters))])
  }
  await Promise.all([first.commit('жұмыс'), second.commit('жаңа ')])
  await expectBoth([one, two], 'жаңа мотор жұмыс')
})

test('a suggestion replaces what was composed where the other writes too; undo takes the own word and leaves theirs', async ({
  as,
  centre,
}) => {
  const { one, two } = await pair(centre, as, 'Лопасть')
  const { compose, commit } = await composerOf(one)
  await compose(' трес')
  await expect(fieldOf(two)).toHaveValue('Лопасть трес')
  // At the very place at which the other's word begins.
  await two.keyboard.type(' номер 3')
  await compose(' треснула')
  await commit(' треснула')
  await expect
    .poll(async () => {
      const [mine, theirs] = [await fieldOf(one).inputValue(), await fieldOf(two).inputValue()]
      return mine === theirs ? mine : ''
    })
    .toMatch(/^Лопасть( номер 3 треснула| треснула номер 3)$/)
  // A thought may have been two: a pause ends one.
  await expect(async () => {
    await one.keyboard.press('Control+z')
    await expect(fieldOf(one)).not.toHaveValue(/трес/, { timeout: 1_000 })
  }).toPass()
  // Of two spaces side by side nobody can tell whose is whose.
  for (const page of [one, two]) await expect(fieldOf(page)).toHaveValue(/^Лопасть *номер 3 *$/)
})

test('an answer of a poll and a cell of a table keep what is composed beside another caret, which is seen before they are opened', async ({
  as,
  centre,
}) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [one, two] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(one, board)
  await openBoard(two, board)
  await tool(one, 'more').click()
  await one.getByRole('toolbar', { name: w.board.tools.more }).getByRole('button', { name: votes.tools.poll }).click()
  const answerOn = (page: Page) => page.getByRole('textbox', { name: votes.poll.answer(1), exact: true })
  await expect(one.getByRole('textbox', { name: votes.poll.question })).toBeFocused()
  await one.keyboard.type('Қанша қанат?')
  // In the question, and then in an answer that has no words yet: who looks on sees where.
  await expect.poll(() => wordsBefore(two)).toBe('Қанша қанат?')
  const at = async () => (await markOf(two).boundingBox())?.y ?? 0
  const first = await at()
  await one.keyboard.press('Enter')
  await expect(answerOn(one)).toBeFocused()
  await one.keyboard.type('үш')
  await expect.poll(() => wordsBefore(two)).toBe('үш')
  expect(await at()).toBeGreaterThan(first + 10)

  await things(two, 'poll').focus()
  await two.keyboard.press('Enter')
  await answerOn(two).focus()
  const { compose, commit } = await composerOf(one)
  await one.keyboard.type(' ')
  await compose('қа')
  await two.keyboard.press('Home')
  await two.keyboard.type('тек ')
  await compose('қанат')
  await expect(answerOn(two)).toHaveValue('тек үш қанат')
  await expect(answerOn(one)).toHaveValue('үш қанат')
  await expect.poll(() => wordsBefore(one)).toBe('')
  await commit('қанат')
  for (const page of [one, two]) await expect(answerOn(page)).toHaveValue('тек үш қанат')
  for (const page of [one, two]) await page.keyboard.press('Escape')

  await one.getByRole('button', { name: w.board.workshop.tray, exact: true }).click()
  const tray = one.getByRole('region', { name: shop.tray, exact: true })
  await tray.getByRole('button', { name: shop.place(shop.tool.table), exact: true }).click()
  await tray.getByRole('button', { name: w.common.close }).click()
  const cellOn = (page: Page) => page.getByRole('textbox', { name: shop.table.cell(1, 1), exact: true })
  for (const page of [one, two]) {
    await things(page, 'table').focus()
    await page.keyboard.press('Enter')
    await expect(cellOn(page)).toBeFocused()
  }
  await compose('же')
  await expect(cellOn(two)).toHaveValue('же')
  await two.keyboard.press('Home')
  await two.keyboard.type('қатты ')
  await compose('жел')
  await expect(cellOn(two)).toHaveValue('қатты жел')
  await expect(cellOn(one)).toHaveValue('жел')
  await commit('жел')
  for (const page of [one, two]) await expect(cellOn(page)).toHaveValue('қатты жел')
  await expect.poll(() => wordsBefore(one)).toBe('қатты ')
  await expectSaved(one)
})
