import type { Page } from '@playwright/test'
import kk from '../src/lib/board/template/words.kk.ts'
import said from '../src/lib/board/template/words.ru.ts'
import { graveFindings } from './axe.ts'
import { awake } from './pages.ts'
import { expect, test, workbench } from './test.ts'
import { w } from './words.ts'

test.use({ house: workbench })

const openDialog = async (page: Page, name = said.title) => {
  await page.goto('/workbench/template')
  await awake(page)
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('dialog', { name })).toBeVisible()
}

test('a template is found and put on the board by the keyboard', async ({ page }) => {
  await openDialog(page)
  const field = page.getByRole('searchbox', { name: said.find })
  await field.fill('протокол')
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
  await field.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: said.placed(said.protocol.name) })).toHaveCount(1)
  const things = page.getByRole('group', { name: w.board.note.list }).getByRole('button')
  await expect(things.filter({ hasText: '' }).first()).toBeAttached()
  expect(await things.count()).toBeGreaterThan(20)
})

test('one walks among the templates by arrows', async ({ page }) => {
  await openDialog(page)
  await page.getByRole('searchbox', { name: said.find }).press('ArrowDown')
  const buttons = page.getByRole('dialog').getByRole('listitem').getByRole('button')
  await expect(buttons.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(buttons.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(buttons.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('templates are open to everyone, also in Kazakh on a phone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await openDialog(page)
  expect(await graveFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.context().addCookies([{ name: 'language', value: 'kk', url: page.url() }])
  await openDialog(page, kk.title)
  expect(await graveFindings(page)).toEqual([])
})
