import { idOf } from '@sheber/dev-env/people'
import { aPlan, seedExhibition, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedConsent, seedShown } from '@sheber/dev-env/seed/hall'
import type { Exhibition } from '@sheber/contract/exhibition'
import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { layCable, type Cable } from './cable.ts'
import { awake, openAccount } from './pages.ts'
import { bringPicture, openBoard } from './paper.ts'
import { openAs, openPage, openRows } from './rows.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

/** One exhibition from its call to the portfolio, by the hands of everybody who has a part in it: what each leaves is what the next finds. */

const { exhibition: e, judge: j, stand: s, result: r } = w
const phone = { viewport: { width: 360, height: 740 } }
const touch = { ...phone, hasTouch: true }
const patience = { timeout: 30_000 }
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

type House = Awaited<ReturnType<typeof openHouse>>

/** A centre that held an exhibition before, and whose pupils' guardians have agreed. */
const openHouse = async (browser: Browser) => {
  const rows = await openRows()
  const { db } = rows.services
  const now = rows.clock.now()
  const title = { kk: 'Көктемгі көрме', ru: 'Весенняя выставка', en: 'Spring exhibition' }
  await seedExhibition(db, now, { word: 'earlier', state: 'archived', plan: aPlan(new Date(now.getTime() - 350 * 24 * hourMs), { title }) })
  for (const who of ['aigerim', 'daulet', 'timur'] as const) await seedConsent(db, now, who, 'work')
  await seedConsent(db, now, 'daulet', 'name')
  const url = await rows.listen()
  return { rows, browser, url, now }
}

const step = async (chief: Page, exhibitionId: string, state: 'moderation' | 'hall' | 'judging' | 'deliberation') => {
  await chief.goto(`/exhibition/${exhibitionId}`)
  await awake(chief)
  await chief.getByRole('button', { name: e.step[state], exact: true }).click()
  await expect(chief.getByText(e.state[state], { exact: true }).first()).toBeVisible()
}

/** As last year's, with days of this one. */
const call = async (chief: Page, now: Date): Promise<string> => {
  await chief.goto('/exhibition/new')
  await awake(chief)
  await chief.getByLabel(e.fresh.from).selectOption(`copy ${idOf('earlier')}`)
  await chief.getByRole('button', { name: e.fresh.go }).click()
  await expect(chief).toHaveURL(/\/exhibition\/[0-9a-z]{20}\/edit$/)
  await awake(chief)
  const wall = (ms: number) => new Date(now.getTime() + ms + 5 * hourMs).toISOString().slice(0, 16)
  const soon = 3 * minuteMs
  const windows = {
    entriesFrom: -24 * hourMs,
    entriesTo: soon,
    hallFrom: soon,
    judgingFrom: soon,
    judgingTo: hourMs,
    resultsAt: hourMs + 10 * minuteMs,
  }
  for (const [name, ms] of Object.entries(windows))
    await chief.getByLabel(e.windows[name as keyof typeof windows], { exact: true }).fill(wall(ms))
  await chief.getByLabel(e.form.viewsMin, { exact: true }).fill('2')
  await chief.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(chief).toHaveURL(/\/exhibition\/[0-9a-z]{20}$/)
  await chief.locator('summary', { hasText: e.step.call }).click()
  await chief.getByRole('button', { name: e.step.call, exact: true }).click()
  await expect(chief.getByText(e.state.call, { exact: true }).first()).toBeVisible()
  return new URL(chief.url()).pathname.split('/').at(-1) ?? ''
}

