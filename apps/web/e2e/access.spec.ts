import type { Page } from '@playwright/test'
import { graveFindings } from './axe.ts'
import { expectAtWork, tabTo } from './pages.ts'
import { pagesFor, placesOf, visit, type Place } from './places.ts'
import { seedAdult, seedGroup, seedLearner } from './seed.ts'
import { createSheber } from '@sheber/dev-env/sheber'
import { expect, test } from './test.ts'
import { watch } from './watch.ts'
import { w } from './words.ts'

test.use({ house: { name: 'access' } })

const phone = { width: 360, height: 740 }
const laptop = { width: 1280, height: 720 }

const sideways = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const wider = () => {
      const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {}
      return scrollWidth - clientWidth
    }
    // Sizes that are parts of the window's follow it a frame or more later, on a busy machine.
    for (let frames = 0; frames < 2 || (wider() > 0 && frames < 60); frames += 1) await new Promise(requestAnimationFrame)
    return wider()
  })

/** Light and wide, dark and narrow. The page is the same; only its looks change, so it is loaded once. */
const expectKind = async (page: Page, name: string) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect.soft(await graveFindings(page), `${name}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize(phone)
  expect.soft(await sideways(page), `${name}: sideways scroll at 360 px`).toBeLessThanOrEqual(0)
  expect.soft(await graveFindings(page), `${name}, dark, 360 px`).toEqual([])
}

const parts: readonly (readonly [string, (place: Place) => boolean])[] = [
  ['before the sign-in', ({ hand }) => hand === null],
  ['at work', ({ hand, path }) => hand !== null && !/^\/(centre|board|framework|portfolio|exhibition|jury)/.test(path)],
  ['of portfolios', ({ hand, path }) => hand !== null && path.startsWith('/portfolio')],
  ['of exhibitions', ({ hand, path }) => hand !== null && /^\/(exhibition|jury)/.test(path)],
  ['of a board', ({ path }) => path.startsWith('/board')],
  ['of competencies', ({ path }) => path.startsWith('/framework')],
  ['in the centre', ({ hand, path }) => hand !== null && path.startsWith('/centre')],
]

for (const [part, belongs] of parts) {
  test(`pages ${part} are open to everyone, fit a phone and keep to their own house`, async ({ as, centre }) => {
    test.setTimeout(240_000)
    const pageFor = pagesFor(as, { viewport: laptop })
    for (const place of (await placesOf(centre)).filter(belongs)) {
      const page = await pageFor(place)
      const watched = watch(page, centre.url)
      await visit(page, place, centre.url)
      await expectKind(page, place.name)
      // The browser itself writes a line for a page that is answered with 403 or 404.
      expect
        .soft(
          watched.complaints.filter((line) => !/status of 40[34]/.test(line)),
          place.name,
        )
        .toEqual([])
      expect.soft(watched.foreign, place.name).toEqual([])
      await page.close()
    }
  })
}

test('the first page, the form of a new centre and the demo list are open to everyone', async ({ page }) => {
  test.setTimeout(120_000)
  await using empty = await createSheber()
  await empty.start()
  const watched = watch(page, empty.url)
  for (const path of ['/', '/welcome/create']) {
    await page.setViewportSize(laptop)
    await page.goto(`${empty.url}${path}`)
    await expectKind(page, path)
  }
  await page.goto(empty.url)
  await page.getByRole('button', { name: w.centre.new.demo }).click()
  await expect(page).toHaveURL(/\/demo$/, { timeout: 30_000 })
  await page.setViewportSize(laptop)
  await expectKind(page, '/demo')
  watched.expectQuiet()
})

test.describe('by keyboard alone', () => {
  test('a teacher signs in, and the first Tab leads past the menu', async ({ page, centre }) => {
    const teacher = await seedAdult(centre)
    await page.goto('/sign-in')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: w.common.skip })).toBeFocused()
    await tabTo(page, w.session.adult.login)
    await page.keyboard.type(teacher.login)
    await tabTo(page, w.session.adult.password)
    await page.keyboard.type(teacher.password)
    await page.keyboard.press('Enter')
    await expectAtWork(page)
  })

  test('a pupil signs in with card and PIN', async ({ page, centre }) => {
    const group = await seedGroup(centre)
    const aidana = await seedLearner(centre, { groupId: group.id })
    await page.goto('/sign-in')
    await tabTo(page, w.session.pupil.code)
    await page.keyboard.type(group.code)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: w.session.names.lead })).toBeVisible()
    await page.getByRole('link', { name: aidana.name }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: w.session.pin.hello(aidana.name) })).toBeVisible()
    await tabTo(page, w.session.pin.label)
    await page.keyboard.type(aidana.secret)
    await page.keyboard.press('Enter')
    await expectAtWork(page)
  })
})

test('the policy of a page allows no inline script or style, and nobody may frame it', async ({ page, centre: _ }) => {
  const answer = await page.goto('/sign-in')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe-(inline|eval)/)
  expect(policy).toContain("frame-ancestors 'none'")
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.sneaked = true'
    document.body.append(script)
    return 'sneaked' in window
  })
  expect(ran).toBe(false)
})
