import { devices, type Locator, type Page } from '@playwright/test'
import said from '../src/lib/comment/words.ru.ts'
import later from '../src/lib/board/later/words.ru.ts'
import workshop from '../src/lib/board/workshop/words.ru.ts'
import { glassOf } from './glass.ts'
import {
  boxOf,
  chosen,
  expectLive,
  expectSaved,
  middleOf,
  note,
  notesOf,
  openBoard,
  paintedAt,
  spotOn,
  things,
  tool,
  toolsOf,
  tray,
  type Spot,
} from './paper.ts'
import { seedWorkshop, type Centre, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, company, names, trays, votes, w } from './words.ts'

/** What a finger does beside laying a note, drawing, and pulling up a frame (board.spec, tools.spec): every tool there is, by touch. */

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] ?? devices['Desktop Chrome']!
type As = (hand: Hand, options?: object) => Promise<Page>

/** Somebody with a phone, and somebody who watches. */
const pair = async (centre: Centre, as: As) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand, phone), await as(timur.hand)]
  await openBoard(other, board)
  await page.goto(board)
  await expectLive(page)
  await expect(toolsOf(page)).toBeVisible()
  return { page, other, aidana, timur, ...(await glassOf(page)) }
}

/** A browser takes the first tap after a swift stroke for the hand that stops it: the finger tries again. */
const tapUntil = async (button: Locator, done: () => Promise<void>) =>
  expect(async () => {
    await button.tap()
    await done()
  }).toPass()

const openTray = (page: Page, name: 'pen' | 'shape' | 'more') =>
  tapUntil(tool(page, name), () => expect(tray(page, name)).toBeVisible({ timeout: 1_000 }))

const takeMore = async (page: Page, name: string) => {
  await openTray(page, 'more')
  await tray(page, 'more').getByRole('button', { name, exact: true }).tap()
}

const fold = async (page: Page) => {
  const button = page.getByRole('button', { name: trays.fold, exact: true })
  await button.tap()
  await expect(button).toHaveCount(0)
}

const layNote = async (page: Page, text: string, at: Spot) => {
  await tapUntil(tool(page, 'note'), () => expect(tool(page, 'note')).toHaveAttribute('aria-pressed', 'true', { timeout: 1_000 }))
  const spot = await spotOn(page, at)
  await page.touchscreen.tap(spot.x, spot.y)
  await expect(page.getByRole('textbox', { name: w.board.note.write })).toBeFocused()
  await page.keyboard.type(text)
  // A finger ends its writing by touching the paper beside it.
  const beside = await spotOn(page, { x: 160, y: 30 })
  await page.touchscreen.tap(beside.x, beside.y)
  await expect(page.getByRole('textbox', { name: w.board.note.write })).toHaveCount(0)
}

test('a finger lays a shape, words, a line, a stamp and a marker’s stroke, and rubs them out', async ({ as, centre }) => {
  const { page, other, stroke } = await pair(centre, as)
  await openTray(page, 'shape')
  await tray(page, 'shape').getByRole('button', { name: trays.form.diamond, exact: true }).tap()
  await fold(page)
  await stroke(await spotOn(page, { x: 60, y: 120 }), await spotOn(page, { x: 180, y: 220 }))
  await expect(things(other, 'shape')).toHaveCount(1)

  await takeMore(page, w.board.tools.text)
  await fold(page)
  const spot = await spotOn(page, { x: 240, y: 160 })
  await page.touchscreen.tap(spot.x, spot.y)
  await page.keyboard.type('подпись')
  const beside = await spotOn(page, { x: 160, y: 30 })
  await page.touchscreen.tap(beside.x, beside.y)
  await expect(note(other, 'подпись')).toHaveCount(1)

  await takeMore(page, w.board.tools.connector)
  await tray(page, 'connector').getByRole('button', { name: trays.head.none, exact: true }).tap()
  await fold(page)
  await stroke(await spotOn(page, { x: 60, y: 300 }), await spotOn(page, { x: 200, y: 300 }), await spotOn(page, { x: 340, y: 300 }))
  await expect(things(other, 'connector')).toHaveCount(1)

  await takeMore(page, w.board.tools.stamp)
  await tray(page, 'stamp').getByRole('button', { name: trays.stamp.bulb, exact: true }).tap()
  await fold(page)
  const place = await spotOn(page, { x: 330, y: 380 })
  await page.touchscreen.tap(place.x, place.y)
  await expect(things(other, 'stamp')).toHaveAccessibleName(new RegExp(w.board.stamp.bulb))

  await openTray(page, 'pen')
  await tray(page, 'pen').getByRole('button', { name: trays.highlighter, exact: true }).tap()
  await fold(page)
  await stroke(await spotOn(page, { x: 60, y: 400 }), await spotOn(page, { x: 220, y: 410 }))
  await expect(things(other, 'ink')).toHaveCount(1)

  await openTray(page, 'pen')
  await tray(page, 'pen').getByRole('button', { name: trays.eraser, exact: true }).tap()
  await fold(page)
  await stroke(await spotOn(page, { x: 140, y: 260 }), await spotOn(page, { x: 140, y: 350 }), await spotOn(page, { x: 140, y: 450 }))
  await expect(things(other, 'connector')).toHaveCount(0)
  await expect(things(other, 'ink')).toHaveCount(0)
  await expect(things(other, 'shape')).toHaveCount(1)
  await expectSaved(page)
})

