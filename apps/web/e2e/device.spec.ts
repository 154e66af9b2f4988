import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { loadDeviceWords } from '../src/lib/device/words.ts'
import { newId } from '../src/lib/new-id.ts'
import { expectAccessible } from './axe.ts'
import { awake, openAccount } from './pages.ts'
import { expectLive, expectSaved, note, notesOf, openBoard, savedOn, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { closedWords, w } from './words.ts'

const d = await loadDeviceWords('ru')
const patience = { timeout: 30_000 }
const waits = new RegExp(`^${w.board.save.waiting(0)}`)
const waiting = (page: Page) => page.getByRole('button', { name: waits })

/** Sockets of rooms that this page has opened, and those of them that stand. */
const watchSockets = (page: Page) => {
  const seen = { opened: 0, standing: 0 }
  page.on('websocket', (socket) => {
    if (!new URL(socket.url()).pathname.startsWith('/sync/')) return
    seen.opened += 1
    seen.standing += 1
    socket.on('close', () => (seen.standing -= 1))
  })
  return seen
}

/** What is behind the word that says whether the work is saved. */
const openDetails = async (page: Page, name: RegExp | string) => {
  await page.getByRole('button', { name }).click()
  return page.getByRole('dialog', { name: w.board.save.label })
}

const saveFile = async (page: Page, within: ReturnType<Page['getByRole']>) => {
  const [file] = await Promise.all([page.waitForEvent('download'), within.getByRole('button', { name: d.file.save }).click()])
  expect(file.suggestedFilename()).toMatch(/\.sheber$/)
  return readFile(await file.path())
}

test('two tabs share one socket; when the one that holds it is closed, the other goes on and nothing is lost', async ({
  as,
  centre,
  cable,
}) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const first = await as(aidana.hand, { baseURL: cable.url })
  const second = await first.context().newPage()
  const far = await as(timur.hand)
  const [ofFirst, ofSecond] = [watchSockets(first), watchSockets(second)]
  await openBoard(first, board)
  await openBoard(second, board)
  await openBoard(far, board)
  expect([ofFirst.opened, ofSecond.opened]).toEqual([1, 0])

  await writeNote(second, 'из второй вкладки', { x: 250, y: 250 })
  for (const page of [first, far]) await expect(note(page, 'из второй вкладки')).toHaveCount(1)
  for (const page of [first, second]) await expectSaved(page)
  await writeNote(far, 'издалека', { x: 550, y: 250 })
  for (const page of [first, second]) await expect(note(page, 'издалека')).toHaveCount(1)
  // One person in two tabs, and one far away.
  expect([ofFirst.opened, ofSecond.opened]).toEqual([1, 0])

  // The last words of the first tab have no wire; the second takes them from the device.
  cable.cut('rooms')
  await writeNote(first, 'последнее слово', { x: 850, y: 250 })
  for (const page of [first, second]) await expect(waiting(page)).toBeVisible()
  await first.close()
  cable.join()
  await expect(note(far, 'последнее слово')).toHaveCount(1, patience)
  await expect(savedOn(second)).toBeVisible(patience)
  await expect(async () => expect(ofSecond.standing).toBe(1)).toPass(patience)

  await writeNote(second, 'дальше одна', { x: 250, y: 450 })
  await expect(note(far, 'дальше одна')).toHaveCount(1)
  await expectSaved(second)
})

