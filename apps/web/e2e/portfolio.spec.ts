import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import c from '../src/lib/portfolio/cover/words.ru.ts'
import ready from '../src/lib/portfolio/template/words.ru.ts'
import { graveFindings } from './axe.ts'
import { awake } from './pages.ts'
import { boxOf, expectSaved, middleOf, openBoard, savedOn, writeNote } from './paper.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

const p = w.portfolio
const patience = { timeout: 30_000 }
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })
const recordOf = (page: Page, title: string) => page.getByRole('article', { name: title })
const titles = (page: Page) => page.locator('[data-record] > header h3').allInnerTexts()
const story = (page: Page) => page.getByRole('textbox', { name: p.editor.label })

const openTeams = async (page: Page, team: string) => {
  await page.goto('/portfolio')
  await awake(page)
  await page.getByRole('listitem').filter({ hasText: team }).locator('a, button').click()
  await expect(page).toHaveURL(/\/portfolio\/\w{20}$/)
  await expect(button(page, p.add)).toBeVisible(patience)
}

const add = async (page: Page, kind: keyof typeof p.kind, title: string) => {
  await button(page, p.add).click()
  await page.getByRole('dialog').getByRole('button', { name: p.kind[kind].name }).click()
  const record = recordOf(page, p.record.untitled)
  await record.getByLabel(p.record.title, { exact: true }).fill(title)
  await expect(recordOf(page, title)).toBeVisible()
}

/** A record, by its grip, to where a place shows its upper edge. */
const lead = async (page: Page, title: string, to: Locator) => {
  const grip = middleOf(await boxOf(recordOf(page, title).locator('.grip')))
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  const { x, y } = await boxOf(to)
  await page.mouse.move(x + 40, y + 30)
  await page.mouse.move(x + 40, y + 4)
  await page.mouse.up()
}

