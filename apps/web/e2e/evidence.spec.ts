import type { evidence } from '@sheber/contract/evidence'
import type { portfolio } from '@sheber/contract/portfolio'
import type { Page } from '@playwright/test'
import { ask } from '../src/lib/api.ts'
import { expectAccessible } from './axe.ts'
import { awake, tabTo } from './pages.ts'
import { bringPicture, chosen, clickOn, expectSaved, note, notesOf, openBoard, writeNote } from './paper.ts'
import { shippedFramework } from './places.ts'
import { seedWorkshop, type Centre, type Workshop } from './seed.ts'
import { expect, test, workbench } from './test.ts'
import showWords from '../src/lib/portfolio/show/words.ru.ts'
import lesson from '../src/lib/evidence/lesson/words.ru.ts'
import { names, w } from './words.ts'
import { counting } from './writing.ts'

test.use({ house: workbench })

const e = w.evidence
const competency = (n: string) => `5e6be700-0001-4000-8000-0000000000${n}`
const level = (n: number) => `5e6be700-0001-4000-8000-000000000f0${n - 1}`
const [finds, solders] = ['A1 Находит и формулирует задачу', 'C2 Собирает электрическую схему']
const mends = 'C4 Испытывает и устраняет неисправности'
const levelNames = ['С помощью', 'По образцу', 'Самостоятельно', 'Учит других'] as const
const cell = (page: Page, name: string, n: 1 | 2 | 3 | 4) =>
  page.getByRole('button', { name: `${name}. ${e.levelOf(n, levelNames[n - 1] as string)}` })

/** Aidana with a portfolio, and in it the record of a lesson, which shows A1. */
const seedRecord = async (centre: Centre, shop?: Workshop) => {
  const workshop = shop ?? (await seedWorkshop(centre))
  const { teacher, aidana, group } = workshop
  const { id } = await ask<typeof portfolio.open>(aidana.hand.fetch, 'POST', '/api/portfolio', { body: { of: 'person', id: aidana.id } })
  const claims = [{ competencyId: competency('11'), levelId: level(1) }]
  await ask<typeof evidence.linkGroup>(teacher.hand.fetch, 'POST', '/api/group/:groupId/evidence', {
    params: { groupId: group.id },
    body: { recordId: 'lesson', title: 'Барометр', kind: 'made', from: '2026-11-20', people: [aidana.id], claims, why: 'На занятии' },
  })
  return { ...workshop, portfolioId: id, map: `/portfolio/${id}/map?framework=${shippedFramework}` }
}

test('a pupil links a record in three actions, and the open map of the teacher shows it by itself', async ({ as, centre }) => {
  const { aidana, teacher, portfolioId, map } = await seedRecord(centre)
  const mentor = await as(teacher.hand)
  await mentor.goto(map)
  await awake(mentor)
  await expect(cell(mentor, finds, 1)).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))

  const page = await as(aidana.hand)
  await page.goto(`/workbench/evidence?portfolio=${portfolioId}&record=lesson`)
  await awake(page)
  await expect(page.getByRole('button', { name: finds })).toBeVisible()
  // One: open. Two: which. Three: why, and Enter.
  await page.getByRole('button', { name: e.link }).click()
  await page.getByRole('checkbox', { name: solders }).check()
  await page.getByLabel(e.why).fill('Спаяла плату сама')
  await page.getByLabel(e.why).press('Enter')
  await expect(page.getByRole('button', { name: solders })).toContainText(`${e.map.level(2)}, ${e.state.claimed}`)

  await expect(cell(mentor, solders, 2)).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))
  await cell(mentor, solders, 2).click()
  const sheet = mentor.getByRole('dialog')
  await expect(sheet).toContainText('Спаяла плату сама')
  await expect(sheet.getByRole('link', { name: 'Барометр' })).toHaveAttribute('href', `/portfolio/${portfolioId}#record-lesson`)
})

