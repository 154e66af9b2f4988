import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import type { evidence } from '@sheber/contract/evidence'
import type { portfolio } from '@sheber/contract/portfolio'
import type { review } from '@sheber/contract/review'
import type { Page } from '@playwright/test'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import showWords from '../src/lib/portfolio/show/words.ru.ts'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { boxOf, chosen, clickOn, expectSaved, note, notesOf, openBoard, writeNote } from './paper.ts'
import { seedAdult, seedPortfolio, seedWorkshop, type Hand } from './seed.ts'
import { expect, test } from './test.ts'
import { names, w } from './words.ts'

const e = w.evidence
const solders = 'C2 Собирает электрическую схему'
const sheet = (page: Page) => page.getByRole('dialog', { name: showWords.title })
const piece = w.portfolio.piece

const twoNotes = async (page: Page) => {
  await writeNote(page, 'датчик', { x: 300, y: 260 })
  await writeNote(page, 'вывод', { x: 620, y: 260 })
  await expectSaved(page)
}

/** What a portfolio holds now, by the hand of whoever writes in it. */
const told = async ({ fetch }: Hand, portfolioId: string) => {
  const params = { portfolioId }
  const { evidence: claims, records } = await ask<typeof evidence.list>(fetch, 'GET', '/api/portfolio/:portfolioId/evidence', { params })
  const { records: shown } = await ask<typeof portfolio.records>(fetch, 'GET', '/api/portfolio/:portfolioId/record', { params })
  return { claims, records, pieces: shown.flatMap(({ pieces }) => pieces) }
}

/** How wide a picture is, in its own pixels; 0 while it is not there. */
const widthOf = (page: Page, name: string) =>
  page.getByRole('img', { name }).evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0))

/** What stands in an archive, by the list at its end. */
const unzipped = (zip: Buffer): Map<string, string> => {
  const files = new Map<string, string>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [how, packed, name, extra, note, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const bytes = zip.subarray(from, from + packed)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), (how === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + name + extra + note
  }
  return files
}

test('two notes become linked evidence in three actions by keyboard: its key, a competency, a sentence and Enter', async ({
  as,
  centre,
}) => {
  const { aidana, board } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await twoNotes(page)
  await page.keyboard.press('Control+a')
  // What answers the key comes a little after the board.
  await expect(chosen(page).getByRole('button', { name: showWords.title })).toBeVisible()

  // One.
  await page.keyboard.press('Shift+E')
  await expect(sheet(page).getByLabel(showWords.name)).toHaveValue(/датчик|вывод/)
  await expect(sheet(page).getByRole('checkbox', { name: solders })).toBeVisible()
  await expect(sheet(page).getByRole('button', { name: showWords.go, exact: true })).toBeEnabled()
  await expectAccessible(page)
  // Two.
  await sheet(page).getByRole('checkbox', { name: solders }).focus()
  await page.keyboard.press('Space')
  // Three.
  await sheet(page).getByLabel(e.why).focus()
  await page.keyboard.type('Спаяла плату сама')
  await page.keyboard.press('Enter')
  await expect(sheet(page).getByText(/Это теперь в портфолио/)).toBeVisible()

  const portfolioId = await seedPortfolio(aidana)
  const { claims, records, pieces } = await told(aidana.hand, portfolioId)
  expect(records).toMatchObject([{ kind: 'made', deleted: false }])
  expect(claims).toMatchObject([{ recordId: records[0]?.id, why: 'Спаяла плату сама', state: 'claimed' }])
  expect(pieces).toMatchObject([{ kind: 'things', things: { length: 2 }, boardId: board.split('/').at(-1) }])
})

