import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import aim from '../src/lib/board/aim/words.ru.ts'
import later from '../src/lib/board/later/words.ru.ts'
import outline from '../src/lib/board/outline/words.ru.ts'
import said from '../src/lib/comment/words.ru.ts'
import paper from '../src/lib/board/paper/words.ru.ts'
import { tabTo } from './pages.ts'
import { boxOf, expectInHand, expectLive, expectSaved, holdBack, note, notesOf, openBoard, paperOf, things, tool } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, names, w } from './words.ts'

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const field = (page: Page) => page.getByRole('textbox', { name: w.board.note.write })

/** A key by its place, with the letter that a layout writes on it. */
interface Cap {
  readonly code: string
  readonly letter: string
  readonly ctrl?: boolean
}

/** As the system sends it under another layout; Playwright's own keyboard knows only the American one. */
const strike = async (page: Page, ...caps: readonly Cap[]) => {
  const system = await page.context().newCDPSession(page)
  for (const { code, letter, ctrl = false } of caps) {
    const key = { code, key: letter, modifiers: ctrl ? 2 : 0, windowsVirtualKeyCode: code.charCodeAt(code.length - 1) }
    await system.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...(!ctrl && { text: letter }) })
    await system.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await system.detach()
}

test('every tool that makes something lays it by Enter; chosen things go by Delete, the paper by arrows', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(page, board)
  await openBoard(other, board)
  await paperOf(page).focus()

  await press(page, 't', 'Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('надпись')
  await press(page, 'Escape')
  await expect(note(other, 'надпись')).toHaveCount(1)
  await press(page, 'r', 'Enter', 'o', 'Enter')
  await expect(things(other, 'shape')).toHaveCount(2)
  await press(page, 'f', 'Enter')
  await expect(things(other, 'frame')).toHaveCount(1)
  await press(page, 'Control+k')
  await expect(page.getByRole('combobox', { name: commandWords.ask })).toBeFocused()
  await page.keyboard.type(names.stamp)
  await press(page, 'Enter', 'Enter')
  await expect(things(other, 'stamp')).toHaveCount(1)
  await expect(tool(page, 'select')).toHaveAttribute('aria-pressed', 'true')

  // What has no key of its own comes by its name; where it has words, Escape leaves them.
  for (const [name, kind, after] of [
    [names.poll, 'poll', ['Escape', 'Escape']],
    [names.timer, 'timer', ['Escape']],
    [names.dimension, 'dimension', []],
  ] as const) {
    await press(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: commandWords.ask })).toBeFocused()
    await page.keyboard.type(name)
    await press(page, 'Enter')
    await expect(page.getByRole('combobox', { name: commandWords.ask })).toHaveCount(0)
    if (kind === 'dimension') await press(page, 'Enter')
    await expect(things(other, kind)).toHaveCount(1)
    await press(page, ...after)
  }

  // Grips are for hands; by the keyboard the same is done by name.
  await note(page, 'надпись').focus()
  const small = await boxOf(note(other, 'надпись'))
  const by = async (name: string) => {
    await press(page, 'Control+k')
    await page.keyboard.type(name)
    await press(page, 'Enter')
    await expect(page.getByRole('combobox', { name: commandWords.ask })).toHaveCount(0)
  }
  await by(names.wide)
  await expect.poll(async () => (await boxOf(note(other, 'надпись'))).width).toBeGreaterThan(small.width)
  await by(names.lockPlace)
  const locked = await boxOf(note(other, 'надпись'))
  await press(page, 'Alt+ArrowRight')
  expect((await boxOf(note(other, 'надпись'))).x).toBeCloseTo(locked.x, 0)
  await by(names.unlock)

  // What a marquee or a lasso is for, by the keyboard: all of it, or one by one.
  await press(page, 'Control+a', 'Delete')
  await expect(notesOf(other)).toHaveCount(0)
  await press(page, 'Control+z')
  await expect(notesOf(other)).toHaveCount(8)

  await press(page, 'Escape', 'Escape')
  const before = await boxOf(note(page, 'надпись'))
  await press(page, 'ArrowRight', 'ArrowDown')
  await expect.poll(async () => (await boxOf(note(page, 'надпись'))).x - before.x).toBeCloseTo(-80, 0)
  await expect.poll(async () => (await boxOf(note(page, 'надпись'))).y - before.y).toBeCloseTo(-80, 0)
  await expectSaved(page)
})

