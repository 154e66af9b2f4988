import type { Page } from '@playwright/test'
import sharp from 'sharp'
import said from '../src/lib/comment/words.ru.ts'
import { boxOf, drag, expectSaved, middleOf, note, openBoard, paintedAt, things, toolsOf, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { company, w } from './words.ts'

const openPeople = async (page: Page) => {
  await page.getByRole('button', { name: w.board.people.open }).click()
  const people = page.getByRole('dialog', { name: company.here })
  await expect(people).toBeVisible()
  return people
}

test('a teacher calls everybody to where they look; who goes sees the same, who stays is left alone', async ({ as, centre }) => {
  const { teacher, aidana, timur, board } = await seedWorkshop(centre)
  const [adult, goes, stays] = [await as(teacher.hand), await as(aidana.hand), await as(timur.hand)]
  for (const page of [adult, goes, stays]) await openBoard(page, board)
  await writeNote(adult, 'сюда', { x: 500, y: 300 })
  for (const page of [goes, stays]) await expect(note(page, 'сюда')).toHaveCount(1)
  await adult.mouse.move(640, 400)
  await adult.mouse.wheel(300, 260)
  const still = await boxOf(note(stays, 'сюда'))

  // A pupil is offered no such call.
  const pupils = await openPeople(goes)
  await expect(pupils.getByRole('button', { name: company.reaction.hand })).toBeVisible()
  await expect(pupils.getByRole('button', { name: company.gather })).toHaveCount(0)
  await goes.keyboard.press('Escape')
  await expect(pupils).toHaveCount(0)

  await (await openPeople(adult)).getByRole('button', { name: company.gather }).click()
  await expect(adult.getByText(company.gathered)).toBeVisible()
  const call = (page: Page) => page.getByRole('alert').filter({ hasText: company.calls(teacher.name) })
  await call(goes).getByRole('button', { name: company.go }).click()
  await expect(call(goes)).toHaveCount(0)
  const there = await boxOf(note(adult, 'сюда'))
  await expect.poll(async () => Math.abs((await boxOf(note(goes, 'сюда'))).x - there.x)).toBeLessThan(3)
  await expect.poll(async () => Math.abs((await boxOf(note(goes, 'сюда'))).y - there.y)).toBeLessThan(3)

  await call(stays).getByRole('button', { name: company.later }).click()
  await expect(call(stays)).toHaveCount(0)
  expect(await boxOf(note(stays, 'сюда'))).toEqual(still)
  await expect(call(adult)).toHaveCount(0)
})

test('a sign of the hand is seen by the others, with the name of who gave it', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [one, two] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(one, board)
  await openBoard(two, board)
  await (await openPeople(one)).getByRole('button', { name: company.reaction.bulb }).click()
  await expect(two.getByText(`${aidana.name}: ${company.reaction.bulb}`)).toBeVisible()
  // It is a sign and no thing: it goes by itself.
  await expect(two.getByText(`${aidana.name}: ${company.reaction.bulb}`)).toHaveCount(0)
  await expect(two.getByText(w.board.empty.title)).toBeVisible()
})

test('a picture comes to the other as it is, is spoken of, and the talk goes along when it is moved', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [one, two] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(one, board)
  await openBoard(two, board)
  const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#0b6e99' } })
    .png()
    .toBuffer()
  const picture = toolsOf(one).getByRole('button', { name: w.board.tools.picture })
  const [chooser] = await Promise.all([one.waitForEvent('filechooser'), picture.click()])
  await chooser.setFiles({ name: 'Қалақша.png', mimeType: 'image/png', buffer })
  await expect(things(two, 'image')).toHaveCount(1)
  const apart = async () => {
    const colour = await paintedAt(two, middleOf(await boxOf(things(two, 'image'))))
    return Math.max(...[1, 3, 5].map((at) => Math.abs(parseInt(colour.slice(at, at + 2), 16) - parseInt('#0b6e99'.slice(at, at + 2), 16))))
  }
  // Pictures travel as WebP, which is nearly the same blue.
  await expect.poll(apart).toBeLessThan(10)

  const pins = (page: Page) => page.getByRole('group', { name: said.pins }).getByRole('button')
  await things(one, 'image').focus()
  await one.keyboard.press('c')
  await one.keyboard.press('Enter')
  await expect(one.getByRole('textbox', { name: said.field.write, exact: true })).toBeFocused()
  await one.keyboard.type('Қалақша осы ма?')
  await one.keyboard.press('Control+Enter')
  await expect(pins(two)).toHaveCount(1)
  await pins(two).click()
  await two.getByRole('textbox', { name: said.field.answer, exact: true }).fill('Иә, осы')
  await two.getByRole('button', { name: said.answer, exact: true }).click()
  await expect(one.getByRole('article').filter({ hasText: 'Иә, осы' })).toContainText(timur.name)

  const before = await boxOf(pins(one))
  await drag(two, middleOf(await boxOf(things(two, 'image'))), { x: -120, y: 60 })
  await expect.poll(async () => (await boxOf(pins(one))).x - before.x).toBeCloseTo(-120, 0)
  await expect.poll(async () => (await boxOf(pins(one))).y - before.y).toBeCloseTo(60, 0)
  await expectSaved(two)
})
