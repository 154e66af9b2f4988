import type { evidence } from '@sheber/contract/evidence'
import type { framework } from '@sheber/contract/framework'
import type { notebook } from '@sheber/contract/notebook'
import type { review } from '@sheber/contract/review'
import { pageBody } from '@sheber/document/notebook'
import { addPiece, addRecord, sayInRecord } from '@sheber/document/portfolio'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import * as Y from 'yjs'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import { expectAccessible } from './axe.ts'
import { awake, tabTo } from './pages.ts'
import { savedOn } from './paper.ts'
import { shippedFramework } from './places.ts'
import { seedAdult, seedPage, seedPicture, seedPortfolio, seedWorkshop, type Centre } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'
import { counting, sayOf, seedHandedIn, writing, writingPage } from './writing.ts'

test.use({ house: { name: 'review' } })

const said = w.review

/** A learner with two records, one of which shows a competency; and what is claimed. */
const seedWork = async (centre: Centre) => {
  const workshop = await seedWorkshop(centre)
  const { aidana } = workshop
  const portfolioId = await seedPortfolio(aidana)
  const at = await writing(centre.url, aidana.hand, portfolioId)
  const trace = { by: aidana.id, at: Date.now() }
  addRecord(at.portfolio, { id: 'barometer', kind: 'made', title: 'Барометр из банки' }, trace)
  sayInRecord(at.portfolio, 'barometer', 'reflection', 'Мембрана держит давление две недели')
  addRecord(at.portfolio, { id: 'talk', kind: 'presented', title: 'Рассказ в школе' }, trace)
  await at.settled()
  const { draft } = await ask<typeof framework.look>(aidana.hand.fetch, 'GET', '/api/framework/:frameworkId', {
    params: { frameworkId: shippedFramework },
  })
  const areas = new Set(draft.competencies.map(({ parentId }) => parentId))
  const competency = draft.competencies.find(({ id }) => !areas.has(id))
  const level = draft.levels[2]
  if (!competency || !level) throw new Error('the framework that ships has no competencies')
  await ask<typeof evidence.link>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/evidence', {
    params: { portfolioId },
    body: {
      recordId: 'barometer',
      people: [],
      claims: [{ competencyId: competency.id, levelId: level.id }],
      why: 'Три недели записывала давление',
    },
  })
  return { ...workshop, portfolioId, at, competency: competency.title.ru, level: level.title.ru }
}

/** … with a page of a notebook beside it, which is handed in to a mentor who may not open the notebook. */
const seedPageWork = async (centre: Centre, told: { readonly lines: readonly string[]; readonly pictures: readonly string[] }) => {
  const { aidana, project, portfolioId, at } = await seedWork(centre)
  const mentor = await seedAdult(centre, { role: 'mentor', name: 'Серік' })
  const pageId = await seedPage(aidana.hand, project.id)
  const pictures: { fileId: string; alt: string }[] = []
  for (const alt of told.pictures) pictures.push({ fileId: await seedPicture(aidana.hand, project.boardId), alt })
  const day = await writingPage(centre.url, aidana.hand, pageId, { lines: told.lines, pictures })
  const { versionId } = await ask<typeof notebook.keep>(aidana.hand.fetch, 'POST', '/api/notebook/:pageId/version', { params: { pageId } })
  addPiece(at.portfolio, 'barometer', { id: 'day', kind: 'page', pageId, versionId, caption: 'Запись опыта' })
  await at.settled()
  at.end()
  const id = newId()
  await ask<typeof review.request>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/review', {
    params: { portfolioId },
    body: { id, records: ['barometer'], organisationId: centre.id, reviewerId: mentor.id, words: '' },
  })
  return { aidana, mentor, day, portfolioId, id }
}

