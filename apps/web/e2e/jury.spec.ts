import type { Page } from '@playwright/test'
import { aPlan, nominations, seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedShown } from '@sheber/dev-env/seed/hall'
import { loadDeviceWords } from '../src/lib/device/words.ts'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { openAs, openRows } from './rows.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

const d = await loadDeviceWords('ru')
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

/** Called off, or taken up again, by whoever is signed in on this page. */
const stepper = (page: Page, url: string, exhibitionId: string) => async (data: { state: 'cancelled' | 'judging'; reason?: string }) => {
  const answer = await page.request.post(`/api/exhibition/${exhibitionId}/state`, { data, headers: { origin: url } })
  expect(answer.status()).toBe(200)
}

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
  // On the page a judge lands on stands what waits for them.
  await phone.goto('/work')
  await phone.locator(`a[href="/jury/${exhibitionId}"]`).tap()
  await expect(phone).toHaveURL(new RegExp(`/jury/${exhibitionId}$`))
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

  // Called off meanwhile, it waits: whoever chooses is told why, and what was chosen is there when it goes on.
  const step = stepper(organiser, url, exhibitionId)
  await step({ state: 'cancelled', reason: 'Труба лопнула' })
  for (const page of [phone, child]) {
    await expect(page.getByText(`${w.exhibition.off.told('Труба лопнула')} ${j.compare.off}`)).toBeVisible({ timeout: 20_000 })
    for (const name of [j.compare.better('Робот'), j.compare.undo]) await expect(page.getByRole('button', { name })).toHaveCount(0)
  }
  await expectAccessible(child)
  await step({ state: 'judging' })
  await expect(phone.getByRole('button', { name: j.compare.better('Робот') })).toBeVisible({ timeout: 20_000 })
  await expect(child.getByText(j.compare.made(1))).toBeVisible({ timeout: 20_000 })
  await child.getByRole('link', { name: 'Выставка технического творчества' }).first().tap()
  await expect(child.getByRole('link', { name: j.choice.go })).toBeVisible()
  await expect(organiser.getByText(j.run.round.ofPeers)).toBeHidden()
  await organiser.getByRole('button', { name: j.run.round.close, exact: true }).click()
  const order = organiser.getByRole('table', { name: j.run.round.ofPeers })
  await expect(order.getByRole('row')).toHaveText([/Место/, /2\. Робот\s*1–2\s*1 из 1/, /1\. Планёр\s*1–2\s*0 из 1/])
  await expectAccessible(organiser)
  for (const page of [organiser, phone, child]) await page.context().close()
})

