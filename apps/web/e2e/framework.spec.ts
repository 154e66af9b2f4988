import { readFile } from 'node:fs/promises'
import { shippedFramework } from './places.ts'
import { awake } from './pages.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

test.use({ house: { name: 'framework' } })

test('a methodist draws up a framework, publishes it, and a pupil finds it', async ({ as, centre }) => {
  const { teacher, aidana } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  await page.goto('/framework')
  await awake(page)
  await page.locator('summary', { hasText: w.framework.make }).click()
  await page.getByLabel(w.framework.form.name, { exact: true }).fill('Ракетомоделирование')
  await page.getByRole('button', { name: w.framework.make, exact: true }).click()
  await expect(page).toHaveURL(/\/framework\/[0-9a-f-]{36}\/edit$/)

  for (const name of ['С помощью', 'Сам']) {
    await page.getByRole('button', { name: w.framework.form.addLevel }).click()
    await page.keyboard.type(name)
  }
  await page.getByRole('button', { name: w.framework.form.addArea }).click()
  await page.keyboard.type('R')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ракета')
  await page.getByRole('button', { name: w.framework.form.addBelow }).click()
  await page.keyboard.type('R')
  // A code that another line has is said beside the line, and nothing is lost.
  await page.keyboard.press('Tab')
  await page.keyboard.type('Рассчитывает корпус')
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page.getByText(w.framework.problem['code-twice']).first()).toBeVisible()
  await page.getByLabel(w.framework.form.code, { exact: true }).nth(1).fill('R1')
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page.getByText('Рассчитывает корпус')).toBeVisible()
  await expect(page).toHaveURL(/\/framework\/[0-9a-f-]{36}$/)

  await page.locator('summary', { hasText: w.framework.publish }).click()
  await page.getByRole('button', { name: w.framework.publish, exact: true }).click()
  await expect(page.getByText(w.framework.state.published, { exact: true })).toBeVisible()

  // What is asked for no more names what is asked for instead; in another language each line shows what is to be translated.
  await page.getByRole('link', { name: w.framework.edit }).click()
  await page.getByRole('button', { name: w.framework.form.addBelow }).first().click()
  await page.keyboard.type('R2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Считает полёт')
  await page.getByRole('button', { name: w.framework.form.remove, exact: true }).nth(1).click()
  await page.getByLabel(w.framework.form.heir, { exact: true }).selectOption({ label: 'R2 Считает полёт' })
  await page.getByLabel(w.framework.form.say, { exact: true }).selectOption('kk')
  await expect(page.getByPlaceholder('Считает полёт')).toBeVisible()
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page.getByText(`${w.framework.instead}: Считает полёт`)).toBeVisible()

  const child = await as(aidana.hand)
  await child.goto('/work')
  await child.getByRole('link', { name: w.common.framework }).click()
  await child.getByRole('link', { name: 'Ракетомоделирование' }).click()
  await expect(child.getByText('Рассчитывает корпус')).toBeVisible()
  await expect(child.getByRole('link', { name: w.framework.edit })).toHaveCount(0)
})

test('a framework goes out as CASE, and a changed copy of it comes in from the file', async ({ as, centre }, testInfo) => {
  const { teacher } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  await page.goto(`/framework/${shippedFramework}`)
  await awake(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: w.framework.asCase }).click()
  const file = testInfo.outputPath('framework.json')
  await (await coming).saveAs(file)
  const text = await readFile(file, 'utf8')
  const pack = JSON.parse(text) as { CFDocument: { caseVersion: string }; CFItems: unknown[] }
  expect(pack.CFDocument.caseVersion).toBe('1.1')

  // The same names stand for the same things: there is no second one.
  const bring = async (name: string, words: string) => {
    await page.goto('/framework')
    await awake(page)
    await page.locator('summary', { hasText: w.framework.bring }).click()
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(words) })
  }
  await bring('same.json', text)
  await page.getByRole('button', { name: w.framework.keep }).click()
  await expect(page.getByText('Такая рамка здесь уже есть.')).toBeVisible()

  await bring('none.json', '{"CFDocument": 3}')
  await expect(page.getByText(w.framework.cannotRead)).toBeVisible()

  // A copy under names of its own.
  await bring('copy.json', text.replaceAll('-0001-4000', '-0009-4000'))
  await expect(page.getByText(w.framework.found).locator('..').getByText(w.framework.competencies(20))).toBeVisible()
  await page.getByRole('button', { name: w.framework.keep }).click()
  await expect(page).toHaveURL(/\/framework\/5e6be700-0009/)
  await expect(page.getByText('Находит и формулирует задачу')).toBeVisible()
})

