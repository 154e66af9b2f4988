import { refusals } from '@sheber/contract/refusal'
import { adultDoor, awake, expectAtWork, pupilDoor, showCard, signIn, signInByCode, signOut, typePin } from './pages.ts'
import { seedAdult, seedGroup, seedLearner } from './seed.ts'
import { expect, test } from './test.ts'
import { w } from './words.ts'

const minutes = (n: number) => refusals['locked-out'].ru.replace('{minutes}', String(n))

test('an adult signs in by name and password, and comes to the page they had asked for', async ({ page, centre }) => {
  const teacher = await seedAdult(centre)
  await page.goto('/me')
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fme$/)
  await signIn(page, teacher.login.toUpperCase(), teacher.password)
  await expect(page).toHaveURL(/\/me$/)
  await expect(page.getByRole('main')).toContainText(teacher.name)
})

test('a way back that leads to another site is not taken', async ({ page, centre }) => {
  const teacher = await seedAdult(centre)
  for (const to of ['//example.org/', '/\\example.org', 'https://example.org/']) {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await signIn(page, teacher.login, teacher.password)
    await expectAtWork(page)
    await signOut(page)
  }
})

test('a wrong password and an unknown name are told alike; the name stays, the password goes', async ({ page, centre }) => {
  const teacher = await seedAdult(centre)
  const door = adultDoor(page)
  await page.goto('/sign-in')
  for (const login of [teacher.login, 'nobody.here']) {
    await signIn(page, login, 'not this one at all')
    await expect(door.getByRole('alert')).toContainText(refusals['wrong-password'].ru)
    await expect(door.getByLabel(w.session.adult.login, { exact: true })).toHaveValue(login)
    await expect(door.getByLabel(w.session.adult.password, { exact: true })).toHaveValue('')
  }
})

test('a pupil signs in by the card, the name and a PIN', async ({ page, centre }) => {
  const group = await seedGroup(centre)
  const aidana = await seedLearner(centre, { groupId: group.id })
  await page.goto('/sign-in')
  // As it is typed from a card: small letters, a space for the hyphen.
  await showCard(page, group.code.toLowerCase().replace('-', ' '), aidana.name)
  await expect(page.getByRole('heading', { level: 1, name: w.session.pin.hello(aidana.name) })).toBeVisible()
  await awake(page)
  for (const digit of aidana.secret) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: w.session.pin.go, exact: true }).click()
  await expectAtWork(page)
})

test('a pupil signs in by three pictures, and may take one back', async ({ page, centre }) => {
  const group = await seedGroup(centre)
  const timur = await seedLearner(centre, { name: 'Тимур', groupId: group.id, secret: 'sun-fish-key' })
  const { name, takeBack, place } = w.session.pictures
  await page.goto('/sign-in')
  await showCard(page, group.code, timur.name)
  await awake(page)
  const choose = (picture: string) => page.getByRole('button', { name: picture, exact: true }).click()
  await choose(name.sun)
  await choose(name.boat)
  await choose(`${place[1]}: ${takeBack(name.boat)}`)
  await choose(name.fish)
  await choose(name.key)
  await page.getByRole('button', { name: w.session.pin.go, exact: true }).click()
  await expectAtWork(page)
})

test('the card is remembered on the device, and the old code is forgotten when it is renewed', async ({ page, centre }) => {
  const group = await seedGroup(centre)
  const aidana = await seedLearner(centre, { groupId: group.id })
  await page.goto('/sign-in')
  await signInByCode(page, group.code, aidana.name, aidana.secret)
  await expectAtWork(page)
  await signOut(page)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: w.session.pupil.mine(group.code) }).click()
  await expect(page.getByRole('link', { name: aidana.name })).toBeVisible()

  const { fetch } = centre.administrator.hand
  const renewed = await fetch(`/api/group/${group.id}/code`, { method: 'POST' })
  expect(renewed.status).toBe(200)
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?card=gone$/)
  await expect(pupilDoor(page)).toContainText(w.session.names.forgotten)
})

