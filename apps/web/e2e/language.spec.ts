import type { Language } from '@sheber/contract/words'
import type { Page } from '@playwright/test'
import { awake, openAccount, signIn } from './pages.ts'
import { pagesFor, placesOf, visit } from './places.ts'
import { seedAdult, seedProject, seedTeam, seedWorkshop } from './seed.ts'
import { createSheber } from '@sheber/dev-env/sheber'
import { expect, test } from './test.ts'
import { catalogues } from './words.ts'

test.use({ house: { name: 'language' } })

const own: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }
const three = ['kk', 'en', 'ru'] as const

const choose = (page: Page, language: Language) => page.getByRole('button', { name: own[language], exact: true }).first().click()
const speaks = (page: Page, language: Language) => expect(page.locator('html')).toHaveAttribute('lang', language)

test('the first page of all can be read in three languages', async ({ page }) => {
  await using empty = await createSheber()
  await empty.start()
  await page.goto(empty.url)
  for (const language of three) {
    await choose(page, language)
    await speaks(page, language)
    await expect(page.getByRole('heading', { level: 1, name: catalogues[language].centre.new.headline })).toBeVisible()
    await expect(page.getByRole('button', { name: own[language], exact: true })).toHaveAttribute('aria-current', 'true')
  }
  await choose(page, 'kk')
  await page.getByRole('link', { name: catalogues.kk.centre.new.create }).click()
  await expect(page.getByLabel(catalogues.kk.centre.form.name, { exact: true })).toBeVisible()
  await choose(page, 'en')
  await expect(page.getByLabel(catalogues.en.centre.form.name, { exact: true })).toBeVisible()
})

test('a guest is met in the language of the browser', async ({ as, centre: _ }) => {
  for (const [locale, language] of [
    ['kk-KZ', 'kk'],
    ['en-GB', 'en'],
    ['ru-RU', 'ru'],
    ['de-DE', 'ru'],
  ] as const) {
    const page = await as(null, { locale })
    await page.goto('/sign-in')
    await speaks(page, language)
    await expect(page.getByRole('heading', { name: catalogues[language].session.adult.title })).toBeVisible()
  }
})

test('the choice goes along: through sign-in, work, project and board, and to the next laptop', async ({ page, as, centre }) => {
  const { teacher, project, board } = await seedWorkshop(centre)
  const en = catalogues.en
  await page.goto('/sign-in')
  await choose(page, 'en')
  await page.getByLabel(en.session.adult.login, { exact: true }).fill(teacher.login)
  await page.getByLabel(en.session.adult.password, { exact: true }).fill(teacher.password)
  await page.getByRole('button', { name: en.session.adult.go, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: en.project.work.title })).toBeVisible()
  await page.goto(`/project/${project.id}`)
  await expect(page.getByRole('heading', { name: en.project.brief, exact: true })).toBeVisible()
  await page.goto(board)
  await expect(page.getByRole('toolbar', { name: en.board.tools.label })).toBeVisible()
  await page.goto('/work')
  await page.getByRole('banner').locator('summary').click()
  await choose(page, 'kk')
  await speaks(page, 'kk')
  await expect(page.getByRole('heading', { level: 1, name: catalogues.kk.project.work.title })).toBeVisible()

  const other = await as(null)
  await other.goto('/sign-in')
  await signIn(other, teacher.login, teacher.password)
  await speaks(other, 'kk')
})

test('the switch is on every page, and leads back to the same one', async ({ page, centre }) => {
  const teacher = await seedAdult(centre)
  await page.goto('/sign-in?to=/me')
  await choose(page, 'kk')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await choose(page, 'ru')
  await signIn(page, teacher.login, teacher.password)
  await expect(page).toHaveURL(/\/me$/)
  await page.goto('/team/new')
  await awake(page)
  await openAccount(page)
  await choose(page, 'en')
  await expect(page).toHaveURL(/\/team\/new$/)
  await expect(page.getByRole('heading', { level: 1, name: catalogues.en.team.form.title })).toBeVisible()
})