/** By phone, with a picture from the board; the other author says on a device of their own what is theirs. */
const enter = async (house: House) => {
  const child = await openAs(house.browser, house, 'aigerim', touch)
  await openBoard(child, `/board/${idOf('bridge board')}`)
  await bringPicture(child, 'Көпір.png')
  const room = `/project/${idOf('bridge project')}/stand`
  await child.goto(room)
  await awake(child)
  await child.getByRole('button', { name: s.begin }).tap()
  await child.getByRole('radio', { name: 'Модели' }).check()
  await child.getByLabel(s.about, { exact: true }).fill('Ағаштан жасалған көпір, 12 кг көтереді.')
  await child.getByLabel(s.partOf('Айгерім С.'), { exact: true }).fill('Арқалықтарын кестім')
  await child.getByLabel(s.partOf('Дәулет К.'), { exact: true }).fill('Сынап көрдім')
  await child.getByRole('textbox', { name: s.step.adults }).fill('Жетекші араны ұстап тұрды.')
  await child.getByRole('button', { name: s.mine }).tap()
  await expect(child.getByText(s.confirmed, { exact: true })).toHaveCount(1, patience)
  const other = await openAs(house.browser, house, 'daulet')
  await other.goto(room)
  await awake(other)
  await other.getByRole('button', { name: s.mine }).click()
  await expect(other.getByText(s.confirmed, { exact: true })).toHaveCount(2, patience)
  await other.context().close()
  // All agreed to show the work; of one nobody agreed to the name.
  await expect(child.getByText(s.leaves)).toBeVisible()
  await expect(child.getByText(s.left.name('Айгерім С.'), { exact: true })).toBeVisible()
  await expect(child.getByText(s.left.name('Дәулет К.'), { exact: true })).toHaveCount(0)
  const hand = child.getByRole('button', { name: s.enter, exact: true })
  await expect(hand).toBeEnabled(patience)
  await hand.tap()
  await expect(child.getByText(`${s.state.entered}.`)).toBeVisible(patience)
  return child
}

/** Two of another team, which are in already. */
const seedOthers = async ({ rows, now }: House, exhibitionId: string, nominationId: string) => {
  for (const title of ['Планёр', 'Қайық']) {
    const entry = { title, nominationId }
    const standId = await seedStand(rows.services.db, now, { exhibitionId, team: 'glider', word: title, entry })
    await seedShown(rows.services.db, now, { standId, shown: entry, authors: ['timur'] })
  }
}

