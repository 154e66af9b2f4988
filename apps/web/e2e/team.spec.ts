import type { board } from '@sheber/contract/board'
import type { project } from '@sheber/contract/project'
import { ask } from '../src/lib/api.ts'
import {
  addAdult,
  addGroup,
  addLearners,
  addOrganisation,
  awake,
  expectAtWork,
  formTeam,
  openProject,
  signIn,
  signInByCode,
} from './pages.ts'
import { openBoard, toolsOf } from './paper.ts'
import { fresh, seedAdult, seedGroup, seedLearner, seedProject, seedTeam, seedWorkshop, handOf } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

test.use({ house: { name: 'team' } })

test('from an empty centre to a pupil who sees the project appear by itself', async ({ as, centre }) => {
  test.setTimeout(120_000)
  const administrator = await as(centre.administrator.hand)
  const school = fresh('Школа')
  await addOrganisation(administrator, school, 'school')
  await expect(administrator.getByRole('link', { name: school, exact: true })).toBeVisible()
  const groupName = fresh('Авиамоделисты')
  const code = await addGroup(administrator, school, groupName)
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const pupils = [fresh('Данияр'), fresh('Полина')]
  const [pin = ''] = await addLearners(administrator, school, groupName, pupils)
  expect(pin).toMatch(/^\d{4}$/)
  const teacherName = fresh('Марат Оспанов')
  const login = `marat.${Date.now() % 1e6}`
  const password = await addAdult(administrator, centre.name, { name: teacherName, role: 'teacher', login })

  const pupil = await as(null)
  await pupil.goto('/sign-in')
  await signInByCode(pupil, code, pupils[0] ?? '', pin)
  await expectAtWork(pupil)
  await expect(pupil.getByText(w.project.work.nonePupil)).toBeVisible()
  await awake(pupil)
  // Whatever appears on this page from now on has come by itself.
  await pupil.evaluate(() => (document.title = 'не перезагружена'))

  const teacher = await as(null)
  await teacher.goto('/sign-in')
  await signIn(teacher, login, password)
  await expectAtWork(teacher)
  const team = fresh('Планеристы')
  await formTeam(teacher, team, pupils)
  await expect(teacher.getByRole('main')).toContainText(school)
  await expect(teacher.getByRole('main')).toContainText(centre.name)
  await expect(pupil.getByText(w.common.joined(team))).toBeVisible()
  await expect(pupil.getByText(team, { exact: true })).toBeVisible()

  const title = fresh('Планёр')
  await openProject(teacher, title, 'aero')
  await expect(teacher.getByText(w.project.opened(title))).toBeVisible()
  await expect(pupil.getByRole('link', { name: title, exact: true })).toBeVisible()
  await expect(pupil).toHaveTitle('не перезагружена')

  await pupil.getByRole('link', { name: `${w.project.openBoard}: ${title}` }).click()
  await expect(toolsOf(pupil)).toBeVisible()
})

test('a project that nobody is invited to stays unseen', async ({ as, centre }) => {
  const { project, board, group } = await seedWorkshop(centre)
  const stranger = await seedLearner(centre, { name: 'Ерлан', groupId: group.id })
  const page = await as(await handOf(centre, group.code, stranger))
  await page.goto('/work')
  await expect(page.getByText(w.project.work.nonePupil)).toBeVisible()
  await expect(page.getByText(project.title)).toHaveCount(0)
  for (const path of [`/project/${project.id}`, board, `/team/${project.teamId}`, `/centre/${centre.id}`, '/centre']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(403)
    await expect(page.getByRole('heading', { name: w.common.problem.forbidden })).toBeVisible()
  }
  const answer = await page.goto('/project/0000000000000000000a')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: w.common.problem.gone })).toBeVisible()
})

test('the project walks its road step by step, and everyone sees where it is', async ({ as, centre }) => {
  const { teacher, aidana, project } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  const other = await as(aidana.hand)
  await other.goto(`/project/${project.id}`)
  await page.goto(`/project/${project.id}`)
  await awake(page)
  await awake(other)
  const { states, onward, back, stepped } = w.project
  const at = (here: typeof page, name: string) => expect(here.locator('[aria-current="step"]')).toContainText(name)
  await at(page, states.idea)

  for (const state of ['design', 'build', 'test', 'ready', 'exhibited'] as const) {
    await page.getByRole('button', { name: onward[state], exact: true }).click()
    await expect(page.getByText(stepped(states[state]))).toBeVisible()
    await at(page, states[state])
    await at(other, states[state])
  }
  await page.locator('summary', { hasText: w.project.otherSteps }).click()
  await page.getByRole('button', { name: back.ready, exact: true }).click()
  await at(other, states.ready)
})

test('the archive is a place to look at; an adult brings the project back', async ({ as, centre }) => {
  const { teacher, aidana, project } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  const pupil = await as(aidana.hand)
  await pupil.goto(`/project/${project.id}`)
  await awake(pupil)
  await page.goto(`/project/${project.id}`)
  await awake(page)
  await page.locator('summary', { hasText: w.project.otherSteps }).click()
  await page.getByRole('button', { name: w.project.onward.archived, exact: true }).click()
  await expect(pupil.getByText(w.project.archive.whoRestores)).toBeVisible()
  await expect(pupil.getByRole('link', { name: w.project.edit, exact: true })).toHaveCount(0)
  await page.getByLabel(w.project.archive.restoreAsk).selectOption({ label: w.project.states.build })
  await page.getByRole('button', { name: w.project.archive.restore, exact: true }).click()
  await expect(pupil.locator('[aria-current="step"]')).toContainText(w.project.states.build)
})

