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