test('a claim takes three actions at most: from a record, from things on a board, from a file, from an empty cell, for a group at once', async ({
  as,
  centre,
}, testInfo) => {
  test.slow()
  const { aidana, teacher, group, board, portfolioId, map } = await seedRecord(centre)
  const actions: Record<string, number> = {}
  const page = await as(aidana.hand)
  const why = (at: Page) => at.getByLabel(e.why, { exact: true })

  await page.goto(`/portfolio/${portfolioId}`)
  await awake(page)
  await page.getByRole('button', { name: 'Барометр', exact: true }).click()
  const ofRecord = counting(page)
  await ofRecord.click(e.link)
  await ofRecord.tick(solders)
  await why(page).fill('Спаяла плату сама')
  await ofRecord.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  actions['a record'] = ofRecord.clicks

  await page.goto(map)
  await awake(page)
  const ofCell = counting(page)
  await ofCell.on(cell(page, mends, 3))
  await ofCell.choose(page.getByRole('dialog').getByLabel(e.record), 'Барометр')
  await why(page).fill('Собрала по своей схеме')
  await ofCell.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  actions['an empty cell'] = ofCell.clicks

  await openBoard(page, board)
  const sheet = page.getByRole('dialog', { name: showWords.title })
  const fromChosen = async () => {
    const hand = counting(page)
    await hand.on(chosen(page).getByRole('button', { name: names.portfolio }))
    await hand.on(sheet.getByRole('checkbox', { name: solders }))
    await why(page).fill('Собрала схему по чертежу')
    await hand.on(sheet.getByRole('button', { name: showWords.goLinked }))
    await expect(sheet.getByText(/Это теперь в портфолио/)).toBeVisible()
    await page.keyboard.press('Escape')
    return hand.clicks
  }
  await bringPicture(page, 'схема.png')
  await clickOn(page, notesOf(page).first())
  actions['a file'] = await fromChosen()
  await writeNote(page, 'датчик', { x: 160, y: 240 })
  await expectSaved(page)
  await clickOn(page, note(page, 'датчик'))
  actions['things on a board'] = await fromChosen()

  const teachers = await as(teacher.hand)
  await teachers.goto(`/portfolio/map/group/${group.id}?framework=${shippedFramework}`)
  await awake(teachers)
  const ofGroup = counting(teachers)
  await ofGroup.on(teachers.locator('summary', { hasText: lesson.title }))
  await teachers.getByLabel(lesson.name).fill('Пайка, занятие 3')
  await ofGroup.tick(solders)
  await why(teachers).fill('Каждый спаял по плате')
  await ofGroup.on(teachers.getByRole('button', { name: e.submit, exact: true }))
  await expect(teachers.getByText(lesson.done(1))).toBeVisible()
  actions['a group'] = ofGroup.clicks

  const said = Object.entries(actions).map(([way, n]) => `${way} ${n}`)
  testInfo.annotations.push({ type: 'actions to a claim', description: said.join(', ') })
  console.warn(`actions to a claim: ${said.join(', ')}`)
  expect(said).toHaveLength(5)
  expect(Math.max(...Object.values(actions)), said.join(', ')).toBeLessThanOrEqual(3)
  const { evidence: claims } = await ask<typeof evidence.map>(aidana.hand.fetch, 'GET', '/api/portfolio/:portfolioId/map', {
    params: { portfolioId },
  })
  // The lesson it began with, and each of the five.
  expect(claims.map((one) => one.why).toSorted()).toHaveLength(6)
})

