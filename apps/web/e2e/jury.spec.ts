import { aPlan, nominations, seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedShown } from '@sheber/dev-env/seed/hall'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { awake, openAccount } from './pages.ts'
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
  const stands: string[] = []
  for (const [place, title] of ['Планёр', 'Робот', 'Қайық'].entries()) {
    const standId = await seedStand(world.services.db, now, {
      exhibitionId,
      team: 'glider',
      ...(place > 0 && { word: title }),
      number: place + 1,
      entry: { title, nominationId: nominations[place % 2]?.id ?? null },
    })
    stands.push(standId)
  }
  return { world, exhibitionId, stands, url: await world.listen() }
}

const comeIn = async (page: Page, link: string) => {
  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole('button', { name: j.link.go }).click()
  await expect(page.getByRole('heading', { name: j.declare.title })).toBeVisible()
  await awake(page)
}

/** The device has what it needs to open this page, with these words on it, without a network. */
const isKept = (page: Page, words: string) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((one) => one.startsWith('sheber-copy-'))
        const kept = name && (await (await caches.open(name)).match(location.pathname))
        return kept && (await navigator.serviceWorker.ready).active ? kept.text() : ''
      }),
    )
    .toContain(words)

const leave = async (page: Page) => {
  const menu = await openAccount(page)
  await menu.getByRole('button', { name: w.common.signOut }).tap()
  await page.waitForURL(/sign-in/)
}

test('an organiser invites two judges by link; one scores on a phone without a network, though the tab was closed, the other by keyboard', async ({
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
  // On paper too: of one, and of all that were made now.
  await organiser.getByRole('button', { name: j.run.link.show }).click()
  await expect(organiser.getByRole('img', { name: j.run.link.code('Ирина В.') })).toBeVisible()
  const card = organiser.waitForEvent('download')
  await organiser.getByRole('button', { name: j.run.link.all(2) }).click()
  expect((await card).suggestedFilename()).toBe(`${j.run.link.cards}.pdf`)
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
  await isKept(phone, j.sent(0, 3))
  await phone.context().setOffline(true)
  await phone.reload()
  await awake(phone)
  await expect(phone.getByText(/Страница сохранена на устройстве/)).toBeVisible()
  for (let stand = 0; stand < 3; stand += 1) {
    for (const group of await phone.locator('[data-criterion]').all()) await group.locator('label').nth(2).tap()
    await phone.getByLabel(j.words, { exact: true }).fill('Берік жасалған.')
    await phone.getByRole('button', { name: j.send }).click()
    await expect(phone.getByText(j.waits(stand + 1))).toBeVisible()
    if (stand < 2) await phone.getByRole('button', { name: j.next, exact: true }).click()
  }
  // Nothing lies wider than the phone.
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  // The tab is gone, and opened again.
  const jury = phone.url()
  await phone.goto('about:blank')
  await phone.goto(jury)
  await awake(phone)
  await expect(phone.getByText(j.waits(3))).toBeVisible()
  await phone.context().setOffline(false)
  await expect(phone.getByText(j.sent(3, 3))).toBeVisible({ timeout: 30_000 })
  await expect(phone.getByText(/Страница сохранена на устройстве/)).toBeHidden()

  // Whoever signs out leaves nothing of it, and whoever signs in on the same device finds nothing.
  await isKept(phone, j.sent(3, 3))
  await leave(phone)
  await phone.context().setOffline(true)
  await expect(phone.goto(jury)).rejects.toThrow(/ERR/)
  await phone.context().setOffline(false)
  await phone.goto('/sign-in')
  await expect.poll(() => phone.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith('sheber-copy-')))).toEqual([])

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
  await phone.goto(links[1] ?? '')
  await phone.getByRole('button', { name: j.link.go }).click()
  await expect(phone.getByText(j.sent(3, 3))).toBeVisible()
  await isKept(phone, 'Ирина В.')
  await phone.context().setOffline(true)
  await phone.reload()
  await expect(phone.getByRole('banner')).toContainText('Ирина В.')
  await expect(phone.getByRole('banner')).not.toContainText('Асқар Т.')
  await phone.context().setOffline(false)

  await expect(organiser.getByText(j.run.matrix.finished)).toBeVisible({ timeout: 20_000 })
  // Whoever has no link comes in by none.
  const stranger = await openPage(browser, url)
  await stranger.goto('/jury/open/AAAAAAAAAAAAAAAAAAAAAA')
  await stranger.getByRole('button', { name: j.link.go }).click()
  await expect(stranger.getByRole('alert')).toContainText('больше не открывается')
  for (const page of [organiser, phone, keys, stranger]) await page.context().close()
})

