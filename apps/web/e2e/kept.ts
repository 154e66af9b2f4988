import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** The device has this page with all that it may ask for, and the worker that answers with it. */
export const expectKept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const name = (await caches.keys()).find((one) => one.startsWith('sheber-copy-'))
          const copy = name ? await caches.open(name) : null
          const beside = await copy?.match(`${location.pathname}/kept-with`)
          if (!(await copy?.match(location.pathname)) || !beside) return 'no page'
          const needed = (await beside.json()) as string[]
          const lying = await Promise.all(needed.map((address) => caches.match(address)))
          return (await navigator.serviceWorker.ready).active ? `misses ${lying.filter((one) => !one).length}` : 'no worker'
        }),
      // One file comes in each pause, and a machine that is at work has few.
      { timeout: 45_000 },
    )
    .toBe('misses 0')