test('work done offline is carried in a file to another computer, once and only under its own name', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const village = await as(aidana.hand, { baseURL: cable.url })
  await openBoard(village, board)
  cable.cut('rooms')
  await writeNote(village, 'из аула', { x: 400, y: 300 })
  await expect(waiting(village)).toBeVisible()
  const details = await openDetails(village, waits)
  await expect(details).toContainText(d.since('только что'))
  // What is needed without a network has come before it was gone.
  await village.context().setOffline(true)
  const bytes = await saveFile(village, details)
  await expect(details.getByRole('status')).toHaveText(d.file.saved)

  const open = async (page: Page, buffer: Buffer) => {
    const details = page.getByRole('dialog', { name: w.board.save.label })
    if (!(await details.isVisible())) await savedOn(page).click()
    await details.locator('input[type=file]').setInputFiles({ name: 'Доска.sheber', mimeType: 'application/octet-stream', buffer })
    return details.getByRole('status')
  }
  const town = await as(aidana.hand)
  await openBoard(town, board)
  const bent = Buffer.from(bytes)
  bent[60] = (bent[60] ?? 0) ^ 1
  await expect(await open(town, bent)).toHaveText(d.file.refused.damaged)
  await expect(notesOf(town)).toHaveCount(0)
  for (const _ of ['once', 'twice']) await expect(await open(town, bytes)).toHaveText(d.file.opened)
  await expect(note(town, 'из аула')).toHaveCount(1)
  await expect(notesOf(town)).toHaveCount(1)
  await town.keyboard.press('Escape')
  await expectSaved(town)

  const other = await as(timur.hand)
  await openBoard(other, board)
  await expect(note(other, 'из аула')).toHaveCount(1)
  await expect(await open(other, bytes)).toHaveText(d.file.refused['other-person'](aidana.name))

  // The village comes back, and finds its own words there already.
  await village.context().setOffline(false)
  cable.join()
  await expect(savedOn(village)).toBeVisible(patience)
  await expect(notesOf(village)).toHaveCount(1)
})

test('leaving a computer erases what it holds, and first says what would be lost', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const laptop = await as(aidana.hand, { baseURL: cable.url })
  const databases = () => laptop.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  await openBoard(laptop, board)
  await writeNote(laptop, 'на сервере', { x: 250, y: 300 })
  await expectSaved(laptop)
  cable.cut('rooms')
  await writeNote(laptop, 'только здесь', { x: 550, y: 300 })
  await expect(waiting(laptop)).toBeVisible()

  const menu = await openAccount(laptop)
  await menu.getByRole('link', { name: w.common.leave }).click()
  await expect(laptop).toHaveURL(/\/me#leave$/)
  await awake(laptop)
  const leave = laptop.getByRole('region', { name: d.leave.title })
  await leave.getByRole('button', { name: d.leave.go }).click()
  await expect(leave.getByRole('alert')).toContainText('Ещё не на сервере')
  expect(await databases()).toEqual([`sheber-${aidana.id}`])
  expect((await saveFile(laptop, leave)).subarray(0, 6).toString()).toBe('SHEBER')

  await leave.getByRole('button', { name: d.leave.anyway }).click()
  await expect(laptop).toHaveURL(/\/sign-in/)
  expect(await databases()).toEqual([])
  cable.join()
  const far = await as(timur.hand)
  await openBoard(far, board)
  await expect(note(far, 'на сервере')).toHaveCount(1)
  await expect(notesOf(far)).toHaveCount(1)
})

