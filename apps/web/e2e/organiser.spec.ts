import type { exhibition } from '@sheber/contract/exhibition'
import type { judge } from '@sheber/contract/judge'
import type { stand } from '@sheber/contract/stand'
import { ask } from '../src/lib/api.ts'
import { freshPlan } from '../src/lib/exhibition/plan.ts'
import { newId } from '../src/lib/new-id.ts'
import { findings } from './axe.ts'
import { awake, tabTo } from './pages.ts'
import { seedAdult, seedWorkshop, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { catalogues, w } from './words.ts'

test.use({ house: { name: 'organiser' } })

const e = w.exhibition
const dayMs = 86_400_000
const said = (text: string) => ({ kk: text, ru: text, en: text })

/** A draft, or one that takes entries today. */
const seedExhibition = async ({ fetch }: Hand, organisationId: string, title: string, called = false): Promise<string> => {
  const id = newId()
  const now = Date.now()
  const day = (days: number) => new Date(now + days * dayMs).toISOString()
  const fresh = freshPlan(day(0))
  const levels = [0, 1].map((points) => ({ points, text: said('Sheber') }))
  const plan = {
    ...fresh,
    title: said(title),
    nominations: [{ id: newId(), title: said('3D') }],
    rubric: { criteria: [{ id: 'idea', title: said('3D'), weight: 10, levels }] },
    windows: { ...fresh.windows, entriesFrom: day(-1) },
  }
  const make = { params: { organisationId }, body: { id, plan } }
  await ask<typeof exhibition.make>(fetch, 'POST', '/api/organisation/:organisationId/exhibition', make)
  const step = { params: { exhibitionId: id }, body: { state: 'call' as const } }
  if (called) await ask<typeof exhibition.step>(fetch, 'POST', '/api/exhibition/:exhibitionId/state', step)
  return id
}

test('two organisations hold an exhibition together: one asks, the other agrees, and leaves again', async ({ as, centre }) => {
  const founder = await seedAdult(centre)
  const partner = await seedAdult(centre, { organisationId: centre.schoolId })
  const title = 'Вместе с селом'
  const exhibitionId = await seedExhibition(founder.hand, centre.id, title)

  const theirs = await as(partner.hand)
  await theirs.goto('/exhibition')
  await expect(theirs.getByText(title)).toHaveCount(0)

  // By keyboard: asked, taken back, and asked after all.
  const ours = await as(founder.hand)
  await ours.goto(`/exhibition/${exhibitionId}`)
  await awake(ours)
  const school = ours.getByRole('listitem').filter({ hasText: centre.school })
  const invite = async () => {
    const door = ours.locator('summary', { hasText: e.invite })
    if ((await door.getAttribute('open')) === null && !(await ours.getByLabel(e.organisation).isVisible())) await door.press('Enter')
    await ours.getByLabel(e.organisation).selectOption({ label: centre.school })
    await ours.getByRole('button', { name: e.invite }).press('Enter')
    await expect(school.getByText(e.invited)).toBeVisible()
  }
  await invite()
  expect(await findings(ours)).toEqual([])
  await ours.getByRole('button', { name: e.takeBackOf(centre.school) }).press('Enter')
  await expect(school).toHaveCount(0)
  await invite()

  // They are told, may not look yet, refuse by a slip of the hand, and agree.
  await theirs.setViewportSize({ width: 360, height: 740 })
  await theirs.goto('/inbox')
  await expect(theirs.getByRole('link', { name: title }).first()).toHaveAttribute('href', '/exhibition/invitation')
  await theirs.goto(`/exhibition/${exhibitionId}`)
  await expect(theirs.getByRole('heading', { level: 1, name: w.common.problem.forbidden })).toBeVisible()
  await theirs.goto('/exhibition')
  await theirs.getByRole('link', { name: e.invitation.notice(1) }).click()
  await expect(theirs.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await awake(theirs)
  expect(await findings(theirs)).toEqual([])
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await theirs.getByRole('button', { name: e.invitation.declineOf(title) }).click()
  await expect(theirs.getByText(e.invitation.declined)).toBeVisible()
  await theirs.getByRole('button', { name: e.invitation.acceptOf(title) }).click()
  await expect(theirs).toHaveURL(new RegExp(`/exhibition/${exhibitionId}$`))
  await expect(theirs.getByRole('link', { name: e.edit })).toBeVisible()
  await expect(theirs.locator('summary', { hasText: e.invite })).toHaveCount(0)

  // Who asked is told; the trail names each step; a partner ends its own part alone.
  await ours.goto('/inbox')
  await expect(ours.getByRole('link', { name: title }).first()).toHaveAttribute('href', `/exhibition/${exhibitionId}`)
  await ours.goto(`/exhibition/${exhibitionId}/trail`)
  for (const deed of ['invited', 'uninvited', 'declined', 'joined'] as const)
    await expect(ours.getByText(`${w.trail.source.exhibition_decision}: ${w.trail.deed[deed]}`).first()).toBeVisible()
  await expect(ours.getByText(centre.school).first()).toBeVisible()
  await theirs.goto(`/exhibition/${exhibitionId}`)
  await awake(theirs)
  await expect(theirs.locator('summary', { hasText: e.remove })).toHaveCount(1)
  await theirs.locator('summary', { hasText: e.remove }).click()
  await theirs.getByRole('button', { name: e.uninvite(centre.school) }).click()
  await expect(theirs).toHaveURL(/\/exhibition$/)
  await expect(theirs.getByRole('heading', { level: 1, name: e.title })).toBeVisible()
  await expect(theirs.getByText(title)).toHaveCount(0)
})

test('a draft made by mistake goes, and comes back', async ({ as, centre }) => {
  const founder = await seedAdult(centre)
  const title = 'Черновик по ошибке'
  const exhibitionId = await seedExhibition(founder.hand, centre.id, title)
  const page = await as(founder.hand)
  await page.goto(`/exhibition/${exhibitionId}`)
  await awake(page)
  await page.locator('summary', { hasText: e.off.remove }).press('Enter')
  await tabTo(page, e.off.remove)
  await page.keyboard.press('Enter')
  await expect(page.getByText(e.off.removed)).toBeVisible()
  await expect(page.getByRole('link', { name: e.edit })).toHaveCount(0)
  await page.goto('/exhibition')
  await expect(page.getByRole('link', { name: title })).toBeHidden()
  await page.locator('summary', { hasText: e.shelf.removed }).click()
  await page.getByRole('link', { name: title }).click()
  await awake(page)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: e.off.restore }).click()
  await expect(page.getByRole('link', { name: e.edit })).toBeVisible()
})

