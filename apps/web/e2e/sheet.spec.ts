import type { Page } from '@playwright/test'
import later from '../src/lib/board/later/words.ru.ts'
import outline from '../src/lib/board/outline/words.ru.ts'
import paper from '../src/lib/board/paper/words.ru.ts'
import template from '../src/lib/board/template/words.ru.ts'
import workshop from '../src/lib/board/workshop/words.ru.ts'
import comment from '../src/lib/comment/words.ru.ts'
import past from '../src/lib/version/words.ru.ts'
import { findings } from './axe.ts'
import { chosen, expectSaved, note, openBoard, paperOf, pull, take, tool, tray, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { commandWords, company, trays, w } from './words.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

interface Opened {
  readonly name: string
  open(page: Page): Promise<void>
  /** Absent: Escape. */
  close?(page: Page): Promise<void>
}

const shown = (role: 'dialog' | 'menu' | 'complementary' | 'search' | 'region' | 'tree' | 'combobox', name: string) => (page: Page) =>
  expect(page.getByRole(role, { name, exact: true })).toBeVisible()

/** Everything that opens above or beside the paper. */
const sheets: readonly Opened[] = [
  {
    name: 'what is chosen',
    open: async (page) => {
      await page.keyboard.press('Control+a')
      await chosen(page).getByRole('button', { name: trays.arrange }).click()
    },
  },
  ...(['shape', 'connector', 'pen', 'text', 'more'] as const).map((name): Opened => ({
    name: `tray ${name}`,
    open: async (page) => {
      await tool(page, name).click()
      await expect(tray(page, name)).toBeVisible()
    },
    close: async (page) => {
      await paperOf(page).focus()
      await page.keyboard.press('Escape')
      await page.keyboard.press('v')
      if (name === 'more') await tool(page, name).click()
    },
  })),
  {
    name: 'palette',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await shown('combobox', commandWords.ask)(page)
    },
  },
  {
    name: 'find',
    open: async (page) => {
      await page.keyboard.press('Control+f')
      await shown('search', commandWords.find)(page)
      await page.keyboard.type('мотор')
    },
  },
  {
    name: 'what to connect with',
    open: async (page) => {
      await note(page, 'мотор').focus()
      await page.keyboard.press('j')
      await shown('combobox', commandWords.join.to('мотор'))(page)
    },
  },
  {
    name: 'help',
    open: async (page) => {
      await page.keyboard.press('Shift+?')
      await shown('dialog', commandWords.help)(page)
    },
  },
  {
    name: 'menu of a thing',
    open: async (page) => {
      await note(page, 'мотор').focus()
      await page.keyboard.press('Shift+F10')
      await shown('menu', commandWords.menu)(page)
    },
  },
  {
    name: 'menu of the board',
    open: async (page) => {
      await button(page, w.board.tools.menu).click()
      await shown('menu', commandWords.board)(page)
    },
  },
  {
    name: 'people',
    open: async (page) => {
      await button(page, w.board.people.open).click()
      await shown('dialog', company.here)(page)
    },
  },
  {
    name: 'comments',
    open: async (page) => {
      await button(page, later.comments).click()
      await shown('complementary', comment.title)(page)
    },
  },
  {
    name: 'outline',
    open: async (page) => {
      await button(page, later.outline).click()
      await shown('tree', outline.tree)(page)
    },
    close: (page) => button(page, outline.close).click(),
  },
  {
    name: 'templates',
    open: async (page) => {
      await button(page, later.templates).click()
      await shown('dialog', template.title)(page)
    },
  },
  {
    name: 'workshop',
    open: async (page) => {
      await button(page, w.board.workshop.tray).click()
      await shown('region', workshop.tray)(page)
    },
    close: (page) => page.getByRole('region', { name: workshop.tray, exact: true }).getByRole('button', { name: w.common.close }).click(),
  },
  {
    name: 'connections',
    open: async (page) => {
      await button(page, w.board.workshop.wiring).click()
      await shown('dialog', workshop.wiring.title)(page)
    },
  },
  {
    name: 'export',
    open: async (page) => {
      await button(page, w.board.export).click()
      await shown('dialog', paper.title)(page)
    },
  },
  {
    name: 'versions',
    open: async (page) => {
      await button(page, w.board.versions).click()
      await shown('dialog', past.title)(page)
    },
  },
]

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference' },
  { name: 'more contrast', colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', contrast: 'no-preference' },
] as const

test('every sheet is open to everyone, by day, by night, with more contrast and in forced colours', async ({ as, centre }) => {
  test.setTimeout(480_000)
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openBoard(page, board)
  await writeNote(page, 'мотор', { x: 300, y: 260 })
  await writeNote(page, 'лопасти', { x: 620, y: 260 })
  await take(page, 'connector')
  await pull(page, { x: 300, y: 260 }, { x: 620, y: 260 })
  await expectSaved(page)
  for (const { name, open, close } of sheets) {
    await paperOf(page).focus()
    await open(page)
    for (const { name: look, ...media } of looks) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...media })
      // What a page is made of does not change with its colours: that is asked once.
      expect.soft(await findings(page, look === 'light' ? {} : { rules: ['color-contrast'] }), `${name}, ${look}`).toEqual([])
    }
    await page.emulateMedia({ reducedMotion: 'reduce', ...looks[0] })
    if (close) await close(page)
    else await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog').or(page.getByRole('menu')), `${name}, closed`).toHaveCount(0)
    await page.keyboard.press('Escape')
  }
  // Nothing was lost on the way.
  await expect(note(page, 'мотор')).toHaveCount(1)
})