test('a learner asks, a mentor agrees with one press, the learner sees it at once and answers; whoever runs the centre watches', async ({
  as,
  centre,
}) => {
  const { teacher, aidana, portfolioId, at, competency } = await seedWork(centre)
  const child = await as(aidana.hand)
  const mentor = await as(teacher.hand, { viewport: { width: 360, height: 740 } })
  const chief = await as(centre.administrator.hand)
  await mentor.goto('/work')
  await awake(mentor)
  await chief.goto('/review?of=all')
  await awake(chief)
  await expect(chief.getByRole('link', { name: aidana.name })).toHaveCount(0)

  // From the finished record: its tab, whom, and send.
  await child.goto(`/portfolio/${portfolioId}/review`)
  await awake(child)
  await expectAccessible(child)
  const hand = counting(child)
  await child.getByLabel(said.ask.words, { exact: false }).fill('Верно ли я измерила?')
  await hand.click(said.ask.send)
  await expect(child.getByText(said.ask.sent)).toBeVisible()
  // One to the tab of reviews and one to ask; whom is chosen beforehand.
  expect(1 + hand.clicks).toBeLessThanOrEqual(3)

  // Nobody loads a page again.
  await expect(mentor.getByRole('link', { name: said.waiting(1) })).toBeVisible()
  await expect(chief.getByRole('link', { name: aidana.name })).toBeVisible()
  await child.getByRole('link', { name: said.whole }).click()
  await awake(child)

  await mentor.getByRole('link', { name: said.waiting(1) }).click()
  await mentor.getByRole('link', { name: said.of.unassigned }).click()
  await mentor.getByRole('link', { name: aidana.name }).click()
  await expect(mentor.getByRole('button', { name: said.take })).toBeVisible()
  await mentor.getByRole('button', { name: said.take }).click()
  await expect(child.getByText(said.reader(teacher.name))).toBeVisible()

  // The frozen work, and what became of it.
  await expect(mentor.getByText('Мембрана держит давление две недели')).toBeVisible()
  sayInRecord(at.portfolio, 'barometer', 'reflection', 'Мембрана держит давление целый месяц')
  await at.settled()
  await mentor.reload()
  await awake(mentor)
  await expect(mentor.getByText('Мембрана держит давление две недели')).toBeVisible()
  await mentor.getByText(said.view.difference, { exact: true }).click()
  await expect(mentor.locator('ins')).toContainText('целый')
  await expect(mentor.locator('del')).toContainText('две')
  // What is written while it is looked at rings, long before the clock would look.
  sayInRecord(at.portfolio, 'barometer', 'reflection', 'Мембрана держит давление целый год')
  await expect(mentor.locator('ins')).toContainText('год', { timeout: 8_000 })
  await mentor.getByText(said.view.then, { exact: true }).click()

  const claim = mentor.getByRole('listitem').filter({ has: mentor.getByRole('heading', { name: competency }) })
  await expect(claim.getByRole('radio', { name: said.verdict.confirmed })).toBeChecked()
  expect(await mentor.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectAccessible(mentor)
  await mentor.getByLabel(said.give.text, { exact: true }).fill('Хорошая работа')
  await mentor.getByRole('button', { name: said.give.accept }).click()
  await expect(mentor.getByRole('button', { name: said.give.accept })).toHaveCount(0)

  await expect(child.getByText('Хорошая работа')).toBeVisible()
  await expect(child.getByText(said.evidenceState.confirmed, { exact: true })).toBeVisible()
  await expectAccessible(child)
  await expect(mentor.getByText(said.reviewState.seen_by_author)).toBeVisible()
  await child.getByLabel(said.answer.text, { exact: true }).fill('Спасибо')
  await child.getByRole('button', { name: said.answer.send, exact: true }).click()
  await expect(mentor.getByText('Спасибо')).toBeVisible()
  await expect(chief.getByRole('link', { name: aidana.name })).toHaveCount(0)
  at.end()
})

/** Work that was handed in with a question and returned with another. */
const seedReturned = async (centre: Centre) => {
  const seeded = await seedWork(centre)
  const { teacher, aidana, portfolioId } = seeded
  const id = newId()
  const params = { submissionId: id }
  await ask<typeof review.request>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/review', {
    params: { portfolioId },
    body: { id, records: ['barometer'], organisationId: centre.id, reviewerId: teacher.id, words: 'Верно ли я измерила?' },
  })
  const { version } = await ask<typeof review.look>(teacher.hand.fetch, 'GET', '/api/review/:submissionId', { params })
  await ask<typeof review.give>(teacher.hand.fetch, 'POST', '/api/review/:submissionId/give', {
    params,
    body: { id: newId(), versionId: version.id, outcome: 'returned', text: 'Покажи записи', verdicts: [] },
  })
  return { ...seeded, id, params }
}

