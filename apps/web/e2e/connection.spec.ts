import type { Page } from '@playwright/test'
import { seedWorkshop } from './seed.ts'
import { expectSaved, note, notesOf, openBoard, writeNote } from './paper.ts'
import { awake, openAccount } from './pages.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

test.describe.configure({ timeout: 120_000 })

const text = w.connection
// Half a minute of it is silence, on purpose.
const whole = { timeout: 60_000 }

/** What the page says of one step: its mark and its words. */
const stepOf = (page: Page, step: keyof typeof text.step) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: text.step[step] }) })
const marked = (page: Page, step: keyof typeof text.step, mark: keyof typeof text.mark) =>
  expect(stepOf(page, step)).toContainText(text.mark[mark], whole)
const verdict = (page: Page, said: keyof typeof text.verdict) => expect(page.getByText(text.verdict[said]).first()).toBeVisible(whole)
const reportOf = (page: Page) => page.getByRole('textbox', { name: text.technician.label })

test('[W7] behind a filter that lets no WebSocket through, two write on one board and it is saved', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  cable.cut('upgrades')
  const school = await as(aidana.hand, { baseURL: cable.url })
  const home = await as(timur.hand)
  const upgrades: string[] = []
  const polls: string[] = []
  school.on('websocket', (socket) => upgrades.push(new URL(socket.url()).pathname))
  school.on('request', (request) => polls.push(new URL(request.url()).pathname))
  await openBoard(school, board)
  await openBoard(home, board)
  await writeNote(school, 'из школы', { x: 300, y: 250 })
  await writeNote(home, 'из дома', { x: 700, y: 250 })
  for (const page of [school, home]) {
    for (const words of ['из школы', 'из дома']) await expect(note(page, words)).toHaveCount(1)
    await expectSaved(page)
  }
  await expect(school.getByText(w.board.offline)).toHaveCount(0)
  expect(upgrades.some((path) => path.startsWith('/sync/'))).toBe(true)
  expect(polls.some((path) => /^\/sync\/.*\/poll\//.test(path))).toBe(true)

  // After a reload the page remembers, and asks for no WebSocket first.
  upgrades.length = 0
  await school.reload()
  await expect(notesOf(school)).toHaveCount(2)
  await expectSaved(school)
  await writeNote(school, 'после перезагрузки', { x: 500, y: 480 })
  await expect(note(home, 'после перезагрузки')).toHaveCount(1)
  expect(upgrades.filter((path) => path.startsWith('/sync/'))).toEqual([])
})

test('[W7] a filter that wakes up in the middle of the work loses nothing', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const school = await as(aidana.hand, { baseURL: cable.url })
  await school.clock.install()
  const home = await as(timur.hand)
  await openBoard(school, board)
  await openBoard(home, board)
  await writeNote(school, 'до фильтра', { x: 300, y: 250 })
  await expectSaved(school)
  cable.cut('upgrades')
  await writeNote(school, 'под фильтром', { x: 600, y: 250 })
  // Where a WebSocket stood, the page waits half a minute before it believes that there will be none: it passes in leaps until it asks.
  const asked = school.waitForRequest((request) => /\/sync\/.*\/poll\//.test(request.url()), whole)
  const isAsking = asked.then(() => true)
  const aWhile = () => new Promise<false>((resolve) => setTimeout(resolve, 1_000, false))
  while (!(await Promise.race([isAsking, aWhile()]))) await school.clock.fastForward(6_000)
  await expect(note(home, 'под фильтром')).toHaveCount(1, whole)
  await expectSaved(school)
})

test('[W7] news come by plain requests where no WebSocket passes', async ({ as, centre, cable }) => {
  const { aidana, teacher, team } = await seedWorkshop(centre)
  cable.cut('upgrades')
  const page = await as(aidana.hand, { baseURL: cable.url })
  const heard = page.waitForResponse((answer) => answer.url().includes('/events/?') && answer.url().includes('sid='), { timeout: 30_000 })
  await page.goto('/work')
  await heard
  const left = await teacher.hand.fetch(`/api/team/${team.id}/member/${aidana.id}`, { method: 'DELETE' })
  expect(left.status).toBe(200)
  await expect(page.getByText(w.common.left)).toBeVisible({ timeout: 30_000 })
})

test('[W8] over a straight cable the check says that all is well, to a guest', async ({ as, cable, centre: _ }) => {
  const page = await as(null, { baseURL: cable.url })
  const watched = watch(page, cable.url)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: text.title }).click()
  await verdict(page, 'going')
  await verdict(page, 'well')
  for (const step of ['http', 'cookie', 'upgrade', 'frames', 'news', 'fallback', 'clock'] as const) await marked(page, step, 'good')
  await expect(stepOf(page, 'cookie')).toContainText(text.said.guest)
  await expect(stepOf(page, 'frames')).toContainText(text.said.stood(30))
  await expect(stepOf(page, 'news')).toContainText(text.said.byBoth)
  const told = await reportOf(page).inputValue()
  expect(told).toContain(text.verdict.well)
  expect(told).toContain(cable.url)
  watched.expectQuiet()

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: text.technician.copy }).click()
  await expect(page.getByText(text.technician.copied)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(told)
})

