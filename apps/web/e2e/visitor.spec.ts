import { idOf } from '@sheber/dev-env/people'
import { aPlan, seedExhibition, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { openAs, openPage, openRows } from './rows.ts'
import { expect, test } from './test.ts'

const phone = { viewport: { width: 360, height: 740 } }
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
const hourMs = 3_600_000

/** An open hall with two stands of aigerim's team, until the results in four hours. */
const openVisited = async () => {
  const rows = await openRows()
  const { db } = rows.services
  const now = rows.clock.now()
  const at = (hours: number) => new Date(now.getTime() + hours * hourMs).toISOString()
  const { windows } = aPlan(now)
  const plan = { windows: { ...windows, entriesTo: at(-8), hallFrom: at(-7), judgingFrom: at(-6), judgingTo: at(1), resultsAt: at(4) } }
  const exhibitionId = await seedExhibition(db, now, { state: 'hall', plan })
  const ours = await seedStand(db, now, { exhibitionId, number: 1 })
  const lamp = await seedStand(db, now, { exhibitionId, word: 'lamp', number: 2, entry: { title: 'Шам' } })
  await seedShown(db, now, { standId: ours })
  await seedShown(db, now, { standId: lamp, shown: { title: 'Шам' } })
  for (const who of ['aigerim', 'daulet'] as const) await seedConsent(db, now, who, 'work')
  return { rows, exhibitionId, ours, lamp, url: await rows.listen() }
}

test('a visitor without a script asks, a teacher lets it through, a child answers; another one votes and moves the vote', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const house = await openVisited()
  const { rows, exhibitionId, ours, lamp, url } = house
  await using _ = rows
  const [path, other] = [`/e/${exhibitionId}/${ours}`, `/e/${exhibitionId}/${lamp}`]

  const stranger = await openPage(browser, url, { ...phone, javaScriptEnabled: false })
  await stranger.goto(path)
  expect(await stranger.context().cookies()).toHaveLength(1)
  await stranger.getByLabel('Ваш вопрос команде').fill('Неше килограмм көтереді? <b>Рас па</b>')
  await stranger.getByRole('button', { name: 'Спросить' }).click()
  await expect(stranger.getByText('Вопрос отправлен.')).toBeVisible()
  await expect(stranger).toHaveURL(/\?done=asked#visitors$/)
  const given = (await stranger.context().cookies()).find(({ name }) => name === 'visitor')
  expect(given).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await expect(stranger.getByText('килограмм')).toHaveCount(0)

  const child = await openAs(browser, house, 'aigerim', { ...phone, hasTouch: true })
  await child.goto(`/project/${idOf('bridge project')}/stand`)
  await awake(child)
  await expect(child.getByText('Ждут решения учителя: 1')).toBeVisible()
  await expect(child.getByText('килограмм')).toHaveCount(0)

  const guest = await openPage(browser, url, phone)
  await guest.goto(path)
  await expectAccessible(guest)
  await fits(guest)

  const teacher = await openAs(browser, house, 'madina')
  await teacher.goto(`/exhibition/${exhibitionId}/visitor`)
  await awake(teacher)
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Показать на странице' }).click()
  await expect(teacher.getByText('На странице').first()).toBeVisible()

  // The child and the guest are told by no reload of theirs.
  await expect(child.getByText('Неше килограмм көтереді? <b>Рас па</b>')).toBeVisible()
  await expect(guest.getByText('Неше килограмм көтереді? <b>Рас па</b>')).toBeVisible({ timeout: 15_000 })
  await child.locator('summary', { hasText: 'Ответить' }).tap()
  await child.getByLabel('Ответ команды').fill('12 кг, өзіміз өлшедік')
  await expectAccessible(child)
  await fits(child)
  await child.getByRole('button', { name: 'Ответить' }).tap()
  await expect(guest.getByText('12 кг, өзіміз өлшедік')).toBeVisible({ timeout: 15_000 })
  await stranger.goto(path)
  await expect(stranger.getByText('12 кг, өзіміз өлшедік')).toBeVisible()
  expect(await stranger.content()).not.toContain('Айгерім')

  // Without leaving the page, since there is a script.
  const vote = (page: Page) => page.getByRole('button', { name: 'Отдать голос этому стенду' }).click()
  const said = (page: Page) => page.getByText('Ваш голос теперь у этого стенда.')
  await vote(guest)
  await expect(said(guest)).toBeVisible()
  expect(new URL(guest.url()).search).toBe('')
  await expectAccessible(guest)
  await guest.goto(other)
  await vote(guest)
  await expect(said(guest)).toBeVisible()
  await stranger.goto(other)
  await vote(stranger)
  await expect(said(stranger)).toBeVisible()
  await teacher.reload()
  await expect(teacher.getByText('Голосов за приз зрителей всего: 2')).toBeVisible()
  await expect(teacher.getByRole('columnheader', { name: 'Голосов' })).toHaveCount(0)
})