test('what a hand draws is drawn by keys: a crosshair, put down and lifted, for every tool that strokes', async ({ as, centre }) => {
  test.setTimeout(120_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(page, board)
  await openBoard(other, board)
  await paperOf(page).focus()
  const crosshair = page.getByRole('application', { name: aim.label })
  const aloud = page.locator('main > p.aloud')
  const lead = async (...way: string[]) => press(page, ...way.map((key) => `Shift+Arrow${key}`))

  await press(page, 'p')
  await expect(crosshair).toBeAttached()
  await press(page, 'ArrowRight')
  await expect(crosshair).toBeFocused()
  await expect(aloud).toHaveText(aim.begin(names.pen))
  await press(page, 'Enter')
  await expect(aloud).toHaveText(aim.down)
  await lead('Right', 'Right', 'Down')
  // The other sees the line while it is drawn, and nothing of it is on the board.
  await expect(other.locator('path.pen, path.stroke').first()).toBeAttached()
  await expect(things(other, 'ink')).toHaveCount(0)
  await press(page, 'Space')
  await expect(things(other, 'ink')).toHaveCount(1)
  await expect.poll(async () => (await boxOf(things(other, 'ink'))).width).toBeCloseTo(96, -1)

  // What was begun is dropped by Escape, and the crosshair stays for the next.
  await press(page, 'Enter')
  await lead('Left', 'Down')
  await press(page, 'Escape')
  await expect(aloud).toHaveText(aim.dropped)
  await expect(crosshair).toBeFocused()
  await press(page, 'Shift+P')
  await press(page, 'Enter')
  await lead('Down', 'Down')
  await press(page, 'Enter')
  await expect(things(other, 'ink')).toHaveCount(2)

  // The rubber goes back over the marker's line; two arrows at once lead aslant.
  await press(page, 'e', 'Enter')
  await lead('Up')
  await press(page, 'Enter')
  await expect(things(other, 'ink')).toHaveCount(1)
  await press(page, 'Shift+V')
  await lead('Down', 'Left', 'Left', 'Left', 'Left')
  await press(page, 'Enter')
  await lead('Up', 'Up', 'Up', 'Up', 'Right', 'Right', 'Right', 'Right', 'Right', 'Right', 'Down', 'Down', 'Down', 'Down')
  await press(page, 'Enter')
  await expect(tool(page, 'select')).toHaveAttribute('aria-pressed', 'true')
  await expect(paperOf(page)).toBeFocused()
  await press(page, 'Delete')
  await expect(things(other, 'ink')).toHaveCount(0)

  // What is laid is laid where it is pointed, and as large as it is led over.
  await press(page, 'r', 'ArrowLeft', 'Enter')
  await lead('Left', 'Left', 'Left', 'Down', 'Down')
  await press(page, 'Enter')
  await expect(things(other, 'shape')).toHaveCount(1)
  await expect.poll(async () => (await boxOf(things(other, 'shape'))).width).toBeGreaterThan(120)
  // From the shape, which is chosen, a connector into the free paper.
  await press(page, 'a', 'ArrowUp', 'Enter')
  await lead('Right', 'Right', 'Right', 'Right', 'Right')
  await press(page, 'Enter')
  await expect(things(other, 'connector')).toHaveCount(1)
  await press(page, 'n', 'ArrowDown')
  await expect(aloud).toHaveText(new RegExp(names.note))
  await press(page, 'Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('сюда')
  await press(page, 'Escape')
  await expect(note(other, 'сюда')).toHaveCount(1)

  // From the list, right after the row on which one stands; and back to it.
  await page.getByRole('button', { name: later.outline, exact: true }).click()
  const tree = page.getByRole('tree', { name: outline.tree })
  await tree.press('End')
  await page.getByRole('button', { name: outline.add.more }).press('Enter')
  await page.getByRole('menuitem', { name: outline.add.ink }).press('Enter')
  await expect(crosshair).toBeFocused()
  await press(page, 'Enter')
  await lead('Right', 'Down')
  await press(page, 'Enter')
  await expect(things(other, 'ink')).toHaveCount(1)
  await press(page, 'Escape')
  await expect(tree).toBeFocused()
  await expect(tree.locator('[aria-selected=true]')).toContainText(outline.drawings(1))
  await expectSaved(page)
})

test('the crosshair shows places too: to a frame, words, a stamp, a dimension, a comment and the pointer of light', async ({
  as,
  centre,
}) => {
  test.setTimeout(120_000)
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(page, board)
  await openBoard(other, board)
  await paperOf(page).focus()
  const crosshair = page.getByRole('application', { name: aim.label })
  const lead = async (...way: string[]) => press(page, ...way.map((key) => `Shift+Arrow${key}`))
  /** From where the crosshair stood last, so far on. */
  const show = async (...way: string[]) => {
    await expect(crosshair).toBeAttached()
    await press(page, 'ArrowRight')
    await expect(crosshair).toBeFocused()
    await lead(...way)
  }
  const by = async (name: string) => {
    await press(page, 'Control+k')
    await expect(page.getByRole('combobox', { name: commandWords.ask })).toBeFocused()
    await page.keyboard.type(name)
    await press(page, 'Enter')
    await expect(page.getByRole('combobox', { name: commandWords.ask })).toHaveCount(0)
  }

  await press(page, 'f')
  await show('Left', 'Left', 'Left', 'Up', 'Up', 'Up')
  await press(page, 'Enter')
  await lead('Right', 'Right', 'Right', 'Right', 'Right', 'Right', 'Down', 'Down', 'Down', 'Down')
  await press(page, 'Enter')
  await expect(things(other, 'frame')).toHaveCount(1)
  await expect.poll(async () => (await boxOf(things(other, 'frame'))).width).toBeCloseTo(288, -1)
  await press(page, 'Escape', 'Escape')

  await press(page, 't')
  await show('Left', 'Left', 'Left', 'Left', 'Up', 'Up')
  await press(page, 'Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('на листе')
  await press(page, 'Escape')
  await expect(note(other, 'на листе')).toHaveCount(1)
  const [sheet, words] = [await boxOf(things(other, 'frame')), await boxOf(note(other, 'на листе'))]
  expect(words.x).toBeGreaterThan(sheet.x)
  expect(words.y + words.height).toBeLessThan(sheet.y + sheet.height)
  await press(page, 'Escape')

  await by(names.stamp)
  await show('Down', 'Down', 'Down', 'Down')
  await press(page, 'Enter')
  await expect(things(other, 'stamp')).toHaveCount(1)
  await by(names.dimension)
  await show('Down')
  await press(page, 'Enter')
  await lead('Right', 'Right', 'Right', 'Right')
  await press(page, 'Enter')
  await expect(things(other, 'dimension')).toHaveCount(1)
  await expect.poll(async () => (await boxOf(things(other, 'dimension'))).width).toBeCloseTo(192, -1)

  // Others see the light while the key leads it; it is lifted, and nothing is left.
  await press(page, 'k')
  await show('Up')
  await press(page, 'Enter')
  await lead('Right', 'Right', 'Up')
  await expect(other.locator('path.laser')).toHaveCount(1)
  await press(page, 'Enter')
  await expect(other.locator('path.laser')).toHaveCount(0)

  await press(page, 'c')
  await show('Right', 'Right')
  await press(page, 'Enter')
  const comment = page.getByRole('textbox', { name: said.field.write, exact: true })
  await expect(comment).toBeFocused()
  await page.keyboard.type('Здесь узко')
  await press(page, 'Control+Enter')
  await expect(other.getByRole('group', { name: said.pins }).getByRole('button')).toHaveText([/Здесь узко/])
  await expect(notesOf(other)).toHaveCount(4)
  await expectSaved(page)
})

test('keys that are pressed before what obeys them has come are obeyed then, in their order', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.goto(board)
  await expectLive(page)
  const release = await holdBack(page)
  for (const key of ['KeyN', 'KeyK', 'KeyC', 'KeyG', 'KeyR']) await page.keyboard.press(key)
  release()
  await expectInHand(page, 'shape')
  await page.keyboard.press('KeyN')
  await expectInHand(page, 'note')
})

test('what is pasted before what pastes has come is pasted then', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.goto(board)
  await expectLive(page)
  const release = await holdBack(page)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'ерте қойылған')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  release()
  await expect(note(page, 'ерте қойылған')).toHaveCount(1)
  await expectSaved(page)
})

