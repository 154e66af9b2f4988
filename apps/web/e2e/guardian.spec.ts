import type { consent } from '@sheber/contract/consent'
import type { guardian } from '@sheber/contract/guardian'
import type { Audience } from '@sheber/contract/portfolio'
import { addRecord } from '@sheber/document/portfolio'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import { expectAccessible } from './axe.ts'
import { awake, signIn } from './pages.ts'
import { fresh, seedAdult, seedPortfolio, seedWorkshop, type Centre, type Workshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'
import { writing } from './writing.ts'

test.use({ house: { name: 'guardian' } })

const g = w.guardian
const phone = { viewport: { width: 360, height: 740 } }

/** A portfolio with a record for each of these, by its title. */
const seedRecords = async ({ url }: Centre, { aidana }: Workshop, records: Readonly<Record<string, readonly Audience[]>>) => {
  const portfolioId = await seedPortfolio(aidana)
  const at = await writing(url, aidana.hand, portfolioId)
  for (const [title, audience] of Object.entries(records))
    addRecord(at.portfolio, { id: newId(), kind: 'made', title, audience }, { by: aidana.id, at: Date.now() })
  await at.settled()
  at.end()
  return portfolioId
}

test('a teacher writes down a mother, who sees on a phone what is for her and takes a consent back', async ({ as, centre }) => {
  const shop = await seedWorkshop(centre)
  const { teacher, aidana } = shop
  await seedRecords(centre, shop, { 'Для мамы': ['guardian'], 'Для центра': ['team', 'group', 'centre', 'school'], Черновик: [] })
  const params = { personId: aidana.id }
  const paper = { id: newId(), scope: 'work' as const, guardian: 'Динара С.', from: '2026-09-01', until: null }
  await ask<typeof consent.record>(teacher.hand.fetch, 'POST', '/api/person/:personId/consent', { params, body: paper })

  const page = await as(teacher.hand)
  await page.goto(`/centre/${centre.id}/person/${aidana.id}`)
  await awake(page)
  await page.getByText(g.of.add, { exact: true }).click()
  const [name, login] = [fresh('Динара'), `dinara${Date.now()}`]
  await page.getByLabel(g.of.name, { exact: true }).fill(name)
  const form = page.locator('form').filter({ has: page.getByLabel(g.of.name, { exact: true }) })
  await form.getByLabel(w.organisation.person.login, { exact: false }).fill(login)
  await form.getByRole('button', { name: g.of.submit }).click()
  const slip = page.getByRole('status').locator('dl')
  await expect(slip).toContainText(name)
  const password = await slip.getByRole('code').last().innerText()
  await expect(page.locator('#guardians')).toContainText(
    g.of.since(teacher.name, new Date().toISOString().slice(0, 10).split('-').reverse().join('.')),
  )
  await expectAccessible(page)

  const mother = await as(null, phone)
  await mother.goto('/sign-in')
  await awake(mother)
  await signIn(mother, login, password)
  await expect(mother).toHaveURL(/\/guardian$/)
  await expect(mother.getByRole('heading', { name: g.title })).toBeVisible()
  await expect(mother.getByRole('article', { name: aidana.name })).toContainText(w.consent.scope.work)
  await expectAccessible(mother)
  expect(await mother.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  await mother.getByRole('link', { name: aidana.name, exact: true }).click()
  await expect(mother.getByText('Для мамы')).toBeVisible()
  await expect(mother.getByText('Для центра')).toHaveCount(0)
  await expect(mother.getByText('Черновик')).toHaveCount(0)
  await expect(mother.getByRole('link', { name: w.portfolio.tabs.review })).toHaveCount(0)

  // The map of her own child is one press from where she begins.
  await mother.goto('/guardian')
  await awake(mother)
  await mother.getByRole('link', { name: `${aidana.name}: ${g.map}` }).click()
  await expect(mother.getByText(w.evidence.map.forGuardian)).toBeVisible()
  await expect(mother.getByRole('link', { name: w.portfolio.tabs.map })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(mother)
  expect(await mother.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  await mother.goto('/guardian')
  await awake(mother)
  await mother.getByLabel(`${w.consent.withdraw}: ${w.consent.scope.work}`).click()
  await mother.getByRole('button', { name: w.consent.withdraw, exact: true }).click()
  await expect(mother.getByText(g.withdrawn)).toBeVisible()
  await page.reload()
  await expect(page.getByText(w.consent.withdrawn(new Date().toISOString().slice(0, 10).split('-').reverse().join('.')))).toBeVisible()

  // Ended, it is over at once.
  await awake(page)
  await page.getByLabel(`${g.of.end}: ${name}`).click()
  await page.locator('#guardians').getByRole('button', { name: g.of.end, exact: true }).click()
  await expect(page.getByText(g.of.over)).toBeVisible()
  await expect(mother.getByText(g.none)).toBeVisible()
})

test('a teacher who is a mother is found by her name, and is not offered as a reviewer', async ({ as, centre }) => {
  const shop = await seedWorkshop(centre)
  const { teacher, aidana } = shop
  const mother = await seedAdult(centre, { name: 'Гүлнар' })
  const portfolioId = await seedRecords(centre, shop, { Мост: ['guardian'] })
  const child = await as(aidana.hand)
  const whom = child.getByLabel(w.review.ask.whom)
  await child.goto(`/portfolio/${portfolioId}/review`)
  await awake(child)
  await expect(whom).toContainText(mother.name)

  const page = await as(teacher.hand)
  await page.goto(`/centre/${centre.id}/person/${aidana.id}`)
  await awake(page)
  await page.getByText(g.of.find, { exact: true }).click()
  await page.getByLabel(g.of.search).fill('гүлнар')
  await page.getByRole('button', { name: g.of.seek }).click()
  await awake(page)
  await page.getByRole('button', { name: g.of.choose(`${mother.name}, ${w.common.role.teacher}`) }).click()
  await expect(page.getByText(g.of.added(mother.name))).toBeVisible()

  await child.reload()
  await awake(child)
  await expect(whom).toContainText(teacher.name)
  await expect(whom).not.toContainText(mother.name)
  // Her own rooms stay, and one more is there.
  const hers = await as(mother.hand)
  await hers.goto('/work')
  await awake(hers)
  await hers.getByRole('navigation', { name: w.common.menu }).getByRole('link', { name: g.title }).click()
  await expect(hers.getByRole('article', { name: aidana.name })).toBeVisible()
  const mine = await ask<typeof guardian.children>(mother.hand.fetch, 'GET', '/api/guardian/child')
  expect(mine.map(({ id }) => id)).toEqual([aidana.id])
})
