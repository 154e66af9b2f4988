import type { seedExhibition } from '@sheber/dev-env/seed/exhibition'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

/** A world of its own with pages: rows are laid into it by hand. */
export interface Rows extends AsyncDisposable {
  readonly services: { readonly db: Parameters<typeof seedExhibition>[0] }
  readonly clock: { now(): Date; advance(ms: number): void }
  listen(): Promise<string>
  as(name: 'madina' | 'botagoz' | 'aigerim' | 'daulet' | 'sergey' | 'gulnara'): { readonly cookie: string | null }
}

// Looked up when it runs: the server's types are no part of the web's.
const worldName: string = '@sheber/dev-env/world'
export const openRows = async (): Promise<Rows> => {
  const { createWorld } = (await import(worldName)) as { createWorld: (asked: object) => Promise<Rows> }
  return createWorld({ config: { dev: false } })
}

export const openPage = async (browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: url, locale: 'ru', extraHTTPHeaders: { 'accept-language': 'ru' }, ...options })
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