test('a finger binds two notes, loops them in, moves the paper and points with light', async ({ as, centre }) => {
  const { page, other, stroke, touch } = await pair(centre, as)
  await layNote(page, 'мотор', { x: 110, y: 160 })
  await expect(note(other, 'мотор')).toHaveCount(1)
  await layNote(page, 'лопасти', { x: 300, y: 420 })
  await expect(note(other, 'лопасти')).toHaveCount(1)
  const middle = async (words: string) => middleOf(await boxOf(note(page, words)))

  await takeMore(page, w.board.tools.connector)
  await fold(page)
  const [motor, blades] = [await middle('мотор'), await middle('лопасти')]
  await stroke(motor, { x: (motor.x + blades.x) / 2, y: (motor.y + blades.y) / 2 }, blades)
  await expect(things(other, 'connector')).toHaveCount(1)

  await takeMore(page, w.board.tools.hand)
  const [before, theirs] = [await boxOf(note(page, 'мотор')), await boxOf(note(other, 'мотор'))]
  await stroke(motor, { x: motor.x + 40, y: motor.y + 30 }, { x: motor.x + 60, y: motor.y + 50 })
  await expect.poll(async () => (await boxOf(note(page, 'мотор'))).x - before.x).toBeGreaterThan(40)
  expect((await boxOf(note(other, 'мотор'))).x).toBeCloseTo(theirs.x, 0)

  await takeMore(page, trays.laser)
  const at = await spotOn(page, { x: 80, y: 500 })
  await touch('touchStart', at)
  for (const step of [1, 2, 3]) await touch('touchMove', { x: at.x + step * 60, y: at.y + step * 10 })
  await expect(other.locator('path.laser')).toHaveCount(1)
  await touch('touchEnd')
  await expect(other.locator('path.laser')).toHaveCount(0)

  await takeMore(page, trays.lasso)
  const loop = [
    [10, 80],
    [400, 80],
    [400, 540],
    [10, 540],
    [10, 100],
  ] as const
  await stroke(...(await Promise.all(loop.map(([x, y]) => spotOn(page, { x, y })))))
  await tapUntil(chosen(page).getByRole('button', { name: trays.remove, exact: true }), () =>
    expect(notesOf(other)).toHaveCount(0, { timeout: 2_000 }),
  )
})

test('a long press brings the menu, from which a comment is written; the other sees its pin', async ({ as, centre }) => {
  const { page, other, touch, aidana } = await pair(centre, as)
  await layNote(page, 'мотор', { x: 200, y: 250 })
  const at = middleOf(await boxOf(note(page, 'мотор')))
  await touch('touchStart', at)
  const item = page.getByRole('menu', { name: commandWords.menu }).getByRole('menuitem', { name: names.comment, exact: true })
  await expect(item).toBeVisible()
  await touch('touchEnd')
  await item.tap()
  await expect(page.getByRole('textbox', { name: said.field.write, exact: true })).toBeFocused()
  await page.keyboard.type('Греется')
  await page.getByRole('button', { name: said.send, exact: true }).tap()
  const pin = other.getByRole('group', { name: said.pins }).getByRole('button')
  await expect(pin).toHaveText([new RegExp(`${aidana.name}: Греется`)])
})