test('two notes become linked evidence in three actions by mouse, and a mentor sees them as they were', async ({ as, centre }) => {
  test.slow()
  const { aidana, board } = await seedWorkshop(centre)
  const mentor = await seedAdult(centre, { role: 'mentor' })
  const page = await as(aidana.hand)
  await openBoard(page, board)
  await twoNotes(page)
  await clickOn(page, note(page, 'датчик'))
  await page.keyboard.down('Shift')
  await clickOn(page, note(page, 'вывод'))
  await page.keyboard.up('Shift')

  // One.
  await chosen(page).getByRole('button', { name: names.portfolio }).click()
  // Two.
  await sheet(page).getByRole('checkbox', { name: solders }).check()
  // Three: a sentence, and the button.
  await sheet(page).getByLabel(e.why).fill('Собрала схему по чертежу')
  await sheet(page).getByRole('button', { name: showWords.goLinked }).click()
  await expect(sheet(page).getByText(/Это теперь в портфолио/)).toBeVisible()
  const record = await sheet(page).getByRole('link', { name: showWords.open }).getAttribute('href')
  await page.keyboard.press('Escape')

  const portfolioId = await seedPortfolio(aidana)
  const { records } = await told(aidana.hand, portfolioId)
  const id = newId()
  await ask<typeof review.request>(aidana.hand.fetch, 'POST', '/api/portfolio/:portfolioId/review', {
    params: { portfolioId },
    body: { id, records: records.map((one) => one.id), organisationId: centre.id, reviewerId: mentor.id, words: '' },
  })

  // The board goes on: one of the two is gone.
  await clickOn(page, note(page, 'вывод'))
  await page.keyboard.press('Delete')
  await expect(notesOf(page)).toHaveCount(1)
  await expectSaved(page)

  const reader = await as(mentor.hand, { viewport: { width: 360, height: 740 } })
  await reader.goto(`/review/${id}`)
  await awake(reader)
  const then = new RegExp(`^${piece.then}`)
  const today = new RegExp(`^${piece.today}`)
  await expect(reader.getByRole('img', { name: then })).toBeVisible()
  const widthThen = await widthOf(reader, piece.then)
  // Both notes are pointed at: one by the keyboard's mark, one where it lies.
  const r = w.review.remark
  const onBoard = reader.getByRole('button', { name: new RegExp(`^${r.onPicture(piece.then)}`) })
  const speak = async (words: string) => {
    await reader.getByLabel(r.text, { exact: true }).fill(words)
    await reader.getByRole('button', { name: r.send, exact: true }).click()
    await expect(reader.getByRole('listitem').filter({ hasText: words })).toBeVisible()
  }
  await onBoard.focus()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter']) await reader.keyboard.press(key)
  await speak('Какой это датчик?')
  const place = await boxOf(onBoard)
  await onBoard.click({ position: { x: place.width * 0.75, y: place.height / 2 } })
  await speak('Куда идёт вывод?')
  const said = (words: string) => reader.getByRole('listitem').filter({ hasText: words })
  await expect(said('Какой это датчик?')).toContainText('датчик')
  await expect(reader.getByRole('link', { name: r.point(2), exact: true })).toBeVisible()
  await expect(said('Куда идёт вывод?')).not.toContainText(r.detached)
  await reader.getByRole('button', { name: piece.today }).click()
  await expect(reader.getByRole('img', { name: today })).toBeVisible()
  await expect(reader.getByRole('img', { name: then })).toHaveCount(0)
  // Two notes and the space between them, and one.
  expect(widthThen).toBeGreaterThan(1.8 * (await widthOf(reader, piece.today)))
  // What was said of a thing that is there goes along; of the other its words are kept.
  await expect(reader.getByRole('link', { name: r.point(1), exact: true })).toBeVisible()
  await expect(reader.getByRole('link', { name: r.point(2), exact: true })).toHaveCount(0)
  await expect(said('Куда идёт вывод?')).toContainText(r.detached)
  await reader.getByRole('button', { name: piece.difference }).click()
  await expect(reader.getByText(piece.removed(1))).toBeVisible()
  // The board itself is its team's.
  await expect(reader.getByRole('button', { name: piece.open })).toHaveCount(0)
  await expectAccessible(reader)
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

  // Carried away by whose it is, it is as it was, with no house around it.
  const url = `${centre.url}/files/portfolio/${portfolioId}`
  const bytesOf = async (end: 'zip' | 'pdf') => Buffer.from(await (await aidana.hand.fetch(`${url}.${end}`)).arrayBuffer())
  const files = unzipped(await bytesOf('zip'))
  for (const word of ['датчик', 'вывод', '@font-face']) expect(files.get('media/1.svg')).toContain(word)
  expect(files.get('index.html')).toContain('<img src="media/1.svg"')
  const folder = await mkdtemp(join(tmpdir(), 'sheber-work-'))
  await writeFile(join(folder, 'p.pdf'), await bytesOf('pdf'))
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'p.pdf'), '-'])
  for (const word of ['датчик', 'вывод']) expect(stdout).toContain(word)
  await rm(folder, { recursive: true })

  await page.goto(record ?? '')
  await awake(page)
  await expect(page.getByRole('img', { name: then })).toBeVisible()
  await expect(page.getByRole('button', { name: solders })).toBeVisible()
  // What the mentor said stands beside the living work, and leads to the review.
  const noticed = page.getByRole('region', { name: r.beside })
  await expect(noticed.getByRole('listitem').filter({ hasText: 'Куда идёт вывод?' })).toContainText('вывод')
  await expect(noticed.getByRole('link', { name: r.toReview }).first()).toHaveAttribute('href', new RegExp(`^/review/${id}#remark-`))
})

test('a project leads to the portfolio of its team and begins a record about itself, which leads back', async ({ as, centre }) => {
  const { aidana, timur, project } = await seedWorkshop(centre)
  const page = await as(aidana.hand)
  await page.goto(`/project/${project.id}`)
  await awake(page)
  await page.getByRole('button', { name: w.project.portfolio.start }).click()
  const record = page.getByRole('article', { name: project.title })
  await expect(record.getByLabel(w.portfolio.record.title, { exact: true })).toHaveValue(project.title)
  await expect(page).toHaveURL(new RegExp(`/portfolio/\\w{20}#record-about-${project.id}$`))
  await expect(record.getByRole('link', { name: w.portfolio.record.project })).toHaveAttribute('href', `/project/${project.id}`)
  await expectSaved(page)

  // Another of the team finds it there, and comes to the same one.
  const other = await as(timur.hand, { viewport: { width: 360, height: 740 } })
  await other.goto(`/project/${project.id}`)
  await awake(other)
  await expectAccessible(other)
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expect(other.getByRole('link', { name: project.title, exact: true })).toBeVisible()
  await other.getByRole('button', { name: w.project.portfolio.start }).click()
  await expect(other.getByRole('article', { name: project.title })).toHaveCount(1)
})
