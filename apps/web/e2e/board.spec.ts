import { devices, type Page } from '@playwright/test'
import { glassOf } from './glass.ts'
import {
  boxOf,
  clickOn,
  drag,
  expectInHand,
  expectLive,
  expectSaved,
  holdBack,
  middleOf,
  note,
  notesOf,
  openBoard,
  paintedAt,
  paperOf,
  savedOn,
  spotOn,
  tool,
  toolsOf,
  writeNote,
} from './paper.ts'
import { seedWorkshop, stepProject } from './seed.ts'
import { expect, test } from './test.ts'
import { closedWords, trays, w } from './words.ts'

const yellow = '#ffe58a'
const blue = '#bfe3ff'

test('the paper is there before the scripts, and it is the one that is written on then', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.emulateMedia({ colorScheme: 'dark' })
  const release = await holdBack(page)
  await page.goto(board, { waitUntil: 'commit' })
  const canvas = page.locator('.paper > canvas')
  const read = () =>
    canvas.evaluate((canvas: HTMLCanvasElement) => {
      canvas.dataset['met'] = ''
      const token = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()
      const ctx = canvas.getContext('2d', { alpha: false })
      const [red = 0, green = 0, blue = 0] = ctx?.getImageData(canvas.width - 1, canvas.height - 1, 1, 1).data ?? []
      const seen = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
      return { wide: canvas.width === canvas.clientWidth, high: canvas.height === canvas.clientHeight, isPaper: seen === token }
    })
  await expect.poll(read).toEqual({ wide: true, high: true, isPaper: true })
  await expect(paperOf(page)).toHaveCount(0)
  release()
  await expectLive(page)
  await writeNote(page, 'Қараңғыда', { x: 400, y: 300 })
  const { x, y } = await boxOf(note(page, 'Қараңғыда'))
  await expect.poll(() => paintedAt(page, { x: x + 4, y: y + 20 })).toBe(yellow)
  await expect(canvas).toHaveAttribute('data-met')
})

test('what one writes, moves, colours, resizes and deletes, the other sees', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)

  await writeNote(one, 'Жел қайдан соғады?', { x: 400, y: 300 })
  const mine = note(one, 'Жел қайдан соғады?')
  const seen = note(two, 'Жел қайдан соғады?')
  await expect(seen).toHaveAccessibleName(new RegExp(`${w.board.colour.yellow}, ${aidana.name}: `))
  await expectSaved(one)

  const inside = { x: 24, y: 180 }
  const before = await boxOf(mine)
  const seenBefore = await boxOf(seen)
  await expect.poll(() => paintedAt(one, { x: before.x + inside.x, y: before.y + inside.y })).toBe(yellow)

  await drag(one, middleOf(before), { x: 160, y: 60 })
  await expect.poll(async () => (await boxOf(seen)).x - seenBefore.x).toBeCloseTo(160, 0)
  await expect.poll(async () => (await boxOf(seen)).y - seenBefore.y).toBeCloseTo(60, 0)

  await one.getByRole('toolbar', { name: trays.chosen }).getByRole('button', { name: w.board.colour.blue }).click()
  await expect(seen).toHaveAccessibleName(new RegExp(`${w.board.colour.blue}, `))
  const moved = await boxOf(mine)
  await expect.poll(() => paintedAt(one, { x: moved.x + inside.x, y: moved.y + inside.y })).toBe(blue)

  const corner = await boxOf(one.locator('[data-handle="se"]'))
  await drag(one, middleOf(corner), { x: 90, y: 40 })
  await expect.poll(async () => (await boxOf(seen)).width - seenBefore.width).toBeCloseTo(90, 0)
  await expect.poll(async () => (await boxOf(seen)).height - seenBefore.height).toBeCloseTo(40, 0)

  // The other takes hold of the same note: authors are equal.
  await clickOn(two, seen)
  await two.keyboard.press('Delete')
  await expect(notesOf(one)).toHaveCount(0)
  await expect(notesOf(two)).toHaveCount(0)
  await expectSaved(two)

  await two.getByRole('button', { name: w.board.restore, exact: true }).click()
  await expect(mine).toHaveCount(1)
  await expectSaved(two)

  // To whoever comes what lies there is no news; what is laid from then on is told.
  await two.reload()
  await expectLive(two)
  await expect(seen).toHaveCount(1)
  await writeNote(one, 'Жаңа', { x: 200, y: 520 })
  await expect(two.locator('main > p.aloud')).toHaveText(w.board.people.came(aidana.name, 1), { timeout: 10_000 })
})

test('two write on one note at one time and both words stay', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, 'середина', { x: 400, y: 300 })
  await expect(note(two, 'середина')).toHaveCount(1)

  const fields = [one, two].map((page) => page.getByRole('textbox', { name: w.board.note.write }))
  for (const page of [one, two]) {
    await note(page, 'середина').focus()
    await page.keyboard.press('Enter')
  }
  await fields[0]?.press('Home')
  await Promise.all([one.keyboard.type('начало '), two.keyboard.type(' конец')])
  for (const field of fields) await expect(field).toHaveValue('начало середина конец')
})