test('what is said each time that it is handed in stays, also from two devices at one moment', async ({ as, centre }) => {
  const { teacher, aidana, id, params, at } = await seedReturned(centre)
  const [phone, laptop] = [await as(aidana.hand, { viewport: { width: 360, height: 740 } }), await as(aidana.hand)]
  for (const [page, words] of [
    [phone, 'Добавила записи'],
    [laptop, 'Добавила таблицу'],
  ] as const) {
    await page.goto(`/review/${id}`)
    await awake(page)
    await page.getByLabel(said.resubmit.words, { exact: false }).fill(words)
  }
  await Promise.all([phone, laptop].map((page) => page.getByRole('button', { name: said.resubmit.send }).click()))
  for (const page of [phone, laptop])
    for (const words of ['Верно ли я измерила?', 'Добавила записи', 'Добавила таблицу']) await expect(page.getByText(words)).toBeVisible()
  for (const page of [phone, laptop]) await expect(page.getByLabel(said.resubmit.words, { exact: false })).toHaveCount(0)
  const seen = await ask<typeof review.look>(teacher.hand.fetch, 'GET', '/api/review/:submissionId', { params })
  expect(seen.handed).toHaveLength(3)
  const mentor = await as(teacher.hand)
  await mentor.goto(`/review/${id}`)
  await expect(mentor.getByText('Верно ли я измерила?')).toBeVisible()
  await expectAccessible(phone)
  at.end()
})

test('words that are being written stay while another device hands it in, and go once it is being read', async ({ as, centre }) => {
  const { teacher, aidana, id, params, at } = await seedReturned(centre)
  const child = await as(aidana.hand)
  await child.goto(`/review/${id}`)
  await awake(child)
  const field = child.getByLabel(said.resubmit.words, { exact: false })
  await field.fill('Добавила записи')
  await ask<typeof review.resubmit>(aidana.hand.fetch, 'POST', '/api/review/:submissionId/resubmit', {
    params,
    body: { words: 'Добавила таблицу' },
  })
  await expect(child.getByText(said.state.resubmitted, { exact: true })).toBeVisible()
  // Whoever empties it to write it anew does not lose it under their hands.
  await field.fill('')
  await expect(field).toBeFocused()
  await field.fill('Добавила и записи')
  await ask<typeof review.take>(teacher.hand.fetch, 'POST', '/api/review/:submissionId/take', { params })
  await expect(child.getByText(said.state.in_review, { exact: true })).toBeVisible()
  await expect(field).toHaveCount(0)
  at.end()
})

