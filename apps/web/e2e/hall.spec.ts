import type { consent, ConsentScope } from '@sheber/contract/consent'
import type { exhibition, ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { Said } from '@sheber/contract/framework'
import type { stand } from '@sheber/contract/stand'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { ask } from '../src/lib/api.ts'
import later from '../src/lib/board/later/words.ru.ts'
import { texturedGlb } from '../src/lib/board/model/sample.ts'
import kk from '../src/lib/hall/words.kk.ts'
import ru from '../src/lib/hall/words.ru.ts'
import { newId } from '../src/lib/new-id.ts'
import { aPlan, seedExhibition, seedStand } from '@sheber/dev-env/seed/exhibition'
import { seedModel, seedShown } from '@sheber/dev-env/seed/hall'
import { expectAccessible } from './axe.ts'
import { glassOf } from './glass.ts'
import { expectSaved, openBoard, writeNote } from './paper.ts'
import { openPage, openRows } from './rows.ts'
import { seedPicture, seedProject, seedWorkshop, type Centre, type Workshop } from './seed.ts'
import { expect, test } from './test.ts'

test.use({ house: { name: 'hall' } })

const said = (words: string): Said => ({ kk: words, ru: words, en: words })
const narrow = { viewport: { width: 360, height: 740 } }
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

const planned = (nominationId: string, opened: boolean): Plan => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const levels = [0, 1].map((points) => ({ points, text: said(`${points}`) }))
  return {
    kind: 'exhibition',
    title: { kk: 'Шеберлер көрмесі', ru: 'Выставка мастеров', en: 'Exhibition of makers' },
    about: said('Жобаларды көрсетеміз.'),
    place: said('Кітапхана'),
    directions: [],
    nominations: [{ id: nominationId, title: { kk: 'Модельдер', ru: 'Модели', en: 'Models' } }],
    ages: { from: 5, to: 30 },
    teamMax: 50,
    rubric: { criteria: [{ id: 'idea', title: said('Идея'), weight: 100, levels }] },
    windows: {
      ...{ entriesFrom: day(-3), entriesTo: day(opened ? -2 : 1), hallFrom: day(opened ? -1 : 2) },
      ...{ judgingFrom: day(2), judgingTo: day(3), resultsAt: day(4) },
    },
    late: opened,
    awards: 'places',
    ties: 'share',
    release: 'all',
    viewsMin: 1,
    listed: false,
    visitors: { react: true, ask: true, vote: true },
    hall: { width: 20, height: 12 },
  }
}

const agree = async (centre: Centre, personId: string, scope: ConsentScope) => {
  const id = newId()
  const body = { id, scope, guardian: 'Сәуле Ж.', from: new Date().toISOString().slice(0, 10), until: null }
  const { fetch } = centre.administrator.hand
  await ask<typeof consent.record>(fetch, 'POST', '/api/person/:personId/consent', { params: { personId }, body })
  return () =>
    ask<typeof consent.withdraw>(fetch, 'POST', '/api/person/:personId/consent/:consentId/withdraw', {
      params: { personId, consentId: id },
    })
}

