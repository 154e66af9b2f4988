import type { seedExhibition } from '@sheber/dev-env/seed/exhibition'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'

/** A world of its own with pages: rows are laid into it by hand. */
export interface Rows extends AsyncDisposable {
  readonly services: { readonly db: Parameters<typeof seedExhibition>[0] }
  readonly clock: { now(): Date; advance(ms: number): void }
  listen(): Promise<string>
  as(name: 'madina' | 'botagoz' | 'aigerim' | 'daulet' | 'sergey' | 'gulnara'): { readonly cookie: string | null }
}

// Looked up when it runs: the server's types are no part of the web's.
const worldName: string = '@sheber/dev-env/world'
/** Of the pages that a test opened by `openPage`, by the address of its world. */
const opened = new Map<string, BrowserContext[]>()
/** What is not closed by then is left to the end of the process. */
const closeMsMax = 10_000

/**
 * A world for `await using _ = rows`. A page that a failed test has left open keeps the server from closing, and an
 * error of the closing would be told instead of the test's own: so pages are closed first, and closing takes so long and throws nothing.
 */
export const openRows = async (): Promise<Rows> => {
  const { createWorld } = (await import(worldName)) as { createWorld: (asked: object) => Promise<Rows> }
  const world = await createWorld({ config: { dev: false } })
  let url = ''
  const close = async () => {
    await Promise.allSettled((opened.get(url) ?? []).map((context) => context.close()))
    opened.delete(url)
    await world[Symbol.asyncDispose]()
  }
  return {
    ...world,
    listen: async () => (url = await world.listen()),
    [Symbol.asyncDispose]: async () => {
      let late: ReturnType<typeof setTimeout> | undefined
      const wait = new Promise<never>((_, fail) => {
        late = setTimeout(() => fail(new Error(`a world did not close within ${closeMsMax} ms`)), closeMsMax)
      })
      await Promise.race([close(), wait]).catch((why: unknown) => console.error(why))
      clearTimeout(late)
    },
  }
}

export const openPage = async (browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: url, locale: 'ru', extraHTTPHeaders: { 'accept-language': 'ru' }, ...options })
  opened.set(url, [...(opened.get(url) ?? []), context])
  await context.addCookies([{ name: 'language', value: 'ru', url }])
  return context.newPage()
}

/** … as somebody of the cast, who has signed in. */
export const openAs = async (
  browser: Browser,
  { rows, url }: { readonly rows: Rows; readonly url: string },
  who: Parameters<Rows['as']>[0],
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const page = await openPage(browser, url, options)
  const [name = '', value = ''] = (rows.as(who).cookie ?? '').split('=')
  await page.context().addCookies([{ name, value, url }])
  return page
}
