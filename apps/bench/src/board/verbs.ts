import type { Page } from 'playwright-core'
import type { Visit } from './browser.ts'
import type { Place, Scene } from './contract.ts'
import { beginMark, categories, endMark, readPresented, type Presented } from './presented.ts'
import type { View } from './view.ts'

const travelMs = 3_000

export const take = (page: Page, scene: Scene) => page.evaluate((given) => window.__probe.take(given), scene)
/** What was taken, as a whole. */
export const open = (page: Page, view: View) => page.evaluate((given) => window.__probe.open(given), view)
export const calm = (page: Page) => page.evaluate(() => window.__probe.calm())
export const quiet = (page: Page) => page.evaluate(() => window.__probe.quiet())
export const show = async (page: Page, view: View) => {
  await page.evaluate((given) => window.__probe.view(given), view)
  await page.evaluate(() => window.__probe.rest())
}
export const placeOf = (page: Page, id: string): Promise<Place | null> =>
  page.evaluate((given) => window.__bench?.screenOf(given) ?? null, id)
export const travel = (page: Page, stops: readonly View[]) =>
  page.evaluate(([given, ms]) => window.__probe.travel(given, ms), [stops, travelMs] as const)

export const traced = async ({ browser, page }: Visit, work: () => Promise<void>): Promise<Presented> => {
  await browser.startTracing(page, { categories })
  try {
    await page.evaluate((name) => void performance.mark(name), beginMark)
    await work()
    await page.evaluate((name) => void performance.mark(name), endMark)
  } catch (error) {
    await browser.stopTracing()
    throw error
  }
  return readPresented((await browser.stopTracing()).toString())
}

/** Until the last frame that showed something new: after it, nothing was left to do. */
export const paintedMs = async (visit: Visit, work: () => Promise<void>): Promise<number | null> => {
  const { framesMs } = await traced(visit, async () => {
    await work()
    await quiet(visit.page)
  })
  return framesMs.at(-1) ?? null
}