/** From the call to the open hall, each step by whose it is. */
const openHall = async (
  centre: Centre,
  { aidana, timur, project }: Workshop,
  second?: { readonly id: string; readonly boardId: string },
  { opened = false } = {},
) => {
  const [exhibitionId, nominationId] = [newId(), newId()]
  const organiser = centre.administrator.hand.fetch
  const step = (state: ExhibitionState) =>
    ask<typeof exhibition.step>(organiser, 'POST', '/api/exhibition/:exhibitionId/state', { params: { exhibitionId }, body: { state } })
  await ask<typeof exhibition.make>(organiser, 'POST', '/api/organisation/:organisationId/exhibition', {
    params: { organisationId: centre.id },
    body: { id: exhibitionId, plan: planned(nominationId, opened) },
  })
  await step('call')
  const handIn = async (of: { readonly id: string; readonly boardId: string }, title: string, number: number) => {
    const standId = newId()
    const posterId = await seedPicture(aidana.hand, of.boardId)
    const begun = await ask<typeof stand.begin>(aidana.hand.fetch, 'POST', '/api/project/:projectId/stand', {
      params: { projectId: of.id },
      body: { id: standId, exhibitionId },
    })
    const modelId = begun.choices.files.find(({ kind }) => kind === 'model')?.id ?? null
    const parts = [aidana, timur].map(({ id }) => ({ personId: id, words: 'Сызды және жинады', confirmed: false }))
    await ask<typeof stand.change>(aidana.hand.fetch, 'PATCH', '/api/stand/:standId', {
      params: { standId },
      body: {
        entry: {
          ...begun.entry,
          ...{ nominationId, title, about: 'Қысымды өлшейді.', posterId, pictures: [], modelId, video: null, records: [] },
          ...{ parts, adults: 'Жетекші дәнекерлеуді көрсетті.' },
        },
        revision: begun.revision,
      },
    })
    for (const { hand, id } of [aidana, timur]) {
      const words = parts.find(({ personId }) => personId === id)?.words ?? ''
      await ask<typeof stand.confirm>(hand.fetch, 'POST', '/api/stand/:standId/confirm', { params: { standId }, body: { words } })
    }
    await ask<typeof stand.enter>(aidana.hand.fetch, 'POST', '/api/stand/:standId/enter', { params: { standId } })
    await ask<typeof stand.admit>(organiser, 'POST', '/api/stand/:standId/admit', { params: { standId } })
    await ask<typeof stand.place>(organiser, 'PATCH', '/api/stand/:standId/place', {
      params: { standId },
      body: { number, place: { x: number - 4, y: 3 } },
    })
    return { standId, posterId }
  }
  const first = await handIn(project, 'Барометр', 7)
  if (second) await handIn(second, 'Жел өлшегіш', 8)
  await step('moderation')
  await step('hall')
  return { exhibitionId, ...first }
}

test('a stranger without a script walks through the hall on a phone, and consent withdrawn closes a stand', async ({
  as,
  centre,
  browser,
}) => {
  test.slow()
  const workshop = await seedWorkshop(centre)
  const { aidana, timur } = workshop
  const withdraw = await agree(centre, aidana.id, 'work')
  await agree(centre, timur.id, 'work')
  await agree(centre, timur.id, 'name')
  const author = await as(aidana.hand)
  await openBoard(author, workshop.board)
  await writeNote(author, 'Қысым датчигі', { x: 400, y: 300 })
  await expectSaved(author)
  await author.context().close()
  const { exhibitionId, standId, posterId } = await openHall(centre, workshop)
  const [front, path] = [`/e/${exhibitionId}`, `/e/${exhibitionId}/${standId}`]

  const context = await browser.newContext({ ...narrow, javaScriptEnabled: false, locale: 'kk-KZ', baseURL: centre.url })
  const stranger = await context.newPage()
  const seen: { url: string; type: string }[] = []
  stranger.on('response', (answer) => seen.push({ url: answer.url(), type: answer.headers()['content-type'] ?? '' }))
  // Whoever was sent to the wrong door finds the right one.
  await stranger.goto('/sign-in')
  await stranger.getByRole('main').getByRole('link', { name: 'Көрмелер' }).click()
  await expect(stranger).toHaveURL(/\/e$/)
  await expect(stranger.locator('html')).toHaveAttribute('lang', 'kk')
  await expect(stranger.locator(`img[src^="${path}/picture/"]`)).toHaveCount(1)
  await stranger.getByRole('link', { name: /Шеберлер көрмесі/ }).click()
  await fits(stranger)
  await stranger.getByRole('searchbox').fill('барометр')
  await stranger.getByRole('button', { name: 'Көрсету', exact: true }).click()
  await expect(stranger.getByText('1 стенд')).toBeVisible()
  await stranger.getByRole('link', { name: /Барометр/ }).click()
  await expect(stranger.getByText('Қысымды өлшейді.')).toBeVisible()
  // One child may be named, the other may not.
  await expect(stranger.getByText(timur.name).first()).toBeVisible()
  const poster = stranger.locator('.poster img')
  await expect.poll(() => poster.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300)
  const source = await stranger.content()
  expect(source).not.toMatch(/<script(?! src="\/e\/fresh\.js")|Айдана|SecretArtist/)
  for (const secret of [aidana.id, timur.id, workshop.project.id, workshop.team.id]) expect(source).not.toContain(secret)
  await fits(stranger)
  await stranger.getByRole('link', { name: 'Жоба тақтасы', exact: true }).click()
  await expect(stranger.getByRole('heading', { name: 'Жоба тақтасы' })).toBeVisible()
  await fits(stranger)
  expect(seen.filter(({ url, type }) => !url.startsWith(centre.url) || type.includes('javascript'))).toEqual([])
  await stranger.goto(`${front}/7`)
  await expect(stranger).toHaveURL(new RegExp(`${path}$`))
  // What paints boards is for the server alone.
  expect((await context.request.get('/painted')).status()).toBe(404)

  for (const colorScheme of ['light', 'dark'] as const) {
    const reader = await as(null, { ...narrow, colorScheme, locale: 'ru-RU' })
    for (const url of ['/e', front, `${front}/plan#s7`, path, `${path}/board`, `${path}/steps`]) {
      await reader.goto(url)
      await expectAccessible(reader)
      await fits(reader)
    }
  }
  await looksAround(await as(null, { ...narrow, hasTouch: true, locale: 'ru-RU' }), `${path}/board`)

  await withdraw()
  await expect.poll(async () => (await context.request.get(path)).status(), { timeout: 60_000 }).toBe(403)
  await stranger.goto(path)
  await expect(stranger.getByRole('heading', { name: 'Стенд залда бар, бірақ желіде жоқ' })).toBeVisible()
  await stranger.goto(`${front}?q=барометр`)
  await expect(stranger.getByText('Барометр')).toHaveCount(0)
  await stranger.goto('/e')
  await expect(stranger.locator(`a[href="${front}"]`)).toBeVisible()
  await expect(stranger.locator('img')).toHaveCount(0)
  expect((await context.request.get(`${path}/picture/${posterId}/960.webp`)).status()).toBe(404)
  await context.close()
})

