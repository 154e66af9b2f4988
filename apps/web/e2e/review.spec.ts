import type { evidence } from '@sheber/contract/evidence'
import type { framework } from '@sheber/contract/framework'
import type { review } from '@sheber/contract/review'
import { addRecord, sayInRecord } from '@sheber/document/portfolio'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import { expectAccessible } from './axe.ts'
import { awake, tabTo } from './pages.ts'
import { shippedFramework } from './places.ts'
import { seedPortfolio, seedWorkshop, type Centre } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'
import { counting, writing } from './writing.ts'

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