/** Without a script a stranger asks; a teacher lets it through, a child answers, and another guest reads it as it happens. Both vote. */
const visit = async (house: House, exhibitionId: string, child: Page, teacher: Page) => {
  const stranger = await openPage(house.browser, house.url, { ...phone, javaScriptEnabled: false })
  await stranger.goto(`/e/${exhibitionId}`)
  await stranger.getByRole('link', { name: 'План зала' }).click()
  await fits(stranger)
  await stranger
    .getByRole('region', { name: 'План зала' })
    .getByRole('link', { name: /Көпір макеті/ })
    .click()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Көпір макеті' })).toBeVisible()
  const path = new URL(stranger.url()).pathname
  await stranger.getByLabel('Ваш вопрос команде').fill('Неше килограмм көтереді? <b>Рас па</b>')
  await stranger.getByRole('button', { name: 'Спросить' }).click()
  await expect(stranger.getByText('Вопрос отправлен.')).toBeVisible()
  await expect(stranger).toHaveURL(/\?done=asked#visitors$/)
  const given = (await stranger.context().cookies()).find(({ name }) => name === 'visitor')
  expect(given).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await expect(stranger.getByText('килограмм')).toHaveCount(0)

  await child.reload()
  await awake(child)
  await expect(child.getByText('Ждут решения учителя: 1')).toBeVisible()
  await expect(child.getByText('килограмм')).toHaveCount(0)
  const guest = await openPage(house.browser, house.url, phone)
  await guest.goto(`/e/${exhibitionId}/plan`)
  await expectAccessible(guest)
  await guest.goto(path)
  await expectAccessible(guest)
  await fits(guest)
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

  // Without leaving the page, since there is a script; and moved to another stand.
  const vote = (page: Page) => page.getByRole('button', { name: 'Отдать голос этому стенду' }).click()
  const said = (page: Page) => page.getByText('Ваш голос теперь у этого стенда.')
  await vote(guest)
  // Beside the button, where one looks.
  await expect(said(guest)).toBeInViewport()
  expect(new URL(guest.url()).search).toBe('')
  await expectAccessible(guest)
  for (const page of [guest, stranger]) {
    await page.goto(`/e/${exhibitionId}/2`)
    await vote(page)
    await expect(said(page)).toBeVisible()
  }
  await teacher.reload()
  await expect(teacher.getByText('Голосов за приз зрителей всего: 2')).toBeVisible()
  await expect(teacher.getByRole('columnheader', { name: 'Голосов' })).toHaveCount(0)
  await guest.context().close()
  return stranger
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

/** Two by link: one scores on a phone without a network, though the tab was closed, the other by keyboard. */
const judged = async (house: House, exhibitionId: string, organiser: Page, cable: Cable) => {
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

  const away = await openPage(house.browser, house.url, { ...touch, baseURL: cable.url })
  const forbidden: string[] = []
  away.on('console', (said) => /Content Security Policy/.test(said.text()) && forbidden.push(said.text()))
  const setOffline = async (isOff: boolean) => {
    // The browser’s own “offline” lets go of a page that is left for another: what waits there would be sent.
    if (isOff) cable.cut()
    else cable.join()
    await away.context().setOffline(isOff)
  }
  await comeIn(away, new URL(links[0] ?? '').pathname)
  await expectAccessible(away)
  await away.getByRole('button', { name: j.declare.nothing }).click()
  await expect(away.getByRole('heading', { name: j.empty })).toBeVisible()
  await organiser.getByRole('button', { name: j.run.assign.propose }).click()
  await expect(organiser.getByText(j.run.assign.added(6))).toBeVisible()
  await expectAccessible(organiser)
  await organiser.getByRole('button', { name: j.run.assign.apply }).click()
  await expect(organiser.getByText(j.run.assign.applied)).toBeVisible()

  await away.reload()
  await awake(away)
  await expect(away.getByText(j.sent(0, 3))).toBeVisible()
  await expectAccessible(away)
  await isKept(away, j.sent(0, 3))
  await setOffline(true)
  await away.reload()
  await awake(away)
  await expect(away.getByText(/Страница сохранена на устройстве/)).toBeVisible()
  for (let stand = 0; stand < 3; stand += 1) {
    for (const group of await away.locator('[data-criterion]').all()) await group.locator('label').nth(2).tap()
    await away.getByLabel(j.words, { exact: true }).fill('Берік жасалған.')
    await away.getByRole('button', { name: j.send }).click()
    await expect(away.getByText(j.waits(stand + 1))).toBeVisible()
    if (stand < 2) await away.getByRole('button', { name: j.next, exact: true }).click()
  }
  await fits(away)
  // The tab is gone, and opened again.
  const jury = away.url()
  await away.goto('about:blank')
  await away.goto(jury)
  await awake(away)
  await expect(away.getByText(j.waits(3))).toBeVisible()
  await setOffline(false)
  await expect(away.getByText(j.sent(3, 3))).toBeVisible(patience)
  await expect(away.getByText(/Страница сохранена на устройстве/)).toBeHidden()
  expect(forbidden).toEqual([])

  // Whoever signs out leaves nothing of it, and whoever signs in on the same device finds nothing.
  await isKept(away, j.sent(3, 3))
  const menu = await openAccount(away)
  await menu.getByRole('button', { name: w.common.signOut }).tap()
  await away.waitForURL(/sign-in/)
  await setOffline(true)
  await expect(away.goto(jury)).rejects.toThrow(/ERR/)
  await setOffline(false)
  await away.goto('/sign-in')
  await expect.poll(() => away.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith('sheber-copy-')))).toEqual([])

  const keys = await openPage(house.browser, house.url)
  await comeIn(keys, links[1] ?? '')
  await keys.getByRole('button', { name: j.declare.nothing }).focus()
  await keys.keyboard.press('Enter')
  await expect(keys.getByText(j.sent(0, 3))).toBeVisible()
  // The same judge has the link on a phone too, which then is without a network.
  await away.goto(new URL(links[1] ?? '').pathname)
  await away.getByRole('button', { name: j.link.go }).click()
  await expect(away.getByText(j.sent(0, 3))).toBeVisible()
  await isKept(away, 'Ирина В.')
  await setOffline(true)
  await away.reload()
  await awake(away)
  await expect(away.getByRole('banner')).toContainText('Ирина В.')
  await expect(away.getByRole('banner')).not.toContainText('Асқар Т.')
  for (let stand = 0; stand < 3; stand += 1) {
    await keys.keyboard.press('2')
    await keys.keyboard.press('3')
    await expect(keys.getByLabel(j.words, { exact: true })).toBeFocused()
    await keys.keyboard.type('Сызбасы анық.')
    await keys.keyboard.press('Tab')
    await keys.keyboard.press('Enter')
    await expect(keys.getByText(j.sent(stand + 1, 3))).toBeVisible()
    await keys.getByRole('heading', { level: 2 }).first().focus()
    await keys.keyboard.press('j')
  }
  for (const group of await away.locator('[data-criterion]').all()) await group.locator('label').nth(2).tap()
  await away.getByLabel(j.words, { exact: true }).fill('Берік жасалған.')
  await away.getByRole('button', { name: j.send }).click()
  await expect(away.getByText(j.waits(1))).toBeVisible()
  await setOffline(false)
  // Neither is lost, and the judge says which one counts.
  await expect(away.getByText(j.rival.why(100, 80))).toBeVisible(patience)
  await expectAccessible(away)
  await away.getByRole('button', { name: j.rival.take }).tap()
  await expect(away.getByText(j.rival.why(100, 80))).toBeHidden()
  await expect(away.getByText(j.sent(3, 3))).toBeVisible()
  await expect(organiser.getByText(j.run.matrix.finished)).toBeVisible({ timeout: 20_000 })

  // Whoever has no link comes in by none.
  const stranger = await openPage(house.browser, house.url)
  await stranger.goto('/jury/open/AAAAAAAAAAAAAAAAAAAAAA')
  await stranger.getByRole('button', { name: j.link.go }).click()
  await expect(stranger.getByRole('alert')).toContainText('больше не открывается')
  for (const page of [keys, stranger]) await page.context().close()
  return away
}