/** A guest looks around on a board: by buttons, keys, the wheel, a mouse that holds it and two fingers. */
const looksAround = async (page: Page, url: string) => {
  await page.goto(url)
  const board = page.getByRole('region', { name: 'Доска проекта' })
  const picture = board.getByRole('img')
  const wide = async () => (await picture.boundingBox())?.width ?? 0
  const size = page.getByRole('status')
  await expect(size).toHaveText(/\d %/)
  await page.getByRole('button', { name: 'Целиком' }).click()
  await expect(size).toHaveText('100 %')
  await expect(page.getByRole('button', { name: 'Мельче' })).toBeDisabled()
  const whole = await wide()
  await page.getByRole('button', { name: 'Крупнее' }).click()
  expect((await wide()) / whole).toBeCloseTo(1.4, 1)
  await board.focus()
  await page.keyboard.press('+')
  await expect(size).toHaveText('196 %')
  const box = await board.boundingBox()
  if (!box) throw new Error('There is no board on this page')
  const middle = { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 300) / 2 }
  await page.mouse.move(middle.x, middle.y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect(size).toHaveText('533 %')
  const moved = () => board.evaluate(({ scrollLeft }) => scrollLeft)
  const before = await moved()
  await page.mouse.down()
  await page.mouse.move(middle.x - 60, middle.y, { steps: 3 })
  await page.mouse.up()
  expect((await moved()) - before).toBeGreaterThan(50)
  await board.press('0')
  await expect(size).toHaveText('100 %')
  const { touch } = await glassOf(page)
  await touch('touchStart', { x: middle.x - 20, y: middle.y }, { x: middle.x + 20, y: middle.y })
  await touch('touchMove', { x: middle.x - 40, y: middle.y }, { x: middle.x + 40, y: middle.y })
  await touch('touchEnd')
  await expect(size).toHaveText('200 %')
}

/** Reddish and greenish pixels of a canvas. */
const tonesOf = (page: Page) =>
  page.locator('.turn canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    const count = { red: 0, green: 0 }
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, , a = 0] = data.slice(at, at + 4)
      if (a > 200 && r > 60 && g < 20) count.red++
      if (a > 200 && g > 60 && r < 20) count.green++
    }
    return [count.red > 200, count.green > 200]
  })

