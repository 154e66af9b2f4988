import type { Page } from '@playwright/test'
import { composerOf } from './ime.ts'
import { expectSaved, note, openBoard, writeNote } from './paper.ts'
import { seedWorkshop, type Centre, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

test.use({ house: { name: 'tools' } })

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

test('a word that is being composed is not torn by what another writes, and neither loses a letter', async ({ as, centre }) => {
  const { one, two } = await pair(centre, as, 'жел ')
  const { compose, commit } = await composerOf(one)
  await compose('с')
  await compose('со')
  await two.keyboard.press('Home')
  await two.keyboard.type('күшті ')
  // The other's words have come to the board; the field waits until the word is done.
  await expect(note(one, 'күшті жел со').or(fieldOf(one))).toHaveCount(1)
  await compose('соғ')
  await compose('соғад')
  await two.keyboard.type('оңтүстік ')
  await compose('соғады')
  await commit('соғады')
  for (const page of [one, two]) await expect(fieldOf(page)).toHaveValue('күшті оңтүстік жел соғады')
  expect(await caretOf(one)).toBe('күшті оңтүстік жел соғады'.length)
  await expectSaved(one)
  await expectSaved(two)
})

test('two compose on one line at one time, as two phones do', async ({ as, centre }) => {
  const { one, two } = await pair(centre, as, 'мотор')
  const [first, second] = [await composerOf(one), await composerOf(two)]
  await two.keyboard.press('Home')
  await first.commit(' ')
  for (let letters = 1; letters <= 'жұмыс'.length; letters++) {
    await Promise.all([first.compose('жұмыс'.slice(0, letters)), second.compose('жаңа '.slice(0, letters))])
  }
  await Promise.all([first.commit('жұмыс'), second.commit('жаңа ')])
  for (const page of [one, two]) await expect(fieldOf(page)).toHaveValue('жаңа мотор жұмыс')
})

test('Gboard writes over its own word: a suggestion replaces what was composed beside the other’s caret', async ({ as, centre }) => {
  const { one, two } = await pair(centre, as, 'Лопасть ')
  const { compose, commit } = await composerOf(one)
  await compose('тресн')
  await two.keyboard.type('номер 3 ')
  await compose('треснула')
  await commit('треснула')
  await expect.poll(async () => [await fieldOf(one).inputValue(), await fieldOf(two).inputValue()]).toEqual(Array(2).fill(await fieldOf(one).inputValue()))
  const words = await fieldOf(two).inputValue()
  // Who stands first at one place is chance, that both stay whole is not.
  expect(words).toContain('номер 3 ')
  expect(words).toContain('треснула')
  expect(words).toHaveLength('Лопасть номер 3 треснула'.length)
  await one.keyboard.press('Control+z')
  for (const page of [one, two]) await expect(fieldOf(page)).toHaveValue('Лопасть номер 3 ')
})