test('an empty cell of the map takes a record; the claim is changed and taken back, on a phone', async ({ as, centre }) => {
  const { aidana, map } = await seedRecord(centre)
  const page = await as(aidana.hand, { viewport: { width: 360, height: 740 } })
  await page.goto(map)
  await awake(page)
  await cell(page, solders, 3).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { name: solders })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: e.levelOf(3, levelNames[2]) })).toBeChecked()
  await dialog.getByLabel(e.record).selectOption({ label: 'Барометр' })
  await dialog.getByLabel(e.why).fill('Собрала по своей схеме')
  await dialog.getByRole('button', { name: e.submit, exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(cell(page, solders, 3)).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  await cell(page, solders, 3).click()
  await dialog.locator('summary', { hasText: e.claim.change }).click()
  await dialog.getByLabel(e.level).selectOption({ label: e.levelOf(4, levelNames[3]) })
  await dialog.getByRole('button', { name: e.claim.save }).click()
  await expect(dialog.getByText(e.levelOf(4, levelNames[3])).first()).toBeVisible()
  await dialog.getByRole('button', { name: e.claim.history }).click()
  await expect(dialog.getByRole('region', { name: e.claim.history })).toContainText(e.state.superseded)
  await dialog.locator('summary', { hasText: e.claim.drop }).click()
  await dialog.getByRole('button', { name: e.claim.drop, exact: true }).click()
  await expect(dialog.getByText('Собрала по своей схеме')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(cell(page, solders, 4)).toHaveAccessibleName(new RegExp(e.map.empty))
})

test('the map is shown as it was on an earlier day, by the slider’s keys', async ({ as, centre }) => {
  test.slow()
  const { aidana, portfolioId, map } = await seedRecord(centre)
  const { evidence: claims } = await ask<typeof evidence.map>(aidana.hand.fetch, 'GET', '/api/portfolio/:portfolioId/map', {
    params: { portfolioId },
  })
  const page = await as(aidana.hand)
  // A browser cannot wait a week: the first claim says that it was made then.
  const weekAgo = '2026-01-20T06:00:00.000Z'
  await page.route(/__data\.json/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll(claims[0]?.at ?? '', weekAgo) })
  })
  await page.goto(`/portfolio/${portfolioId}/review`)
  await awake(page)
  await ask<typeof evidence.link>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/evidence', {
    params: { portfolioId },
    body: { recordId: 'lesson', people: [], claims: [{ competencyId: competency('32'), levelId: level(2) }], why: 'Бүгін' },
  })
  await page.getByRole('link', { name: w.portfolio.tabs.map, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(map.split('?')[0] ?? ''))
  const newer = cell(page, solders, 2)
  await expect(newer).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))
  const slider = page.getByRole('slider', { name: e.map.time })
  await expect(slider).toHaveAttribute('aria-valuetext', e.map.today)
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', '20 января 2026')
  // Nothing is linked in the past: what is empty there is no button.
  await expect(newer).toHaveCount(0)
  await expect(cell(page, finds, 1)).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))
  await page.keyboard.press('ArrowRight')
  await expect(newer).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))
  // What is still under way would fall upon the next test.
  await page.unrouteAll({ behavior: 'wait' })
})

test('all of it is done by the keyboard alone', async ({ as, centre }) => {
  const { aidana, map } = await seedRecord(centre)
  const page = await as(aidana.hand)
  await page.goto(map)
  await awake(page)
  await cell(page, solders, 1).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByLabel(e.record).focus()
  await page.keyboard.press('ArrowDown')
  await tabTo(page, e.why)
  await page.keyboard.type('С учителем')
  await page.keyboard.press('Enter')
  await expect(cell(page, solders, 1)).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.claimed)))
  await cell(page, solders, 1).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('С учителем')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a teacher links a lesson for the whole group, and the map of the group shows it', async ({ as, centre }) => {
  const { teacher, aidana, group } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  await page.goto(`/portfolio/map/group/${group.id}?framework=${shippedFramework}`)
  await awake(page)
  const link = async () => {
    await page.locator('summary', { hasText: lesson.title }).click()
    await page.getByLabel(lesson.name).fill('Пайка, занятие 3')
    await page.getByLabel(e.find).fill('схему электр')
    await page.getByRole('checkbox', { name: solders }).check()
    await page.getByLabel(e.why).fill('Каждый спаял по плате')
    await page.getByRole('button', { name: e.submit, exact: true }).click()
    // What was said the first time may still stand there.
    await expect(page.getByText(lesson.done(1)).last()).toBeVisible()
  }
  await link()
  // A mistake is taken back: nobody has touched it yet.
  const cell = page.getByRole('link', { name: `${aidana.name}, ${solders}: ${e.map.claimed(2)}` })
  await expect(cell).toBeVisible()
  await page.getByRole('button', { name: lesson.undo, exact: true }).click()
  await expect(page.getByText(lesson.undone)).toBeVisible()
  await expect(cell).toHaveCount(0)
  await link()
  await cell.click()
  await expect(page.getByRole('dialog')).toContainText('Каждый спаял по плате')
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Пайка, занятие 3' })).toBeVisible()
})

test('the sheets of the map are open to everyone', async ({ as, centre }) => {
  const { aidana, map } = await seedRecord(centre)
  const page = await as(aidana.hand)
  await page.goto(map)
  await awake(page)
  await cell(page, finds, 1).click()
  await expect(page.getByRole('dialog')).toContainText('На занятии')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: e.link }).click()
  await expect(page.getByRole('checkbox', { name: finds })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
})