test('a model turns under a finger and by the keys, and a big screen walks from stand to stand without a network too', async ({
  as,
  centre,
  browser,
}) => {
  test.slow()
  const workshop = await seedWorkshop(centre)
  const { aidana, timur, teacher, team } = workshop
  const second = await seedProject(teacher, team.id)
  const withdraw = await agree(centre, aidana.id, 'work')
  await agree(centre, timur.id, 'work')
  const author = await as(aidana.hand)
  await openBoard(author, `/board/${second.boardId}`)
  await writeNote(author, 'Жел', { x: 400, y: 300 })
  await expectSaved(author)
  await openBoard(author, workshop.board)
  const half = { width: 32, height: 64, channels: 3, background: '#00ff00' } as const
  const picture = await sharp({ create: { ...half, width: 64, background: '#ff0000' } })
    .composite([{ input: await sharp({ create: half }).png().toBuffer(), left: 32, top: 0 }])
    .png()
    .toBuffer()
  let come = 0
  author.on('response', (answer) => {
    if (/\/api\/board\/\w+\/file$/.test(answer.url()) && answer.request().method() === 'POST' && answer.ok()) come++
  })
  await author
    .getByRole('navigation', { name: later.rail })
    .locator('input[type=file]')
    .setInputFiles({ name: 'Екі түс.glb', mimeType: 'application/octet-stream', buffer: Buffer.from(texturedGlb(picture)) })
  await expect(author.getByRole('button', { name: /3D-модель/ })).toBeVisible()
  await expectSaved(author)
  // Its thing lies on the board before the model and its still have come.
  await expect.poll(() => come).toBe(2)
  await author.context().close()
  const { exhibitionId, standId } = await openHall(centre, workshop, second)
  const [front, path] = [`/e/${exhibitionId}`, `/e/${exhibitionId}/${standId}`]

  const phone = await as(null, { ...narrow, hasTouch: true, isMobile: true, locale: 'kk-KZ' })
  const scripts: string[] = []
  phone.on('response', (answer) => answer.headers()['content-type']?.includes('javascript') && scripts.push(answer.url()))
  await phone.goto(path)
  const still = phone.locator('.model figure img')
  await expect.poll(() => still.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300)
  await expect(phone.getByRole('button', { name: 'Модельді бұрып көру' })).toBeVisible()
  expect(scripts.map((url) => new URL(url).pathname).toSorted()).toEqual(['/e/fresh.js', '/e/turn.js'])
  await still.tap()
  const turned = phone.getByRole('application', { name: kk.turn.label })
  await expect(turned).toBeVisible()
  await expect(phone.getByText('100 × 100 × 100 мм')).toBeVisible()
  await expect.poll(() => tonesOf(phone)).toEqual([true, true])
  await expectAccessible(phone)
  await fits(phone)
  const { x, y, width, height } = (await turned.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const cdp = await phone.context().newCDPSession(phone)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', by = 0) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + width / 2 + by, y: y + height / 2 }] })
  await touch('touchStart')
  for (const by of [20, 40, 60]) await touch('touchMove', by)
  await touch('touchEnd')
  await expect(turned).toHaveAttribute('data-view', '358 25 1')
  await turned.focus()
  await phone.keyboard.press('ArrowRight')
  await expect(turned).toHaveAttribute('data-view', '13 25 1')
  await phone.keyboard.press('0')
  await expect(turned).toHaveAttribute('data-view', '-35 25 1')
  await phone.keyboard.press('Escape')
  await expect(turned).toHaveCount(0)
  await expect(still).toBeVisible()
  // A file that is not what it says: a sentence, and the still stays.
  await phone.route('**/model', (route) => route.fulfill({ body: 'glTF, or so it says' }))
  await phone.getByRole('button', { name: 'Модельді бұрып көру' }).tap()
  await expect(phone.getByText(kk.turn.trouble.broken)).toBeVisible()
  await expect(still).toBeVisible()
  await phone.context().close()

  const bare = await browser.newContext({ javaScriptEnabled: false, baseURL: centre.url })
  const plain = await bare.newPage()
  await plain.goto(`${front}/screen?l=ru&s=10`)
  await expect(plain.getByRole('heading', { name: 'Барометр' })).toBeVisible()
  await expect(plain.getByRole('heading', { name: 'Жел өлшегіш' })).toBeVisible({ timeout: 30_000 })
  await bare.close()

  const wall = await as(null, { viewport: { width: 1280, height: 720 }, colorScheme: 'dark', locale: 'ru-RU' })
  await wall.goto(`${front}/screen?l=ru&s=40`)
  const shown = (title: string) => expect(wall.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await shown('Барометр')
  await expect(wall.getByRole('button', { name: ru.screen.pause })).toBeVisible()
  await wall.keyboard.press(' ')
  await expect(wall.getByRole('button', { name: ru.screen.go })).toBeVisible()
  await expectAccessible(wall)
  await fits(wall)
  await wall.keyboard.press('ArrowRight')
  await shown('Жел өлшегіш')
  await wall.context().setOffline(true)
  await wall.keyboard.press('ArrowLeft')
  await shown('Барометр')
  expect(await wall.locator('figure img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(300)
  await expect(wall.getByText(ru.screen.away)).toBeVisible({ timeout: 30_000 })
  await wall.context().setOffline(false)
  await withdraw()
  await expect(wall.getByText('Барометр')).toHaveCount(0, { timeout: 60_000 })
  await expect(wall.getByText('Показ начнётся сам', { exact: false })).toBeVisible()
})

test('an open page lets go of what was taken back within a minute, and leaves what somebody is writing as it is', async ({
  as,
  centre,
  browser,
}) => {
  test.setTimeout(240_000)
  const workshop = await seedWorkshop(centre)
  const { aidana, timur, teacher, team } = workshop
  const second = await seedProject(teacher, team.id)
  const withdraw = await agree(centre, aidana.id, 'work')
  await agree(centre, timur.id, 'work')
  const hideName = await agree(centre, timur.id, 'name')
  const author = await as(aidana.hand)
  for (const board of [`/board/${second.boardId}`, workshop.board]) {
    await openBoard(author, board)
    await writeNote(author, 'Қысым', { x: 400, y: 300 })
    await expectSaved(author)
  }
  await author.context().close()
  const { exhibitionId, standId } = await openHall(centre, workshop, second, { opened: true })
  const [front, path] = [`/e/${exhibitionId}`, `/e/${exhibitionId}/${standId}`]

  const reader = await as(null, { ...narrow, locale: 'ru-RU' })
  await reader.goto(path)
  await expect(reader.getByText(timur.name).first()).toBeVisible()
  const question = reader.getByLabel('Ваш вопрос команде')
  await question.fill('Сколько весит')
  // Whatever is not withdrawn stays on the page, with what is written in it; pictures are asked for anew.
  await hideName()
  await expect(reader.getByText(timur.name)).toHaveCount(0, { timeout: 60_000 })
  await expect(question).toHaveValue('Сколько весит')
  await expect(question).toBeFocused()
  await expect(reader.locator('.poster img')).toBeVisible()
  await question.fill('Сколько весит барометр?')
  await reader.getByRole('button', { name: 'Спросить' }).click()
  await expect(reader.getByText('Вопрос отправлен.', { exact: false })).toBeVisible()

  const open = async (url: string) => {
    const page = await as(null, { locale: 'ru-RU' })
    await page.goto(url)
    return page
  }
  const wall = await open(front)
  await wall.getByRole('searchbox').fill('жел')
  const shelf = await open('/e')
  const pages = [wall, await open(`${front}/plan`), shelf]
  const back = await open(front)
  const bare = await browser.newContext({ javaScriptEnabled: false, locale: 'ru-RU', baseURL: centre.url })
  const plain = await bare.newPage()
  await plain.goto(front)
  for (const page of [back, plain]) {
    await page.getByRole('link', { name: /Барометр/ }).click()
    await expect(page.getByRole('heading', { name: 'Барометр' })).toBeVisible()
    await page.goto('/e')
  }
  for (const page of pages.slice(0, 2)) await expect(page.getByRole('link', { name: /Барометр/ }).first()).toBeVisible()
  await expect(shelf.locator('.open img')).toHaveCount(1)
  const takenAt = Date.now()
  await withdraw()
  await expect(reader.getByRole('heading', { name: 'Стенд есть в зале, но не в сети' })).toBeVisible({ timeout: 60_000 })
  for (const page of pages) await expect(page.getByText('Барометр')).toHaveCount(0, { timeout: 60_000 })
  for (const page of pages) await expect(page.locator(`img[src*="${standId}"]`)).toHaveCount(0, { timeout: 60_000 })
  expect(Date.now() - takenAt).toBeLessThan(60_000)
  // Nothing is left to search.
  await expect(wall.getByRole('searchbox')).toHaveCount(0)
  // What the browser still has of it is not revived by leafing back.
  for (const page of [back, plain]) {
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Стенд есть в зале, но не в сети' })).toBeVisible()
  }
  await back.goBack()
  await expect(back.getByText('Барометр')).toHaveCount(0)
  await bare.close()
})

test('an open page is loaded anew where nothing else makes it whole: visitors’ forms that have opened, and a board', async ({
  as,
  centre,
}) => {
  test.setTimeout(180_000)
  const workshop = await seedWorkshop(centre)
  const { aidana, timur } = workshop
  await agree(centre, aidana.id, 'work')
  await agree(centre, timur.id, 'work')
  const author = await as(aidana.hand)
  await openBoard(author, workshop.board)
  await writeNote(author, 'Қысым датчигі', { x: 400, y: 300 })
  await expectSaved(author)
  await author.context().close()
  const { exhibitionId, standId } = await openHall(centre, workshop, undefined, { opened: true })
  const path = `/e/${exhibitionId}/${standId}`
  const organiser = centre.administrator.hand.fetch
  const letVisitors = async (may: boolean) => {
    const params = { exhibitionId }
    const { plan, revision } = await ask<typeof exhibition.look>(organiser, 'GET', '/api/exhibition/:exhibitionId', { params })
    const body = { plan: { ...plan, visitors: { react: may, ask: may, vote: may } }, revision }
    await ask<typeof exhibition.save>(organiser, 'PATCH', '/api/exhibition/:exhibitionId', { params, body })
  }
  await letVisitors(false)

  const reader = await as(null, { ...narrow, locale: 'ru-RU' })
  const question = reader.getByLabel('Ваш вопрос команде')
  await expect
    .poll(
      async () => {
        await reader.goto(path)
        return question.count()
      },
      { timeout: 40_000 },
    )
    .toBe(0)
  const board = await as(null, { locale: 'ru-RU' })
  await board.goto(`${path}/board`)
  await expect(board.getByRole('button', { name: 'Крупнее' })).toBeVisible()
  const [script] = await board.locator('script[src="/e/around.js"]').elementHandles()
  await letVisitors(true)

  await expect(question).toBeVisible({ timeout: 60_000 })
  await question.fill('Сколько весит барометр?')
  await reader.getByRole('button', { name: 'Спросить' }).click()
  await expect(reader.getByText('Вопрос отправлен.', { exact: false })).toBeVisible()
  // The page that was there is gone with all that was on it, and the new one can be looked around in.
  await expect.poll(() => script?.evaluate((one) => one.isConnected).catch(() => false), { timeout: 60_000 }).toBe(false)
  await expect(board.getByRole('button', { name: 'Крупнее' })).toBeVisible()
})

test('an open page is loaded anew when its model is another, and not before what is being typed on it is done', async ({ browser }) => {
  test.setTimeout(240_000)
  await using world = await openRows()
  const { db } = world.services
  const now = world.clock.now()
  // The hall has been open for half a day, so visitors may ask.
  const plan = aPlan(new Date(now.getTime() - 60 * 3_600_000))
  const exhibitionId = await seedExhibition(db, now, { state: 'hall', plan })
  const standId = await seedStand(db, now, { exhibitionId, word: 'turbine', number: 3 })
  const fileId = await seedModel(db, 'turbine')
  const showIn = (unit: 'mm' | 'm') =>
    seedShown(db, now, { standId, authors: ['madina'], shown: { model: { fileId, name: 'turbine.stl', unit } } })
  await showIn('mm')
  const url = await world.listen()
  const [idle, busy] = [await openPage(browser, url), await openPage(browser, url)]
  const modelOf = (page: Page) => page.locator('.model')
  const wait = { timeout: 90_000 }
  for (const page of [idle, busy]) {
    await page.goto(`/e/${exhibitionId}/${standId}`)
    await expect(modelOf(page)).toHaveAttribute('data-unit', 'mm')
    await page.evaluate(() => (document.documentElement.dataset['was'] = 'here'))
  }
  const was = (page: Page) => page.evaluate(() => document.documentElement.dataset['was'] ?? null)
  const question = busy.getByLabel('Ваш вопрос команде')
  await question.fill('Сколько весит')
  const told = busy.waitForResponse((answer) => answer.request().method() === 'GET' && answer.url().endsWith(standId), wait)

  await showIn('m')
  // The hall is held for half a minute by the world's own clock, which stands.
  world.clock.advance(30_000)
  await expect(modelOf(idle)).toHaveAttribute('data-unit', 'm', wait)
  // Made anew: what turns it was told of the other one.
  expect(await was(idle)).toBeNull()
  await told
  // What may be exchanged is, while somebody types.
  await expect(modelOf(busy)).toHaveAttribute('data-unit', 'm', wait)
  await expect(question).toHaveValue('Сколько весит')
  expect(await was(busy)).toBe('here')

  await question.fill('')
  await expect.poll(() => was(busy).catch(() => 'here'), wait).toBeNull()
  await expect(modelOf(busy)).toHaveAttribute('data-unit', 'm')
})
