import { aPlan, nominations, seedExhibition, seedStand } from '@sheber/dev-env/seed/exhibition'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { openAs, openPage, openRows } from './rows.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

const j = w.judge
const hourMs = 3_600_000

/** An exhibition that is judged now, with three stands, as rows: how it came to be is told by other tests. */
const openHall = async () => {
  const world = await openRows()
  const now = world.clock.now()
  const at = (hours: number) => new Date(now.getTime() + hours * hourMs).toISOString()
  const { windows } = aPlan(now)
  const exhibitionId = await seedExhibition(world.services.db, now, {
    state: 'judging',
    plan: { viewsMin: 2, windows: { ...windows, hallFrom: at(-2), judgingFrom: at(-1), judgingTo: at(5), resultsAt: at(9) } },
  })
  for (const [place, title] of ['Планёр', 'Робот', 'Қайық'].entries())
    await seedStand(world.services.db, now, {
      exhibitionId,
      team: 'glider',
      ...(place > 0 && { word: title }),
      number: place + 1,
      entry: { title, nominationId: nominations[place % 2]?.id ?? null },
    })
  return { world, exhibitionId, url: await world.listen() }
}

const comeIn = async (page: Page, link: string) => {
  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole('button', { name: j.link.go }).click()
  await expect(page.getByRole('heading', { name: j.declare.title })).toBeVisible()
  await awake(page)
}

test('an organiser invites two judges by link; one scores on a phone without a network and comes back, the other by keyboard', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const { world, exhibitionId, url } = await openHall()
  await using _ = world

  const organiser = await openAs(browser, { rows: world, url }, 'madina')
  await organiser.goto(`/exhibition/${exhibitionId}/jury`)
  await awake(organiser)
  const links: string[] = []
  for (const judge of ['Асқар Т.', 'Ирина В.']) {
    await organiser.getByLabel(j.run.invite.name, { exact: true }).fill(judge)
    await organiser.getByRole('button', { name: j.run.invite.make }).click()
    await expect(organiser.getByRole('heading', { name: `${j.run.link.title}: ${judge}` })).toBeVisible()
    links.push(await organiser.getByRole('code').innerText())
  }
  await expectAccessible(organiser)

  const phone = await openPage(browser, url, { viewport: { width: 360, height: 740 }, hasTouch: true })
  await comeIn(phone, links[0] ?? '')
  await expectAccessible(phone)
  await phone.getByRole('button', { name: j.declare.nothing }).click()
  await expect(phone.getByRole('heading', { name: j.empty })).toBeVisible()

  await organiser.getByRole('button', { name: j.run.assign.propose }).click()
  await expect(organiser.getByText(j.run.assign.added(6))).toBeVisible()
  await expectAccessible(organiser)
  await organiser.getByRole('button', { name: j.run.assign.apply }).click()
  await expect(organiser.getByText(j.run.assign.applied)).toBeVisible()

  await phone.reload()
  await awake(phone)
  await expect(phone.getByText(j.sent(0, 3))).toBeVisible()
  await expectAccessible(phone)
  await phone.context().setOffline(true)
  for (let stand = 0; stand < 3; stand += 1) {
    for (const group of await phone.locator('[data-criterion]').all()) await group.locator('label').nth(2).tap()
    await phone.getByLabel(j.words, { exact: true }).fill('Берік жасалған.')
    await phone.getByRole('button', { name: j.send }).click()
    await expect(phone.getByText(j.waits(stand + 1))).toBeVisible()
    if (stand < 2) await phone.getByRole('button', { name: j.next, exact: true }).click()
  }
  // Nothing lies wider than the phone.
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await phone.context().setOffline(false)
  await expect(phone.getByText(j.sent(3, 3))).toBeVisible({ timeout: 30_000 })

  const keys = await openPage(browser, url)
  await comeIn(keys, links[1] ?? '')
  await keys.getByRole('button', { name: j.declare.nothing }).focus()
  await keys.keyboard.press('Enter')
  await expect(keys.getByText(j.sent(0, 3))).toBeVisible()
  for (let stand = 0; stand < 3; stand += 1) {
    await keys.keyboard.press('2')
    await keys.keyboard.press('3')
    await expect(keys.getByLabel(j.words, { exact: true })).toBeFocused()
    await keys.keyboard.type('Жақсы.')
    await keys.keyboard.press('Tab')
    await keys.keyboard.press('Enter')
    await expect(keys.getByText(j.sent(stand + 1, 3))).toBeVisible()
    await keys.getByRole('heading', { level: 2 }).first().focus()
    await keys.keyboard.press('j')
  }

  await expect(organiser.getByText(j.run.matrix.finished)).toBeVisible({ timeout: 20_000 })
  // Whoever has no link comes in by none.
  const stranger = await openPage(browser, url)
  await stranger.goto('/jury/open/AAAAAAAAAAAAAAAAAAAAAA')
  await stranger.getByRole('button', { name: j.link.go }).click()
  await expect(stranger.getByRole('alert')).toContainText('больше не открывается')
  for (const page of [organiser, phone, keys, stranger]) await page.context().close()
})