test('a judge with two devices sees on the one what they send from the other, and loses nothing that is begun there', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { world, exhibitionId, stands, url } = await openHall()
  await using _ = world
  await seedJudge(world.services.db, world.clock.now(), { exhibitionId, person: 'sergey', stands })
  const rows = { rows: world, url }
  const phone = await openAs(browser, rows, 'sergey', { viewport: { width: 360, height: 740 }, hasTouch: true })
  const tablet = await openAs(browser, rows, 'sergey')
  for (const page of [phone, tablet]) {
    await page.goto(`/jury/${exhibitionId}`)
    await awake(page)
    await expect(page.getByRole('heading', { level: 2, name: 'Планёр' })).toBeVisible()
  }
  const markAll = async (page: Page, level: number) => {
    for (const group of await page.locator('[data-criterion]').all()) await group.locator('label').nth(level).click()
  }
  const wordsOf = (page: Page) => page.getByLabel(j.words, { exact: true })
  const chosen = (page: Page, level: number) =>
    expect(page.locator('[data-criterion]').first().locator('input').nth(level)).toBeChecked({ timeout: 20_000 })

  // Nothing is begun on the tablet: what the phone sends stands there by itself.
  await markAll(phone, 1)
  await wordsOf(phone).fill('Сызбасы анық')
  await phone.getByRole('button', { name: j.send, exact: true }).tap()
  await expect(phone.getByText(j.sent(1, 3))).toBeVisible()
  for (const page of [phone, tablet]) await expect(page.getByText(j.ofAll(1, 6))).toBeVisible({ timeout: 20_000 })
  await chosen(tablet, 1)
  await expect(tablet.getByText(j.sent(1, 3))).toBeVisible()
  await expect(wordsOf(tablet)).toHaveValue('Сызбасы анық')

  // The tablet is in the midst of a sentence: it is told, and what is begun there is as it was.
  await wordsOf(tablet).fill('Сызбасы анық, бірақ')
  await markAll(phone, 2)
  await wordsOf(phone).fill('Берік те')
  await phone.getByRole('button', { name: j.resend, exact: true }).tap()
  await expect(tablet.getByText(j.elsewhere.why(100))).toBeVisible({ timeout: 20_000 })
  await expect(wordsOf(tablet)).toHaveValue('Сызбасы анық, бірақ')
  await expect(wordsOf(tablet)).toBeFocused()
  await chosen(tablet, 1)
  await expectAccessible(tablet)
  await tablet.getByRole('button', { name: j.elsewhere.keep, exact: true }).click()
  await expect(tablet.getByText(j.elsewhere.why(100))).toBeHidden()
  await wordsOf(tablet).fill('Сызбасы анық, бірақ қанаты әлсіз')
  await tablet.getByRole('button', { name: j.resend, exact: true }).click()
  // They have chosen already, and are not asked once more; the phone has it too.
  await chosen(phone, 1)
  await expect(wordsOf(phone)).toHaveValue('Сызбасы анық, бірақ қанаты әлсіз')
  for (const page of [phone, tablet]) await expect(page.getByRole('button', { name: j.rival.keep })).toHaveCount(0)

  // … or they take what was sent.
  await wordsOf(tablet).fill('Тағы')
  await markAll(phone, 0)
  await phone.getByRole('button', { name: j.resend, exact: true }).tap()
  await tablet.getByRole('button', { name: j.elsewhere.take, exact: true }).click({ timeout: 20_000 })
  await chosen(tablet, 0)
  await expect(wordsOf(tablet)).toHaveValue('Сызбасы анық, бірақ қанаты әлсіз')
  for (const page of [phone, tablet]) await page.context().close()
})

test('scores given without a network wait while the exhibition is called off, and are sent once it goes on', async ({ browser }) => {
  test.setTimeout(120_000)
  const { world, exhibitionId, stands, url } = await openHall()
  await using _ = world
  await seedJudge(world.services.db, world.clock.now(), { exhibitionId, person: 'sergey', stands })
  const rows = { rows: world, url }
  const organiser = await openAs(browser, rows, 'madina')
  const step = stepper(organiser, url, exhibitionId)
  const phone = await openAs(browser, rows, 'sergey', { viewport: { width: 360, height: 740 }, hasTouch: true })
  await phone.goto(`/jury/${exhibitionId}`)
  await awake(phone)
  await phone.context().setOffline(true)
  for (let stand = 0; stand < 2; stand += 1) {
    for (const group of await phone.locator('[data-criterion]').all()) await group.locator('label').nth(1).click()
    await phone.getByLabel(j.words, { exact: true }).fill('Сызбасы анық')
    await phone.getByRole('button', { name: j.send, exact: true }).tap()
    await expect(phone.getByText(j.waits(stand + 1))).toBeVisible()
    await phone.getByRole('button', { name: j.next, exact: true }).tap()
  }
  // The same judge has a tablet with a network, and scored the first stand there too.
  const tablet = await openAs(browser, rows, 'sergey')
  await tablet.goto(`/jury/${exhibitionId}`)
  await awake(tablet)
  for (const group of await tablet.locator('[data-criterion]').all()) await group.locator('label').nth(2).click()
  await tablet.getByLabel(j.words, { exact: true }).fill('Берік те')
  await tablet.getByRole('button', { name: j.send, exact: true }).click()
  await expect(tablet.getByText(j.sent(1, 3))).toBeVisible()

  await step({ state: 'cancelled', reason: 'Труба лопнула' })
  const sent = phone.waitForResponse((answer) => answer.url().endsWith('/jury/score'))
  await phone.context().setOffline(false)
  expect((await sent).status()).toBe(409)
  // There is a network: what it waits for is the exhibition, and why it was called off is told.
  await expect(phone.getByText(j.held.waits(2))).toBeVisible()
  await expect(phone.getByRole('navigation', { name: j.list }).getByText(j.held.seat)).toHaveCount(2)
  await expect(phone.getByText(w.exhibition.off.told('Труба лопнула'))).toBeVisible()
  await expect(phone.getByText(j.waits(2))).toHaveCount(0)
  await expect(phone.getByText(j.seat.waits, { exact: true })).toHaveCount(0)
  await expectAccessible(phone)
  const off = (page: Page) => page.getByText(w.exhibition.off.told('Труба лопнула'))
  await expect(off(tablet)).toBeVisible({ timeout: 30_000 })

  await step({ state: 'judging' })
  for (const page of [phone, tablet]) await expect(off(page)).toHaveCount(0, { timeout: 30_000 })
  // As the server knows it now, too.
  await expect(phone.getByText(j.sent(2, 3))).toBeVisible()
  await expect(phone.getByText(j.held.waits(1))).toHaveCount(0)
  // The next is judged at once.
  await expect(phone.locator('[data-criterion] input').first()).toBeEnabled()
  // What both devices say of one stand is there on both, and the judge says which one counts.
  await expect(tablet.getByRole('button', { name: j.rival.keep })).toBeVisible({ timeout: 30_000 })
  await phone.getByRole('navigation', { name: j.list }).getByRole('button', { name: 'Планёр' }).tap()
  await phone.getByRole('button', { name: j.rival.take }).tap()
  for (const page of [phone, tablet]) await expect(page.getByRole('button', { name: j.rival.keep })).toHaveCount(0, { timeout: 30_000 })
  await expect(phone.getByText(j.sent(2, 3))).toBeVisible()
  for (const page of [organiser, phone, tablet]) await page.context().close()
})

