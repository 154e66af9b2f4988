import { refusals } from '@sheber/contract/refusal'
import { createCentre, expectAtWork, openAccount } from './pages.ts'
import { createSheber } from '@sheber/dev-env/sheber'
import { expect, test as base } from './test.ts'
import { catalogues, w } from './words.ts'

/** Nobody has been here yet: every test gets an empty Sheber. */
const test = base.extend<{ url: string }>({
  url: async ({ browserName: _ }, use) => {
    await using sheber = await createSheber()
    await sheber.start()
    await use(sheber.url)
  },
})

const centre = { name: 'Центр «Қыран»', person: 'Айгерім Сапарова', login: 'aigerim', password: 'верстак рубанок стружка' }

test('two doors are open on the first visit, and every way leads to them', async ({ page, url }) => {
  for (const path of ['/', '/work', '/sign-in', '/demo', '/me']) {
    await page.goto(`${url}${path}`)
    await expect(page).toHaveURL(`${url}/`)
  }
  await expect(page.getByRole('heading', { level: 1, name: w.centre.new.headline })).toBeVisible()
  await expect(page.getByRole('link', { name: w.centre.new.create })).toBeVisible()
  await expect(page.getByRole('button', { name: w.centre.new.demo })).toBeVisible()
})

test('the first administrator creates the centre and is at work at once; the doors are shut behind them', async ({ page, url, as }) => {
  await page.goto(url)
  await page.getByRole('link', { name: w.centre.new.create }).click()
  await createCentre(page, centre)
  await expectAtWork(page)
  const menu = await openAccount(page)
  await expect(menu).toContainText(centre.person)
  await expect(menu).toContainText(`${w.common.role.administrator}, ${centre.name}`)

  const guest = await as(null)
  await guest.goto(`${url}/welcome/create`)
  await expect(guest).toHaveURL(`${url}/sign-in`)
  await expect(guest.getByRole('heading', { level: 1, name: centre.name })).toBeVisible()
})

test('a mistake stands beside its field, and nothing typed is lost but the password', async ({ page, url }) => {
  await page.goto(`${url}/welcome/create`)
  await createCentre(page, { ...centre, login: 'айгерім сапарова' })
  const login = page.getByLabel(w.centre.form.login, { exact: true })
  await expect(login).toHaveAttribute('aria-invalid', 'true')
  await expect(login).toHaveAccessibleDescription(new RegExp(w.common.checkField))
  await expect(login).toHaveValue('айгерім сапарова')
  await expect(page.getByLabel(w.centre.form.name, { exact: true })).toHaveValue(centre.name)
  await expect(page.getByLabel(w.centre.form.person, { exact: true })).toHaveValue(centre.person)
  await expect(page.getByLabel(w.centre.form.password, { exact: true })).toHaveValue('')
  await expect(page.getByRole('alert')).toContainText(refusals.input.ru)

  await createCentre(page, { ...centre, password: '1234567890' })
  await expectAtWork(page)
})

test('a password that is easy to guess is refused with a sentence that says what to do', async ({ page, url }) => {
  await page.goto(`${url}/welcome/create`)
  await createCentre(page, { ...centre, password: 'aigerim2026' })
  await expect(page.getByRole('alert')).toContainText(refusals['password-weak'].ru)
  await expect(page.getByLabel(w.centre.form.name, { exact: true })).toHaveValue(centre.name)
  await page.goto(`${url}/work`)
  await expect(page).toHaveURL(`${url}/`)
})

test('the other door leads into the demo centre, where a name is one press away', async ({ page, url }) => {
  await page.goto(url)
  await page.getByRole('button', { name: w.centre.new.demo }).click()
  // A whole centre is filled meanwhile, with its judged exhibitions and signed badges.
  await expect(page).toHaveURL(`${url}/demo`, { timeout: 30_000 })
  const pupils = page.getByRole('region', { name: w.centre.demo.group.learner })
  await expect(pupils.getByRole('button').first()).toBeVisible()
  await pupils.locator('summary').click()
  expect(await pupils.getByRole('button').count()).toBeGreaterThan(10)
  const name = (await pupils.getByRole('strong').first().textContent()) ?? ''
  await pupils.getByRole('button').first().click()
  await expect(page).toHaveURL(`${url}/work`)
  // People of the demo centre read in languages of their own.
  const titles = Object.values(catalogues).map(({ project }) => project.work.title)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^(${titles.join('|')})$`))
  await expect(await openAccount(page)).toContainText(name)
})

test('SHEBER_DEMO=1 needs no door at all', async ({ page }) => {
  await using sheber = await createSheber({ demo: true })
  await sheber.start()
  await page.goto(sheber.url)
  await expect(page).toHaveURL(`${sheber.url}/demo`)
  await expect(page.getByRole('region', { name: w.centre.demo.group.teacher })).toBeVisible()
})
