import type { Page } from '@playwright/test'
import type { TaskState } from '@sheber/contract/task'
import { expectAccessible } from './axe.ts'
import { expectKept } from './kept.ts'
import { awake } from './pages.ts'
import { boxOf, expectSaved, middleOf, note, openBoard, things, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { names, votes, w } from './words.ts'

test.use({ house: { name: 'task' } })

const said = w.task
const column = (page: Page, state: TaskState) => page.getByRole('region', { name: new RegExp(`^${said.states[state]}: `) })
const card = (page: Page, title: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) })
const titlesIn = (page: Page, state: TaskState) => column(page, state).locator('[data-record] a').allTextContents()

test('two people share the tasks of a project: added, given, moved by key and by hand, and seen on the board', async ({ as, centre }) => {
  test.slow()
  const { teacher, aidana, project, board } = await seedWorkshop(centre)
  const here = `/project/${project.id}/task`
  // As high as what is dragged reaches.
  const tall = { viewport: { width: 1280, height: 1200 } }
  const [child, adult] = [await as(aidana.hand), await as(teacher.hand, tall)]
  for (const page of [child, adult]) {
    await page.goto(here)
    await awake(page)
  }

  // From nothing: a suggestion, and two lines one after another.
  await child.getByRole('button', { name: said.suggestions[0] ?? '' }).click()
  const line = child.getByRole('textbox', { name: said.addAsk })
  await line.fill('Спаять датчик')
  await line.press('Enter')
  await child.keyboard.type('Купить клей')
  await child.keyboard.press('Enter')
  await expect(line).toHaveValue('')
  await expect.poll(() => titlesIn(adult, 'todo')).toEqual([said.suggestions[0], 'Спаять датчик', 'Купить клей'])

  // The adult gives one to the child, who is told of it once.
  await card(adult, 'Спаять датчик').getByRole('link').click()
  const sheet = adult.getByRole('dialog', { name: said.sheet })
  await sheet.getByRole('checkbox', { name: aidana.name }).check()
  await sheet.getByLabel(said.field.due).fill('2020-01-01')
  await expectAccessible(adult)
  await sheet.getByRole('button', { name: w.common.save, exact: true }).click()
  await expect(card(child, 'Спаять датчик').getByText(/срок прошёл/)).toBeVisible()
  await expect(card(child, 'Спаять датчик').getByRole('img', { name: aidana.name })).toBeVisible()

  // By key: from the card with Alt, from its handle without.
  await card(child, 'Купить клей').getByRole('link').focus()
  await child.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => titlesIn(adult, 'todo')).toEqual([said.suggestions[0], 'Купить клей', 'Спаять датчик'])
  await expect(card(child, 'Купить клей').getByRole('link')).toBeFocused()
  await expect(child.getByText(said.moved('Купить клей', said.states.todo, 2, 3))).toBeAttached()
  await card(child, 'Купить клей')
    .getByRole('button', { name: said.grip('Купить клей') })
    .focus()
  await child.keyboard.press('ArrowRight')
  await expect.poll(() => titlesIn(adult, 'doing')).toEqual(['Купить клей'])

  // By hand, into another column above what stands there.
  const from = middleOf(await boxOf(card(adult, 'Спаять датчик').getByRole('button', { name: said.grip('Спаять датчик') })))
  const over = await boxOf(card(adult, 'Купить клей'))
  await adult.mouse.move(from.x, from.y)
  await adult.mouse.down()
  await adult.mouse.move(over.x + over.width / 2, over.y + 40, { steps: 5 })
  await adult.mouse.move(over.x + over.width / 2, over.y + 6, { steps: 3 })
  await adult.mouse.up()
  await expect.poll(() => titlesIn(child, 'doing')).toEqual(['Спаять датчик', 'Купить клей'])
  await expectAccessible(child)

  // Without a network it waits here, and goes by itself.
  await child.context().setOffline(true)
  await child.getByRole('button', { name: said.onwardOf(said.onward.check, 'Купить клей') }).click()
  await expect(column(child, 'check').getByText(said.waits)).toBeVisible()
  expect(await titlesIn(adult, 'check')).toEqual([])
  await child.context().setOffline(false)
  await expect.poll(() => titlesIn(adult, 'check')).toEqual(['Купить клей'])

  // A sheet of the board becomes a task, and its card follows.
  await openBoard(child, board)
  await writeNote(child, 'Проверить питание', { x: 300, y: 260 })
  await expectSaved(child)
  const sheetOf = middleOf(await boxOf(note(child, 'Проверить питание')))
  await child.mouse.click(sheetOf.x, sheetOf.y, { button: 'right' })
  await child.getByRole('menuitem', { name: names.task, exact: true }).click()
  await expect(things(child, 'card')).toHaveCount(1)
  const told = child.getByRole('region', { name: w.board.card.task, exact: true })
  await expect.poll(() => titlesIn(adult, 'todo')).toContain('Проверить питание')
  await expect(told).toContainText(votes.card.states.todo)
  await adult.getByRole('button', { name: said.onwardOf(said.onward.doing, 'Проверить питание') }).click()
  await expect(told).toContainText(votes.card.states.doing)
  await child.getByRole('button', { name: said.onwardOf(said.onward.check, 'Проверить питание') }).click()
  await expect.poll(() => titlesIn(adult, 'check')).toContain('Проверить питание')

  // Taken away, and brought back.
  await card(adult, 'Проверить питание').getByRole('link').click()
  await sheet.getByRole('button', { name: said.remove }).click()
  await expect(card(adult, 'Проверить питание')).toHaveCount(0)
  await expect(told).toContainText(votes.card.gone)
  await adult.getByRole('status').getByRole('button', { name: said.restore, exact: true }).click()
  await expect(told).toContainText(votes.card.states.check)

  // What is late and hers stands on her first page.
  await child.goto('/work')
  await child.setViewportSize({ width: 360, height: 740 })
  await child.getByRole('link', { name: 'Спаять датчик', exact: true }).click()
  await expect(child.getByLabel(said.field.due)).toHaveValue('2020-01-01')
  await expectAccessible(child)
  await child.goto(here)
  await awake(child)
  await expect(child.getByRole('navigation', { name: said.title, exact: true })).toBeVisible()
  await expectAccessible(child)
})

