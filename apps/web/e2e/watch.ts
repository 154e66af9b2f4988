import { expect, type Page } from '@playwright/test'

export interface Watched {
  /** Errors in the console, uncaught ones, and whatever the Content-Security-Policy stopped. */
  readonly complaints: readonly string[]
  /** Requests to hosts other than the page's own. */
  readonly foreign: readonly string[]
  /** Fails with everything that was seen. */
  expectQuiet(): void
}

/** Listens to a page from now on, over all its navigations. */
export const watch = (page: Page, url: string): Watched => {
  const own = new URL(url).host
  const complaints: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${page.url()})`)
  })
  page.on('pageerror', (error) => complaints.push(`${error.stack ?? error.message} (${page.url()})`))
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && host !== own) foreign.push(request.url())
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== own) foreign.push(socket.url())
  })
  return {
    complaints,
    foreign,
    expectQuiet: () => {
      expect.soft(complaints).toEqual([])
      expect.soft(foreign).toEqual([])
    },
  }
}
