import type { BrowserContext } from 'playwright-core'

export interface BoardTarget {
  /** Signed in, with cookies in the context; answers the address of a board. */
  enter(context: BrowserContext): Promise<string>
  close(): Promise<void>
}