test('an exhibition from its call to the portfolio: organiser, team, teacher, visitors, two judges, one of them without a network', async ({
  browser,
}) => {
  test.setTimeout(420_000)
  const house = await openHouse(browser)
  const { rows, now } = house
  await using _ = rows
  await using cable = await layCable(house.url)
  const chief = await openAs(browser, house, 'botagoz')
  const exhibitionId = await call(chief, now)
  const { plan } = (await (await chief.request.get(`/api/exhibition/${exhibitionId}`)).json()) as Exhibition
  const child = await enter(house)
  await seedOthers(house, exhibitionId, plan.nominations[1]?.id ?? '')

  await chief.goto(`/exhibition/${exhibitionId}/stand`)
  await awake(chief)
  await chief.keyboard.press('j')
  await chief.keyboard.press('Enter')
  await expect(chief.getByText('Жетекші араны ұстап тұрды.')).toBeVisible()
  await chief.getByRole('button', { name: s.moderation.admit, exact: true }).click()
  await expect(chief.getByLabel(s.moderation.number, { exact: true }).first()).toBeVisible(patience)
  await chief.getByRole('button', { name: s.moderation.placeAll }).click()
  await expect(chief.getByText(/№ 3/).first()).toBeVisible(patience)
  await step(chief, exhibitionId, 'moderation')
  await step(chief, exhibitionId, 'hall')

  rows.clock.advance(4 * minuteMs)
  const madina = await openAs(browser, house, 'madina')
  const stranger = await visit(house, exhibitionId, child, madina)

  await step(chief, exhibitionId, 'judging')
  const judge = await judged(house, exhibitionId, chief, cable)
  await step(chief, exhibitionId, 'deliberation')
  // Whoever opens their page once the round is closed has nothing of it on the device any more.
  await judge.reload()
  await expect(judge.getByText(j.closed)).toBeVisible()
  const kept = () =>
    judge.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).match(location.pathname)))
      return all.filter(Boolean).length
    })
  await expect.poll(kept).toBe(0)
  await judge.context().close()

  const path = `/exhibition/${exhibitionId}/result`
  await madina.goto(path)
  await awake(madina)
  await madina.getByRole('button', { name: r.apply }).click()
  await expect(madina.locator('[data-slot^="degree"][data-slot$=" 1"]').first()).toContainText('Көпір макеті')
  await madina.getByRole('button', { name: r.propose }).click()
  await expect(madina.getByText(r.state.own)).toBeVisible()
  await chief.goto(path)
  await awake(chief)
  await chief.getByRole('button', { name: r.approve }).click()
  await chief.locator('summary', { hasText: r.release }).click()
  await chief.getByRole('button', { name: r.release, exact: true }).click()
  const diploma = (await chief.getByRole('link', { name: /^№ / }).first().getAttribute('href')) ?? ''

  // Neither by the pages, nor by the data that pages ask for, before the hour and after: no mark and no word of a judge.
  const standId = new URL(stranger.url()).pathname.split('/').at(-1) ?? ''
  const dataOf = async () => {
    const told = []
    for (const page of [
      `/exhibition/${exhibitionId}`,
      path,
      `/stand/${standId}/report`,
      `/jury/${exhibitionId}`,
      `/exhibition/${exhibitionId}/stand`,
    ])
      told.push(await (await stranger.request.get(`${page}/__data.json`)).text(), await (await stranger.request.get(page)).text())
    return told.join('\n')
  }
  const hidden = /Айгерім|Мадина|Берік жасалған|Сызбасы анық|Асқар|Ирина/
  expect(await dataOf()).not.toMatch(hidden)
  await stranger.goto(`/e/${exhibitionId}`)
  await expect(stranger.getByText('Диплом I степени')).toHaveCount(0)

  rows.clock.advance(hourMs + 10 * minuteMs)
  await stranger.goto(`/e/${exhibitionId}`)
  await expect(stranger.getByText('Диплом I степени').first()).toBeVisible()
  expect(await stranger.content()).not.toMatch(hidden)
  expect(await dataOf()).not.toMatch(hidden)
  await child.goto(`/project/${idOf('bridge project')}/stand`)
  await awake(child)
  await child.getByRole('link', { name: s.report }).tap()
  await awake(child)
  await expect(child.getByText(r.degree('I'), { exact: true })).toBeVisible()
  for (const words of ['Берік жасалған.', 'Сызбасы анық.']) await expect(child.getByText(words).first()).toBeVisible()
  await expectAccessible(child)
  await child.getByRole('button', { name: r.take }).tap()
  await child.getByRole('link', { name: r.taken }).tap()
  await expect(child.getByText('Көпір макеті').first()).toBeVisible()

  // Anybody checks the number of a diploma; what is over stays in the archive of its year, at the same address.
  await stranger.goto(diploma)
  await expect(stranger.getByText('Диплом подлинный')).toBeVisible()
  // It names the grown-up of the team, and no child who may not be named and no judge.
  expect(await stranger.content()).not.toMatch(/Айгерім|Асқар|Ирина|Берік жасалған|Сызбасы анық/)
  await chief.goto(`/exhibition/${exhibitionId}`)
  await awake(chief)
  await chief.locator('summary', { hasText: e.step.archived }).click()
  await chief.getByRole('button', { name: e.step.archived, exact: true }).click()
  await expect(chief.getByText(e.state.archived, { exact: true }).first()).toBeVisible()
  await stranger.goto('/e')
  await stranger.getByRole('region', { name: 'Архив' }).locator(`a[href="/e/${exhibitionId}"]`).click()
  await expect(stranger.getByText('Диплом I степени').first()).toBeVisible()
})