test('work comes back with a question at its words, is mended and handed in again, by keyboard alone', async ({ as, centre }) => {
  const { teacher, aidana, portfolioId, at } = await seedWork(centre)
  const id = newId()
  await ask<typeof review.request>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/review', {
    params: { portfolioId },
    body: { id, records: ['barometer'], organisationId: centre.id, reviewerId: teacher.id, words: '' },
  })
  const child = await as(aidana.hand)
  const mentor = await as(teacher.hand)
  await child.goto(`/review/${id}`)
  await mentor.goto(`/review/${id}`)
  await awake(child)
  await awake(mentor)
  // Opened by whom it was meant for: the author sees that it is being read.
  await expect(child.getByText(said.state.in_review, { exact: true })).toBeVisible()
  await expect(mentor.getByText('Рассказ в школе')).toHaveCount(0)

  await mentor.locator('[data-part="reflection"]').evaluate((node) => {
    const text = node.firstChild as Text
    document.getSelection()?.setBaseAndExtent(text, 9, text, 15)
  })
  await tabTo(mentor, said.remark.onWords)
  await mentor.keyboard.press('Enter')
  await mentor.keyboard.type('Как долго?')
  await tabTo(mentor, said.remark.send)
  await mentor.keyboard.press('Enter')
  await expect(child.getByText('Как долго?')).toBeVisible()
  await expect(child.locator('q', { hasText: 'держит' })).toBeVisible()

  const verdict = mentor.getByRole('radio', { name: said.verdict.confirmed })
  await verdict.focus()
  await mentor.keyboard.press('ArrowDown')
  await mentor.keyboard.press('ArrowDown')
  await expect(mentor.getByRole('radio', { name: said.verdict.not_yet })).toBeChecked()
  // What is begun waits on the device.
  await mentor.getByLabel(said.give.text, { exact: true }).fill('Қайта қараймын')
  await mentor.reload()
  await awake(mentor)
  await expect(mentor.getByLabel(said.give.text, { exact: true })).toHaveValue('Қайта қараймын')
  await mentor.getByLabel(said.give.text, { exact: true }).focus()
  await mentor.keyboard.type('Покажи записи')
  await tabTo(mentor, said.give.return)
  await mentor.keyboard.press('Enter')

  await expect(child.getByText('Покажи записи')).toBeVisible()
  // What the remark stood at is gone, and its quote stays.
  sayInRecord(at.portfolio, 'barometer', 'reflection', 'Записи приложены')
  await at.settled()
  await child.getByLabel(said.resubmit.words, { exact: false }).fill('Добавила записи')
  await child.getByRole('button', { name: said.resubmit.send }).click()
  await expect(mentor.getByText(said.state.resubmitted, { exact: true })).toBeVisible()
  await expect(mentor.locator('[data-part="reflection"]')).toHaveText('Записи приложены')
  await expect(mentor.getByText(said.remark.detached)).toBeVisible()
  await mentor.getByRole('button', { name: said.give.accept }).click()
  await expect(child.getByText(said.state.accepted, { exact: true })).toBeVisible()
  at.end()
})

test('the queue is walked with J and K, by the place of the keys', async ({ as, centre }) => {
  const { teacher, aidana, timur } = await seedWorkshop(centre)
  await seedHandedIn({ centre, learner: aidana, teacher, recordId: 'one', title: 'Кеме', shows: 'A1' })
  await seedHandedIn({ centre, learner: timur, teacher, recordId: 'two', title: 'Робот', shows: 'A1', organisationId: centre.schoolId })
  const mentor = await as(teacher.hand)
  await mentor.goto('/review')
  await awake(mentor)
  await expect(mentor.getByText(said.keys)).toBeVisible()
  const of = (name: string) => mentor.getByRole('link', { name, exact: true })
  // In a Kazakh layout the key says another letter.
  await mentor.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyJ', key: 'о', bubbles: true })))
  await expect(of(aidana.name)).toBeFocused()
  await mentor.keyboard.press('j')
  await expect(of(timur.name)).toBeFocused()
  await mentor.keyboard.press('k')
  await expect(of(aidana.name)).toBeFocused()
  await mentor.keyboard.press('Enter')
  await expect(mentor.getByRole('heading', { name: 'Кеме', exact: true })).toBeVisible()
})