test('a joker shuts out the own laptop: the class and the pupil go on from another', async ({ page, as, centre }) => {
  const group = await seedGroup(centre)
  const aidana = await seedLearner(centre, { groupId: group.id })
  const timur = await seedLearner(centre, { name: 'Тимур', groupId: group.id, secret: '5193' })
  await page.goto('/sign-in')
  await showCard(page, group.code, aidana.name)
  for (let tries = 0; tries < 5; tries++) {
    await typePin(page, '9000')
    await expect(page.getByRole('alert')).toContainText(refusals['wrong-secret'].ru)
  }
  await typePin(page, aidana.secret)
  await expect(page.getByRole('alert')).toContainText(minutes(1))

  // The joker's laptop serves the others of the group as before …
  await page.goto('/sign-in/group')
  await page.getByRole('link', { name: timur.name }).click()
  await typePin(page, timur.secret)
  await expectAtWork(page)

  // … and Aidana sits down at another one.
  const other = await as(null)
  await other.goto('/sign-in')
  await signInByCode(other, group.code, aidana.name, aidana.secret)
  await expectAtWork(other)
})

test('sign out ends this sign-in, and the way back leads through the door', async ({ page, as, centre }) => {
  const teacher = await seedAdult(centre)
  const elsewhere = await as(teacher.hand)
  await elsewhere.goto('/work')
  await page.goto('/sign-in')
  await signIn(page, teacher.login, teacher.password)
  await expectAtWork(page)
  await signOut(page)
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goBack()
  await page.goto('/work')
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fwork$/)
  await elsewhere.reload()
  await expectAtWork(elsewhere)
})

test('sign out everywhere closes what is open in the other browser, by itself', async ({ page, as, centre }) => {
  const teacher = await seedAdult(centre)
  const other = await as(teacher.hand)
  await other.goto('/work')
  await awake(other)
  await page.goto('/sign-in')
  await signIn(page, teacher.login, teacher.password)
  await expectAtWork(page)
  await page.goto('/me')
  await expect(page.getByText(w.session.me.here)).toHaveCount(1)
  await page.getByRole('button', { name: w.session.me.everywhere }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(other).toHaveURL(/\/sign-in/)
})

test('a new password ends the other sign-ins and keeps this one', async ({ page, as, centre }) => {
  const teacher = await seedAdult(centre)
  const other = await as(teacher.hand)
  await other.goto('/work')
  await awake(other)
  await page.goto('/sign-in?to=/me')
  await signIn(page, teacher.login, teacher.password)
  const fresh = 'лобзик наждак фанера'
  const { me } = w.session
  await page.getByLabel(me.old, { exact: true }).fill(teacher.password)
  await page.getByLabel(me.new, { exact: true }).fill(fresh)
  await page.getByRole('button', { name: me.change }).click()
  await expect(page.getByText(me.changed)).toBeVisible()
  await expect(other).toHaveURL(/\/sign-in/)
  await signIn(other, teacher.login, fresh)
  await expectAtWork(other)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a teacher signs in and out', async ({ page, centre }) => {
    const teacher = await seedAdult(centre)
    await page.goto('/sign-in')
    await signIn(page, teacher.login, teacher.password)
    await expectAtWork(page)
    await signOut(page)
    await expect(page).toHaveURL(/\/sign-in$/)
  })

  test('pupils sign in by PIN and by pictures', async ({ page, as, centre }) => {
    const group = await seedGroup(centre)
    const aidana = await seedLearner(centre, { groupId: group.id })
    const timur = await seedLearner(centre, { name: 'Тимур', groupId: group.id, secret: 'cat-boat-sun' })
    await page.goto('/sign-in')
    await signInByCode(page, group.code, aidana.name, aidana.secret)
    await expectAtWork(page)

    const { place, name } = w.session.pictures
    const other = await as(null, { javaScriptEnabled: false })
    await other.goto('/sign-in')
    await showCard(other, group.code, timur.name)
    for (const [n, picture] of (['cat', 'boat', 'sun'] as const).entries()) {
      await other
        .getByRole('group', { name: place[n] ?? '' })
        .getByLabel(name[picture])
        .check()
    }
    await other.getByRole('button', { name: w.session.pin.go, exact: true }).click()
    await expectAtWork(other)
  })
})
