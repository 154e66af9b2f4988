import type { exhibition } from '@sheber/contract/exhibition'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import { freshPlan } from '../src/lib/exhibition/plan.ts'
import { findings } from './axe.ts'
import { awake, tabTo } from './pages.ts'
import { seedWorkshop, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { catalogues, w } from './words.ts'

test.use({ house: { name: 'exhibition' } })

const dayMs = 86_400_000
const said = (kk: string, ru: string, en = ru) => ({ kk, ru, en })
const levels = [0, 1, 2].map((points) => ({ points, text: said(`Деңгей ${points}`, `Уровень ${points}`) }))

/** As it was a year ago; left as a draft, for what matters is its plan. */
const seedEarlier = async (hand: Hand, organisationId: string) => {
  const now = new Date(Date.now() - 358 * dayMs).toISOString()
  const plan = {
    ...freshPlan(now),
    title: said('Көрме', 'Выставка прошлого года', 'Show'),
    nominations: [{ id: newId(), title: said('Модельдер', 'Модели') }],
    rubric: { criteria: [{ id: 'idea', title: said('Идея', 'Замысел'), weight: 40, levels }] },
  }
  const id = newId()
  const params = { organisationId }
  await ask<typeof exhibition.make>(hand.fetch, 'POST', '/api/organisation/:organisationId/exhibition', { params, body: { id, plan } })
  return { id, plan }
}

test('an organiser opens a call as last year’s, by keyboard, and another writes at the same time', async ({ as, centre }) => {
  const { teacher } = await seedWorkshop(centre)
  const earlier = await seedEarlier(teacher.hand, centre.id)
  const page = await as(teacher.hand)
  const e = w.exhibition
  await page.goto('/exhibition')
  await awake(page)
  await tabTo(page, e.make)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/exhibition\/new$/)
  await awake(page)
  await page.getByLabel(e.fresh.from).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel(e.fresh.from)).toHaveValue(`copy ${earlier.id}`)
  await tabTo(page, e.fresh.go)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/exhibition\/[0-9a-z]{20}\/edit$/)

  // Two languages are anew, and the third is a to-do, not a fault.
  const title = page.getByRole('group', { name: e.form.name, exact: true })
  const [kk, ru, en] = [title.locator('[lang=kk]'), title.locator('[lang=ru]'), title.locator('[lang=en]')]
  await expect(ru).toHaveValue(earlier.plan.title.ru)
  await kk.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Қысқы көрме')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Зимняя выставка')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await expect(title.getByText(e.form.missing)).toBeVisible()
  // Days of last year are days to come; entries began yesterday, so that a pupil may enter today.
  const wall = (ms: number) => new Date(Date.now() + ms + 5 * 3_600_000).toISOString().slice(0, 16)
  await page.getByLabel(e.windows.entriesFrom).fill(wall(-dayMs))
  await page.getByLabel(e.windows.entriesTo).fill(wall(5 * dayMs))
  // A criterion more, and up it goes: what was pressed keeps the focus.
  await page.getByRole('button', { name: e.form.addCriterion }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Құрылысы')
  const second = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: '2.' }) })
  for (const [n, text] of ['Жоқ', 'Бар', 'Берік'].entries())
    await second
      .getByRole('group', { name: `${e.form.level(n + 1)} · ${e.form.text}` })
      .locator('[lang=kk]')
      .fill(text)
  await page.getByRole('button', { name: e.form.up('Құрылысы') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('summary', { hasText: '1. Құрылысы' })).toBeFocused()
  await tabTo(page, w.common.save)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/exhibition\/[0-9a-z]{20}$/)
  await expect(page.getByText(e.unready)).toBeVisible()
  const { pathname } = new URL(page.url())

  // Somebody else saves meanwhile: nothing that was typed is lost.
  await page.getByRole('link', { name: e.edit }).click()
  await awake(page)
  await en.fill('Winter exhibition')
  const params = { exhibitionId: pathname.slice('/exhibition/'.length) }
  const { plan, revision } = await ask<typeof exhibition.look>(teacher.hand.fetch, 'GET', '/api/exhibition/:exhibitionId', { params })
  const body = { plan: { ...plan, teamMax: 3 }, revision }
  await ask<typeof exhibition.save>(teacher.hand.fetch, 'PATCH', '/api/exhibition/:exhibitionId', { params, body })
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page.getByText(e.form.merged)).toBeVisible()
  await expect(en).toHaveValue('Winter exhibition')
  await expect(page.getByLabel(e.form.teamMax)).toHaveValue('3')
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${pathname}$`))

  await page.locator('summary', { hasText: e.step.call }).focus()
  await page.keyboard.press('Enter')
  await tabTo(page, e.step.call)
  await page.keyboard.press('Enter')
  await expect(page.getByText(e.state.call, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: e.step.moderation })).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('a pupil sees on a phone how long entries are taken, and which of their projects could enter', async ({ as, centre }) => {
  const { teacher, aidana, project } = await seedWorkshop(centre)
  const { id: draftId, plan: earlier } = await seedEarlier(teacher.hand, centre.id)
  const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString()
  const windows = { ...freshPlan(day(0)).windows, entriesFrom: day(-1), entriesTo: day(5) }
  const plan = { ...earlier, windows, title: said('Көктемгі көрме', 'Весенняя выставка', 'Spring exhibition') }
  const id = newId()
  const make = { params: { organisationId: centre.id }, body: { id, plan } }
  await ask<typeof exhibition.make>(teacher.hand.fetch, 'POST', '/api/organisation/:organisationId/exhibition', make)
  const step = { params: { exhibitionId: id }, body: { state: 'call' as const } }
  await ask<typeof exhibition.step>(teacher.hand.fetch, 'POST', '/api/exhibition/:exhibitionId/state', step)

  const e = w.exhibition
  const child = await as(aidana.hand)
  await child.setViewportSize({ width: 360, height: 740 })
  await child.goto('/work')
  await child.getByRole('link', { name: e.title }).click()
  await expect(child.getByRole('listitem').filter({ hasText: 'Весенняя выставка' })).toContainText(e.days(5))
  const narrow = async () => expect(await child.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await narrow()
  expect(await findings(child)).toEqual([])
  await child.getByRole('link', { name: 'Весенняя выставка' }).click()
  await expect(child.getByRole('heading', { level: 1, name: 'Весенняя выставка' })).toBeVisible()
  await expect(child.getByRole('link', { name: project.title })).toHaveAttribute('href', `/project/${project.id}/stand`)
  await expect(child.getByRole('button', { name: e.step.moderation })).toHaveCount(0)
  await narrow()
  expect(await findings(child)).toEqual([])
  // Last year's is still a draft of its organisers.
  await child.goto(`/exhibition/${draftId}`)
  await expect(child.getByRole('heading', { level: 1, name: w.common.problem.forbidden })).toBeVisible()

  await child.context().addCookies([{ name: 'language', value: 'kk', url: child.url() }])
  await child.goto(`/exhibition/${id}`)
  await expect(child.getByRole('heading', { level: 1, name: 'Көктемгі көрме' })).toBeVisible()
  await expect(child.getByRole('heading', { name: catalogues.kk.exhibition.timeline })).toBeVisible()
  await narrow()

  const page = await as(teacher.hand, { viewport: { width: 360, height: 740 } })
  await page.goto(`/exhibition/${id}/edit`)
  await awake(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
