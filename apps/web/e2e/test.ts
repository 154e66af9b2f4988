import { test as base, type BrowserContextOptions, type Page } from '@playwright/test'
import { layCable, type Cable } from './cable.ts'
import { lend, seedCentre, type Centre, type Hand } from './seed.ts'
import { createSheber, type Asked, type Sheber } from '@sheber/dev-env/sheber'

export interface SheberOptions {
  /**
   * Which Sheber the tests of a file share. A worker that goes on to a file with the very same house (`common`, `workbench`) keeps its
   * browser, its process and its centre, which took ten seconds of every file; one that looks at what is the whole centre's – its lists,
   * its queue, its halls – asks for a house of its own name.
   */
  house: Asked & { readonly name: string }
}

const common: SheberOptions['house'] = { name: 'common' }
/** Common to the files that open the workbench too. */
export const workbench: SheberOptions['house'] = { name: 'workbench', workbench: true }

interface ForFile extends SheberOptions {
  sheber: Sheber
  /** A centre with a partner school, created when the first test asks for it. */
  centre: Centre
}

interface ForTest {
  cable: Cable
  /** A page in a browser of its own, signed in as whoever the hand belongs to; null: a guest. */
  as: (hand: Hand | null, options?: BrowserContextOptions) => Promise<Page>
}

/**
 * `sheber` is started once for a house and its pages open at its address. After a failure Playwright begins with a fresh
 * worker, so the next test meets a fresh Sheber too: every test brings the people it needs.
 */
export const test = base.extend<ForTest, ForFile>({
  house: [common, { scope: 'worker', option: true }],
  sheber: [
    async ({ house }, use) => {
      await using sheber = await createSheber(house)
      await sheber.start()
      await use(sheber)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  centre: [async ({ sheber }, use) => use(await seedCentre(sheber.url)), { scope: 'worker' }],
  baseURL: async ({ sheber }, use) => use(sheber.url),
  cable: async ({ sheber }, use) => {
    await using cable = await layCable(sheber.url)
    await use(cable)
  },
  as: async ({ browser, baseURL }, use) => {
    const contexts = new Set<{ close(): Promise<void> }>()
    await use(async (hand, options = {}) => {
      const context = await browser.newContext(options)
      contexts.add(context)
      if (hand) await lend(context, hand, options.baseURL ?? baseURL ?? '')
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect } from '@playwright/test'
