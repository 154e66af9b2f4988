import { expect, type Locator, type Page } from '@playwright/test'
import { w } from './words.ts'

/** What a person does, by the names that a person (or a screen reader) finds on the page. */

export const createCentre = async (page: Page, asked: { name: string; person: string; login: string; password: string }) => {
  const text = w.centre.form
  await page.getByLabel(text.name, { exact: true }).fill(asked.name)
  await page.getByLabel(text.person, { exact: true }).fill(asked.person)
  await page.getByLabel(text.login, { exact: true }).fill(asked.login)
  await page.getByLabel(text.password, { exact: true }).fill(asked.password)
  await page.getByRole('button', { name: text.go }).click()
}

/** The half of the sign-in page that is for adults. */
export const adultDoor = (page: Page): Locator => page.getByRole('region', { name: w.session.adult.title })
export const pupilDoor = (page: Page): Locator => page.getByRole('region', { name: w.session.pupil.title })

export const signIn = async (page: Page, login: string, password: string) => {
  const door = adultDoor(page)
  await door.getByLabel(w.session.adult.login, { exact: true }).fill(login)
  await door.getByLabel(w.session.adult.password, { exact: true }).fill(password)
  await door.getByRole('button', { name: w.session.adult.go }).click()
}

/** As far as the child's own page, where the secret is asked for. */
export const showCard = async (page: Page, code: string, name: string) => {
  const door = pupilDoor(page)
  await door.getByLabel(w.session.pupil.code, { exact: true }).fill(code)
  await door.getByRole('button', { name: w.session.pupil.go, exact: true }).click()
  await page.getByRole('link', { name }).click()
}

export const typePin = async (page: Page, pin: string) => {
  await page.getByLabel(w.session.pin.label, { exact: true }).fill(pin)
  await page.getByRole('button', { name: w.session.pin.go, exact: true }).click()
}

export const signInByCode = async (page: Page, code: string, name: string, pin: string) => {
  await showCard(page, code, name)
  await typePin(page, pin)
}

/** Signed in and at work. */
export const expectAtWork = async (page: Page) => {
  await expect(page).toHaveURL(/\/work$/)
  await expect(page.getByRole('heading', { level: 1, name: w.project.work.title })).toBeVisible()
}

/** The menu behind one's own name. */
export const openAccount = async (page: Page): Promise<Locator> => {
  const menu = page.getByRole('banner').locator('details')
  await menu.locator('summary').click()
  return menu
}

export const signOut = async (page: Page) => {
  const menu = await openAccount(page)
  await menu.getByRole('button', { name: w.common.signOut }).click()
}

/**
 * The page answers to the hand: its script has come and taken over what the server had drawn. SvelteKit takes the
 * scrolling into its own hands as the last thing it does. A page without a script has nothing to wait for.
 */
export const awake = async (page: Page) => {
  await page.waitForFunction(() => {
    if (document.scripts.length === 0 || history.scrollRestoration === 'manual') return true
    // A board brings a script of its own, which takes what it was told when it begins.
    return document.querySelector('script[src*="/wake/"]') !== null && document.querySelector('[data-told]') === null
  })
}

/** Opens what stands behind a closed question. */
const openAsk = async (page: Page, title: string): Promise<Locator> => {
  const ask = page.locator('details').filter({ has: page.locator('summary', { hasText: title }) })
  await ask.locator('summary').click()
  return ask
}

export const addOrganisation = async (page: Page, name: string, kind: keyof typeof w.organisation.kinds) => {
  const o = w.organisation
  await page.goto('/centre')
  await awake(page)
  const ask = await openAsk(page, o.add)
  await ask.getByLabel(o.name, { exact: true }).fill(name)
  await ask.getByLabel(o.kind, { exact: true }).selectOption({ label: w.organisation.kinds[kind] })
  await ask.getByRole('button', { name: o.add, exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: o.added(name) })).toBeVisible()
}

