import type { Locator, Page } from '@playwright/test'
import { aPlan, nominations, seedExhibition, seedJudge, seedScore, seedStand } from '@sheber/dev-env/seed/exhibition'
import { idOf, people } from '@sheber/dev-env/people'
import en from '../src/lib/badge/words.en.ts'
import kk from '../src/lib/badge/words.kk.ts'
import ru from '../src/lib/badge/words.ru.ts'
import { expectAccessible } from './axe.ts'
import { glassOf } from './glass.ts'
import { awake } from './pages.ts'
import { boxOf } from './paper.ts'
import { openAs, openPage, openRows } from './rows.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

const r = w.result
const hourMs = 3_600_000

/** Judging is over: two judges saw three stands, one of them of aigerim's team. Results are seen in an hour. */
const openJudged = async () => {
  const rows = await openRows()
  const { db } = rows.services
  const now = rows.clock.now()
  const at = (hours: number) => new Date(now.getTime() + hours * hourMs).toISOString()
  const { windows } = aPlan(now)
  const exhibitionId = await seedExhibition(db, now, {
    state: 'deliberation',
    plan: { viewsMin: 2, windows: { ...windows, hallFrom: at(-9), judgingFrom: at(-8), judgingTo: at(-1), resultsAt: at(1) } },
  })
  const nominationId = nominations[0]?.id ?? null
  const ours = await seedStand(db, now, { exhibitionId, number: 1, entry: { title: 'Көпір макеті', nominationId } })
  const others = []
  for (const [at, title] of ['Планёр', 'Робот'].entries())
    others.push(await seedStand(db, now, { exhibitionId, team: 'glider', word: title, number: at + 2, entry: { title, nominationId } }))
  for (const [at, person] of (['sergey', 'gulnara'] as const).entries()) {
    const judgeId = await seedJudge(db, now, { exhibitionId, person })
    await seedScore(db, now, { judgeId, standId: ours, total: 80 + at, words: 'Көпір берік, сызбасы анық.' })
    for (const [n, standId] of others.entries()) await seedScore(db, now, { judgeId, standId, total: 60 - 10 * n + at, words: 'Жақсы.' })
  }
  return { rows, exhibitionId, ours, url: await rows.listen() }
}

/** On a phone: the third becomes the first, whom the finger reaches by holding still at the edge; and goes back, with nothing asked. */
const dragByFinger = async (phone: Page, path: string) => {
  await phone.goto(path)
  await awake(phone)
  const glass = await glassOf(phone)
  const slot = (degree: number) => phone.locator(`[data-slot^="degree"][data-slot$=" ${degree}"]`)
  const middleOf = async (one: Locator) => {
    const { x, y, width, height } = await boxOf(one)
    return { x: x + width / 2, y: y + height / 2 }
  }
  const grip = slot(3).locator('.grip')
  await grip.evaluate((one) => one.scrollIntoView({ block: 'center' }))
  await phone.evaluate(() => window.scrollBy(0, 120))
  await glass.touch('touchStart', await middleOf(grip))
  await glass.touch('touchMove', { x: 180, y: 80 })
  await expect.poll(async () => (await middleOf(slot(1))).y).toBeGreaterThan(130)
  await glass.touch('touchMove', await middleOf(slot(1)))
  await glass.touch('touchMove', await middleOf(slot(1)))
  await glass.touch('touchEnd')
  await phone.getByRole('dialog').getByLabel(r.reason, { exact: true }).fill('Жюри посмотрело ещё раз')
  await phone.getByRole('dialog').getByRole('button', { name: r.save }).click()
  const robot = slot(1).locator('[data-stand]', { hasText: 'Робот' })
  await expect(robot).toBeVisible()
  await expect(phone.getByText(r.byHand)).toHaveCount(1)
  await slot(2).evaluate((one) => one.scrollIntoView({ block: 'center' }))
  await glass.touch('touchStart', await middleOf(robot.locator('.grip')))
  await glass.touch('touchMove', await middleOf(slot(3)))
  await glass.touch('touchMove', await middleOf(slot(3)))
  await glass.touch('touchEnd')
  await expect(slot(3)).toContainText('Робот')
  await expect(phone.getByText(r.byHand)).toHaveCount(0)
  await phone.context().close()
}

