import type { exhibition, Plan } from '@sheber/contract/exhibition'
import type { session } from '@sheber/contract/session'
import { ask } from '../src/lib/api.ts'
import { newId } from '../src/lib/new-id.ts'
import { expectAccessible } from './axe.ts'
import { awake } from './pages.ts'
import { boxOf, bringPicture, openBoard } from './paper.ts'
import { seedWorkshop, type Centre } from './seed.ts'
import { expect, test } from './test.ts'
import { catalogues, w } from './words.ts'

test.use({ house: { name: 'stand' } })

const kk = catalogues.kk.stand
const ru = w.stand
const patience = { timeout: 30_000 }
const narrow = { viewport: { width: 360, height: 740 } }

const said = (words: string) => ({ kk: words, ru: words, en: words })
const seedCall = async ({ id: organisationId, administrator }: Centre) => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const levels = [0, 1, 2].map((points) => ({ points, text: said(`Уровень ${points}`) }))
  const plan: Plan = {
    kind: 'exhibition',
    title: said('Выставка техники'),
    about: said('Показываем проекты.'),
    place: said('Зал'),
    directions: [],
    nominations: [
      { id: newId(), title: said('Модели') },
      { id: newId(), title: said('Электроника') },
    ],
    ages: { from: 7, to: 18 },
    teamMax: 5,
    rubric: { criteria: [{ id: 'idea', title: said('Идея'), weight: 100, levels }] },
    windows: { entriesFrom: day(-1), entriesTo: day(1), hallFrom: day(2), judgingFrom: day(2), judgingTo: day(3), resultsAt: day(4) },
    ...{ late: false, awards: 'places', ties: 'share', release: 'all', viewsMin: 3, listed: false },
    visitors: { react: true, ask: true, vote: true },
    hall: { width: 20, height: 12 },
  }
  const { fetch } = administrator.hand
  const id = newId()
  await ask<typeof exhibition.make>(fetch, 'POST', '/api/organisation/:organisationId/exhibition', {
    params: { organisationId },
    body: { id, plan },
  })
  await ask<typeof exhibition.step>(fetch, 'POST', '/api/exhibition/:exhibitionId/state', {
    params: { exhibitionId: id },
    body: { state: 'call' },
  })
  return id
}

