import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { loadFileWords } from '../src/lib/file/words.ts'
import { loadDeviceWords } from '../src/lib/device/words.ts'
import { awake } from './pages.ts'
import { seedWorkshop, type Centre } from './seed.ts'
import { expect, test, workbench } from './test.ts'

test.use({ house: workbench })

const f = await loadFileWords('ru')
const d = await loadDeviceWords('ru')

const people = async (centre: Centre) => {
  const { aidana, timur, project } = await seedWorkshop(centre)
  const bench = (personId: string) => `/workbench/file?board=${project.boardId}&person=${personId}`
  return { aidana, timur, bench }
}

interface Given {
  name: string
  bytes: Buffer
}
const add = async (page: Page, ...files: Given[]) => {
  const input = page.getByLabel('Files')
  // Before that nobody listens.
  await expect(input).toBeEnabled()
  await input.setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })))
}
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** A photograph on its side, as telephones store them. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b6e99', noise: { type: 'gaussian', mean: 120, sigma: 20 } } })
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 6 })
    .toBuffer()

test('a photograph is made as small as it is shown before it is sent, and stands upright', async ({ as, centre }) => {
  const { aidana, bench } = await people(centre)
  const page = await as(aidana.hand)
  const bytes = await photo(3000, 2000)
  let brought = 0
  page.on('request', (request) => {
    if (request.method() === 'PATCH') brought += Number(request.headers()['content-length'] ?? request.postDataBuffer()?.length ?? 0)
  })
  await page.goto(bench(aidana.id))
  await add(page, { name: 'Көпір.jpg', bytes })
  const made = row(page, 'Көпір.jpg')
  await expect(made.getByRole('status')).toHaveText(f.sent('Көпір.jpg'))
  await expect(made).toHaveAttribute('data-type', 'image/webp')
  expect([await made.getAttribute('data-width'), await made.getAttribute('data-height')]).toEqual(['1920', '2880'])
  expect(brought).toBeLessThan(bytes.length)
  const shown = made.getByRole('img')
  await expect(shown).toHaveJSProperty('complete', true)
  expect(await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([320, 480])
})

test('what is dropped without a network goes when it is back, and after the page was closed too', async ({ as, centre }) => {
  const { aidana, bench } = await people(centre)
  const page = await as(aidana.hand)
  const context = page.context()
  await page.goto(bench(aidana.id))
  await expect(page.getByLabel('Files')).toBeEnabled()

  await context.setOffline(true)
  await add(page, { name: 'жарық.ino', bytes: Buffer.from('void setup() {}\n') })
  await expect(row(page, 'жарық.ino').getByRole('status')).toHaveText(f.waiting)
  await context.setOffline(false)
  await expect(row(page, 'жарық.ino').getByRole('status')).toHaveText(f.sent('жарық.ino'))

  await context.setOffline(true)
  await add(page, { name: 'кейін.txt', bytes: Buffer.from('кейін') })
  await expect(row(page, 'кейін.txt').getByRole('status')).toHaveText(f.waiting)
  const id = (await row(page, 'кейін.txt').getAttribute('data-id')) ?? ''
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(bench(aidana.id))
  await expect(row(later, 'кейін.txt').getByRole('status')).toHaveText(f.sent('кейін.txt'))
  expect(await later.evaluate(async (address) => (await fetch(address)).text(), `/files/${id}`)).toBe('кейін')
  // And it waits no more.
  await later.reload()
  await expect(later.getByLabel('Files')).toBeEnabled()
  await expect(later.getByRole('listitem')).toHaveCount(0)
})

test('leaving a computer says which files would be lost, and takes them along', async ({ as, centre }) => {
  const { aidana, bench } = await people(centre)
  const page = await as(aidana.hand)
  await page.route('**/files/upload', (route) => route.abort())
  await page.goto(bench(aidana.id))
  await add(page, { name: 'a.txt', bytes: Buffer.from('тек осында') })
  await expect(row(page, 'a.txt').getByRole('status')).toHaveText(f.waiting)
  await page.goto('/me#leave')
  await awake(page)
  const leave = page.getByRole('region', { name: d.leave.title })
  await leave.getByRole('button', { name: d.leave.go }).click()
  await expect(leave.getByRole('alert')).toHaveText(d.leave.files(1))
  await leave.getByRole('button', { name: d.leave.anyway }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
})

test('a drawing with a script in it runs nowhere', async ({ as, centre }) => {
  const { aidana, timur, bench } = await people(centre)
  const page = await as(aidana.hand)
  const far = await as(timur.hand)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(1)</script><rect width="40" height="20"/></svg>`
  const asked: string[] = []
  for (const one of [page, far]) one.on('dialog', (dialog) => void dialog.dismiss().then(() => asked.push(dialog.message())))
  await page.goto(bench(aidana.id))
  await add(page, { name: 'сызба.svg', bytes: Buffer.from(svg) })
  const made = row(page, 'сызба.svg')
  await expect(made.getByRole('img')).toHaveJSProperty('naturalWidth', 320)
  const id = (await made.getAttribute('data-id')) ?? ''
  await far.goto(bench(timur.id))
  const [saved] = await Promise.all([far.waitForEvent('download'), far.goto(`/files/${id}`).catch(() => null)])
  expect(saved.suggestedFilename()).toBe('сызба.svg')
  expect(asked).toEqual([])
})

test('what cannot be taken is said in words, and nothing is sent', async ({ as, centre }) => {
  const { aidana, bench } = await people(centre)
  const page = await as(aidana.hand)
  const sent: string[] = []
  page.on('request', (request) => {
    if (/\/files\/|\/file$/.test(new URL(request.url()).pathname) && request.method() !== 'GET') sent.push(request.url())
  })
  await page.goto(bench(aidana.id))
  const huge = await sharp({ create: { width: 10_000, height: 6_001, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const broken = (await photo(100, 100)).subarray(0, 400)
  for (const [bytes, sentence] of [
    [huge, f.trouble.pixels(60)],
    [Buffer.from('MZ\x90\0'), f.trouble.kind()],
    [Buffer.alloc(0), f.trouble.empty()],
    [broken, f.trouble.picture()],
    [Buffer.from(`<svg>${' '.repeat(5_000_001)}</svg>`), f.trouble.large(5)],
  ] as const) {
    await add(page, { name: 'файл', bytes })
    await expect(page.getByRole('alert')).toHaveText(sentence)
  }
  await expect(page.getByRole('listitem')).toHaveCount(0)
  expect(sent).toEqual([])
})