test('a finger makes larger, turns, lays a poll, a timer, a link, a card, a table and a dimension, and follows somebody', async ({
  as,
  centre,
}) => {
  const { page, other, stroke, timur } = await pair(centre, as)
  await layNote(page, 'мотор', { x: 200, y: 250 })
  const motor = note(other, 'мотор')
  await expect(motor).toHaveCount(1)
  const choose = async () => {
    const { x, y } = middleOf(await boxOf(note(page, 'мотор')))
    await page.touchscreen.tap(x, y)
    await expect(page.locator('[data-handle=se]')).toBeVisible()
  }
  const grip = async (name: string) => middleOf(await boxOf(page.locator(`[data-handle=${name}]`)))
  const leadBy = async (from: Spot, dx: number, dy: number) =>
    stroke(from, { x: from.x + dx / 2, y: from.y + dy / 2 }, { x: from.x + dx, y: from.y + dy })

  await choose()
  const { width } = await boxOf(motor)
  await leadBy(await grip('se'), 50, 50)
  await expect.poll(async () => (await boxOf(motor)).width).toBeGreaterThan(width + 30)

  await choose()
  const above = await grip('turn')
  await leadBy(above, 90, 90)
  // The grip goes with the thing that it turns.
  await expect.poll(async () => Math.abs((await grip('turn')).x - above.x)).toBeGreaterThan(20)

  for (const [name, kind] of [
    [votes.tools.poll, 'poll'],
    [votes.tools.timer, 'timer'],
  ] as const) {
    await takeMore(page, name)
    await expect(things(other, kind)).toHaveCount(1)
    const beside = await spotOn(page, { x: 20, y: 640 })
    await page.touchscreen.tap(beside.x, beside.y)
  }

  await takeMore(page, votes.tools.link)
  await page.getByRole('textbox', { name: votes.link.ask }).fill('example.org/veter')
  await page.getByRole('button', { name: votes.link.put, exact: true }).tap()
  await expect(things(other, 'link')).toHaveAccessibleName(/example\.org\/veter/)
  await takeMore(page, votes.tools.card)
  const offered = page.getByRole('region', { name: votes.card.title }).getByRole('listitem').getByRole('button')
  await offered.filter({ hasText: w.board.card.project }).first().tap()
  await expect(things(other, 'card')).toHaveCount(1)
  const aside = await spotOn(page, { x: 20, y: 640 })
  await page.touchscreen.tap(aside.x, aside.y)

  const rail = page.getByRole('navigation', { name: later.rail })
  const shop = page.getByRole('region', { name: workshop.tray, exact: true })
  const lay = async (name: string) => {
    if (!(await shop.isVisible())) {
      await tapUntil(rail.getByRole('button', { name: later.more, exact: true }), () =>
        expect(rail.getByRole('button', { name: w.board.workshop.tray, exact: true })).toBeVisible({ timeout: 1_000 }),
      )
      await rail.getByRole('button', { name: w.board.workshop.tray, exact: true }).tap()
    }
    await shop.getByRole('button', { name: workshop.place(name), exact: true }).tap()
  }
  await lay(workshop.tool.table)
  await expect(things(other, 'table')).toHaveCount(1)
  await lay(workshop.tool.dimension)
  await leadBy(await spotOn(page, { x: 90, y: 600 }), 200, 20)
  await expect(things(other, 'dimension')).toHaveCount(1)

  // Whoever follows by a tap is led by the other's hand.
  const follow = page.getByRole('button', { name: company.follow(timur.name) })
  await tapUntil(page.getByRole('button', { name: w.board.people.open }), () => expect(follow).toBeVisible({ timeout: 1_000 }))
  await follow.tap()
  await expect(page.getByRole('button', { name: company.stop })).toBeVisible()
  await page.getByRole('button', { name: company.stop }).tap()
  await expect(page.getByRole('button', { name: company.stop })).toHaveCount(0)
  await expectSaved(page)
})