test('two pupils write one record of their team at once, and put the records in order by keyboard and by mouse', async ({ as, centre }) => {
  test.slow()
  const { aidana, timur, team, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  const two = await as(timur.hand)
  await openTeams(one, team.name)
  await openTeams(two, team.name)
  await add(one, 'made', 'Планёр')
  await add(two, 'tested', 'Испытание')
  for (const page of [one, two]) await expect.poll(() => titles(page)).toEqual(['Планёр', 'Испытание'])
  await expect(one.getByText(p.authors.here).first()).toBeVisible()

  await recordOf(two, 'Планёр').getByRole('button', { name: 'Планёр', exact: true }).click()
  for (const page of [one, two]) await button(page, p.record.write).first().click()
  await story(one).click()
  await one.keyboard.type('Крыло из бальзы. ')
  await expect(story(two)).toContainText('Крыло из бальзы.')
  await story(two).click()
  await two.keyboard.press('Control+End')
  await two.keyboard.press('Enter')
  await two.keyboard.type('Ол 60 секунд ұшты.')
  await expect(story(one)).toContainText('Ол 60 секунд ұшты.')
  // Whose hand it is stands at the caret.
  await expect(story(one).locator('.caret-name')).toHaveText(timur.name)

  // One takes back the own words, and none of the other's.
  await one.keyboard.press('Control+z')
  await expect(story(two)).not.toContainText('Крыло из бальзы.')
  await expect(story(two)).toContainText('Ол 60 секунд ұшты.')
  await one.keyboard.press('Control+y')
  await expect(story(two)).toContainText('Крыло из бальзы.')

  await one.getByRole('toolbar').getByRole('button', { name: p.editor.heading2, exact: true }).click()
  await expect(story(two).locator('h2')).toHaveCount(1)
  await button(one, p.editor.done).click()
  await expect(recordOf(one, 'Планёр').locator('.told')).toContainText('Ол 60 секунд ұшты.')

  await recordOf(one, 'Испытание')
    .getByRole('button', { name: `${p.record.up}: Испытание` })
    .focus()
  await one.keyboard.press('Enter')
  for (const page of [one, two]) await expect.poll(() => titles(page)).toEqual(['Испытание', 'Планёр'])
  await expect(savedOn(one)).toBeVisible(patience)
  expect(await graveFindings(one)).toEqual([])

  // Sections stand ready for a team; a record is led to another place.
  await one.reload()
  await awake(one)
  await expect(button(one, p.add)).toBeVisible(patience)
  await one.getByText(p.ready, { exact: true }).click()
  const { name, parts } = ready.templates.team
  await button(one, ready.put(name)).click()
  const section = one
    .locator('section[data-section]')
    .filter({ has: one.getByRole('heading', { name: parts[0]?.title ?? '', exact: true }) })
  await expect(section).toBeVisible()
  const list = one.locator('section[data-section=""]')
  await list.evaluate((node) => node.scrollIntoView({ block: 'start' }))
  await lead(one, 'Планёр', recordOf(one, 'Испытание'))
  for (const page of [one, two]) await expect.poll(() => titles(page)).toEqual(['Планёр', 'Испытание'])

  // Whoever had a hand in what the record holds is named, and nobody is chosen unasked.
  const address = one.url()
  await openBoard(one, board)
  await writeNote(one, 'лонжерон', { x: 300, y: 300 })
  await expectSaved(one)
  await one.goto(address)
  await awake(one)
  const glider = recordOf(one, 'Планёр')
  await button(glider, 'Планёр').click()
  await button(glider, p.piece.add).click()
  await button(glider, p.piece.freeze).click()
  await expect(glider.getByRole('figure')).toBeVisible(patience)
  await expect(savedOn(one)).toBeVisible(patience)
  await button(glider, w.evidence.link).click()
  const sheet = one.getByRole('dialog')
  await expect(sheet.getByRole('checkbox', { name: new RegExp(`^${aidana.name} ${w.evidence.hands(1, 1)}`) })).not.toBeChecked(patience)
  await expect(sheet.getByRole('checkbox', { name: timur.name, exact: true })).not.toBeChecked()
  await expect(sheet.getByText(w.evidence.handsWhy)).toBeVisible()
})

test('a reader sees what is for them and nothing else; what is removed comes back', async ({ as, centre }) => {
  const { aidana, timur } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.goto('/portfolio')
  await awake(page)
  await button(page, p.list.start).click()
  await expect(button(page, p.add)).toBeVisible(patience)
  const address = new URL(page.url()).pathname
  await add(page, 'made', 'Для команды')
  await add(page, 'learned', 'Только моё')
  await recordOf(page, 'Только моё')
    .getByRole('button', { name: new RegExp(`^${p.audience.team.name}`) })
    .click()
  await expect(recordOf(page, 'Только моё').getByText(p.audience.nobody).first()).toBeVisible()
  await expect(savedOn(page)).toBeVisible(patience)

  const reader = await as(timur.hand)
  await reader.goto(address)
  await expect(recordOf(reader, 'Для команды').or(reader.getByText('Для команды'))).toBeVisible()
  await expect(reader.getByText('Только моё')).toHaveCount(0)
  await expect(button(reader, p.add)).toHaveCount(0)
  // What is shown to them while they look comes by itself, long before the clock would look; what is closed again goes.
  await awake(reader)
  const mine = recordOf(page, 'Только моё').getByRole('button', { name: new RegExp(`^${p.audience.team.name}`) })
  await mine.click()
  await expect(reader.getByText('Только моё')).toBeVisible({ timeout: 8_000 })
  await mine.click()
  await expect(reader.getByText('Только моё')).toHaveCount(0, { timeout: 8_000 })

  await recordOf(page, 'Для команды').getByRole('button', { name: p.record.remove }).click()
  await expect(recordOf(page, 'Для команды')).toHaveCount(0)
  await expect(page.getByText(p.record.removed)).toBeVisible()
  await button(page, p.record.undo).click()
  await expect(recordOf(page, 'Для команды')).toBeVisible()

  const sections = () => page.locator('section[data-section] > header h2').allInnerTexts()
  for (const title of ['Механика', 'Электроника']) {
    await page.getByLabel(p.section.name, { exact: true }).fill(title)
    await button(page, p.section.add).click()
  }
  await expect(async () => expect(await sections()).toEqual(['Механика', 'Электроника'])).toPass(patience)
  await button(page, p.section.up('Электроника')).press('Enter')
  await expect(async () => expect(await sections()).toEqual(['Электроника', 'Механика'])).toPass(patience)
  await button(page, p.section.remove('Механика')).click()
  await expect(page.getByText(p.section.removed)).toBeVisible()
  await button(page, p.record.undo).click()
  await expect(async () => expect(await sections()).toEqual(['Электроника', 'Механика'])).toPass(patience)
})

test('a child answers a question of their own, and everybody reads it as it was asked', async ({ as, centre }) => {
  test.slow()
  const { aidana, timur, team } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const far = await as(timur.hand)
  await openTeams(page, team.name)
  await openTeams(far, team.name)
  await add(page, 'made', 'Шағын су электр станциясы')
  const question = (of: Page) => of.getByLabel(p.prompts.question, { exact: true })
  await page.getByLabel(p.prompts.label, { exact: true }).selectOption({ label: p.prompts.write })
  await question(page).fill('Неге су айналдырады?')
  await page.getByLabel('Неге су айналдырады?', { exact: true }).fill('Ағын күші бар.')
  await recordOf(far, 'Шағын су электр станциясы').getByRole('button', { name: 'Шағын су электр станциясы', exact: true }).click()
  await expect(question(far)).toHaveValue('Неге су айналдырады?')
  await expect(far.getByLabel('Неге су айналдырады?', { exact: true })).toHaveValue('Ағын күші бар.')
  // Taken back to one of ours, and to none.
  await page.getByLabel(p.prompts.label, { exact: true }).selectOption({ label: p.prompts.list.works })
  await expect(question(far)).toHaveCount(0)
  await expect(far.getByLabel(p.prompts.list.works, { exact: true })).toHaveValue('Ағын күші бар.')
  expect(await graveFindings(page)).toEqual([])
})

test('the cover has a picture, which is changed, taken back step by step and removed; whoever writes too sees each', async ({
  as,
  centre,
}) => {
  test.slow()
  const { aidana, timur, team } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  const far = await as(timur.hand, { viewport: { width: 360, height: 740 } })
  await openTeams(page, team.name)
  await openTeams(far, team.name)
  const cover = (of: Page) => of.getByRole('region', { name: p.cover.label })
  const face = (of: Page) => cover(of).locator('img.face')
  await button(cover(page), p.cover.label).click()
  const bring = async (name: string, background: string) => {
    const photo = await sharp({ create: { width: 600, height: 300, channels: 3, background } })
      .jpeg()
      .toBuffer()
    await page.getByLabel(c.device, { exact: true }).setInputFiles({ name, mimeType: 'image/jpeg', buffer: photo })
  }
  const shown = async () => (await face(far).getAttribute('src')) ?? ''

  await bring('мост.jpg', '#1e6ec8')
  await expect(button(page, c.replace)).toBeVisible(patience)
  await page.getByLabel(c.alt, { exact: true }).fill('Мост над рекой')
  await expect(face(far)).toHaveAttribute('alt', 'Мост над рекой', patience)
  await expect.poll(() => face(far).evaluate((image: HTMLImageElement) => image.naturalWidth), patience).toBeGreaterThan(0)
  const first = await shown()
  await bring('башня.jpg', '#c81e1e')
  await expect(face(far)).not.toHaveAttribute('src', first, patience)
  const second = await shown()
  expect(await graveFindings(page)).toEqual([])
  expect(await far.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await button(page, w.board.tools.undo).click()
  await expect(face(far)).toHaveAttribute('src', first, patience)
  await button(page, w.board.tools.redo).click()
  await expect(face(far)).toHaveAttribute('src', second, patience)
  await button(page, c.remove).click()
  await expect(face(far)).toHaveCount(0, patience)
  await button(page, w.board.tools.undo).click()
  await expect(face(far)).toHaveAttribute('src', second, patience)
})

test('on a phone, words written without a network wait on the device and reach the others', async ({ as, centre, cable }) => {
  const { aidana, timur, team } = await seedWorkshop(centre)
  const page = await as(aidana.hand, { baseURL: cable.url, viewport: { width: 360, height: 740 } })
  const far = await as(timur.hand)
  await openTeams(page, team.name)
  await openTeams(far, team.name)
  await add(page, 'made', 'Катер')
  await expect(recordOf(far, 'Катер')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await expect(savedOn(page)).toBeVisible(patience)
  cable.cut('rooms')
  await recordOf(page, 'Катер').getByLabel(p.record.title, { exact: true }).fill('Катер-спасатель')
  await button(page, p.record.write).click()
  await story(page).click()
  await page.keyboard.type('Без сети.')
  await button(page, p.editor.done).click()
  // A page that is opened anew finds them where they were.
  await page.reload()
  await expect(recordOf(page, 'Катер-спасатель')).toBeVisible(patience)
  await recordOf(page, 'Катер-спасатель').getByRole('button', { name: 'Катер-спасатель', exact: true }).click()
  await expect(page.getByText('Без сети.')).toBeVisible()
  cable.join()
  await expect(recordOf(far, 'Катер-спасатель')).toBeVisible(patience)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('a board is frozen into a record and shown beside what it is today', async ({ as, centre }) => {
  const { aidana } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.goto('/portfolio')
  await awake(page)
  await button(page, p.list.start).click()
  await add(page, 'made', 'Чертёж')
  await button(page, p.piece.add).click()
  await button(page, p.piece.freeze).click()
  await expect(page.getByRole('figure')).toBeVisible(patience)
  await expect(page.getByText(p.piece.nothing)).toBeVisible(patience)
  await button(page, p.piece.difference).click()
  await expect(page.getByText(p.piece.same)).toBeVisible(patience)

  // A file is where another record begins: one press and one choice.
  const facets = '0 0 0 1 0 0 0 1 0/0 0 0 0 1 0 0 0 1/0 0 0 0 0 1 1 0 0/1 0 0 0 0 1 0 1 0'.split('/').map((corners) => {
    const c = corners.split(' ')
    const vertices = [0, 3, 6].map((at) => `vertex ${c.slice(at, at + 3).join(' ')}`).join('\n')
    return `facet normal 0 0 0\nouter loop\n${vertices}\nendloop\nendfacet`
  })
  const buffer = Buffer.from(`solid part\n${facets.join('\n')}\nendsolid part\n`)
  const choosing = page.waitForEvent('filechooser')
  await button(page, p.piece.begin).click()
  await (await choosing).setFiles({ name: 'Крыло.stl', mimeType: 'model/stl', buffer })
  const begun = recordOf(page, 'Крыло')
  await expect(begun.getByText(p.piece.fileKind.model)).toBeVisible(patience)
  await button(begun, `${p.piece.turn}: Крыло.stl`).click()
  await expect(begun.getByRole('application')).toBeFocused(patience)
  await expect(begun.getByText(/^4 треугольника/)).toBeVisible(patience)
  const saving = page.waitForEvent('download')
  await begun.getByRole('link', { name: `${p.piece.download}: Крыло.stl` }).click()
  expect((await saving).suggestedFilename()).toBe('Крыло.stl')
  await begun.getByRole('button', { name: p.piece.remove }).click()
  await expect(begun.getByText(p.piece.fileKind.model)).toHaveCount(0)
  await button(page, p.record.undo).click()
  await expect(begun.getByText(p.piece.fileKind.model)).toBeVisible(patience)
  expect(await graveFindings(page)).toEqual([])
})