test('what the server says is said in the language of the reader', async ({ page, centre: _ }) => {
  const { refusals } = await import('@sheber/contract/refusal')
  for (const language of three) {
    await page.goto('/sign-in')
    await choose(page, language)
    const { adult } = catalogues[language].session
    await page.getByLabel(adult.login, { exact: true }).fill(`nobody.${language}`)
    await page.getByLabel(adult.password, { exact: true }).fill('not this one')
    await page.getByRole('button', { name: adult.go, exact: true }).click()
    await expect(page.getByRole('alert')).toContainText(refusals['wrong-password'][language])
  }
})

test('numbers agree with their nouns, and dates are written as people write them', async ({ as, centre }) => {
  const teacher = await seedAdult(centre)
  for (let n = 0; n < 2; n++) {
    const team = await seedTeam(teacher, centre.id, [])
    await seedProject(teacher, team.id)
  }
  const { ru, kk, en } = catalogues
  expect([1, 2, 5, 11, 21, 22].map((n) => ru.project.work.count(n))).toEqual([
    '1 проект',
    '2 проекта',
    '5 проектов',
    '11 проектов',
    '21 проект',
    '22 проекта',
  ])
  expect([1, 2].map((n) => en.team.people(n))).toEqual(['1 person', '2 people'])
  expect(new Set([1, 2, 5].map((n) => kk.project.work.count(n).replace(/\d+/, '#'))).size).toBe(1)

  const wall = new Date()
  const day = wall.toLocaleDateString('en-GB', { timeZone: 'Asia/Almaty', day: 'numeric' })
  const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
  const month = kazakhMonths[Number(wall.toLocaleDateString('en-GB', { timeZone: 'Asia/Almaty', month: 'numeric' })) - 1]
  const chief = await as(centre.administrator.hand)
  await chief.goto('/work')
  const others = chief.getByRole('main')
  await expect(others).toContainText(/[2-9] проекта|[5-9] проектов|1\d проектов/)
  await chief.goto('/me')
  await choose(chief, 'kk')
  await expect(chief.locator('time').first()).toHaveText(`${wall.getFullYear()} ж. ${day} ${month}, ${await clockOf(chief)}`)
})

/** Hours and minutes of the newest sign-in, as the page's own `datetime` has them, in the time of Almaty. */
const clockOf = async (page: Page): Promise<string> => {
  const moment = (await page.locator('time').first().getAttribute('datetime')) ?? ''
  return new Date(moment).toLocaleTimeString('en-GB', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit' })
}

/** Plain sentences of a catalogue, wherever they hang. */
const sentences = (tree: unknown): string[] => {
  if (typeof tree === 'string') return [tree]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(sentences) : []
}

/** Everything a person or a screen reader is told on a page, piece by piece. */
const toldOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const told: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) told.push(node.getAttribute(name) ?? '')
      } else if (!node.parentElement?.closest('script, style, [lang]:not(html)')) told.push(node.textContent ?? '')
    }
    return told.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
  })

for (const language of ['kk', 'en'] as const) {
  test(`no Russian sentence is left over in ${language}`, async ({ as, centre }) => {
    // Every kind of page there is, one after the other.
    test.setTimeout(360_000)
    const meant = new Set(sentences(catalogues[language]))
    const foreign = new Set(sentences(catalogues.ru).filter((sentence) => !meant.has(sentence) && sentence.length > 2))
    const pageFor = pagesFor(as)
    for (const place of await placesOf(centre)) {
      const page = await pageFor(place)
      await page.context().addCookies([{ name: 'language', value: language, url: centre.url }])
      await visit(page, place, centre.url)
      await speaks(page, language)
      expect
        .soft(
          (await toldOn(page)).filter((told) => foreign.has(told)),
          place.name,
        )
        .toEqual([])
      await page.close()
    }
  })
}
