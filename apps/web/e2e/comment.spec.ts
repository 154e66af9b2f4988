import type { Page } from '@playwright/test'
import said from '../src/lib/comment/words.ru.ts'
import { findings } from './axe.ts'
import { awake } from './pages.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test, workbench } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

test.use({ house: workbench })

const panelOf = (page: Page) => page.getByRole('complementary', { name: said.title })
const pinsOf = (page: Page) => page.getByRole('group', { name: said.pins }).getByRole('button')
const press = (page: Page, name: string) => panelOf(page).getByRole('button', { name, exact: true }).click()
const commentOf = (page: Page, text: string) => panelOf(page).getByRole('article').filter({ hasText: text })
const fieldOf = (page: Page, name: string) => panelOf(page).getByRole('textbox', { name, exact: true })

const openBench = async (page: Page, query = '') => {
  await page.goto(`/workbench/comment${query}`)
  await awake(page)
  await expect(panelOf(page)).toBeVisible()
}

test('pins show who speaks and how often it was answered; a resolved or detached thread has none', async ({ page }) => {
  await openBench(page)
  await expect(pinsOf(page)).toHaveCount(3)
  const pin = page.getByRole('button', { name: /^Айгерім С\.: Анемометрді/ })
  await expect(pin).toHaveAccessibleName(new RegExp(`${said.answers(1)}$`))
  await expect(page.getByRole('button', { name: new RegExp(`^${said.note}\\. Мадина Ж\\.`) })).toBeVisible()
  const box = await pin.boundingBox()
  expect([box?.width, box?.height]).toEqual([44, 44])
  await panelOf(page).getByText(said.detached).click()
  await expect(panelOf(page).getByText('Бұл сурет ескірген')).toBeVisible()
  await panelOf(page).getByText(said.resolved, { exact: false }).last().click()
  await expect(panelOf(page).getByText('Try 5 mm plywood')).toBeVisible()
  await pin.click()
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await expect(commentOf(page, 'Өлшедім')).toContainText(said.edited)
  await expect(panelOf(page).getByText(said.removed)).toHaveCount(1)
})