test("undo takes back the own steps and nobody else's", async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openBoard(one, board)
  await openBoard(two, board)
  await writeNote(one, 'от Айданы', { x: 300, y: 250 })
  await expect(note(two, 'от Айданы')).toHaveCount(1)
  await expect(tool(two, 'undo')).toBeDisabled()
  await writeNote(two, 'от Тимура', { x: 700, y: 250 })
  await expect(note(one, 'от Тимура')).toHaveCount(1)

  await expect(async () => {
    await tool(two, 'undo').click({ timeout: 1_000 })
    await expect(notesOf(one)).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await expect(note(one, 'от Айданы')).toHaveCount(1)
  await expect(tool(two, 'undo')).toBeDisabled()

  await two.keyboard.press('Control+y')
  await expect(notesOf(one)).toHaveCount(2)
  await tool(one, 'undo').click()
  await expect(note(two, 'от Айданы')).toHaveCount(0)
})

test('everyone present is named, and a hand is seen where it is', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  await openBoard(one, board)
  const here = (page: Page) => page.getByRole('img', { name: new RegExp(`^${w.board.people.label('')}`) })
  await expect(here(one)).not.toHaveAccessibleName(new RegExp(timur.name))

  const two = await as(timur.hand)
  await openBoard(two, board)
  await expect(here(one)).toHaveAccessibleName(new RegExp(timur.name))
  await expect(here(two)).toHaveAccessibleName(new RegExp(aidana.name))

  const spot = await spotOn(two, { x: 350, y: 220 })
  await two.mouse.move(spot.x - 30, spot.y)
  await two.mouse.move(spot.x, spot.y)
  const cursor = one.getByText(timur.name, { exact: true })
  await expect(cursor).toBeVisible()
  const near = await boxOf(cursor)
  expect(Math.abs(near.x - spot.x)).toBeLessThan(60)
  expect(Math.abs(near.y - spot.y)).toBeLessThan(60)

  await two.close()
  await expect(cursor).toHaveCount(0)
  await expect(here(one)).not.toHaveAccessibleName(new RegExp(timur.name))
})

test('who is not of the team looks and cannot write', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const author = await as(aidana.hand)
  await openBoard(author, board)
  await writeNote(author, 'смотри, но не трогай', { x: 400, y: 300 })
  await expectSaved(author)

  const reader = await as(centre.administrator.hand)
  await openBoard(reader, board)
  await expect(reader.getByText(w.board.look)).toBeVisible()
  await expect(toolsOf(reader)).toHaveCount(0)
  const seen = note(reader, 'смотри, но не трогай')
  const before = await boxOf(seen)

  await paperOf(reader).dblclick({ position: { x: 60, y: 500 } })
  await seen.focus()
  for (const key of ['Enter', 'n', 'Enter', 'Delete', 'ArrowRight', 'Control+a', 'Delete']) await reader.keyboard.press(key)
  await reader.keyboard.type('чужой след')
  await expect(reader.getByRole('textbox')).toHaveCount(0)

  // A mark of the author that comes after everything that the reader tried.
  await writeNote(author, 'после', { x: 750, y: 300 })
  await expect(note(reader, 'после')).toHaveCount(1)
  await expect(notesOf(author)).toHaveCount(2)
  await expect(note(author, 'смотри, но не трогай')).toHaveCount(1)
  expect((await boxOf(note(author, 'смотри, но не трогай'))).width).toBeCloseTo(before.width, 0)
})

test('an archived project turns an open board into one to look at, and back', async ({ as, centre }) => {
  const { aidana, teacher, project, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await writeNote(page, 'до архива', { x: 400, y: 300 })
  await expectSaved(page)
  await page.getByRole('button', { name: w.board.zoom.in, exact: true }).click()
  const zoom = page.getByRole('toolbar', { name: w.board.zoom.label })
  await expect(zoom).toContainText('125')
  const looked = await zoom.innerText()
  const told = () => page.waitForResponse((answer) => answer.url().endsWith(board) && answer.request().method() === 'GET')
  const closed = told()
  await stepProject(teacher.hand, project.id, 'archived')
  await closed
  await expect(page.getByText(w.board.look)).toBeVisible()
  await expect(toolsOf(page)).toHaveCount(0)
  const opened = told()
  await stepProject(teacher.hand, project.id, 'idea')
  await opened
  await expect(toolsOf(page)).toBeVisible()
  // The news of it come to the same board under the same hand: where one looks, and the way back, are still there.
  expect(await zoom.innerText()).toBe(looked)
  await page.keyboard.press('Control+z')
  await expect(note(page, 'до архива')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(note(page, 'до архива')).toHaveCount(1)
  await writeNote(page, 'снова в деле', { x: 750, y: 300 })
  await expectSaved(page)
})

test('who is taken out of the team is told so on the open board, and writes no more', async ({ as, centre }) => {
  const { aidana, timur, teacher, team, board } = await seedWorkshop(centre)
  const page = await as(timur.hand)
  const other = await as(aidana.hand)
  await openBoard(page, board)
  await openBoard(other, board)
  const left = await teacher.hand.fetch(`/api/team/${team.id}/member/${timur.id}`, { method: 'DELETE' })
  expect(left.status).toBe(200)
  const told = page.getByRole('alertdialog', { name: closedWords.title })
  await expect(told).toContainText(closedWords.forbidden)
  await expect(toolsOf(page)).toHaveCount(0)
  await expect(toolsOf(other)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: w.common.problem.forbidden })).toBeVisible()
})