test('a teacher resets a secret: the pupil is signed out, the old PIN is dead, the new one opens', async ({ as, centre }) => {
  const teacher = await seedAdult(centre)
  const group = await seedGroup(centre)
  const aidana = await seedLearner(centre, { groupId: group.id })
  const pupil = await as(await handOf(centre, group.code, aidana))
  await pupil.goto('/work')
  await awake(pupil)

  const page = await as(teacher.hand)
  await page.goto(`/centre/${centre.id}/person/${aidana.id}`)
  await awake(page)
  await page.locator('summary', { hasText: w.organisation.secret.reset }).click()
  await page.getByRole('button', { name: w.organisation.secret.submit }).first().click()
  const slip = page.getByRole('status').locator('dl')
  await expect(slip).toContainText(group.code)
  const pin = await slip.getByRole('code').last().innerText()
  expect(pin).toMatch(/^\d{4}$/)
  await expect(pupil).toHaveURL(/\/sign-in/)
  await signInByCode(pupil, group.code, aidana.name, pin)
  await expectAtWork(pupil)
})

test('who is taken out of a team sees its projects go, and may be brought back', async ({ as, centre }) => {
  const { teacher, timur, team, project } = await seedWorkshop(centre)
  const pupil = await as(timur.hand)
  await pupil.goto('/work')
  await expect(pupil.getByRole('link', { name: project.title, exact: true })).toBeVisible()
  await awake(pupil)
  const page = await as(teacher.hand)
  await page.goto(`/team/${team.id}`)
  await awake(page)
  await page.getByLabel(w.team.removeWho(timur.name)).click()
  await page.getByRole('button', { name: w.team.removeYes }).and(page.locator(':visible')).click()
  await expect(page.getByText(w.team.left(timur.name))).toBeVisible()
  await expect(pupil.getByText(w.common.left)).toBeVisible()
  await expect(pupil.getByRole('link', { name: project.title, exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: w.team.undo }).click()
  await expect(pupil.getByRole('link', { name: project.title, exact: true })).toBeVisible()
})

test('the last adult cannot leave the children alone', async ({ as, centre }) => {
  const { teacher, team } = await seedWorkshop(centre)
  const page = await as(teacher.hand)
  await page.goto(`/team/${team.id}`)
  await awake(page)
  await page.getByLabel(w.team.leaveYes).first().click()
  await page.getByRole('button', { name: w.team.leaveYes }).and(page.locator(':visible')).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(teacher.name)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a teacher forms a team, opens a project and moves it on', async ({ as, centre }) => {
    const { teacher, aidana } = await seedWorkshop(centre)
    const page = await as(teacher.hand, { javaScriptEnabled: false })
    const { form, find } = w.team
    await page.goto('/team/new')
    const name = fresh('Тихая команда')
    await page.getByLabel(form.name, { exact: true }).fill(name)
    await page.getByLabel(find.label, { exact: true }).fill(aidana.name)
    await page.getByRole('button', { name: find.submit, exact: true }).and(page.locator(':visible')).last().click()
    await page.getByRole('button', { name: find.addWho(aidana.name) }).click()
    await expect(page.getByRole('button', { name: find.dropWho(aidana.name) })).toBeVisible()
    await page.getByRole('button', { name: form.submit }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(aidana.name)
    await page.getByRole('link', { name: w.team.openProject }).click()
    const title = fresh('Тихий проект')
    await page.getByLabel(w.project.form.title, { exact: true }).fill(title)
    await page.getByRole('checkbox', { name: new RegExp(w.project.form.simple) }).check()
    await page.getByRole('button', { name: w.project.form.open, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    const opened = (await ask<typeof project.list>(teacher.hand.fetch, 'GET', '/api/project')).find((one) => one.title === title)
    const params = { boardId: opened?.boardId ?? '' }
    expect((await ask<typeof board.look>(teacher.hand.fetch, 'GET', '/api/board/:boardId', { params })).simple).toMatchObject({
      by: teacher.name,
    })
    await page.getByRole('button', { name: w.project.onward.design, exact: true }).click()
    await expect(page.locator('[aria-current="step"]')).toContainText(w.project.states.design)
  })
})

test('news of a team reaches a page that was opened before it, also after the cable was cut', async ({ as, centre, cable }) => {
  const { aidana, teacher } = await seedWorkshop(centre)
  const page = await as(aidana.hand, { baseURL: cable.url })
  await page.goto('/work')
  await awake(page)
  cable.cut()
  const team = await seedTeam(teacher, centre.id, [aidana.id])
  const missed = await seedProject(teacher, team.id)
  cable.join()
  await expect(page.getByRole('link', { name: missed.title, exact: true })).toBeVisible({ timeout: 30_000 })
  await openBoard(page, `/board/${missed.boardId}`)
})