test('in the very second in which entries close what one device sends is in, and another is told that it came too late, its words kept', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const house = await openHouse(browser)
  const { rows, now } = house
  await using _ = rows
  const chief = await openAs(browser, house, 'botagoz')
  const exhibitionId = await call(chief, now)
  const child = await enter(house)
  const mate = await openAs(browser, house, 'daulet', touch)
  await mate.goto(new URL(child.url()).pathname)
  await awake(mate)
  const { plan } = (await (await chief.request.get(`/api/exhibition/${exhibitionId}`)).json()) as Exhibition
  rows.clock.advance(Date.parse(plan.windows.entriesTo) - rows.clock.now().getTime() - 1)

  const about = 'Көпір 14 кг көтереді: қайта сынадық.'
  await child.getByLabel(s.about, { exact: true }).fill(about)
  const answer = child.waitForResponse((one) => one.url().endsWith('/enter'))
  await child.getByRole('button', { name: s.enterAgain }).tap()
  expect((await answer).status()).toBe(200)
  await expect(mate.getByLabel(s.about, { exact: true })).toHaveValue(about, patience)

  rows.clock.advance(2)
  const late = 'Мұғалім тек қарап тұрды.'
  const adults = mate.getByRole('textbox', { name: s.step.adults })
  await adults.fill(late)
  // What is typed is sent by itself too: whichever is first is told.
  await mate
    .getByRole('button', { name: s.enterAgain })
    .tap({ timeout: 2_000 })
    .catch(() => {})
  await expect(mate.getByText(s.overDirty)).toBeVisible(patience)
  await expect(mate.getByRole('button', { name: s.enterAgain })).toHaveCount(0)
  await expect(mate.getByText(late)).toBeVisible()

  // The teacher has what came in time, and nothing of what did not.
  await chief.goto(`/exhibition/${exhibitionId}/stand`)
  await awake(chief)
  await chief.keyboard.press('j')
  await chief.keyboard.press('Enter')
  await expect(chief.getByText(about)).toBeVisible(patience)
  await expect(chief.getByText('Жетекші араны ұстап тұрды.')).toBeVisible()
  await expect(chief.getByText(late)).toHaveCount(0)
})