test('[W8] the check says that WebSockets are dropped, that boards work all the same, keeps secrets, and its report is copied without https', async ({
  as,
  centre,
  cable,
}) => {
  const { aidana } = await seedWorkshop(centre)
  cable.cut('upgrades')
  const page = await as(aidana.hand, { baseURL: cable.url })
  await page.clock.install()
  await page.goto('/work')
  await awake(page)
  await (await openAccount(page)).getByRole('link', { name: text.title }).click()
  await verdict(page, 'unseen')
  await expect(page.getByText(text.works)).toBeVisible()
  await marked(page, 'upgrade', 'bad')
  await marked(page, 'frames', 'skipped')
  for (const step of ['http', 'cookie', 'news', 'fallback'] as const) await marked(page, step, 'good')
  await expect(stepOf(page, 'cookie')).toContainText(text.said.signIn)
  await expect(stepOf(page, 'news')).toContainText(text.said.byRequest)
  const told = await reportOf(page).inputValue()
  expect(told).toContain(text.verdict.unseen)
  expect(told).not.toContain(aidana.name)
  for (const [, value] of aidana.hand.cookies) expect(told).not.toContain(value)

  // Nor is there a clipboard for a page that comes without https: the older way carries it.
  await page.evaluate(() => delete (Navigator.prototype as { clipboard?: unknown }).clipboard)
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  const copy = page.getByRole('button', { name: text.technician.copy, exact: true })
  await copy.press('Enter')
  await expect(page.getByText(text.technician.copied)).toBeVisible()
  await expect(copy).toBeFocused()
  // Pasted back, it is the whole of it.
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('textarea'), { id: 'paste' })))
  const field = page.locator('#paste')
  await field.focus()
  await page.keyboard.press('Control+V')
  await expect(field).toHaveValue(told)

  await page.evaluate(() => (document.execCommand = () => false))
  await copy.click()
  const byHand = page.getByRole('textbox', { name: w.common.copyByHand, exact: true })
  await expect(byHand).toHaveValue(told)
  await page.keyboard.press('Control+C')
  await field.fill('')
  await field.focus()
  await page.keyboard.press('Control+V')
  await expect(field).toHaveValue(told)

  // The technician lets them through.
  cable.join()
  const echoed = page
    .waitForEvent('websocket', (socket) => new URL(socket.url()).pathname === '/sync/echo')
    .then((socket) => socket.waitForEvent('framereceived'))
  await page.getByRole('button', { name: text.again }).click()
  await echoed
  for (const step of ['upgrade', 'news', 'fallback'] as const) await marked(page, step, 'good')
  // Over the straight cable the silence was a true one; here it passes in one leap.
  await page.clock.fastForward(30_000)
  await verdict(page, 'well')
})

test('[W8] without a network the check says so, and does not pretend to have tried the rest', async ({ as, centre: _, cable }) => {
  const page = await as(null, { baseURL: cable.url })
  await page.goto('/connection')
  await marked(page, 'upgrade', 'good')
  cable.cut()
  await page.context().setOffline(true)
  await marked(page, 'frames', 'bad')
  await page.getByRole('button', { name: text.again }).click()
  await verdict(page, 'away')
  await marked(page, 'upgrade', 'skipped')
})