test('a judge calibrates, says why a stand is not theirs, and compares; whoever runs it sees it come', async ({ browser }) => {
  test.setTimeout(180_000)
  const { world, exhibitionId, stands, url } = await openHall()
  await using _ = world
  const now = world.clock.now()
  for (const [place, standId] of stands.entries())
    await seedShown(world.services.db, now, {
      standId,
      shown: { title: ['Планёр', 'Робот', 'Қайық'][place] ?? '', nominationId: nominations[place % 2]?.id ?? null },
      authors: ['madina'],
    })
  await seedJudge(world.services.db, world.clock.now(), { exhibitionId, person: 'sergey' })

  const organiser = await openAs(browser, { rows: world, url }, 'madina')
  await organiser.goto(`/exhibition/${exhibitionId}/jury`)
  await awake(organiser)
  await organiser.getByLabel(j.run.calibrate.stand).selectOption({ index: 1 })
  await organiser.getByRole('button', { name: j.run.calibrate.save, exact: true }).click()
  await expect(organiser.getByText(j.spread.none)).toBeVisible()
  await organiser.getByRole('button', { name: j.run.assign.propose }).click()
  await organiser.getByRole('button', { name: j.run.assign.apply }).click()
  // One judge, and two views are wanted of each of three stands; nor does one lead out of a nomination alone.
  await expect(organiser.getByText(j.run.check.views(3))).toBeVisible()
  await expect(organiser.getByText(j.run.check.bridges(2))).toBeVisible()
  for (const title of ['1. Планёр', '2. Робот']) await organiser.getByLabel(title, { exact: true }).check()
  await organiser.getByLabel(j.run.round.peers).check()
  // She shows something too, so the choice is hers.
  await seedStand(world.services.db, now, { exhibitionId, number: 9 })
  await organiser.getByRole('button', { name: j.run.round.open, exact: true }).click()
  await expect(organiser.getByRole('button', { name: j.run.round.close, exact: true })).toBeVisible()

  const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true }
  const phone = await openAs(browser, { rows: world, url }, 'sergey', narrow)
  await phone.goto(`/jury/${exhibitionId}`)
  await awake(phone)
  await expect(phone.getByRole('heading', { level: 2, name: j.calibration })).toBeVisible()
  for (const group of await phone.locator('[data-criterion]').all()) await group.locator('label').nth(1).tap()
  await phone.getByRole('button', { name: j.send }).tap()
  await expect(phone.getByRole('navigation', { name: j.list }).getByText(j.seat.done)).toBeVisible()
  // It counts nothing.
  await expect(phone.getByText(j.sent(0, 3))).toBeVisible()

  await phone.getByRole('button', { name: j.next, exact: true }).tap()
  await phone.locator('summary', { hasText: j.skip.title }).tap()
  await phone.getByLabel(j.skip.reason, { exact: true }).fill('Мой бывший ученик')
  // Said without a network it waits like a score, and goes by itself.
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: j.skip.do }).tap()
  await expect(phone.getByText(j.leaves)).toBeVisible()
  await expect(phone.getByText(j.waits(1))).toBeVisible()
  await phone.context().setOffline(false)
  await expect(phone.getByText(`${j.seat.skipped}: Мой бывший ученик`)).toBeVisible()
  await expect(phone.getByText(j.sent(0, 2))).toBeVisible()
  await expectAccessible(phone)
  await expect(organiser.locator('td.skipped')).toHaveCount(1, { timeout: 20_000 })

  await phone.getByRole('link', { name: j.compare.open }).tap()
  await awake(phone)
  await expect(phone.getByText(j.compare.made(0))).toBeVisible()
  await expectAccessible(phone)
  await phone.getByRole('button', { name: j.compare.better('Робот') }).tap()
  await expect(phone.getByText(j.compare.made(1))).toBeVisible()
  await expect(organiser.getByText(/Сравнений: 1/)).toBeVisible({ timeout: 20_000 })
  await phone.getByRole('button', { name: j.compare.undo }).tap()
  await expect(phone.getByText(j.compare.made(0))).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  // A child is told, chooses among others' work, and comes back to the exhibition; the order is there once the round is closed.
  const child = await openAs(browser, { rows: world, url }, 'aigerim', narrow)
  await child.goto('/inbox')
  await child.getByRole('link', { name: w.inbox.lines['judge.asked']('', '').slice(0, 20) }).tap()
  await awake(child)
  await expect(child.getByText(j.compare.made(0))).toBeVisible()
  await expectAccessible(child)
  await child.getByRole('button', { name: j.compare.better('Робот') }).tap()
  await expect(child.getByText(j.compare.made(1))).toBeVisible()
  await child.getByRole('link', { name: 'Выставка технического творчества' }).first().tap()
  await expect(child.getByRole('link', { name: j.choice.go })).toBeVisible()
  await expect(organiser.getByText(j.run.round.ofPeers)).toBeHidden()
  await organiser.getByRole('button', { name: j.run.round.close, exact: true }).click()
  const order = organiser.getByRole('table', { name: j.run.round.ofPeers })
  await expect(order.getByRole('row')).toHaveText([/Место/, /2\. Робот\s*1–2\s*1 из 1/, /1\. Планёр\s*1–2\s*0 из 1/])
  await expectAccessible(organiser)
  for (const page of [organiser, phone, child]) await page.context().close()
})