test('a pupil disagrees, whoever judged it is told, and a second reader’s opinion stands beside the first', async ({ as, centre }) => {
  test.slow()
  const { aidana } = await seedWorkshop(centre)
  // Mentors: they read what they are asked to, and see no pupil's map.
  const teacher = await seedAdult(centre, { role: 'mentor', name: 'Серік' })
  const second = await seedAdult(centre, { role: 'mentor', name: 'Жанар' })
  const work = { centre, learner: aidana, teacher, recordId: 'lamp', title: 'Шам', shows: 'C2' }
  const { portfolioId, submissionId, named } = await seedHandedIn(work)
  await sayOf(teacher.hand, submissionId, 'not_yet', 'Схеманы көрсет')
  const child = await as(aidana.hand)
  const mentor = await as(teacher.hand)
  await mentor.goto('/work')
  await expect(mentor.getByRole('link', { name: said.title, exact: true })).toHaveAttribute('href', '/review')
  await child.goto(`/portfolio/${portfolioId}/map?framework=${shippedFramework}`)
  await awake(mentor)
  await awake(child)
  const e = w.evidence
  const cell = child.getByRole('button', { name: `${named}. ${e.levelOf(2, 'По образцу')}` })
  await expect(cell).toHaveAccessibleName(new RegExp(e.state.not_yet))
  await cell.click()
  const sheet = child.getByRole('dialog')
  await sheet.locator('summary', { hasText: e.claim.dispute }).click()
  await sheet.getByRole('group').filter({ hasText: e.claim.disputeWhy }).getByLabel(e.why, { exact: true }).fill('Схема екінші суретте')
  await sheet.getByRole('button', { name: e.claim.disputeSend, exact: true }).click()
  await expect(sheet.getByText('Схема екінші суретте')).toBeVisible()
  await child.keyboard.press('Escape')
  await expect(cell).toHaveAccessibleName(new RegExp(e.state.disputed))

  // The mentor hears of it, and asks a colleague.
  await mentor.getByRole('link', { name: new RegExp(`^${w.common.inbox}: \\d`) }).click()
  await mentor.getByRole('link', { name: w.inbox.lines['evidence.disputed'](aidana.name, aidana.name), exact: true }).click()
  await expect(mentor).toHaveURL(new RegExp(`/review/${submissionId}$`))
  await expect(mentor.getByText(said.give.again)).toBeVisible()
  await expect(mentor.getByRole('radio', { name: said.verdict.not_yet })).toBeChecked()
  await expect(mentor.getByText(said.evidenceState.disputed, { exact: true })).toBeVisible()
  const first = mentor.getByRole('list', { name: said.said }).getByRole('listitem')
  await expect(first).toContainText(said.verdict.not_yet)
  await expect(first.getByRole('blockquote')).toContainText(`${said.against}: Схема екінші суретте`)
  await expect(first.getByRole('blockquote')).toContainText(aidana.name)
  await mentor.locator('summary', { hasText: said.invite.title }).click()
  await mentor.getByLabel(said.invite.whom, { exact: true }).selectOption({ label: `${second.name}, ${centre.name}` })
  await mentor.getByRole('button', { name: said.invite.send, exact: true }).click()
  await expect(mentor.getByText(second.name).first()).toBeVisible()

  const other = await as(second.hand)
  await other.goto(`/review/${submissionId}`)
  await awake(other)
  await expect(other.getByRole('radio', { name: said.verdict.confirmed })).toBeChecked()
  await other.getByRole('button', { name: said.give.opinion, exact: true }).click()
  await expect(cell).toHaveAccessibleName(new RegExp(e.map.states(1, e.state.confirmed)))
  await cell.click()
  const verdicts = sheet.getByRole('list', { name: e.claim.verdicts }).getByRole('listitem')
  await expect(verdicts).toHaveCount(2)
  await expect(verdicts.filter({ hasText: teacher.name })).toContainText(e.state.not_yet)
  await expect(verdicts.filter({ hasText: second.name })).toContainText(e.state.confirmed)
})

test('two devices that hand in the same at once have one submission, and neither is told of a fault', async ({ as, centre }) => {
  test.slow()
  const { aidana, portfolioId, at } = await seedWork(centre)
  at.end()
  const devices = [await as(aidana.hand), await as(aidana.hand, { viewport: { width: 360, height: 740 } })]
  for (const page of devices) {
    await page.goto(`/portfolio/${portfolioId}/review`)
    await awake(page)
  }
  await Promise.all(devices.map((page) => page.getByRole('button', { name: said.ask.send, exact: true }).click()))
  for (const page of devices) {
    await expect(page.getByText(said.ask.sent)).toBeVisible()
    await expect(page.getByRole('link', { name: said.whole, exact: true })).toHaveCount(1)
  }
})

