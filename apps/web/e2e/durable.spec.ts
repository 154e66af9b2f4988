import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectLive, expectSaved, note, notesOf, openBoard, savedOn, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

/** With the embedded PostgreSQL, as at a school: only so is "saved" worth something. */
test.use({ house: { name: 'durable', database: 'own' } })

/** However many changes wait. */
const waits = new RegExp(`^${w.board.save.waiting(0)}`)
// What carries on by itself tries again in growing steps.
const patience = { timeout: 30_000 }
test.describe.configure({ timeout: 120_000 })

test('a restart in the middle of the work loses nothing and needs no reload', async ({ as, centre, sheber }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, 'до перезапуска', { x: 250, y: 250 })
  await expect(note(two, 'до перезапуска')).toHaveCount(1)

  await sheber.stop()
  await writeNote(one, 'пока сервера нет', { x: 550, y: 250 })
  await expect(one.getByRole('button', { name: waits })).toBeVisible()
  await expect(one.getByText(w.board.offline)).toBeVisible()
  // Open boards do not hold the stop up.
  expect(sheber.log()).not.toContain('did not stop in time')
  await sheber.start()

  await expect(note(two, 'пока сервера нет')).toHaveCount(1, patience)
  await expect(one.getByText(w.board.offline)).toHaveCount(0, patience)
  await expectSaved(one)
  await writeNote(two, 'после перезапуска', { x: 850, y: 250 })
  await expect(note(one, 'после перезапуска')).toHaveCount(1)
})

test('kill -9 right after "saved": what was called saved is there', async ({ as, centre, sheber }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const written: string[] = []
  for (const round of [1, 2]) {
    const page = await as(aidana.hand)
    await openBoard(page, board)
    written.push(`раунд ${round}`)
    await writeNote(page, `раунд ${round}`, { x: 250 * round, y: 250 })
    await expectSaved(page)
    await sheber.kill9()
    // Without this browser: it would hand back what the server had lost.
    await page.context().close()
    await sheber.start()
    const fresh = await as(aidana.hand)
    await openBoard(fresh, board)
    for (const text of written) await expect(note(fresh, text)).toHaveCount(1)
    await expect(notesOf(fresh)).toHaveCount(round)
    await fresh.context().close()
  }
})

test('the database is killed under an open board: it is started again, and the work goes on', async ({ as, centre, sheber }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await writeNote(page, 'до падения базы', { x: 250, y: 250 })
  await expectSaved(page)
  const pidFile = join(sheber.dataDir ?? '', 'postgres', 'postmaster.pid')
  const [pid] = (await readFile(pidFile, 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await writeNote(page, 'после падения базы', { x: 550, y: 250 })
  await expect(note(page, 'после падения базы')).toHaveCount(1)
  await expect(async () => {
    const answer = await fetch(`${sheber.url}/health/ready`)
    expect(answer.status).toBe(200)
  }).toPass(patience)
  await expect(page.getByTitle(w.board.live.on)).toBeVisible(patience)
  await expect(savedOn(page)).toBeVisible(patience)

  const other = await as(timur.hand)
  await openBoard(other, board)
  await expect(note(other, 'до падения базы')).toHaveCount(1)
  await expect(note(other, 'после падения базы')).toHaveCount(1)
})

test('without a network the work goes on, the page says so, and both sides meet on return', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const village = await as(aidana.hand, { baseURL: cable.url })
  const city = await as(timur.hand)
  await openBoard(village, board)
  await openBoard(city, board)
  await writeNote(village, 'до обрыва', { x: 250, y: 250 })
  await expect(note(city, 'до обрыва')).toHaveCount(1)

  cable.cut()
  await village.context().setOffline(true)
  await expect(village.getByText(w.board.offline)).toBeVisible()
  await writeNote(village, 'из аула', { x: 550, y: 250 })
  await expect(village.getByRole('button', { name: waits })).toBeVisible()
  await writeNote(city, 'из города', { x: 850, y: 250 })
  await expectSaved(city)
  await expect(notesOf(village)).toHaveCount(2)

  cable.join()
  await village.context().setOffline(false)
  for (const page of [village, city]) {
    for (const text of ['до обрыва', 'из аула', 'из города']) await expect(note(page, text)).toHaveCount(1, patience)
    await expect(notesOf(page)).toHaveCount(3)
    await expectSaved(page)
  }
  await expect(village.getByText(w.board.offline)).toHaveCount(0)
})

test('what was written offline survives a reload, and is sent when the room can be reached', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const village = await as(aidana.hand, { baseURL: cable.url })
  const city = await as(timur.hand)
  await openBoard(city, board)
  await openBoard(village, board)
  // Pages still come, the room does not: as behind a proxy that knows no WebSockets.
  cable.cut('rooms')
  await writeNote(village, 'только здесь', { x: 400, y: 300 })
  const waiting = village.getByRole('button', { name: waits })
  await expect(waiting).toBeVisible()

  await village.reload()
  await expect(note(village, 'только здесь')).toHaveCount(1)
  await expect(waiting).toBeVisible()
  await expect(notesOf(city)).toHaveCount(0)

  cable.join()
  await expect(note(city, 'только здесь')).toHaveCount(1, patience)
  await expectLive(village)
  await expectSaved(village)
})

test('on a shared laptop the next child does not send what the last one wrote offline', async ({ as, centre, cable }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const laptop = await as(aidana.hand, { baseURL: cable.url })
  const city = await as(centre.administrator.hand)
  await openBoard(laptop, board)
  cable.cut('rooms')
  await writeNote(laptop, 'от Айданы', { x: 400, y: 300 })
  await expect(laptop.getByRole('button', { name: waits })).toBeVisible()

  const lent = (hand: typeof aidana.hand) =>
    laptop
      .context()
      .addCookies([...hand.cookies].map(([name, value]) => ({ name, value, url: cable.url, httpOnly: true, sameSite: 'Lax' as const })))
  await laptop.goto('about:blank')
  await lent(timur.hand)
  cable.join()
  await openBoard(laptop, board)
  await expect(notesOf(laptop)).toHaveCount(0)
  await writeNote(laptop, 'от Тимура', { x: 700, y: 300 })
  await openBoard(city, board)
  await expect(note(city, 'от Тимура')).toHaveCount(1)
  await expect(notesOf(city)).toHaveCount(1)

  // It was not lost either: it waited for its own author.
  await laptop.goto('about:blank')
  await lent(aidana.hand)
  await laptop.goto(board)
  await expect(note(city, 'от Айданы')).toHaveCount(1, patience)
})