test('a pupil enters by phone in Kazakh, another confirms, it is returned, mended, admitted and put into the hall', async ({
  as,
  centre,
}) => {
  // Four people, one after the other.
  test.slow()
  const { aidana, timur, project, board } = await seedWorkshop(centre)
  const exhibitionId = await seedCall(centre)

  const child = await as(aidana.hand, narrow)
  await openBoard(child, board)
  await bringPicture(child, 'Барометр.png')
  // The board’s own helpers speak Russian.
  await ask<typeof session.language>(aidana.hand.fetch, 'POST', '/api/session/language', { body: { language: 'kk' } })
  const room = `/project/${project.id}/stand`
  await child.goto(room)
  await awake(child)
  await child.getByRole('button', { name: kk.begin }).click()
  await expect(child.getByText(kk.tells.draft)).toBeVisible(patience)
  await child.getByRole('radio', { name: 'Электроника' }).check()
  await child.getByLabel(kk.about, { exact: true }).fill('Қысымды өлшейді.')
  await child.getByLabel(kk.partOf(aidana.name), { exact: true }).fill('Тақтаны дәнекерледім')
  await child.getByLabel(kk.partOf(timur.name), { exact: true }).fill('Бағдарламасын жаздым')
  await child.getByRole('textbox', { name: kk.step.adults }).fill('Мұғалім дәнекерлегішті ұстап тұрды.')
  await child.getByRole('button', { name: kk.mine }).click()
  await expect(child.getByText(kk.confirmed, { exact: true })).toHaveCount(1, patience)
  await expect(child.getByText(kk.lack.parts)).toBeVisible()
  await expect(child.getByText(kk.wait.work(aidana.name))).toBeVisible()
  await expect(child.getByRole('button', { name: kk.enter })).toBeDisabled()
  expect(await child.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(child)

  const second = await as(timur.hand, narrow)
  await second.goto(room)
  await awake(second)
  await second.getByRole('button', { name: ru.mine }).click()
  await expect(second.getByText(ru.confirmed, { exact: true })).toHaveCount(2, patience)
  await second.context().close()

  // The first one’s page hears of it.
  const hand = child.getByRole('button', { name: kk.enter, exact: true })
  await expect(hand).toBeEnabled(patience)
  await hand.click()
  await expect(child.getByText(`${kk.state.entered}.`)).toBeVisible(patience)

  const chief = await as(centre.administrator.hand)
  await chief.goto(`/exhibition/${exhibitionId}/stand`)
  await awake(chief)
  await chief.keyboard.press('j')
  await chief.keyboard.press('Enter')
  await expect(chief.getByText('Қысымды өлшейді.')).toBeVisible()
  const seen = chief.getByRole('img', { name: ru.poster })
  await expect.poll(() => seen.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  await expectAccessible(chief)
  await chief.locator('summary', { hasText: ru.moderation.return }).click()
  await chief.getByLabel(ru.moderation.reason, { exact: true }).first().fill('Подпишите, где датчик')
  await chief.getByRole('button', { name: ru.moderation.return, exact: true }).click()
  await expect(child.getByRole('status').getByText('Подпишите, где датчик')).toBeVisible(patience)

  await child.getByLabel(kk.about, { exact: true }).fill('Қысымды өлшейді. Датчик — сол жақта.')
  await child.getByRole('button', { name: kk.enterAgain }).click()
  await expect(child.getByText(`${kk.state.entered}.`)).toBeVisible(patience)

  await expect(chief.getByText('Датчик — сол жақта.')).toBeVisible(patience)
  await chief.getByRole('button', { name: ru.moderation.admit, exact: true }).click()
  await expect(chief.getByLabel(ru.moderation.number, { exact: true })).toBeVisible(patience)
  await chief.getByRole('button', { name: ru.moderation.placeAll }).click()
  await expect(chief.getByText('№ 1')).toBeVisible(patience)
  await expect(child.getByText(kk.tells.admitted(1))).toBeVisible(patience)

  await chief.goto(`/exhibition/${exhibitionId}/hall`)
  await awake(chief)
  const at = chief.locator('[data-stand]')
  const x = chief.getByLabel(ru.hall.x)
  const first = Number(await x.inputValue())
  await at.scrollIntoViewIfNeeded()
  const box = await boxOf(at)
  await chief.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await chief.mouse.down()
  await chief.mouse.move(box.x + box.width / 2 + 150, box.y + box.height / 2 + 60, { steps: 5 })
  await chief.mouse.up()
  await expect.poll(async () => Number(await x.inputValue())).toBeGreaterThan(first + 1)
  const dragged = Number(await x.inputValue())
  await at.focus()
  await chief.keyboard.press('ArrowRight')
  await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(dragged + 0.5, 5)
  await chief.keyboard.press('Control+z')
  await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(dragged, 5)
  await chief.getByRole('button', { name: ru.hall.undo }).click()
  await expect.poll(async () => Number(await x.inputValue())).toBe(first)
  await at.focus()
  await chief.keyboard.press('ArrowRight')
  await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(first + 0.5, 5)
  await expectAccessible(chief)
  await chief.reload()
  await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(first + 0.5, 5)
  // Printed while entries are still taken: nobody waits for a jury to hang a poster.
  for (const name of [`${ru.hall.posters} A4`, `${ru.hall.posters} A3`, ru.hall.signs, ru.hall.title]) {
    const link = chief.getByRole('region', { name: ru.hall.print }).getByRole('link', { name, exact: true })
    const paper = await chief.request.get((await link.getAttribute('href')) ?? '')
    expect([paper.status(), paper.headers()['content-type']], name).toEqual([200, 'application/pdf'])
  }

  await chief.setViewportSize(narrow.viewport)
  await chief.goto(`/exhibition/${exhibitionId}/day`)
  await awake(chief)
  await chief.getByLabel(ru.day.search).fill('1')
  await chief.getByRole('button', { name: ru.day.notHere }).click()
  await expect(chief.getByText(ru.day.count(1, 1))).toBeVisible(patience)
  expect(await chief.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(chief)
})
