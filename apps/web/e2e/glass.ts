import type { Page } from '@playwright/test'
import type { Spot } from './paper.ts'

/** The glass of a phone under several fingers; Playwright's own finger only taps. */
export const glassOf = async (page: Page) => {
  const glass = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Spot[]) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) })

  /** One finger goes down at the first place, over the others, and comes up at the last. */
  const stroke = async (...way: readonly Spot[]) => {
    for (const [i, at] of way.entries()) {
      const before = way[i - 1]
      if (before) await touch('touchMove', { x: (before.x + at.x) / 2, y: (before.y + at.y) / 2 })
      await touch(i === 0 ? 'touchStart' : 'touchMove', at)
    }
    await touch('touchEnd')
  }
  return { touch, stroke }
}
