import type { BrowserContext, Page } from 'playwright-core'

export interface EditorTarget {
  /** Signed in, with cookies in the context; answers the address of a page that has the 20,000 words. */
  enter(context: BrowserContext): Promise<string>
  /** Once the page has come: what is to be pressed so that the editor opens. */
  ready(page: Page): Promise<string>
  close(): Promise<void>
}
