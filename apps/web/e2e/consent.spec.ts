import type { Page } from '@playwright/test'
import { addRecord } from '@sheber/document/portfolio'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { seedPortfolio, seedWorkshop } from './seed.ts'
import publication from '../src/lib/publication/words.ru.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'
import { writing } from './writing.ts'

const c = w.consent
const a = w.portfolio.audience

const linesOf = (page: Page) => page.getByRole('listitem').filter({ hasText: c.scope.work })

test('a consent is recorded from paper and withdrawn, on a phone; that it was given stays known', async ({ as, centre }) => {
  const { aidana } = await seedWorkshop(centre)
  const page = await as(centre.administrator.hand, { viewport: { width: 360, height: 740 } })
  await page.goto(`/centre/${centre.id}/person/${aidana.id}`)
  await awake(page)
  await expect(page.getByText(c.none, { exact: true })).toBeVisible()
  await page.locator('summary', { hasText: c.record }).click()
  await page.getByLabel(c.guardian, { exact: true }).fill('Әсел Қуанышқызы')
  await page.getByRole('button', { name: c.record, exact: true }).click()
  await expect(linesOf(page)).toContainText(c.holds)
  await expect(linesOf(page)).toContainText('Әсел Қуанышқызы')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await page.getByLabel(`${c.withdraw}: ${c.scope.work}`, { exact: true }).click()
  await expect(page.getByText(c.withdrawWhy)).toBeVisible()
  await page.getByRole('button', { name: c.withdraw, exact: true }).click()
  await expect(linesOf(page)).toContainText('отозвано')
  await expect(linesOf(page)).not.toContainText(c.holds)
  await page.reload()
  await expect(linesOf(page)).toContainText('Әсел Қуанышқызы')
  await expect(linesOf(page)).toContainText('отозвано')
})

test('a child who shows a record to everybody is told that it waits for consent', async ({ as, centre }) => {
  const { aidana } = await seedWorkshop(centre)
  const portfolioId = await seedPortfolio(aidana)
  const at = await writing(centre.url, aidana.hand, portfolioId)
  addRecord(at.portfolio, { id: 'r1', kind: 'made', title: 'Кораблик' }, { by: aidana.id, at: Date.now() })
  await at.settled()
  at.end()
  const page = await as(aidana.hand)
  await page.goto(`/portfolio/${portfolioId}`)
  await awake(page)
  await page.getByRole('button', { name: 'Кораблик', exact: true }).click()
  await page
    .getByRole('group', { name: a.label })
    .getByRole('button', { name: new RegExp(`^${a.public.name}`) })
    .click()
  await page.getByRole('link', { name: a.publish }).click()
  // Its own page tells whose.
  await expect(page.getByText(publication.waits.work(aidana.name))).toBeVisible()
  // A guest finds no door to it.
  const guest = await as(null)
  await guest.goto(`/portfolio/${portfolioId}`)
  await expect(guest).toHaveURL(/\/sign-in/)
  expect(await guest.content()).not.toContain('Кораблик')
})
