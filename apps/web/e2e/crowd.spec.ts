import type { Page } from '@playwright/test'
import { boxOf, drag, expectSaved, middleOf, note, notesOf, openBoard, pull, take, things, writeNote } from './paper.ts'
import { handOf, seedAdult, seedGroup, seedLearner, seedProject, seedTeam } from './seed.ts'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'

/** What a page holds, in words and whole units: alike wherever it is looked at. */
const toldOn = (page: Page) =>
  notesOf(page).evaluateAll((all) =>
    all.map((one) => {
      const { left, top, width, height } = (one as HTMLElement).style
      return [one.ariaLabel, ...[left, top, width, height].map((length) => Math.round(parseFloat(length)))].join(' ')
    }),
  )

test('five browsers on one board: each writes, draws and drags at once, and all end with the same', async ({ as, centre }) => {
  test.setTimeout(120_000)
  const teacher = await seedAdult(centre)
  const group = await seedGroup(centre)
  const pupils = await Promise.all(['Айдана', 'Тимур', 'Ерлан', 'Дана'].map((name) => seedLearner(centre, { name, groupId: group.id })))
  const team = await seedTeam(
    teacher,
    centre.id,
    pupils.map(({ id }) => id),
  )
  const { boardId } = await seedProject(teacher, team.id)
  const hands = [teacher.hand, ...(await Promise.all(pupils.map((pupil) => handOf(centre, group.code, pupil))))]
  const pages = await Promise.all(hands.map((hand) => as(hand)))
  const watched = pages.map((page) => watch(page, centre.url))
  for (const page of pages) await openBoard(page, `/board/${boardId}`)
  const [first] = pages as [Page, ...Page[]]
  await writeNote(first, 'общее', { x: 640, y: 120 })
  for (const page of pages) await expect(note(page, 'общее')).toHaveCount(1)

  await Promise.all(
    pages.map(async (page, i) => {
      const x = 160 + i * 230
      await writeNote(page, `от ${i}`, { x, y: 330 })
      await take(page, 'pen')
      await pull(page, { x: x - 60, y: 470 }, { x: x + 60, y: 500 + i * 10 })
      await page.keyboard.press('v')
      await drag(page, middleOf(await boxOf(note(page, `от ${i}`))), { x: 0, y: -30 - i })
      // All take hold of the same one, each their own way.
      await drag(page, middleOf(await boxOf(note(page, 'общее'))), { x: i % 2 ? 40 : -40, y: 10 * i })
    }),
  )

  for (const page of pages) {
    await expect(things(page, 'note')).toHaveCount(6)
    await expect(things(page, 'ink')).toHaveCount(5)
    await expectSaved(page)
  }
  // None of them holds anything any longer: what is shown is what is written.
  for (const page of pages) await expect(async () => expect(await toldOn(page)).toEqual(await toldOn(first))).toPass()
  for (const { complaints } of watched) expect(complaints).toEqual([])

  // And it is what the server has: to whoever comes later it reads alike.
  const late = await as(teacher.hand)
  await openBoard(late, `/board/${boardId}`)
  await expect.poll(() => toldOn(late)).toEqual(await toldOn(first))
})
