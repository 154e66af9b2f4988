import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'
import { sayOf, seedHandedIn } from './writing.ts'

test.use({ house: { name: 'inbox' } })

const { common, inbox, review } = w
const phone = { viewport: { width: 360, height: 740 } }

test('the sign at the head counts what is new by itself, is read for every device, and leads to the thing', async ({ as, centre }) => {
  test.slow()
  const { teacher, aidana } = await seedWorkshop(centre)
  const learner = aidana
  const child = await as(aidana.hand, phone)
  const other = await as(aidana.hand)
  const mentor = await as(teacher.hand)
  for (const page of [child, other, mentor]) {
    await page.goto('/work')
    await awake(page)
  }
  // The team was news once.
  await child.getByRole('link', { name: common.inboxNew(1), exact: true }).click()
  await expect(child.getByRole('listitem')).toHaveCount(1)
  await expect(child.getByRole('link', { name: common.inbox, exact: true })).toBeVisible()
  await child.goto('/work')
  await awake(child)

  const { submissionId } = await seedHandedIn({ centre, learner, teacher, recordId: 'kite', title: 'Батпырауық', shows: 'C1' })
  await mentor.getByRole('link', { name: new RegExp(`^${common.inbox}: \\d`) }).click()
  const asked = mentor.getByRole('link', { name: inbox.lines['review.asked'](aidana.name, aidana.name), exact: true })
  await expect(asked).toBeVisible()
  await expect(child.getByRole('link', { name: common.inbox, exact: true })).toBeVisible()
  await asked.click()
  await expect(mentor).toHaveURL(new RegExp(`/review/${submissionId}$`))
  await expect(mentor.getByRole('heading', { name: 'Батпырауық', exact: true })).toBeVisible()

  await sayOf(teacher.hand, submissionId, 'confirmed')
  for (const page of [child, other]) await expect(page.getByRole('link', { name: common.inboxNew(1), exact: true })).toBeVisible()
  await child.getByRole('link', { name: common.inboxNew(1), exact: true }).click()
  await expect(child.getByText(inbox.fresh, { exact: true })).toHaveCount(1)
  await expectAccessible(child)
  expect(await child.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  // Read here: the other device learns it with the next page.
  await expect(child.getByRole('link', { name: common.inbox, exact: true })).toBeVisible()
  await other.goto('/inbox')
  await awake(other)
  await expect(other.getByRole('link', { name: common.inbox, exact: true })).toBeVisible()
  await expect(other.getByText(inbox.fresh, { exact: true })).toHaveCount(0)
  await child.getByRole('link', { name: inbox.lines['review.reviewed'](teacher.name, aidana.name), exact: true }).click()
  await expect(child.getByText('Хорошая работа')).toBeVisible()
  await expect(child.getByText(review.state.accepted, { exact: true })).toBeVisible()
})
