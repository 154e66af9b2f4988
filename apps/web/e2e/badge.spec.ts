import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { badge } from '@sheber/contract/badge'
import { idOf } from '@sheber/dev-env/people'
import { ask } from '../src/lib/api.ts'
import kazakh from '../src/lib/badge/words.kk.ts'
import badgeWords from '../src/lib/badge/words.ru.ts'
import { moments } from '../src/lib/words/moment.ts'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { openPage, openRows } from './rows.ts'
import { seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

test.use({ house: { name: 'badge' } })

const b = badgeWords
const narrow = { viewport: { width: 360, height: 740 } }

const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

/** A file is posted to the page that checks badges, in whatever browser this is. */
const post = async (page: Page, name: string, mimeType: string, buffer: Buffer) => {
  await page.goto('/badge')
  await page.getByLabel(b.check.file, { exact: true }).setInputFiles({ name, mimeType, buffer })
  await page.getByRole('button', { name: b.check.go, exact: true }).click()
}

test('staff give a badge, its holder sees it at once, and a stranger finds that it is genuine', async ({ as, centre }, testInfo) => {
  const { teacher, aidana, project } = await seedWorkshop(centre)
  const child = await as(aidana.hand, narrow)
  await child.goto('/badge/mine')
  await awake(child)
  await expect(child.getByText(b.mine.none)).toBeVisible()

  const page = await as(teacher.hand)
  await page.goto(`/centre/${centre.id}`)
  await page.getByRole('link', { name: w.common.badges, exact: true }).click()
  await awake(page)
  await page.locator('summary', { hasText: b.class.make }).click()
  await page.getByLabel(b.class.name, { exact: true }).fill('Құрастырушы')
  await page.getByRole('button', { name: b.class.make, exact: true }).click()
  await expect(page).toHaveURL(/\/badge\/class\/[0-9a-f-]{36}$/)

  // What asks for nothing is not given out, and that is said.
  await page.locator('summary', { hasText: b.class.open }).click()
  await page.getByRole('button', { name: b.class.open, exact: true }).click()
  await expect(page.getByText('Значку нужны название')).toBeVisible()

  await page.getByLabel(`${b.class.role} (${b.class.languages.ru})`, { exact: true }).fill('Конструктор')
  await page.getByLabel(`${b.class.criteria} (${b.class.languages.ru})`, { exact: true }).fill('Собрал барометр, который работает.')
  await page.getByText(b.class.emblems.compass, { exact: true }).click()
  await page.getByRole('button', { name: b.class.save, exact: true }).click()
  await expect(page.getByText(b.class.saved)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: b.class.open, exact: true }).click()

  // Whoever is in a project of the house may get it.
  await page.getByRole('button', { name: b.give.goTo(aidana.name) }).dblclick()
  await expect(page.getByText(b.give.done(aidana.name))).toBeVisible()
  await expect(page.getByRole('link', { name: aidana.name, exact: true })).toHaveCount(1)
  await expectAccessible(page)

  // Nobody reloads anything.
  await expect(child.getByRole('link', { name: 'Құрастырушы', exact: true })).toBeVisible()
  await expectAccessible(child)
  await fits(child)
  const coming = child.waitForEvent('download')
  await child.getByRole('link', { name: b.mine.png }).click()
  const picture = testInfo.outputPath('badge.png')
  await (await coming).saveAs(picture)
  await child.getByRole('link', { name: 'Құрастырушы', exact: true }).click()
  await expect(child.getByText(b.state.valid)).toBeVisible()
  await expect(child.getByText(aidana.name, { exact: false }).first()).toBeVisible()
  await fits(child)
  const address = new URL(child.url()).pathname

  // A browser that has never been here: the page holds no script, and no name of a child.
  const stranger = await as(null, narrow)
  await stranger.goto(address)
  await expect(stranger.getByText(b.state.valid)).toBeVisible()
  await expect(stranger.getByText(project.title)).toBeVisible()
  await expect(stranger.getByRole('img')).toHaveCount(0)
  expect(await stranger.content()).not.toContain(aidana.name)
  expect(await stranger.locator('script').count()).toBe(0)
  await expect(stranger.getByText(b.near)).toBeVisible()
  await expectAccessible(stranger)
  await fits(stranger)

  await post(stranger, 'badge.png', 'image/png', await readFile(picture))
  await expect(stranger.getByText(b.state.valid)).toBeVisible()
  await fits(stranger)

  const text = await (await stranger.request.get(`/api${address}`)).text()
  await post(stranger, 'badge.json', 'application/json', Buffer.from(text))
  await expect(stranger.getByText(b.state.valid)).toBeVisible()
  await post(stranger, 'badge.json', 'application/json', Buffer.from(text.replace('Құрастырушы', 'Құрастырушу')))
  await expect(stranger.getByText(b.state.broken)).toBeVisible()
  await expect(stranger.getByText(b.why.signature)).toBeVisible()
  await expect(stranger.getByText('Құрастырушу')).toHaveCount(0)
  await expectAccessible(stranger)
  await post(stranger, 'cat.png', 'image/png', Buffer.from([0x89, 0x50]))
  await expect(stranger.getByText(b.state.unreadable)).toBeVisible()

  // Taken back: everybody is told why.
  await page.getByLabel(b.given.revokeOf(aidana.name)).click()
  await page.getByRole('button', { name: b.given.revoke, exact: true }).click()
  await expect(page.getByText(b.state.revoked)).toBeVisible()
  await stranger.goto(address)
  await expect(stranger.getByText(b.state.revoked)).toBeVisible()
  await expect(stranger.getByText(b.revoked.mistake)).toBeVisible()
})