/** From the list of organisations to one part of one of them. */
export const goToPeople = async (page: Page, organisation: string, part: 'learners' | 'adults' | 'groups') => {
  const o = w.organisation
  await page.goto('/centre')
  await page.getByRole('link', { name: organisation, exact: true }).click()
  await page.getByRole('navigation', { name: o.tabs.label }).getByRole('link', { name: o.tabs[part] }).click()
  await expect(page).toHaveURL(new RegExp(`show=${part}`))
  await awake(page)
}

/** Returns the code on the group's card. */
export const addGroup = async (page: Page, organisation: string, name: string): Promise<string> => {
  const { group } = w.organisation
  await goToPeople(page, organisation, 'groups')
  const ask = await openAsk(page, group.add)
  await ask.getByLabel(group.name, { exact: true }).fill(name)
  await ask.getByRole('button', { name: group.add, exact: true }).click()
  const card = page.getByRole('article').filter({ hasText: name })
  return card.getByRole('code').innerText()
}

const slipOf = (page: Page, name: string): Locator => page.getByRole('status').locator('dl').filter({ hasText: name })

/** Returns the password that is shown once. */
export const addAdult = async (
  page: Page,
  organisation: string,
  asked: { name: string; role: keyof typeof w.common.role; login: string },
): Promise<string> => {
  const { person } = w.organisation
  await goToPeople(page, organisation, 'adults')
  await page.getByRole('link', { name: person.addAdult }).click()
  await awake(page)
  await page.getByLabel(person.name, { exact: true }).fill(asked.name)
  await page.getByRole('combobox', { name: person.role, exact: true }).selectOption({ label: w.common.role[asked.role] })
  await page.getByLabel(person.login, { exact: true }).fill(asked.login)
  await page.getByRole('button', { name: person.submitAdult }).click()
  return slipOf(page, asked.name).getByRole('code').last().innerText()
}

/** Returns the PIN of each, as shown once. */
export const addLearners = async (page: Page, organisation: string, group: string, names: readonly string[]): Promise<string[]> => {
  const { person, secret } = w.organisation
  await goToPeople(page, organisation, 'learners')
  await page.getByRole('link', { name: person.addLearners }).click()
  await awake(page)
  await page.getByLabel(person.names, { exact: true }).fill(names.join('\n'))
  await page.getByLabel(person.group, { exact: true }).selectOption({ label: group })
  await page.getByRole('radio', { name: secret.pin }).check()
  await page.getByRole('button', { name: person.submitLearners, exact: true }).click()
  await expect(page.getByText(person.added(names.length))).toBeVisible()
  return Promise.all(names.map((name) => slipOf(page, name).getByRole('code').last().innerText()))
}

export const formTeam = async (page: Page, name: string, members: readonly string[]) => {
  const { form, find } = w.team
  await page.goto('/work')
  await page.getByRole('link', { name: w.project.work.formTeam }).first().click()
  await awake(page)
  await page.getByLabel(form.name, { exact: true }).fill(name)
  for (const member of members) {
    await page.getByLabel(find.label, { exact: true }).fill(member)
    await page.getByRole('button', { name: find.addWho(member) }).click()
    await expect(page.getByRole('button', { name: find.dropWho(member) })).toBeVisible()
  }
  await page.getByRole('button', { name: form.submit }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** From the page of its team. */
export const openProject = async (page: Page, title: string, direction: keyof typeof w.project.directions) => {
  const { form, directions } = w.project
  await page.getByRole('link', { name: w.team.openProject }).click()
  await awake(page)
  await page.getByLabel(form.title, { exact: true }).fill(title)
  await page.getByText(directions[direction], { exact: true }).click()
  await page.getByLabel(form.brief, { exact: true }).fill('Измеряем ветер и тепло в степи.')
  await page.getByRole('button', { name: form.open, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Tab until it has the focus; as many times as a patient person would. */
export const tabTo = async (page: Page, name: string) => {
  const told = () =>
    page.evaluate(() => {
      const at = document.activeElement
      const labelled = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined
      return (at?.getAttribute('aria-label') ?? labelled ?? at?.textContent ?? '').replace(/\s+/g, ' ').trim()
    })
  const passed: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const here = await told()
    if (here === name) return
    passed.push(here)
  }
  throw new Error(`Tab never came to “${name}”, only to: ${passed.join(' · ')}`)
}
