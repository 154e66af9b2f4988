import type { Page } from '@playwright/test'
import n from '../src/lib/notebook/words.ru.ts'
import { graveFindings } from './axe.ts'
import { expectKept } from './kept.ts'
import { awake } from './pages.ts'
import { expectLive, savedOn, things, tool, tray } from './paper.ts'
import { seedPage, seedWorkshop } from './seed.ts'
import { expect, test } from './test.ts'
import { votes, w } from './words.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const text = (page: Page) => page.getByRole('textbox', { name: w.portfolio.editor.label })

test('two write a page of a day at once, an adult signs it, and its card on the board opens it', async ({ as, centre }) => {
  test.slow()
  const { aidana, timur, teacher, project, board } = await seedWorkshop(centre)
  const one = await as(aidana.hand)
  await one.goto(`/project/${project.id}`)
  await awake(one)
  await one.getByRole('link', { name: w.project.notebook, exact: true }).click()
  await button(one, n.today).click()
  await expect(one).toHaveURL(/\/notebook\/\w{20}$/)
  // Two who open a day have one page.
  const pageId = await seedPage(timur.hand, project.id)
  expect(one.url()).toContain(pageId)
  const two = await as(timur.hand)
  await two.goto(`/notebook/${pageId}`)
  await awake(two)

  await button(one, n.ask.put).click()
  await expect(text(one)).toBeFocused()
  await expect(two.getByRole('heading', { name: 'Цель' })).toBeVisible()
  await expect(button(two, n.ask.put)).toHaveCount(0)
  await button(two, n.page.write).click()
  await text(two).getByRole('heading', { name: 'Цель' }).click()
  await two.keyboard.press('End')
  await two.keyboard.press('ArrowDown')
  await two.keyboard.type('Ток 0,2 А')
  await expect(text(one)).toContainText('Ток 0,2 А')
  await expect(text(one).locator('.caret-name')).toHaveText(timur.name)
  await expect(savedOn(two)).toBeVisible()
  expect(await graveFindings(one)).toEqual([])

  // Under the hands of both.
  const adult = await as(teacher.hand)
  await adult.goto(`/notebook/${pageId}`)
  await awake(adult)
  await button(adult, n.sign.deed).click()
  await expect(adult.getByText(n.sign.frozen)).toBeVisible()
  await expect(two.getByText(n.sign.frozen)).toBeVisible()
  await expect(text(two)).toHaveCount(0)
  await expect(button(two, n.page.write)).toHaveCount(0)
  await expect(two.locator('[data-part="body"]')).toContainText('Ток 0,2 А')
  await adult.getByRole('link', { name: n.sign.look, exact: true }).click()
  await expect(adult.getByText('Ток 0,2 А')).toBeVisible()

  // Its card says how it stands, and opens it.
  await two.goto(board)
  await expectLive(two)
  await tool(two, 'more').click()
  await tray(two, 'more').getByRole('button', { name: votes.tools.card, exact: true }).click()
  const offers = two.getByRole('region', { name: votes.card.title }).getByRole('listitem')
  await offers.filter({ hasText: w.board.card.page }).getByRole('button').press('Enter')
  await expect(things(two, 'card')).toHaveAccessibleName(new RegExp(votes.card.states.signed))
  const beside = two.context().waitForEvent('page')
  await things(two, 'card').focus()
  await two.keyboard.press('Enter')
  await expect(await beside).toHaveURL(new RegExp(`/notebook/${pageId}$`))
})

test('a page opens again without a network; what is written there once it was signed waits for its author, and goes on a new page', async ({
  as,
  centre,
  cable,
}) => {
  test.slow()
  const { aidana, teacher, project } = await seedWorkshop(centre)
  const pageId = await seedPage(aidana.hand, project.id)
  const village = await as(aidana.hand, { baseURL: cable.url })
  await village.goto(`/notebook/${pageId}`)
  await awake(village)
  await button(village, n.ask.put).click()
  await expect(text(village)).toBeFocused()
  await expect(savedOn(village)).toBeVisible()
  await expectKept(village)

  cable.cut()
  await village.context().setOffline(true)
  await village.reload()
  await awake(village)
  await button(village, n.page.write).click()
  await text(village).getByRole('heading', { name: 'Цель' }).click()
  await village.keyboard.press('End')
  await village.keyboard.press('ArrowDown')
  await village.keyboard.type('Ток 0,2 А')
  const adult = await as(teacher.hand)
  await adult.goto(`/notebook/${pageId}`)
  await awake(adult)
  await button(adult, n.sign.deed).click()
  await expect(adult.getByText(n.sign.frozen)).toBeVisible()
  cable.join()
  await village.context().setOffline(false)

  const late = village.getByText(n.late.title)
  await expect(late).toBeVisible({ timeout: 30_000 })
  // Not on this device alone, nor for this visit.
  await village.reload()
  await awake(village)
  await expect(late).toBeVisible()
  expect(await graveFindings(village)).toEqual([])
  await button(village, n.late.drop).click()
  await expect(late).toHaveCount(0)
  await village.reload()
  await awake(village)
  await button(village, n.late.back).click()
  await button(village, n.late.carry).click()
  await expect(village).not.toHaveURL(new RegExp(pageId))
  await expect(village.locator('[data-part="body"]')).toHaveText('Ток 0,2 А')
  await expect(late).toHaveCount(0)
})
