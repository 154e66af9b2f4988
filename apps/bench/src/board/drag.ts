import type { CDPSession, Page } from 'playwright-core'
import type { Visit } from './browser.ts'
import type { Place, Scene } from './contract.ts'
import { p95, type BoardFigures } from './figures.ts'
import { nearest } from './scene.ts'
import { placeOf, quiet, show } from './verbs.ts'
import { viewAtWork } from './view.ts'

const dragMs = 3_000
const eventMs = 16

/**
 * A hand that holds the button down and goes round, an event every 16 ms, whether the page keeps up or not. Told to the browser
 * itself: with a button down Playwright runs a script of its own in the page at each move, which was nearly a quarter of the work of every frame.
 */
const goRound = async (cdp: CDPSession, from: Place): Promise<void> => {
  const events: Promise<unknown>[] = []
  const began = performance.now()
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const turn = ((performance.now() - began) / dragMs) * 4 * Math.PI
      const [x, y] = [from.x + 120 * Math.sin(turn), from.y + 80 * (1 - Math.cos(turn))]
      events.push(cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 }))
      if (performance.now() - began < dragMs) return
      clearInterval(timer)
      resolve()
    }, eventMs)
  })
  await Promise.all(events)
}

/** A press, a move and a look whether the thing went along; again, as a child would do, until it does. */
export const dragFirst = async (page: Page, id: string, from: Place): Promise<number> => {
  const moved = page.evaluate(([given, place]) => window.__probe.moved(given, place), [id, from] as const)
  let isOver = false
  const over = moved.finally(() => (isOver = true)).catch(() => {})
  const trying = async () => {
    while (!isOver) {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      for (let step = 1; step <= 8 && !isOver; step += 1) await page.mouse.move(from.x + step * 6, from.y + step * 3)
      await Promise.race([over, page.waitForTimeout(300)])
      await page.mouse.up()
    }
  }
  const [ms] = await Promise.all([moved, trying()])
  return ms
}

/** A stroke or an arrow may lie over a note's middle: another one of the fifty is pressed then. */
export const measureDrag = async ({ page, cdp }: Visit, scene: Scene): Promise<BoardFigures> => {
  const view = viewAtWork(scene)
  await show(page, view)
  const ids = nearest(scene, view)
    .slice(0, 50)
    .map(({ id }) => id)
  const last = ids.at(-1) ?? ''
  for (const id of ids.slice(0, 10)) {
    await page.evaluate((given) => void window.__bench?.select(given), ids)
    await quiet(page)
    const [from, farBefore] = [await placeOf(page, id), await placeOf(page, last)]
    if (!from || !farBefore) continue
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y + 6)
    await page.mouse.move(from.x + 16, from.y + 12)
    await quiet(page)
    const farAfter = await placeOf(page, last)
    if (farAfter && farAfter.wx !== farBefore.wx) {
      await page.evaluate(() => void window.__probe.frames())
      await goRound(cdp, from)
      const frames = await page.evaluate(() => window.__probe.frames())
      await page.mouse.up()
      return { drag50P95Ms2000: p95(frames) }
    }
    await page.mouse.up()
    await page.keyboard.press('Escape')
  }
  throw new Error('The fifty could not be dragged')
}