test('what is seen on a level, and what a competency is akin to, is written by keyboard and read by all', async ({ as, centre }) => {
  const { teacher, aidana } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  await page.goto(`/framework/${shippedFramework}/edit`)
  await awake(page)
  await page.getByLabel(w.framework.form.say).selectOption('ru')
  const row = page.locator('[data-row]', { has: page.locator('input[aria-label]') }).nth(1)
  const more = row.locator('summary', { hasText: w.framework.form.more })
  await more.focus()
  await page.keyboard.press('Enter')
  const third = row.getByLabel(/^3 · /)
  await expect(third).not.toHaveValue('')
  await third.fill('Расспрашивает троих и записывает задачу.')

  // To a competency of another framework: found by a word, taken with Enter.
  const door = row.locator('summary', { hasText: w.framework.form.addLink })
  await door.focus()
  await page.keyboard.press('Enter')
  await row.getByLabel(w.framework.form.where).selectOption({ label: 'DigComp 2.2 · 2.2' })
  const find = row.getByLabel(w.framework.form.find)
  await find.focus()
  await page.keyboard.type('лиценз')
  await expect(row.getByRole('button', { name: /^3\.3/ })).toBeVisible()
  // Enter in the search saves nothing and leaves nothing.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(row.getByText(/Авторское право/)).toBeVisible()
  await expect(door).toBeFocused()

  // To an address anywhere; what is none is said beside the field.
  await page.keyboard.press('Enter')
  await row.getByLabel(w.framework.form.kind).selectOption('exactMatchOf')
  await row.getByLabel(w.framework.form.address).fill('нет такого')
  await page.keyboard.press('Enter')
  await expect(row.getByText(w.framework.form.badAddress)).toBeVisible()
  await row.getByLabel(w.framework.form.address).fill('example.org/умение')
  await row.getByLabel(w.framework.form.addressName).fill('Умение 7')
  await page.keyboard.press('Enter')
  await expect(row.getByRole('link', { name: 'Умение 7' })).toBeVisible()
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/framework/${shippedFramework}$`))

  const child = await as(aidana.hand)
  await child.setViewportSize({ width: 360, height: 740 })
  await child.goto(`/framework/${shippedFramework}`)
  const text = child.getByText('Расспрашивает троих и записывает задачу.')
  await expect(text).toBeHidden()
  const first = child.locator('summary', { hasText: w.framework.described }).first()
  await first.focus()
  await child.keyboard.press('Enter')
  await expect(text).toBeVisible()
  await expect(child.getByRole('link', { name: 'Умение 7' })).toHaveAttribute(
    'href',
    'https://example.org/%D1%83%D0%BC%D0%B5%D0%BD%D0%B8%D0%B5',
  )
  await expect(child.getByText(/Авторское право/)).toBeVisible()
  expect(await child.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  // Paper shows every level, open or not.
  await child.emulateMedia({ media: 'print' })
  await expect(child.locator('dd').last()).toBeVisible()
  await child.emulateMedia({ media: null })

  await page.goto(`/framework/${shippedFramework}/edit`)
  await awake(page)
  await more.click()
  await row.getByRole('button', { name: w.framework.form.unlink }).last().click()
  await expect(row.getByText('Умение 7')).toHaveCount(0)
  await expect(more).toBeFocused()
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/framework/${shippedFramework}$`))
  await expect(page.getByText('Умение 7')).toHaveCount(0)
})