test('tasks that were not sent and a review that was begun are told to whoever leaves a computer, and do not stay on it', async ({
  as,
  centre,
}) => {
  const { aidana, project } = await seedWorkshop(centre)
  const laptop = await as(aidana.hand)
  await laptop.route(/\/api\/project\/[^/]+\/task$/, (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  const lying = () => laptop.evaluate((id) => Object.keys(localStorage).filter((name) => name.includes(id)), aidana.id)
  await laptop.goto(`/project/${project.id}/task`)
  await awake(laptop)
  await laptop.getByRole('textbox', { name: w.task.addAsk }).fill('Купить клей')
  await laptop.keyboard.press('Enter')
  await expect(laptop.getByText(w.task.unsent(1))).toBeVisible()

  const submissionId = newId()
  await laptop.evaluate(([name, draft]) => localStorage.setItem(name, draft), [
    `sheber-review-${aidana.id}`,
    JSON.stringify({ [submissionId]: { id: newId(), versionId: newId(), text: 'Молодец', verdicts: {}, at: new Date().toISOString() } }),
  ] as const)

  await laptop.goto('/me#leave')
  await awake(laptop)
  const leave = laptop.getByRole('region', { name: d.leave.title })
  await leave.getByRole('button', { name: d.leave.go }).click()
  await expect(leave.getByRole('alert')).toHaveText(d.leave.unsent(2))
  await expect(leave.getByText(d.leave.tasksHow)).toBeVisible()
  await expect(leave.getByText(d.leave.reviewsHow)).toBeVisible()
  await expect(leave.getByRole('link', { name: d.leave.review })).toHaveAttribute('href', `/review/${submissionId}`)
  await expect(leave.getByText(d.leave.how)).toHaveCount(0)
  await expect(leave.getByRole('link', { name: d.leave.tasks(1) })).toHaveAttribute('href', `/project/${project.id}/task`)
  await expectAccessible(laptop)
  expect(await lying()).toHaveLength(2)

  await leave.getByRole('button', { name: d.leave.anyway }).click()
  await expect(laptop).toHaveURL(/\/sign-in/)
  expect(await lying()).toEqual([])
})

test('signing out leaves the words of that person on the device', async ({ as, centre, cable }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const laptop = await as(aidana.hand, { baseURL: cable.url })
  await openBoard(laptop, board)
  cable.cut('rooms')
  await writeNote(laptop, 'подождёт', { x: 400, y: 300 })
  await expect(waiting(laptop)).toBeVisible()
  const menu = await openAccount(laptop)
  await menu.getByRole('button', { name: w.common.signOut }).click()
  await expect(laptop).toHaveURL(/\/sign-in/)
  expect(await laptop.evaluate(async () => (await indexedDB.databases()).length)).toBe(1)
})

test('an editor that is too old says so, and the way out is a file and a new page', async ({ as, centre, cable }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand, { baseURL: cable.url })
  await openBoard(page, board)
  cable.cut('rooms')
  await writeNote(page, 'старой рукой', { x: 400, y: 300 })
  await expect(waiting(page)).toBeVisible()
  // Away first: the page that stands here goes on asking, and its question is not the one that is looked at.
  await page.goto('about:blank')
  const asked: string[] = []
  await page.routeWebSocket(/\/sync\//, (socket) => {
    asked.push(socket.url())
    void socket.close({ code: 4410, reason: 'outdated' })
  })
  await page.goto(board)
  const closed = page.getByRole('alertdialog', { name: closedWords.title })
  await expect(closed).toContainText(closedWords.outdated)
  expect((await saveFile(page, closed)).subarray(0, 6).toString()).toBe('SHEBER')
  await expect(closed.getByRole('link', { name: closedWords.reload })).toBeVisible()
  const params = new URL(asked[0] ?? '').searchParams
  expect([params.get('schema'), Number(params.get('age')) > 0, params.has('lineage')]).toEqual(['1', true, true])
  expect(asked).toHaveLength(1)
})

test('a full device is said in red, holds the page, and the file is a way out', async ({ as, centre, cable }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand, { baseURL: cable.url, viewport: { width: 360, height: 720 } })
  await page.addInitScript(() => {
    const room = window as Window & { full?: boolean; persisted?: number }
    const { add } = IDBObjectStore.prototype
    IDBObjectStore.prototype.add = function (...args: Parameters<typeof add>) {
      if (room.full) throw new DOMException('no room', 'QuotaExceededError')
      return add.apply(this, args)
    }
    room.persisted = 0
    navigator.storage.persist = async () => {
      room.persisted = (room.persisted ?? 0) + 1
      return true
    }
  })
  await openBoard(page, board)
  const persisted = () => page.evaluate(() => (window as Window & { persisted?: number }).persisted)
  expect(await persisted()).toBe(0)
  await writeNote(page, 'есть место', { x: 160, y: 200 })
  await expectSaved(page)
  expect(await persisted()).toBe(1)

  await page.evaluate(() => ((window as Window & { full?: boolean }).full = true))
  cable.cut()
  await page.context().setOffline(true)
  await writeNote(page, 'места нет', { x: 180, y: 420 })
  const failed = page.getByRole('button', { name: w.board.save.failed, exact: false })
  await expect(failed).toBeVisible()
  await expect(failed).toHaveClass(/failed/)
  await failed.click()
  const details = page.getByRole('dialog', { name: w.board.save.label })
  await expect(details).toContainText(w.board.save.fullMore)
  const box = await details.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360)
  expect((await saveFile(page, details)).length).toBeGreaterThan(100)
  await page.keyboard.press('Escape')

  const asked = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  // Room again: the device takes all that it has missed.
  await page.evaluate(() => ((window as Window & { full?: boolean }).full = false))
  await expect(page.getByText(w.board.save.waitingShort(0).slice(0, 2)).first()).toBeAttached()
  await page.context().setOffline(false)
  cable.join()
  await expect(savedOn(page)).toBeVisible(patience)
  await expectLive(page)
})