test('results are proposed by one, approved by another, released, seen at their hour and taken into a portfolio', async ({ browser }) => {
  test.setTimeout(240_000)
  const house = await openJudged()
  const { rows, exhibitionId, ours, url } = house
  await using _ = rows
  const path = `/exhibition/${exhibitionId}/result`

  const madina = await openAs(browser, house, 'madina')
  await madina.goto(path)
  await awake(madina)
  await expectAccessible(madina)
  await madina.getByRole('button', { name: r.apply }).click()
  const slot = (degree: number) => madina.locator(`[data-slot^="degree"][data-slot$=" ${degree}"]`)
  for (const [at, title] of ['Көпір макеті', 'Планёр', 'Робот'].entries()) await expect(slot(at + 1)).toContainText(title)

  // Not what the rule says: by hand, with a reason, and taken back.
  // Near an edge of the screen the page would move under the hand.
  await slot(1).evaluate((one) => one.scrollIntoView({ block: 'center' }))
  const from = await boxOf(slot(2).locator('[data-stand]'))
  const to = await boxOf(slot(1))
  await madina.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await madina.mouse.down()
  await madina.mouse.move(to.x + to.width / 2, to.y + to.height - 8, { steps: 5 })
  await madina.mouse.up()
  await expect(madina.getByText(r.drag.departs)).toBeVisible()
  await expectAccessible(madina)
  await madina.getByRole('dialog').getByLabel(r.reason, { exact: true }).fill('Жюри посмотрело модель в полёте')
  await madina.getByRole('dialog').getByRole('button', { name: r.save }).click()
  await expect(slot(1)).toContainText('Планёр')
  await expect(madina.getByText('Жюри посмотрело модель в полёте').first()).toBeVisible()
  await madina.getByRole('button', { name: r.drag.undo }).click()
  await expect(slot(2)).toContainText('Планёр')
  // Put back where the rule has it, nobody has decided it.
  await expect(madina.getByText(r.byHand)).toHaveCount(0)
  await dragByFinger(await openAs(browser, house, 'madina', { viewport: { width: 360, height: 740 }, hasTouch: true }), path)
  await expect(slot(3)).toContainText('Робот')
  await madina.getByRole('button', { name: r.propose }).click()
  // Whoever proposed them does not say yes to them.
  await expect(madina.getByText(r.state.own)).toBeVisible()
  await expect(madina.getByRole('button', { name: r.approve })).toHaveCount(0)
  await expectAccessible(madina)

  const botagoz = await openAs(browser, house, 'botagoz', { viewport: { width: 360, height: 740 } })
  await botagoz.goto(path)
  await awake(botagoz)
  await botagoz.getByRole('button', { name: r.approve }).click()
  await botagoz.locator('summary', { hasText: r.release }).click()
  await botagoz.getByRole('button', { name: r.release, exact: true }).click()
  const number = botagoz.getByRole('link', { name: /^№ / }).first()
  await expect(number).toBeVisible()
  expect(await botagoz.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const diploma = (await number.getAttribute('href')) ?? ''

  // Nothing is seen before its hour, not by its number either.
  const child = await openAs(browser, house, 'aigerim', { viewport: { width: 360, height: 740 }, hasTouch: true })
  const report = `/stand/${ours}/report`
  await child.goto(report)
  await expect(child.getByRole('heading', { name: r.notYet })).toBeVisible()
  const stranger = await openPage(browser, url)
  expect((await stranger.goto(diploma))?.status()).toBe(404)

  rows.clock.advance(hourMs)
  // By the stand in the room of the project, as whoever has lost the news of it finds it.
  await child.goto(`/project/${idOf('bridge project')}/stand`)
  await awake(child)
  await expect(child.getByRole('link', { name: r.degree('I') })).toHaveAttribute('href', diploma)
  await child.getByRole('link', { name: w.stand.report }).tap()
  await child.waitForURL(`**${report}`)
  await awake(child)
  await expect(child.getByText(r.degree('I'), { exact: true })).toBeVisible()
  await expect(child.getByText('Көпір берік, сызбасы анық.').first()).toBeVisible()
  await expectAccessible(child)
  expect(await child.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  for (const name of [r.diploma, r.certificate, r.thanks]) {
    const link = child.getByRole('link', { name: `${name}: PDF` })
    const paper = await child.context().request.get((await link.getAttribute('href')) ?? '')
    expect([paper.status(), paper.headers()['content-type']], name).toEqual([200, 'application/pdf'])
  }
  // For the team once, and into one's own.
  await child.getByRole('button', { name: r.takeForTeam, exact: true }).tap()
  await expect(child.getByRole('link', { name: r.takenByTeam, exact: true })).toHaveAttribute('href', /^\/portfolio\/\w{20}$/)
  await child.getByRole('button', { name: r.take, exact: true }).tap()
  await child.getByRole('link', { name: r.taken, exact: true }).tap()
  await expect(child.getByText('Көпір макеті').first()).toBeVisible()
  expect((await stranger.goto(diploma))?.status()).toBe(200)
  await expectAccessible(stranger)

  // From that hour on the award is a badge of each of the team, and anybody finds that it is genuine.
  await child.goto('/badge/mine')
  await awake(child)
  const badge = child.getByRole('link', { name: new RegExp(`^${r.degree('I')} · `) })
  await expect(badge).toBeVisible({ timeout: 30_000 })
  await stranger.goto((await badge.getAttribute('href')) ?? '')
  await expect(stranger.getByText(new RegExp([ru, kk, en].map(({ state }) => state.valid).join('|')))).toBeVisible()
  expect(await stranger.content()).not.toContain(people.aigerim.name)
})

/** The first round is judged to its end: two judges saw three stands, and two of them are to go on. */
const openWithFinal = async () => {
  const rows = await openRows()
  const { db } = rows.services
  const now = rows.clock.now()
  const at = (hours: number) => new Date(now.getTime() + hours * hourMs).toISOString()
  const { windows } = aPlan(now)
  const when = { entriesFrom: at(-30), entriesTo: at(-20), hallFrom: at(-9), judgingFrom: at(-8), judgingTo: at(-1), finalFrom: at(-0.5) }
  const exhibitionId = await seedExhibition(db, now, {
    state: 'judging',
    plan: {
      viewsMin: 2,
      final: { finalists: 2, nominations: [] },
      windows: { ...windows, ...when, finalTo: at(0.5), resultsAt: at(1) },
    },
  })
  const nominationId = nominations[0]?.id ?? null
  const stands = [await seedStand(db, now, { exhibitionId, number: 1, entry: { title: 'Көпір макеті', nominationId } })]
  for (const [n, title] of ['Планёр', 'Робот'].entries())
    stands.push(await seedStand(db, now, { exhibitionId, team: 'glider', word: title, number: n + 2, entry: { title, nominationId } }))
  for (const person of ['sergey', 'gulnara'] as const) {
    const judgeId = await seedJudge(db, now, { exhibitionId, person })
    for (const [n, standId] of stands.entries()) await seedScore(db, now, { judgeId, standId, total: 80 - 10 * n, words: 'Жақсы.' })
  }
  return { rows, exhibitionId, ours: stands[0] ?? '', url: await rows.listen() }
}

test('finalists are chosen by the first round, told, judged once more, and decide the places', async ({ browser }) => {
  test.setTimeout(240_000)
  const house = await openWithFinal()
  const { rows, exhibitionId, ours } = house
  await using _ = rows
  const [f, j] = [w.final, w.judge]
  const small = { viewport: { width: 360, height: 740 }, hasTouch: true }

  const madina = await openAs(browser, house, 'madina')
  await madina.goto(`/exhibition/${exhibitionId}`)
  await awake(madina)
  await madina.getByRole('link', { name: f.title, exact: true }).click()
  await madina.getByRole('button', { name: f.close.title }).click()
  await madina.getByRole('button', { name: f.takeAll(2) }).click()
  await expect(madina.getByText(f.chosenAll(2))).toBeVisible()
  // Not by the order: with a reason, and taken back without one.
  const robot = madina.locator('ul > li', { hasText: '3. Робот' })
  await robot.locator('summary').click()
  await robot.getByLabel(f.reason, { exact: true }).fill('Жюри просит посмотреть ещё раз')
  await robot.getByRole('button', { name: f.take, exact: true }).click()
  await expect(madina.getByText(f.chosenAll(3))).toBeVisible()
  await expectAccessible(madina)
  await robot.getByRole('button', { name: new RegExp(`^${f.drop}`) }).click()
  await expect(madina.getByText(f.chosenAll(2))).toBeVisible()

  const child = await openAs(browser, house, 'aigerim', small)
  await child.goto('/inbox')
  await expect(child.getByText(/вышел в финал/)).toHaveCount(0)
  await madina.locator('summary', { hasText: f.tell.title }).click()
  await madina.getByRole('button', { name: f.tell.title, exact: true }).click()
  await expect(madina.getByText(f.tell.done)).toBeVisible()
  await child.goto('/inbox')
  await child.getByRole('link', { name: /вышел в финал/ }).tap()
  await child.waitForURL(`**/project/${idOf('bridge project')}/stand`)
  await expect(child.getByText(w.stand.final.reached)).toBeVisible()
  await madina.locator('summary', { hasText: f.begin.title }).click()
  await madina.getByRole('button', { name: f.begin.title, exact: true }).click()
  await expect(madina.getByText(f.stage.final)).toBeVisible()

  for (const [person, levels] of [
    ['sergey', [1, 2]],
    ['gulnara', [1, 2]],
  ] as const) {
    const phone = await openAs(browser, house, person, small)
    await phone.goto(`/jury/${exhibitionId}`)
    await awake(phone)
    await expect(phone.getByText(j.underWay)).toBeVisible()
    await expect(phone.getByText(j.sent(0, 2))).toBeVisible()
    for (const [n, level] of levels.entries()) {
      await expect(phone.locator('#stand')).toContainText(j.rounds.final)
      for (const group of await phone.locator('[data-criterion]').all()) await group.locator('label').nth(level).tap()
      await phone.locator('#words textarea').fill('В финале рассказали подробнее')
      await phone.getByRole('button', { name: j.send, exact: true }).tap()
      await expect(phone.getByText(j.sent(n + 1, 2))).toBeVisible()
      if (n === 0) await phone.getByRole('button', { name: j.next, exact: true }).tap()
    }
    await expectAccessible(phone)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await phone.context().close()
  }

  await madina.goto(`/exhibition/${exhibitionId}`)
  await awake(madina)
  await madina.getByRole('button', { name: w.exhibition.step.deliberation }).click()
  await expect(madina.getByText(w.exhibition.state.deliberation).first()).toBeVisible()
  await madina.goto(`/exhibition/${exhibitionId}/result`)
  await awake(madina)
  await expect(madina.getByText(r.rule)).toBeVisible()
  await madina.getByRole('button', { name: r.apply }).click()
  const slot = (degree: number) => madina.locator(`[data-slot^="degree"][data-slot$=" ${degree}"]`)
  await expect(slot(1)).toContainText('Планёр')
  await expect(slot(2)).toContainText('Көпір макеті')
  await expect(slot(3).locator('[data-stand]')).toHaveCount(0)
  await expectAccessible(madina)
  await madina.getByRole('button', { name: r.propose }).click()
  const botagoz = await openAs(browser, house, 'botagoz')
  await botagoz.goto(`/exhibition/${exhibitionId}/result`)
  await awake(botagoz)
  await botagoz.getByRole('button', { name: r.approve }).click()
  await botagoz.locator('summary', { hasText: r.release }).click()
  await botagoz.getByRole('button', { name: r.release, exact: true }).click()
  await expect(botagoz.getByRole('link', { name: /^№ / }).first()).toBeVisible()
  rows.clock.advance(hourMs)
  await child.goto(`/stand/${ours}/report`)
  await awake(child)
  await expect(child.getByRole('heading', { name: r.rounds.final, exact: true })).toBeVisible()
  await expect(child.getByText('В финале рассказали подробнее').first()).toBeVisible()
  await expect(child.getByText('Жақсы.').first()).toBeVisible()
  await expectAccessible(child)
})