test('a walk by the keyboard alone: create, connect, comment, find, export, undo', async ({ as, centre }) => {
  const { aidana, timur, board } = await seedWorkshop(centre)
  const [page, other] = [await as(aidana.hand), await as(timur.hand)]
  await openBoard(page, board)
  await openBoard(other, board)

  // Create: the first button that Tab meets on an empty board lays the first note.
  await tabTo(page, w.board.empty.add)
  await press(page, 'Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('ветер')
  await press(page, 'Escape')
  await expect(note(page, 'ветер')).toBeFocused()

  // Connect: a copy beside it, bound to it.
  await press(page, 'Control+ArrowRight')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('лопасти')
  await press(page, 'Escape')
  await expect(things(other, 'connector')).toHaveCount(1)
  await expect(note(other, 'лопасти')).toHaveCount(1)
  await press(page, 'Alt+ArrowLeft')

  // Connect two that lie there: the other is chosen by its name; Escape leaves all as it was.
  await press(page, 'j')
  const partner = page.getByRole('combobox', { name: commandWords.join.to('ветер') })
  await expect(partner).toBeFocused()
  await press(page, 'Escape')
  await expect(note(page, 'ветер')).toBeFocused()
  await press(page, 'j')
  await expect(partner).toBeFocused()
  await page.keyboard.type('лоп')
  await expect(page.getByRole('option', { name: 'лопасти', selected: true })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByText(commandWords.join.done('ветер', 'лопасти'))).toBeVisible()
  await expect(things(other, 'connector')).toHaveCount(2)
  await expect(note(page, 'ветер')).toBeFocused()
  await press(page, 'Control+z')
  await expect(things(other, 'connector')).toHaveCount(1)

  // Comment what is chosen.
  await press(page, 'c', 'Enter')
  const comment = page.getByRole('textbox', { name: said.field.write, exact: true })
  await expect(comment).toBeFocused()
  await page.keyboard.type('Откуда дует?')
  await press(page, 'Control+Enter')
  const pin = other.getByRole('group', { name: said.pins }).getByRole('button')
  await expect(pin).toHaveText([/Откуда дует\?/])
  await press(page, 'Escape', 'Escape')
  await expect(page.getByRole('complementary', { name: said.title })).toHaveCount(0)

  // Find.
  await press(page, 'Control+f')
  await expect(page.getByRole('searchbox', { name: commandWords.find })).toBeFocused()
  await page.keyboard.type('лопас')
  await expect(page.getByText(commandWords.at(1, 1))).toBeVisible()
  await press(page, 'Escape')
  await expect(note(page, 'лопасти')).toBeFocused()

  // Export.
  await tabTo(page, w.board.export)
  await press(page, 'Enter')
  const panel = page.getByRole('dialog', { name: paper.title })
  await expect(panel).toBeVisible()
  await tabTo(page, paper.save)
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')])
  expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG')
  await press(page, 'Escape')
  await expect(panel).toHaveCount(0)

  // Undo, from wherever the focus has come back to.
  await press(page, 'Control+z')
  await expect(note(other, 'лопасти')).toHaveCount(0)
  await press(page, 'Control+z')
  await expect(things(other, 'connector')).toHaveCount(0)
  await expect(note(other, 'ветер')).toHaveCount(1)
})

test('keys work by their place under the Russian and the Kazakh layout, and write their letters into words', async ({ as, centre }) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await paperOf(page).focus()

  await strike(page, { code: 'KeyH', letter: 'р' })
  await expect(tool(page, 'hand')).toHaveAttribute('aria-pressed', 'true')
  await strike(page, { code: 'KeyN', letter: 'т' })
  await expect(tool(page, 'note')).toHaveAttribute('aria-pressed', 'true')
  await press(page, 'Enter')
  await expect(field(page)).toBeFocused()
  // Of these the first five lie on the row of digits, which calls tools on the paper.
  await strike(
    page,
    { code: 'Digit2', letter: 'ә' },
    { code: 'Digit3', letter: 'і' },
    { code: 'Digit4', letter: 'ң' },
    { code: 'Digit5', letter: 'ғ' },
    { code: 'Digit8', letter: 'ү' },
    { code: 'KeyN', letter: 'т' },
    { code: 'KeyV', letter: 'м' },
  )
  await expect(field(page)).toHaveValue('әіңғүтм')
  await expect(notesOf(page)).toHaveCount(0)
  await press(page, 'Escape')
  await expect(note(page, 'әіңғүтм')).toHaveCount(1)

  await paperOf(page).focus()
  await strike(page, { code: 'Digit2', letter: 'ә' })
  await expect(tool(page, 'shape')).toHaveAttribute('aria-pressed', 'true')
  await strike(page, { code: 'KeyV', letter: 'м' })
  await expect(tool(page, 'select')).toHaveAttribute('aria-pressed', 'true')

  await strike(page, { code: 'KeyA', letter: 'ф', ctrl: true })
  await strike(page, { code: 'KeyD', letter: 'в', ctrl: true })
  await expect(notesOf(page)).toHaveCount(2)
  await strike(page, { code: 'KeyZ', letter: 'я', ctrl: true })
  await expect(notesOf(page)).toHaveCount(1)
  await strike(page, { code: 'KeyY', letter: 'н', ctrl: true })
  await expect(notesOf(page)).toHaveCount(2)
  await strike(page, { code: 'KeyK', letter: 'л', ctrl: true })
  await expect(page.getByRole('combobox', { name: commandWords.ask })).toBeFocused()
})