test('on the narrowest phone the bar of a note keeps its colours and its menu in reach, and the note in sight', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand, { ...phone, viewport: { width: 360, height: 640 } })
  await page.goto(board)
  await expectLive(page)
  await expect(toolsOf(page)).toBeVisible()
  await layNote(page, 'мотор', { x: 200, y: 400 })
  const { x, y } = middleOf(await boxOf(note(page, 'мотор')))
  await page.touchscreen.tap(x, y)
  const more = chosen(page).getByRole('button', { name: trays.menu, exact: true })
  await expect(more).toBeVisible()
  // So low it lies beneath its bar: the paper comes up with it.
  const hidden = async () => {
    const [bar, thing] = [await boxOf(chosen(page)), await boxOf(note(page, 'мотор'))]
    return thing.y + thing.height - bar.y
  }
  await expect.poll(hidden).toBeLessThanOrEqual(0)
  for (const button of await chosen(page).getByRole('button').all()) {
    const box = await boxOf(button)
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(360)
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  }
  await tapUntil(chosen(page).getByRole('button', { name: trays.colours, exact: true }), () =>
    expect(page.getByRole('button', { name: w.board.colour.green, exact: true })).toBeVisible({ timeout: 1_000 }),
  )
  await page.getByRole('button', { name: w.board.colour.green, exact: true }).tap()
  await expect(note(page, 'мотор')).toHaveAccessibleName(new RegExp(w.board.colour.green))
  await more.tap()
  await expect(page.getByRole('menu', { name: commandWords.menu })).toBeVisible()
})

/** How many pixels of the screen a line is thick that crosses here from left to right. */
const thickAt = async (page: Page, { x, y }: Spot): Promise<number> => {
  const reach = Array.from({ length: 31 }, (_, i) => i - 15)
  const seen = await Promise.all(reach.map((dy) => paintedAt(page, { x, y: y + dy })))
  return seen.filter((colour) => colour !== seen[0] && luminance(colour) < 128).length
}
const luminance = (colour: string) => parseInt(colour.slice(3, 5), 16)

test('a pen draws, the ball of the hand beside it draws nothing, and a finger then moves the paper', async ({ as, centre }) => {
  const { page, other, touch, stroke } = await pair(centre, as)
  await tool(page, 'pen').tap()
  await fold(page)
  const system = await page.context().newCDPSession(page)
  const lead = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Spot, force: number) =>
    system.send('Input.dispatchMouseEvent', {
      ...{ type, x, y, force, pointerType: 'pen', button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 },
    })
  const from = await spotOn(page, { x: 60, y: 300 })
  await lead('mousePressed', from, 0.05)
  for (let step = 1; step <= 12; step++) {
    await lead('mouseMoved', { x: from.x + step * 20, y: from.y }, step / 12)
    // The hand lies down beside it.
    if (step === 3) await touch('touchStart', { x: from.x + 120, y: from.y + 150 })
    if (step === 9) await touch('touchEnd')
  }
  await lead('mouseReleased', { x: from.x + 240, y: from.y }, 0)
  await expect(things(other, 'ink')).toHaveCount(1)
  // A straight line, pressed harder and harder: in the document, which the other paints from, and on this paper.
  const middle = middleOf(await boxOf(things(other, 'ink')))
  for (const [painted, y, shift] of [
    [page, from.y, 0],
    [other, middle.y, middle.x - from.x - 120],
  ] as const) {
    await expect.poll(() => thickAt(painted, { x: from.x + 220 + shift, y })).toBeGreaterThanOrEqual(5)
    expect(await thickAt(painted, { x: from.x + 30 + shift, y })).toBeLessThanOrEqual(3)
  }
  // Once a pen has been seen, a finger leads the paper and draws nothing.
  const before = await boxOf(things(page, 'ink'))
  await stroke({ x: 120, y: 500 }, { x: 160, y: 460 }, { x: 200, y: 420 })
  await expect.poll(async () => (await boxOf(things(page, 'ink'))).y - before.y).toBeLessThan(-40)
  await expect(things(other, 'ink')).toHaveCount(1)
})
