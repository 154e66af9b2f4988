import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { boxOf, expectSaved, expectWhole, middleOf, notesOf, openBoard, paintedAt } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import shots from '../src/lib/board/photo/words.ru.ts'
import { trays, w } from './words.ts'

const photo = await sharp({ create: { width: 480, height: 320, channels: 3, background: '#0b6e99' } })
  .png()
  .toBuffer()

/** By the button of pictures among the tools. */
const choose = async (page: Page) => {
  const input = page.locator('.bars input[type=file]')
  await expect(input).toHaveCount(1)
  await input.setInputFiles({ name: 'Көпір.png', mimeType: 'image/png', buffer: photo })
}
const pictureOf = (page: Page): Locator => notesOf(page).and(page.getByRole('button', { name: new RegExp(`^${w.board.kind.image}`) }))
const middle = async (page: Page) => paintedAt(page, middleOf(await boxOf(pictureOf(page))))
const blue = /^#0[a-d]6[c-f]9[789a]$/

test('a picture is seen by its author at once, without a network too, and by the others as soon as the server has it', async ({
  as,
  centre,
}) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await expect(page.locator('.bars input[type=file]')).toHaveCount(1)
  await expectWhole(page)

  await page.context().setOffline(true)
  await choose(page)
  await expect(pictureOf(page)).toHaveCount(1)
  await expect.poll(() => middle(page)).toMatch(blue)
  await page.context().setOffline(false)

  await expect(pictureOf(other)).toHaveCount(1, { timeout: 30_000 })
  // It would ask by itself again after 20 seconds.
  await expect.poll(() => middle(other), { timeout: 15_000 }).toMatch(blue)
  await expectSaved(page)
})

test('what the server refuses leaves no empty frame behind', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  const refusal = { code: 'picture-broken', message: 'Картинка не открылась.' }
  await page.route(/\/api\/board\/[^/]+\/file$/, (route) => route.fulfill({ status: 422, json: refusal }))
  await choose(page)
  await expect(page.getByText(refusal.message)).toBeVisible()
  await expect(pictureOf(page)).toHaveCount(0)
})

test('whoever lays a picture is asked what is seen in it, and may go on without a word', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  await choose(page)
  const field = page.getByRole('textbox', { name: trays.seen })
  await expect(field).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await pictureOf(page).focus()
  await expect(field).toBeVisible()
  await field.fill('Көпір, бүйірінен')
  await expect(pictureOf(other)).toHaveAccessibleName(/Көпір, бүйірінен/)
})

test('a photo is taken with the camera of a laptop, taken again, put on the board, and a no is told in words', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const other = await as(timur.hand)
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === board)
  await openBoard(page, board)
  expect((await answered).headers()['permissions-policy']).toMatch(/^camera=\(self\), microphone=\(\)/)
  await openBoard(other, board)
  await expect(page.locator('.bars input[type=file]')).toHaveCount(1)
  const begin = async () => {
    await page.getByRole('button', { name: w.board.tools.more, exact: true }).click()
    await page.getByRole('toolbar', { name: w.board.tools.more }).getByRole('button', { name: trays.photo }).click()
  }
  const dialog = page.getByRole('dialog', { name: shots.title })
  await begin()
  await expect(dialog.getByText(shots.trouble.denied)).toBeVisible()
  await page.context().grantPermissions(['camera'])
  await dialog.getByRole('button', { name: shots.retry }).click()
  await expect(dialog.getByRole('combobox', { name: shots.which }).locator('option')).toHaveCount(2)
  await dialog.getByRole('button', { name: shots.take, exact: true }).click()
  await expect(dialog.getByRole('img', { name: shots.shot })).toBeVisible()
  await dialog.getByRole('button', { name: shots.again }).click()
  await expect(dialog.getByRole('img')).toHaveCount(0)
  await dialog.getByRole('button', { name: shots.take, exact: true }).click()
  await dialog.getByRole('button', { name: shots.use }).click()
  await expect(dialog).toHaveCount(0)
  await expect(pictureOf(page)).toHaveCount(1)
  await expect(pictureOf(other)).toHaveCount(1)
  await expectSaved(page)
})
