import { noFields } from '@sheber/dev-env/seed/publication'
import type { consent, ConsentScope } from '@sheber/contract/consent'
import type { publication } from '@sheber/contract/publication'
import type { version } from '@sheber/contract/version'
import { addPiece, addRecord, changeRecord } from '@sheber/document/portfolio'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { ask } from '../src/lib/api.ts'
import kazakh from '../src/lib/publication/words.kk.ts'
import words from '../src/lib/publication/words.ru.ts'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { expectSaved, openBoard, writeNote } from './paper.ts'
import { seedPortfolio, seedWorkshop, type Centre } from './seed.ts'
import { expect, test } from './test.ts'
import { catalogues, w } from './words.ts'
import { writing } from './writing.ts'

const p = w.portfolio
const patience = { timeout: 30_000 }
const narrow = { viewport: { width: 360, height: 740 } }
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

let papers = 0
const agree = async (centre: Centre, personId: string, scope: ConsentScope) => {
  const id = String(++papers).padStart(20, '0')
  const body = { id, scope, guardian: 'Сәуле Ж.', from: new Date().toISOString().slice(0, 10), until: null }
  const { fetch } = centre.administrator.hand
  await ask<typeof consent.record>(fetch, 'POST', '/api/person/:personId/consent', { params: { personId }, body })
  return () =>
    ask<typeof consent.withdraw>(fetch, 'POST', '/api/person/:personId/consent/:consentId/withdraw', {
      params: { personId, consentId: id },
    })
}