test('somebody is called by name and answered by the keyboard alone', async ({ page }) => {
  await openBench(page)
  await page.getByRole('button', { name: /^Айгерім С\.: Анемометрді/ }).focus()
  await page.keyboard.press('Enter')
  await expect(panelOf(page).getByRole('heading', { name: said.thread })).toBeFocused()
  const field = fieldOf(page, said.field.answer)
  await field.focus()
  await page.keyboard.type('Рахмет, @')
  const people = panelOf(page).getByRole('listbox', { name: said.people }).getByRole('option')
  // Oneself is not offered.
  await expect(people).toHaveText([/Дәулет Қ\.$/, /Мадина Ж\.$/, /Дана Бекова$/, /Ваня П\.$/])
  await page.keyboard.type('да')
  await expect(people).toHaveText([/Дана Бекова$/])
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('ArrowDown')
  await expect(people.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Рахмет, @Мадина Ж. ')
  await expect(people).toHaveCount(0)
  await page.keyboard.type('келіңізші')
  await page.keyboard.press('Control+Enter')
  await expect(field).toHaveValue('')
  await expect(commentOf(page, 'келіңізші').getByText('@Мадина Ж.', { exact: true })).toBeVisible()
  // Escape leads back to the list, and then out of the panel.
  await page.keyboard.press('Escape')
  await expect(panelOf(page).getByRole('heading', { name: said.title })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panelOf(page)).toHaveCount(0)
})

test('a comment is pinned, edited, removed and brought back; its thread is resolved and opened again', async ({ page }) => {
  await openBench(page)
  await page.getByRole('button', { name: 'Подшипник', exact: true }).click()
  await expect(fieldOf(page, said.field.write)).toBeFocused()
  await page.keyboard.type('Кімнен сұраймыз?')
  await press(page, said.send)
  await expect(pinsOf(page)).toHaveCount(4)
  await expect(commentOf(page, 'Кімнен сұраймыз?')).toBeVisible()

  await press(page, said.editOf('Кімнен сұраймыз?'))
  await fieldOf(page, said.field.edit).fill('Кімнен сұраса болады?')
  await press(page, said.save)
  await expect(commentOf(page, 'Кімнен сұраса болады?')).toContainText(said.edited)

  await press(page, said.removeOf('Кімнен сұраса болады?'))
  await expect(commentOf(page, said.removed)).toBeVisible()
  await expect(pinsOf(page)).toHaveCount(3)
  await press(page, said.restore)
  await expect(commentOf(page, 'Кімнен сұраса болады?')).toBeVisible()

  await press(page, said.resolve)
  await expect(pinsOf(page)).toHaveCount(3)
  await expect(fieldOf(page, said.field.answer)).toHaveCount(0)
  await press(page, said.reopen)
  await expect(pinsOf(page)).toHaveCount(4)
  await expect(fieldOf(page, said.field.answer)).toBeVisible()
})

test('what could not be sent comes back into its field', async ({ page }) => {
  await openBench(page, '?offline')
  await page.getByRole('button', { name: 'Подшипник', exact: true }).click()
  await page.keyboard.type('Жоғалмасын')
  await press(page, said.send)
  await expect(panelOf(page).getByText(said.unsent)).toBeVisible()
  await expect(fieldOf(page, said.field.write)).toHaveValue('Жоғалмасын')
  await expect(pinsOf(page)).toHaveCount(3)

  await pinsOf(page).first().click()
  await fieldOf(page, said.field.answer).fill('Бұл да')
  await press(page, said.answer)
  await expect(panelOf(page).getByText(said.unsent)).toBeVisible()
  await expect(fieldOf(page, said.field.answer)).toHaveValue('Бұл да')
  await expect(commentOf(page, 'Бұл да')).toHaveCount(0)
})

test('an adult leaves a note, which says what it is; a child is not offered one', async ({ page }) => {
  await openBench(page)
  await pinsOf(page).first().click()
  await expect(panelOf(page).getByRole('checkbox', { name: said.asNote })).toHaveCount(0)
  await openBench(page, '?as=adult')
  await pinsOf(page).first().click()
  await panelOf(page).getByRole('checkbox', { name: said.asNote }).check()
  await fieldOf(page, said.field.answer).fill('Кестеге жазыңдар')
  await press(page, said.answer)
  await expect(commentOf(page, 'Кестеге жазыңдар')).toContainText(said.note)
})

test('who only reads is told who may write', async ({ page }) => {
  await openBench(page, '?may=read')
  await pinsOf(page).first().click()
  await expect(panelOf(page).getByText(said.lookOnly)).toBeVisible()
  await expect(panelOf(page).getByRole('textbox')).toHaveCount(0)
  await expect(panelOf(page).getByRole('button', { name: said.resolve })).toHaveCount(0)
})

test('what one says, the other sees: written, answered, edited, removed and resolved', async ({ as, centre }) => {
  const { aidana, timur, teacher, project } = await seedWorkshop(centre)
  const bench = `?board=${project.boardId}&project=${project.id}`
  const [one, two, adult] = [await as(aidana.hand), await as(timur.hand), await as(teacher.hand)]
  for (const page of [one, two, adult]) await openBench(page, bench)

  await one.getByRole('button', { name: 'Подшипник', exact: true }).click()
  await one.keyboard.type(`@${timur.name.slice(0, 3)}`)
  await one.keyboard.press('Enter')
  await one.keyboard.type('где взять?')
  await press(one, said.send)
  await expect(pinsOf(two)).toHaveText([new RegExp(`${aidana.name}: @${timur.name} где взять`)])
  await pinsOf(two).click()
  await expect(commentOf(two, 'где взять?').getByText(`@${timur.name}`, { exact: true })).toBeVisible()
  await expect(panelOf(two).getByRole('button', { name: said.edit })).toHaveCount(0)

  await fieldOf(two, said.field.answer).fill('В мастерской')
  await press(two, said.answer)
  await expect(commentOf(one, 'В мастерской')).toContainText(timur.name)
  await press(two, said.editOf('В мастерской'))
  await fieldOf(two, said.field.edit).fill('В мастерской у окна')
  await press(two, said.save)
  await expect(commentOf(one, 'у окна')).toContainText(said.edited)
  await press(two, said.removeOf('В мастерской у окна'))
  await expect(commentOf(one, said.removed)).toBeVisible()
  await expect(panelOf(one).getByText('у окна')).toHaveCount(0)
  await press(two, said.restore)
  await expect(commentOf(one, 'у окна')).toBeVisible()

  await pinsOf(adult).click()
  await panelOf(adult).getByRole('checkbox', { name: said.asNote }).check()
  await fieldOf(adult, said.field.answer).fill('Сначала измерьте')
  await press(adult, said.answer)
  await expect(commentOf(one, 'Сначала измерьте')).toContainText(said.note)
  await press(adult, said.resolve)
  await expect(pinsOf(one)).toHaveCount(0)
  await expect(panelOf(two).getByText(said.resolvedBy(teacher.name, ''), { exact: false })).toBeVisible()
})

test('is open to everyone and fits a phone', async ({ page, sheber }) => {
  // Ten times the whole of axe.
  test.setTimeout(120_000)
  const watched = watch(page, sheber.url)
  const expectOpenTo = async (name: string) => {
    for (const [colorScheme, size] of [
      ['light', { width: 1280, height: 720 }],
      ['dark', { width: 360, height: 740 }],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      expect.soft(await findings(page), `${name}, ${colorScheme}`).toEqual([])
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(sideways, `${name}: sideways scroll`).toBeLessThanOrEqual(0)
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await openBench(page, '?as=adult')
  await expectOpenTo('list')
  await panelOf(page)
    .getByRole('button', { name: /Анемометрді/ })
    .click()
  await expectOpenTo('thread')
  await fieldOf(page, said.field.answer).pressSequentially('@')
  await expect(panelOf(page).getByRole('listbox')).toBeVisible()
  await expectOpenTo('names')
  await press(page, w.common.close)
  await expectOpenTo('pins')
  await openBench(page, '?empty')
  await expect(panelOf(page).getByText(said.empty, { exact: false })).toBeVisible()
  await expectOpenTo('nothing')
  watched.expectQuiet()
})