test('a remark stands at a place of a picture with its number, by touch, by mouse and by keyboard', async ({ as, centre }) => {
  test.slow()
  const { teacher, aidana, portfolioId, at } = await seedWork(centre)
  at.end()
  const p = w.portfolio
  const author = await as(aidana.hand)
  await author.goto(`/portfolio/${portfolioId}`)
  await awake(author)
  await author.getByRole('button', { name: 'Барометр из банки', exact: true }).click()
  await author.getByRole('button', { name: p.record.write, exact: true }).click()
  await author.getByRole('toolbar').getByRole('button', { name: p.editor.picture, exact: true }).click()
  const buffer = await sharp({ create: { width: 480, height: 320, channels: 3, background: '#0b6e99' } })
    .png()
    .toBuffer()
  await author.getByLabel(p.editor.file, { exact: true }).setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
  await author.getByLabel(p.editor.alt, { exact: true }).fill('Банка с трубкой')
  await author.getByRole('button', { name: p.editor.putPicture, exact: true }).click()
  await author.getByRole('button', { name: p.editor.done, exact: true }).click()
  await expect(savedOn(author)).toBeVisible()
  const id = newId()
  await ask<typeof review.request>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/review', {
    params: { portfolioId },
    body: { id, records: ['barometer'], organisationId: centre.id, reviewerId: teacher.id, words: '' },
  })
  await author.goto(`/review/${id}`)
  await awake(author)

  const mentor = await as(teacher.hand, { viewport: { width: 360, height: 740 }, hasTouch: true })
  await mentor.goto(`/review/${id}`)
  await awake(mentor)
  const picture = mentor.getByRole('button', { name: said.remark.onPicture('Банка с трубкой'), exact: true })
  const write = async (words: string) => {
    await expect(mentor.getByLabel(said.remark.text, { exact: true })).toBeFocused()
    await mentor.keyboard.type(words)
    await mentor.getByRole('button', { name: said.remark.send, exact: true }).click()
    await expect(mentor.getByText(words)).toBeVisible()
  }
  await picture.scrollIntoViewIfNeeded()
  const box = await picture.boundingBox()
  if (!box) throw new Error('the picture has no place')
  await picture.tap({ position: { x: box.width * 0.25, y: box.height * 0.5 } })
  await write('Что это за трубка?')
  await picture.click({ position: { x: box.width * 0.75, y: box.height * 0.25 } })
  await write('Здесь крышка?')
  await picture.focus()
  await mentor.keyboard.press('ArrowDown')
  await mentor.keyboard.press('ArrowDown')
  await mentor.keyboard.press('Enter')
  await write('А тут вода?')

  // The author sees the same numbers at the same places, on another screen.
  const shown = await author.getByRole('img', { name: 'Банка с трубкой' }).boundingBox()
  for (const [n, x, y] of [
    [1, 0.25, 0.5],
    [2, 0.75, 0.25],
    [3, 0.5, 0.6],
  ] as const) {
    const mark = author.getByRole('link', { name: said.remark.point(n), exact: true })
    await expect(mark).toBeVisible()
    const found = await mark.boundingBox()
    if (!shown || !found) throw new Error('nothing to measure')
    expect(Math.abs(found.x + found.width / 2 - shown.x - shown.width * x)).toBeLessThan(3)
    expect(Math.abs(found.y + found.height / 2 - shown.y - shown.height * y)).toBeLessThan(3)
  }
  await author.getByRole('link', { name: said.remark.point(2), exact: true }).click()
  await expect(author.getByRole('listitem').filter({ hasText: 'Здесь крышка?' })).toBeFocused()
  await expectAccessible(author)
  await expectAccessible(mentor)
  expect(await mentor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('a remark stands at words of a page of a notebook, by mouse, by touch and by keyboard, and follows them on the living page', async ({
  as,
  centre,
}) => {
  test.slow()
  const { aidana, mentor, day, id } = await seedPageWork(centre, {
    lines: ['Ток 0,2 А на первом опыте', 'Мотор греется', 'Крепление гудит'],
    pictures: ['Стенд с мотором'],
  })

  const reader = await as(mentor.hand, { viewport: { width: 360, height: 740 }, hasTouch: true })
  await reader.goto(`/review/${id}`)
  await awake(reader)
  const words = (page: Page) => page.locator('[data-part="page"]')
  await expect(words(reader)).toContainText('Мотор греется')
  // Of a board that the mentor may not open.
  const picture = words(reader).getByRole('img', { name: 'Стенд с мотором' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  const choose = (nth: number, from: number, to: number) =>
    words(reader)
      .locator('p')
      .nth(nth)
      .evaluate(
        (node, [start, end]) => {
          const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text
          document.getSelection()?.setBaseAndExtent(text, start, text, end)
        },
        [from, to] as const,
      )
  const write = async (told: string) => {
    await expect(reader.getByLabel(said.remark.text, { exact: true })).toBeFocused()
    await reader.keyboard.type(told)
    await reader.getByRole('button', { name: said.remark.send, exact: true }).click()
    await expect(reader.getByText(told)).toBeVisible()
  }
  // With a mouse over the words.
  const line = await words(reader).locator('p').nth(1).boundingBox()
  if (!line) throw new Error('the line has no place')
  await reader.mouse.move(line.x + 1, line.y + line.height / 2)
  await reader.mouse.down()
  await reader.mouse.move(line.x + line.width - 1, line.y + line.height / 2, { steps: 4 })
  await reader.mouse.up()
  await reader.getByText(said.remark.onWords, { exact: true }).last().click()
  await write('Насколько горячо?')
  // With a finger, on the button beside the words.
  await choose(0, 4, 9)
  await reader.getByText(said.remark.onWords, { exact: true }).last().tap()
  await write('Чем мерили?')
  // And from the keys.
  await choose(2, 10, 15)
  await tabTo(reader, said.remark.onWords)
  await reader.keyboard.press('Enter')
  await write('Какой звук?')
  await expectAccessible(reader)

  const author = await as(aidana.hand)
  await author.goto(`/review/${id}`)
  await awake(author)
  const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('remark') ?? [])].map(String).sort())
  await expect.poll(() => marked(author)).toEqual(['0,2 А', 'Мотор греется', 'гудит'])
  for (const quote of ['Мотор греется', '0,2 А', 'гудит']) await expect(author.locator('q', { hasText: quote })).toBeVisible()
  await expect(author.getByText(said.remark.detached)).toHaveCount(0)

  // The page goes on: words move, and some are gone.
  const [first, , third] = day.texts
  first?.insert(0, 'Сегодня: ')
  third?.delete(10, 5)
  await day.settled()
  await author.reload()
  await awake(author)
  await expect(author.getByText(said.remark.detached)).toHaveCount(1)
  await expect(author.getByRole('listitem').filter({ hasText: 'Какой звук?' })).toContainText(said.remark.detached)
  await author.getByRole('radio', { name: said.view.now, exact: true }).check()
  await expect(words(author)).toContainText('Сегодня: Ток 0,2 А')
  await expect.poll(() => marked(author)).toEqual(['0,2 А', 'Мотор греется'])
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  day.end()
})

