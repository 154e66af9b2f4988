import type { BrowserContext } from 'playwright-core'

export interface BoardTarget {
  /** Signed in, with cookies in the context; answers the address of a board. */
  enter(context: BrowserContext): Promise<string>
  /** A script that only offers the page to whoever measures it: nobody else is ever sent it. */
  readonly isOurs?: (url: string) => boolean
  close(): Promise<void>
}