/** A record for everybody, with words and a picture in it, by the hands of its author. */
const tell = async (page: Page, title: string) => {
  await button(page, p.add).click()
  await page.getByRole('dialog').getByRole('button', { name: p.kind.made.name }).click()
  const record = page.getByRole('article', { name: p.record.untitled })
  await record.getByLabel(p.record.title, { exact: true }).fill(title)
  await button(page, p.record.write).click()
  const story = page.getByRole('textbox', { name: p.editor.label })
  await expect(story).toBeVisible(patience)
  await story.click()
  await page.keyboard.type('Қысымды өлшейді.')
  await button(page, p.editor.picture).click()
  const photo = await sharp({ create: { width: 1_300, height: 800, channels: 3, background: '#0b6e99' } })
    .withExif({ IFD0: { Artist: 'SecretArtist' } })
    .jpeg()
    .toBuffer()
  await page
    .getByLabel(p.editor.file, { exact: true })
    .setInputFiles({ name: 'Айдананың суреті.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByLabel(p.editor.alt, { exact: true }).fill('Көк барометр')
  await button(page, p.editor.putPicture).click()
  await expect(story.locator('img')).toBeVisible()
  await button(page, p.editor.done).first().click()
  await page.getByRole('button', { name: new RegExp(`^${p.audience.public.name}`) }).click()
}

test('a pupil publishes, a stranger without a script reads it in Kazakh, and consent withdrawn closes it', async ({
  as,
  centre,
  browser,
}) => {
  // Four browsers, one after the other.
  test.slow()
  const { aidana, timur, teacher, board } = await seedWorkshop(centre)
  const portfolioId = await seedPortfolio(aidana)
  const page = await as(aidana.hand, narrow)
  await page.goto(`/portfolio/${portfolioId}`)
  await awake(page)
  await tell(page, 'Барометр')
  await page.getByRole('link', { name: p.audience.publish, exact: true }).click()
  await expect(page.getByText(words.state.never)).toBeVisible()
  // Whose paper is missing is said before anything is tried.
  await expect(page.getByText(words.waits.work(aidana.name))).toBeVisible(patience)
  await button(page, words.publish).click()
  await expect(page.getByText('Пока нечего показать всем')).toBeVisible()
  await fits(page)
  await expectAccessible(page)

  const withdraw = await agree(centre, aidana.id, 'work')
  await page.reload()
  await awake(page)
  await page.getByLabel(words.fields.pictures.name).check()
  await page.getByLabel(words.fields.names.name).check()
  await button(page, words.publish).click()
  await expect(page.getByText(words.record.same, { exact: true })).toBeVisible()
  await expect(page.getByLabel(words.fields.pictures.name)).toBeChecked()
  await fits(page)
  await expectAccessible(page)
  const address = (await page.getByRole('link', { name: /\/p\// }).getAttribute('href')) ?? ''

  const context = await browser.newContext({ ...narrow, javaScriptEnabled: false, locale: 'kk-KZ' })
  const stranger = await context.newPage()
  const seen: { url: string; type: string }[] = []
  stranger.on('response', (answer) => seen.push({ url: answer.url(), type: answer.headers()['content-type'] ?? '' }))
  const answer = await stranger.goto(centre.url + address)
  expect(answer?.status()).toBe(200)
  const { responseBodySize } = (await answer?.request().sizes()) ?? { responseBodySize: Infinity }
  expect(responseBodySize).toBeLessThan(15_000)
  await expect(stranger.locator('html')).toHaveAttribute('lang', 'kk')
  await expect(stranger.getByRole('heading', { name: 'Барометр' })).toBeVisible()
  await expect(stranger.getByText('Қысымды өлшейді.')).toBeVisible()
  const picture = stranger.getByRole('img', { name: 'Көк барометр' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(960)
  const source = await stranger.content()
  expect(source).not.toMatch(/<script(?! src="\/e\/fresh\.js" defer)|Айдана|SecretArtist/)
  expect(source).not.toContain(aidana.id)
  expect(source).not.toContain(portfolioId)
  expect(seen.filter(({ url, type }) => !url.startsWith(centre.url) || type.includes('javascript'))).toEqual([])
  await fits(stranger)
  await stranger.getByRole('link', { name: 'English', exact: true }).click()
  await expect(stranger.getByText('Published on')).toBeVisible()

  // The same page by a screen reader's rules, in the light and in the dark.
  for (const colorScheme of ['light', 'dark'] as const) {
    const reader = await as(null, { ...narrow, colorScheme, locale: 'ru-RU' })
    await reader.goto(address)
    await expect(reader.getByRole('heading', { name: 'Барометр' })).toBeVisible()
    await expectAccessible(reader)
  }

  // The work itself: a board of the team's, once the other child's guardian agrees too; nobody's name is drawn on it.
  await agree(centre, timur.id, 'work')
  await openBoard(page, board)
  await writeNote(page, 'датчик', { x: 180, y: 300 })
  await expectSaved(page)
  const boardId = board.split('/').at(-1) ?? ''
  const kept = await ask<typeof version.make>(aidana.hand.fetch, 'POST', '/api/board/:boardId/version', {
    params: { boardId },
    body: { name: 'Схема' },
  })
  const at = await writing(centre.url, aidana.hand, portfolioId)
  const [recordId = ''] = at.portfolio.records.keys()
  addPiece(at.portfolio, recordId, { id: 'scheme', kind: 'board', boardId, versionId: kept.id, caption: 'Схема' })
  await at.settled()
  at.end()
  await page.goto(`/portfolio/${portfolioId}/publication`)
  await awake(page)
  await page.getByLabel(words.fields.pieces.name).check()
  const answered = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().includes('publish'))
  await button(page, words.again).click()
  await answered
  await expect(page.getByText(words.record.same, { exact: true })).toBeVisible()
  await stranger.goto(centre.url + address)
  const drawing = stranger.getByRole('img', { name: 'Схема' })
  await drawing.scrollIntoViewIfNeeded()
  await expect.poll(() => drawing.evaluate((image) => (image as HTMLImageElement).naturalWidth), patience).toBeGreaterThan(100)
  const svg = await (await stranger.request.get(centre.url + (await drawing.getAttribute('src')))).text()
  expect(svg).toContain('датчик')
  expect(svg).not.toMatch(/Айдана|Тимур/)
  for (const id of [boardId, kept.id, aidana.id, portfolioId]) expect(svg + (await stranger.content())).not.toContain(id)
  await fits(stranger)

  await withdraw()
  expect((await stranger.goto(centre.url + address))?.status()).toBe(410)
  await expect(stranger.getByText('Барометр')).toHaveCount(0)
  await expect(stranger.getByText('Бұл бет жабылды')).toBeVisible()
  const shown = seen.find(({ url }) => url.endsWith('.webp'))?.url ?? ''
  // Whoever has just seen the picture may see it for half a minute more; it is given to nobody else.
  expect((await context.request.get(shown)).status()).toBe(410)
  await context.close()

  // Staff who answer for the child see it too, and close the page for good.
  const staff = await as(teacher.hand)
  await staff.goto(`/portfolio/${portfolioId}/publication`)
  await awake(staff)
  await expect(staff.getByText(words.state.hidden)).toBeVisible()
  await expect(button(staff, words.again)).toHaveCount(0)
  await staff.locator('summary', { hasText: words.withdraw }).click()
  await button(staff, words.withdraw).click()
  await expect(staff.getByText('По её адресу ничего не видно.')).toBeVisible()
})

test('what is changed later goes out when it is published again, and a name only by consent', async ({ as, centre }) => {
  const { aidana } = await seedWorkshop(centre)
  const portfolioId = await seedPortfolio(aidana)
  await agree(centre, aidana.id, 'work')
  const page = await as(aidana.hand)
  await page.goto(`/portfolio/${portfolioId}`)
  await awake(page)
  await tell(page, 'Барометр')
  await page.getByRole('link', { name: p.audience.publish, exact: true }).click()
  await page.getByLabel(words.fields.names.name).check()
  await button(page, words.publish).click()
  const address = (await page.getByRole('link', { name: /\/p\// }).getAttribute('href')) ?? ''

  await page.getByRole('link', { name: w.portfolio.tabs.records, exact: true }).click()
  await button(page, 'Барометр').click()
  await page.getByLabel(p.record.title, { exact: true }).fill('Анероид')
  await page.getByRole('link', { name: w.portfolio.tabs.publication, exact: true }).click()
  await expect(page.getByText(words.state.changed)).toBeVisible(patience)
  const stranger = await as(null, { locale: 'kk-KZ' })
  await stranger.goto(address)
  await expect(stranger.getByRole('heading', { name: 'Барометр' })).toBeVisible()
  await expect(stranger.getByText(aidana.name)).toHaveCount(0)

  await agree(centre, aidana.id, 'name')
  await button(page, words.again).click()
  await expect(page.getByText(words.state.changed)).toHaveCount(0)
  await stranger.reload()
  await expect(stranger.getByRole('heading', { name: 'Анероид' })).toBeVisible()
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText(aidana.name)
})

test('an open page lets go within a minute of a record that its author takes out, and of all that is withdrawn', async ({ as, centre }) => {
  test.setTimeout(240_000)
  const { aidana } = await seedWorkshop(centre)
  const portfolioId = await seedPortfolio(aidana)
  const withdraw = await agree(centre, aidana.id, 'work')
  const hideName = await agree(centre, aidana.id, 'name')
  const at = await writing(centre.url, aidana.hand, portfolioId)
  for (const [id, title] of [
    ['bridge', 'Аспалы көпір'],
    ['crane', 'Көтергіш кран'],
  ] as const)
    addRecord(at.portfolio, { id, kind: 'made', title, from: '2026-10-01', audience: ['public'] }, { by: aidana.id, at: Date.now() })
  await at.settled()
  const { address } = await ask<typeof publication.publish>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/publication', {
    params: { portfolioId },
    body: {
      fields: { ...noFields, names: true },
    },
  })

  const stranger = await as(null, { ...narrow, locale: 'kk-KZ' })
  const outside: string[] = []
  stranger.on('request', (one) => {
    if (new URL(one.url()).origin !== centre.url) outside.push(one.url())
  })
  let loads = 0
  stranger.on('domcontentloaded', () => loads++)
  await stranger.goto(`/p/${address}`)
  const heading = (name: string) => stranger.getByRole('heading', { name })
  await expect(heading('Аспалы көпір')).toBeVisible()
  await expect(heading('Көтергіш кран')).toBeVisible()
  await expect(heading(aidana.name)).toBeVisible()

  // What is still shown is left where it stands.
  await heading('Аспалы көпір').evaluate((one) => one.setAttribute('data-same', ''))
  changeRecord(at.portfolio, 'crane', { audience: [] })
  await at.settled()
  at.end()
  await expect(heading('Көтергіш кран')).toHaveCount(0, { timeout: 60_000 })
  await hideName()
  await expect(stranger.getByText(aidana.name)).toHaveCount(0, { timeout: 60_000 })
  await expect(stranger.locator('[data-same]')).toHaveText('Аспалы көпір')
  expect(loads).toBe(1)
  await expectAccessible(stranger)

  await withdraw()
  await expect(stranger.getByText('Бұл бет жабылды')).toBeVisible({ timeout: 60_000 })
  await expect(stranger.getByText('Аспалы көпір')).toHaveCount(0)
  expect(outside).toEqual([])
})

test('a file that is a piece of the work goes out with it, what stays in is named before and after, and all of it is taken down', async ({
  as,
  centre,
}) => {
  const { aidana } = await seedWorkshop(centre)
  const portfolioId = await seedPortfolio(aidana)
  await agree(centre, aidana.id, 'work')
  const page = await as(aidana.hand, narrow)
  await page.context().addCookies([{ name: 'language', value: 'kk', url: centre.url }])
  const kk = catalogues.kk.portfolio
  await page.goto(`/portfolio/${portfolioId}`)
  await awake(page)
  await button(page, kk.add).click()
  await page.getByRole('dialog').getByRole('button', { name: kk.kind.made.name }).click()
  const record = page.getByRole('article', { name: kk.record.untitled })
  await record.getByLabel(kk.record.title, { exact: true }).fill('Барометр')
  const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#0b6e99' } })
    .jpeg()
    .toBuffer()
  for (const [name, mimeType, buffer] of [
    ['есеп.pdf', 'application/pdf', Buffer.from('%PDF-1.7 сызба')],
    ['робот.ino', 'text/plain', Buffer.from('void setup() {}\n')],
    ['барометр.jpg', 'image/jpeg', photo],
  ] as const) {
    const chosen = page.waitForEvent('filechooser')
    await button(page, kk.piece.addFile).click()
    await (await chosen).setFiles({ name, mimeType, buffer })
    await expect(page.getByRole('link', { name: `${kk.piece.download}: ${name}` })).toBeVisible(patience)
  }
  await page.getByRole('button', { name: new RegExp(`^${kk.audience.public.name}`) }).click()
  await page.getByRole('link', { name: kk.audience.publish, exact: true }).click()
  await expect(page.getByText(kazakh.left.kind('робот.ino'))).toBeVisible(patience)
  for (const name of ['есеп.pdf', 'барометр.jpg']) await expect(page.getByText(kazakh.left.pictures(name))).toBeVisible()
  await page.getByLabel(kazakh.fields.pieces.name).check()
  await page.getByLabel(kazakh.fields.pictures.name).check()
  await button(page, kazakh.publish).click()
  await expect(page.getByText(kazakh.record.same, { exact: true })).toBeVisible()
  await expect(page.getByText(kazakh.left.kind('робот.ino'))).toBeVisible()
  for (const name of ['есеп.pdf', 'барометр.jpg']) await expect(page.getByText(kazakh.left.pictures(name))).toHaveCount(0)
  await fits(page)
  await expectAccessible(page)
  const address = (await page.getByRole('link', { name: /\/p\// }).getAttribute('href')) ?? ''

  const stranger = await as(null, { ...narrow, locale: 'kk-KZ' })
  await stranger.goto(address)
  const picture = stranger.getByRole('img', { name: 'барометр.jpg' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(600)
  await expect(stranger.getByText('робот.ino')).toHaveCount(0)
  const coming = stranger.waitForEvent('download')
  const save = stranger.getByRole('link', { name: 'Жүктеп алу: есеп.pdf' })
  await save.click()
  expect((await coming).suggestedFilename()).toBe('work.pdf')
  await fits(stranger)
  await expectAccessible(stranger)

  const bytes = centre.url + (await save.getAttribute('href'))
  expect((await stranger.request.get(bytes)).status()).toBe(200)
  await page.locator('summary', { hasText: kazakh.withdraw }).click()
  await button(page, kazakh.withdraw).click()
  await expect(page.getByText('Оның мекенжайында ештеңе көрінбейді.')).toBeVisible(patience)
  expect((await stranger.request.get(bytes)).status()).toBe(410)
})

test('the page of the writer speaks Kazakh', async ({ as, centre }) => {
  const { aidana } = await seedWorkshop(centre)
  const portfolioId = await seedPortfolio(aidana)
  const page = await as(aidana.hand, narrow)
  await page.context().addCookies([{ name: 'language', value: 'kk', url: centre.url }])
  await page.goto(`/portfolio/${portfolioId}/publication`)
  await expect(page.getByText(kazakh.state.never)).toBeVisible()
  await expect(page.getByRole('link', { name: catalogues.kk.portfolio.tabs.publication, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await fits(page)
  await expectAccessible(page)
})