test('a remark stands at a place of a picture on a page of a notebook, by touch, mouse and keyboard, and says when the page has it no more', async ({
  as,
  centre,
}) => {
  test.slow()
  const { aidana, mentor, day, portfolioId, id } = await seedPageWork(centre, {
    lines: ['Мотор греется'],
    pictures: ['Стенд с мотором', 'Крышка'],
  })

  // Of a notebook that the mentor may not open.
  const reader = await as(mentor.hand, { viewport: { width: 360, height: 740 }, hasTouch: true })
  await reader.goto(`/review/${id}`)
  await awake(reader)
  const place = (alt: string) => reader.getByRole('button', { name: said.remark.onPicture(alt), exact: true })
  const write = async (told: string) => {
    await expect(reader.getByLabel(said.remark.text, { exact: true })).toBeFocused()
    await reader.keyboard.type(told)
    await reader.getByRole('button', { name: said.remark.send, exact: true }).click()
    await expect(reader.getByText(told)).toBeVisible()
  }
  await expect(place('Крышка')).toBeVisible()
  const spotOn = async (alt: string, x: number, y: number) => {
    await place(alt).scrollIntoViewIfNeeded()
    const box = await place(alt).boundingBox()
    if (!box) throw new Error('the picture has no place')
    return { position: { x: box.width * x, y: box.height * y } }
  }
  await place('Стенд с мотором').tap(await spotOn('Стенд с мотором', 0.25, 0.5))
  await write('Что здесь греется?')
  await place('Крышка').click(await spotOn('Крышка', 0.75, 0.25))
  await write('Чем закреплено?')
  await place('Стенд с мотором').focus()
  await reader.keyboard.press('ArrowDown')
  await reader.keyboard.press('ArrowDown')
  await reader.keyboard.press('Enter')
  await write('Это провод?')
  await expectAccessible(reader)
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  // The author sees them at the same places, in the page as it was and as it is.
  const author = await as(aidana.hand)
  const point = (n: number) => author.getByRole('link', { name: said.remark.point(n), exact: true })
  const expectAt = async (n: number, alt: string, x: number, y: number) => {
    await expect(point(n)).toBeVisible()
    const [shown, found] = [await author.getByRole('img', { name: alt }).boundingBox(), await point(n).boundingBox()]
    if (!shown || !found) throw new Error('nothing to measure')
    expect(Math.abs(found.x + found.width / 2 - shown.x - shown.width * x)).toBeLessThan(3)
    expect(Math.abs(found.y + found.height / 2 - shown.y - shown.height * y)).toBeLessThan(3)
  }
  await author.goto(`/review/${id}`)
  await awake(author)
  await expectAt(1, 'Стенд с мотором', 0.25, 0.5)
  await expectAt(2, 'Крышка', 0.75, 0.25)
  await expectAt(3, 'Стенд с мотором', 0.5, 0.6)
  await expect(author.getByText(said.remark.detached)).toHaveCount(0)
  await point(2).click()
  await expect(author.getByRole('listitem').filter({ hasText: 'Чем закреплено?' })).toBeFocused()

  // The page goes on: one picture moves down, the other one is taken out.
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText('Ещё один опыт')])
  const body = pageBody(day.doc)
  body.delete(2, 1)
  body.insert(0, [line])
  await day.settled()
  await author.reload()
  await awake(author)
  const gone = author.getByRole('listitem').filter({ hasText: 'Чем закреплено?' })
  await expect(gone).toContainText(said.remark.detached)
  await expect(gone.locator('q')).toHaveText('Крышка')
  await expect(author.getByText(said.remark.detached)).toHaveCount(1)
  await author.getByRole('radio', { name: said.view.now, exact: true }).check()
  await expect(author.getByText('Ещё один опыт')).toBeVisible()
  await expectAt(1, 'Стенд с мотором', 0.25, 0.5)
  await expect(point(2)).toHaveCount(0)
  day.end()

  // Beside the living record it is told too, of that picture alone.
  await author.goto(`/portfolio/${portfolioId}#record-barometer`)
  await awake(author)
  const beside = author.getByRole('region', { name: said.remark.beside })
  await expect(beside.getByRole('listitem').filter({ hasText: 'Чем закреплено?' })).toContainText(said.remark.detached)
  await expect(beside.getByText(said.remark.detached)).toHaveCount(1)
})