test('scores that were not sent are told to whoever leaves a computer, with the way to them, and do not stay on it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const { world, exhibitionId, stands, url } = await openHall()
  await using _ = world
  const judgeId = await seedJudge(world.services.db, world.clock.now(), { exhibitionId, person: 'sergey', stands })
  const laptop = await openAs(browser, { rows: world, url }, 'sergey')
  const lying = () => laptop.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('sheber-jury-')))
  await laptop.goto(`/jury/${exhibitionId}`)
  // As it lies on a device since before its name bore the person.
  await laptop.evaluate(([name, kept]) => localStorage.setItem(name, kept), [
    `sheber-jury-${judgeId}`,
    JSON.stringify({ drafts: { [`1 ${stands[1]}`]: { marks: [], words: 'Дөңгелегі', overId: null } }, waiting: [], refused: [] }),
  ] as const)
  await laptop.reload()
  await awake(laptop)
  await expect(laptop.getByText(j.begun(1))).toBeVisible()
  await laptop.getByLabel(j.words, { exact: true }).fill('Сызбасы анық')
  await expect(laptop.getByText(j.begun(2))).toBeVisible()
  expect(await lying()).toEqual([expect.stringMatching(new RegExp(`^sheber-jury-(?!${judgeId}).*-${exhibitionId}$`))])

  await laptop.goto('/me#leave')
  await awake(laptop)
  const leave = laptop.getByRole('region', { name: d.leave.title })
  await leave.getByRole('button', { name: d.leave.go }).click()
  await expect(leave.getByRole('alert')).toHaveText(d.leave.unsent(2))
  await expect(leave.getByText(d.leave.scoresHow)).toBeVisible()
  await expectAccessible(laptop)
  await leave.getByRole('link', { name: d.leave.scores(2) }).click()
  await awake(laptop)
  await expect(laptop.getByText(j.begun(2))).toBeVisible()
  await laptop.getByRole('navigation', { name: j.list }).getByRole('button', { name: 'Робот' }).click()
  await expect(laptop.getByLabel(j.words, { exact: true })).toHaveValue('Дөңгелегі')

  await laptop.goto('/me#leave')
  await awake(laptop)
  await leave.getByRole('button', { name: d.leave.go }).click()
  await leave.getByRole('button', { name: d.leave.anyway }).click()
  await expect(laptop).toHaveURL(/\/sign-in/)
  expect(await lying()).toEqual([])
  await laptop.context().close()
})