test('an exhibition is called off with a reason, everybody concerned reads it, and it goes on', async ({ as, centre }) => {
  const { teacher, aidana, project } = await seedWorkshop(centre)
  const title = 'Отменённая выставка'
  const exhibitionId = await seedExhibition(teacher.hand, centre.id, title, true)
  const begin = { params: { projectId: project.id }, body: { id: newId(), exhibitionId } }
  await ask<typeof stand.begin>(aidana.hand.fetch, 'POST', '/api/project/:projectId/stand', begin)
  const judging = await seedAdult(centre, { role: 'judge' })
  await ask<typeof judge.invite>(teacher.hand.fetch, 'POST', '/api/exhibition/:exhibitionId/judge', {
    params: { exhibitionId },
    body: { id: newId(), who: { personId: judging.id }, shadow: false, nominations: [] },
  })
  const reason = 'В зале прорвало трубу'

  const child = await as(aidana.hand, { viewport: { width: 360, height: 740 } })
  await child.goto('/work')
  const page = await as(teacher.hand)
  await page.goto(`/exhibition/${exhibitionId}`)
  await awake(page)
  await page.locator('summary', { hasText: e.off.cancel }).press('Enter')
  // Nothing is called off without a word.
  await expect(page.getByRole('button', { name: e.off.cancel })).toBeDisabled()
  await page.getByLabel(e.off.reason).fill(reason)
  await page.getByRole('button', { name: e.off.cancel }).press('Enter')
  await expect(page.getByText(e.off.told(reason))).toBeVisible()
  expect(await findings(page)).toEqual([])

  // The child has a line, its entry, and no way to change it.
  await child.goto('/inbox')
  await child.getByRole('link', { name: w.inbox.lines['exhibition.cancelled']('', title) }).click()
  await expect(child.getByText(e.off.told(reason))).toBeVisible()
  await child.goto(`/project/${project.id}/stand`)
  await expect(child.getByText(e.off.entry)).toBeVisible()
  await expect(child.getByRole('button', { name: w.stand.enter })).toHaveCount(0)
  expect(await child.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await child.context().addCookies([{ name: 'language', value: 'kk', url: centre.url }])
  await child.goto(`/exhibition/${exhibitionId}`)
  await expect(child.getByText(catalogues.kk.exhibition.off.told(reason))).toBeVisible()

  // So have the jury and the world, at the same address.
  const jury = await as(judging.hand)
  await jury.goto('/work')
  await expect(jury.getByText(w.judging.state.cancelled)).toBeVisible()
  expect(await findings(jury)).toEqual([])
  await jury.getByRole('link', { name: `${w.judging.go}: ${title}` }).click()
  await expect(jury.getByText(e.off.told(reason))).toBeVisible()
  const guest = await as(null)
  await guest.goto(`/e/${exhibitionId}`)
  await expect(guest.getByText(reason)).toBeVisible()

  await page.getByRole('button', { name: e.off.resume }).click()
  await expect(page.getByText(e.off.told(reason))).toHaveCount(0)
  await expect(page.getByRole('button', { name: e.step.moderation })).toBeVisible()
  await guest.reload()
  await expect(guest.getByText(reason)).toHaveCount(0)
})