test('who leaves while the last word is on its way is not asked, and the word arrives', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  // What the server says arrives a second late: "saved" too.
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => void setTimeout(() => socket.send(message), 1_000))
  })
  await openBoard(other, board)
  await openBoard(page, board)
  let asked = false
  page.on('dialog', (dialog) => {
    asked = true
    void dialog.accept()
  })
  await writeNote(page, 'на пороге', { x: 250, y: 250 })
  await page.getByRole('link', { name: w.board.back }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(0)
  expect(asked).toBe(false)
  await expect(note(other, 'на пороге')).toHaveCount(1)
})

test('the keyboard alone is enough', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const field = page.getByRole('textbox', { name: w.board.note.write })

  // N and Enter lay a note, Escape leaves its text: the focus is on the note.
  await press('n', 'Enter')
  await expect(field).toBeFocused()
  await page.keyboard.type('первый')
  await press('Escape')
  await expect(note(page, 'первый')).toBeFocused()

  const before = await boxOf(note(page, 'первый'))
  const movedBy = async (side: 'x' | 'y') => (await boxOf(note(page, 'первый')))[side] - before[side]
  await press('ArrowRight', 'Shift+ArrowDown')
  await expect.poll(() => movedBy('x')).toBeCloseTo(8, 0)
  // To the next line of the grid, and from there by whole steps of it.
  await expect.poll(() => movedBy('y')).toBeGreaterThan(0)
  const onLine = await movedBy('y')
  expect(onLine).toBeLessThanOrEqual(40)
  await press('Shift+ArrowDown')
  await expect.poll(async () => (await movedBy('y')) - onLine).toBeCloseTo(40, 0)

  // The toolbar is one stop; Enter on "new note" lays one at once.
  await tool(page, 'note').focus()
  await press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.type('второй')
  await press('Escape')
  await expect(notesOf(page)).toHaveCount(2)

  await note(page, 'первый').focus()
  await press('Delete')
  await expect(notesOf(page)).toHaveCount(1)
  await press('Control+z')
  await expect(note(page, 'первый')).toHaveCount(1)
  await expect(notesOf(page)).toHaveCount(2)
  await expectSaved(page)
})

test.describe('on a phone', () => {
  const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] ?? devices['Desktop Chrome']!

  test('a finger lays a note and moves it; two fingers zoom the paper', async ({ as, centre }) => {
    const { aidana, timur, board } = await seedWorkshop(centre)
    const page = await as(aidana.hand, phone)
    const other = await as(timur.hand)
    await openBoard(other, board)
    await page.goto(board)
    await expectLive(page)
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width)

    await tool(page, 'note').tap()
    await expectInHand(page, 'note')
    const at = await spotOn(page, { x: 200, y: 300 })
    await page.touchscreen.tap(at.x, at.y)
    await expect(page.getByRole('textbox', { name: w.board.note.write })).toBeFocused()
    await page.keyboard.type('пальцем')
    await page.keyboard.press('Escape')
    await expect(note(other, 'пальцем')).toHaveCount(1)

    const { touch, stroke } = await glassOf(page)
    const mine = note(page, 'пальцем')
    const before = await boxOf(mine)
    const seenBefore = await boxOf(note(other, 'пальцем'))
    const from = middleOf(before)
    await stroke(from, { x: from.x + 30, y: from.y + 20 }, { x: from.x + 60, y: from.y + 50 })
    await expect.poll(async () => (await boxOf(mine)).x - before.x).toBeGreaterThan(40)
    await expect.poll(async () => Math.abs((await boxOf(note(other, 'пальцем'))).x - seenBefore.x)).toBeGreaterThan(20)

    const width = (await boxOf(mine)).width
    await touch('touchStart', { x: 150, y: 400 }, { x: 250, y: 400 })
    await touch('touchMove', { x: 130, y: 400 }, { x: 270, y: 400 })
    await touch('touchMove', { x: 100, y: 400 }, { x: 300, y: 400 })
    await touch('touchEnd')
    await expect.poll(async () => (await boxOf(mine)).width / width).toBeGreaterThan(1.3)
    await expect(notesOf(other)).toHaveCount(1)
    await expect(savedOn(page)).toBeVisible()
  })
})