test('a badge asks for competencies, and who is short of them is not in the list', async ({ as, centre }) => {
  const { teacher, aidana } = await seedWorkshop(centre)
  const page = await as(teacher.hand, narrow)
  await page.goto('/badge/class')
  await awake(page)
  await page.locator('summary', { hasText: b.class.make }).click()
  await page.getByLabel(b.class.name, { exact: true }).fill('Испытатель')
  await page.getByRole('button', { name: b.class.make, exact: true }).click()
  const choice = page.getByLabel(b.class.competency, { exact: true })
  await expect(choice.locator('option').first()).toBeAttached()
  await page.getByRole('button', { name: b.class.add, exact: true }).click()
  await page.getByRole('button', { name: b.class.add, exact: true }).click()
  await expect(page.getByRole('button', { name: /^Убрать/ })).toHaveCount(2)
  await page.getByRole('button', { name: b.class.save, exact: true }).click()
  await expect(page.getByText(b.class.saved)).toBeVisible()
  await fits(page)
  await expectAccessible(page)
  await page.locator('summary', { hasText: b.class.open }).click()
  await page.getByRole('button', { name: b.class.open, exact: true }).click()
  await expect(page.getByText(b.give.none, { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: b.give.goTo(aidana.name) })).toHaveCount(0)
  await fits(page)
})

test('a badge whose time is over says so in Kazakh, and until when it held, to a browser that was never here', async ({ browser }) => {
  await using rows = await openRows()
  const url = await rows.listen()
  const headers = { cookie: rows.as('madina').cookie ?? '', origin: url }
  const madina: typeof fetch = (path, init) => fetch(url + String(path), { ...init, headers: { ...init?.headers, ...headers } })
  const said = (words: string) => ({ kk: words, ru: words, en: words })
  const params = { classId: crypto.randomUUID() }
  await ask<typeof badge.make>(madina, 'POST', '/api/organisation/:organisationId/badge', {
    params: { organisationId: idOf('centre') },
    body: {
      id: params.classId,
      draft: {
        ...{ title: said('Ұшқыш'), criteria: said('Планер құрастырды'), emblem: 'glider', needs: [], role: said('Құрастырушы') },
        validMonths: 1,
      },
    },
  })
  await ask<typeof badge.open>(madina, 'POST', '/api/badge/class/:classId/open', { params })
  const { id, until } = await ask<typeof badge.issue>(madina, 'POST', '/api/badge/class/:classId/issue', {
    params,
    body: { personId: idOf('aigerim'), projectId: idOf('bridge project') },
  })
  const stranger = await openPage(browser, url, { ...narrow, locale: 'kk' })
  await stranger.context().addCookies([{ name: 'language', value: 'kk', url }])
  const hourMs = 3_600_000
  rows.clock.advance(new Date(until ?? 0).getTime() - rows.clock.now().getTime() - hourMs)
  await stranger.goto(`/badge/${id}`)
  await expect(stranger.getByText(kazakh.state.valid)).toBeVisible()
  rows.clock.advance(hourMs)
  await stranger.reload()
  await expect(stranger.locator('html')).toHaveAttribute('lang', 'kk')
  await expect(stranger.getByText(kazakh.state.expired)).toBeVisible()
  await expect(stranger.getByText(kazakh.why.expired(moments('kk').day(until ?? '')))).toBeVisible()
  await expect(stranger.getByText(kazakh.state.valid)).toHaveCount(0)
  await expectAccessible(stranger)
  await fits(stranger)
})