test('tasks that were opened before open again without a network, as of when they were kept; what is done there goes by itself', async ({
  as,
  centre,
  cable,
}) => {
  test.slow()
  const { teacher, aidana, project } = await seedWorkshop(centre)
  const here = `/project/${project.id}/task`
  const village = await as(aidana.hand, { baseURL: cable.url })
  const city = await as(teacher.hand)
  for (const page of [village, city]) {
    await page.goto(here)
    await awake(page)
  }
  await expectKept(village)
  const line = village.getByRole('textbox', { name: said.addAsk })
  await line.fill('Спаять датчик')
  await line.press('Enter')
  await expect.poll(() => titlesIn(city, 'todo')).toEqual(['Спаять датчик'])
  await expect(village.getByText(said.waits)).toHaveCount(0)
  // What has changed since is kept once the page is put aside.
  const holds = (title: string) =>
    village.evaluate(async (words) => (await (await caches.match(location.pathname))?.text())?.includes(words) ?? false, title)
  const putAside = () =>
    village.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
      Reflect.deleteProperty(document, 'visibilityState')
    })
  expect(await holds('Спаять датчик')).toBe(false)
  await expect(async () => {
    await putAside()
    expect(await holds('Спаять датчик')).toBe(true)
  }).toPass({ timeout: 30_000 })
  const asOf = village.getByText(said.kept('').slice(0, 30))
  await expect(asOf).toHaveCount(0)

  cable.cut()
  await village.context().setOffline(true)
  await village.reload()
  await awake(village)
  await expect(asOf).toBeVisible()
  await expect(card(village, 'Спаять датчик')).toBeVisible()
  await expectAccessible(village)
  await line.fill('Купить клей')
  await line.press('Enter')
  await village.getByRole('button', { name: said.onwardOf(said.onward.doing, 'Спаять датчик') }).click()
  await card(village, 'Купить клей').getByRole('link').click()
  const sheet = village.getByRole('dialog', { name: said.sheet })
  await sheet.getByLabel(said.field.words).fill('Два тюбика')
  await sheet.getByRole('button', { name: w.common.save, exact: true }).click()
  // The tab is gone, and opened again.
  await village.goto('about:blank')
  await village.goto(here)
  await awake(village)
  await expect.poll(() => titlesIn(village, 'doing')).toEqual(['Спаять датчик'])
  await expect.poll(() => titlesIn(village, 'todo')).toEqual(['Купить клей'])
  await city.getByRole('textbox', { name: said.addAsk }).fill('Позвать мастера')
  await city.keyboard.press('Enter')
  await expect.poll(() => titlesIn(city, 'todo')).toEqual(['Спаять датчик', 'Позвать мастера'])

  cable.join()
  await village.context().setOffline(false)
  await expect.poll(() => titlesIn(city, 'doing'), { timeout: 30_000 }).toEqual(['Спаять датчик'])
  await expect(card(city, 'Купить клей')).toBeVisible()
  await expect(card(village, 'Позвать мастера')).toBeVisible({ timeout: 30_000 })
  await expect(asOf).toHaveCount(0)
  await expect(village.getByText(said.waits)).toHaveCount(0)
})
