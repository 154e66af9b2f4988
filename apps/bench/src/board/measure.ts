import type { Page } from 'playwright-core'
import type { Visit } from './browser.ts'
import type { Place, Scene, Sticky } from './contract.ts'
import { p95, type BoardFigures } from './figures.ts'
import { beginMark, categories, endMark, readPresented, type Presented } from './presented.ts'
import { colours, makeScene, nearest, sample } from './scene.ts'
import { viewAtWork, viewOfAll, type View } from './view.ts'

const readyMsMax = 60_000
const travelMs = 3_000
const dragMs = 3_000
const receiveMs = 5_000

/** The page never offered its board. */
export class NoBench extends Error {
  constructor() {
    super(`The page offered no window.__bench within ${readyMsMax / 1_000} s.`)
  }
}

const within = async <T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(late()), ms)))
  return Promise.race([work, over]).finally(() => clearTimeout(timer))
}

const traced = async ({ browser, page }: Visit, work: () => Promise<void>): Promise<Presented> => {
  await browser.startTracing(page, { categories })
  try {
    await page.evaluate((name) => void performance.mark(name), beginMark)
    await work()
    await page.evaluate((name) => void performance.mark(name), endMark)
  } catch (error) {
    await browser.stopTracing()
    throw error
  }
  return readPresented((await browser.stopTracing()).toString())
}

const load = (page: Page, scene: Scene) => page.evaluate((given) => window.__probe.load(given), scene)
const quiet = (page: Page) => page.evaluate(() => window.__probe.quiet())
const show = async (page: Page, view: View) => {
  await page.evaluate((given) => window.__probe.view(given), view)
  await page.evaluate(() => window.__probe.rest())
}
const placeOf = (page: Page, id: string) => page.evaluate((given) => window.__bench?.screenOf(given) ?? null, id)
const travel = (page: Page, stops: readonly View[]) =>
  page.evaluate(([given, ms]) => window.__probe.travel(given, ms), [stops, travelMs] as const)

/** Until the last frame that showed something new: after it, nothing was left to do. */
const paintedMs = async (visit: Visit, work: () => Promise<void>): Promise<number | null> => {
  const { framesMs } = await traced(visit, async () => {
    await work()
    await quiet(visit.page)
  })
  return framesMs.at(-1) ?? null
}

const note: Sticky = { id: 'first', type: 'sticky', x: -60, y: -60, w: 120, h: 120, color: colours[0], text: 'сәлем' }

/** A press, a move and a look whether the thing went along; again, as a child would do, until it does. */
const dragFirst = async (page: Page, from: Place): Promise<number> => {
  const moved = page.evaluate(([id, place]) => window.__probe.moved(id, place), [note.id, from] as const)
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

const measureVisit = async ({ page, weigh }: Visit): Promise<BoardFigures> => {
  await within(
    page.evaluate(() => window.__probe.ready()),
    readyMsMax,
    () => new NoBench(),
  )
  await load(page, { els: [note], conns: [] })
  await page.evaluate(() => window.__probe.view({ x: 0, y: 0, zoom: 1 }))
  const from = await placeOf(page, note.id)
  if (!from) throw new Error('The first note is not on the screen')
  const interactiveMs = await dragFirst(page, from)
  const longTasksMs = await page.evaluate(() => window.__probe.longTasksMs())
  return { ...(await weigh()), interactiveMs, longTasksMs }
}

const measureOpen = async (visit: Visit, scene: Scene): Promise<BoardFigures> => ({
  open2000Ms: await paintedMs(visit, () =>
    visit.page.evaluate(
      async ([given, view]) => {
        await window.__probe.load(given)
        await window.__probe.view(view)
      },
      [scene, viewOfAll(scene)] as const,
    ),
  ),
})

/** `dx` and `dy` are pixels on the screen. */
const beside = ({ x, y, zoom }: View, dx: number, dy: number): View => ({ x: x + dx / zoom, y: y + dy / zoom, zoom })

const around = (view: View, by: number): View[] => [
  view,
  beside(view, by, 0),
  beside(view, by, by / 2),
  beside(view, -by, by / 2),
  beside(view, -by, 0),
  view,
]

const panAll = async (visit: Visit, scene: Scene) => {
  const { page } = visit
  await show(page, viewOfAll(scene))
  let frames: number[] = []
  const { framesMs, ms } = await traced(visit, async () => {
    frames = await travel(page, around(viewOfAll(scene), 100))
  })
  return { p95Ms: p95(frames), fps: (framesMs.length / ms) * 1_000 }
}

const measurePans = async (visit: Visit, scene: Scene): Promise<BoardFigures> => {
  const { page } = visit
  const work = viewAtWork(scene)
  await show(page, work)
  const panP95Ms2000 = p95(await travel(page, around(work, 500)))
  const { p95Ms, fps } = await panAll(visit, scene)
  await show(page, work)
  const zoomP95Ms2000 = p95(await travel(page, [work, viewOfAll(scene), work]))
  return { panP95Ms2000, panAllP95Ms2000: p95Ms, panAllFps2000: fps, zoomP95Ms2000 }
}

const measureHeap = async ({ cdp }: Visit): Promise<BoardFigures> => {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await cdp.send('HeapProfiler.disable')
  return { heapMB2000: usedSize / 1_000_000 }
}

const eventMs = 16

/** A hand that holds the button down and goes round, an event every 16 ms, whether the page keeps up or not. */
const goRound = async (page: Page, from: Place): Promise<void> => {
  const events: Promise<void>[] = []
  const began = performance.now()
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const turn = ((performance.now() - began) / dragMs) * 4 * Math.PI
      events.push(page.mouse.move(from.x + 120 * Math.sin(turn), from.y + 80 * (1 - Math.cos(turn))))
      if (performance.now() - began < dragMs) return
      clearInterval(timer)
      resolve()
    }, eventMs)
  })
  await Promise.all(events)
}

/** A stroke or an arrow may lie over a note's middle: another one of the fifty is pressed then. */
const measureDrag = async ({ page }: Visit, scene: Scene): Promise<BoardFigures> => {
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
      await goRound(page, from)
      const frames = await page.evaluate(() => window.__probe.frames())
      await page.mouse.up()
      return { drag50P95Ms2000: p95(frames) }
    }
    await page.mouse.up()
    await page.keyboard.press('Escape')
  }
  throw new Error('The fifty could not be dragged')
}

const measureChanges = async (visit: Visit, scene: Scene, seed: number): Promise<BoardFigures> => {
  const { page } = visit
  const view = viewAtWork(scene)
  await page.evaluate(() => void window.__bench?.select([]))
  await show(page, view)
  const change = ({ id }: { readonly id: string }, at: number) => ({ id, dx: (at % 9) * 4 - 16, dy: (at % 5) * 6 - 12 })
  const batch = sample(scene.els, 500, seed).map(change)
  const batch500Ms2000 = await paintedMs(visit, () => page.evaluate((given) => window.__probe.apply(given), batch))
  // What moves is what one looks at: things near the middle, each many times.
  const near = nearest(scene, view).slice(0, 50)
  const stream = Array.from({ length: (receiveMs / 1_000) * 100 }, (_, at) => change(near[(at * 7) % near.length] ?? note, at))
  const frames = await page.evaluate(([given, ms]) => window.__probe.receive(given, ms), [stream, receiveMs] as const)
  return { batch500Ms2000, remote100P95Ms2000: p95(frames) }
}

const measureMany = async (visit: Visit, seed: number): Promise<BoardFigures> => {
  const scene = makeScene(5_000, seed)
  await load(visit.page, scene)
  return { panAllP95Ms5000: (await panAll(visit, scene)).p95Ms }
}

const stepMsMax = 180_000

/** One visit, from the first byte to five thousand things. What fails leaves its figures unknown; `fail` is told. */
export const measureBoard = async (visit: Visit, seed: number, fail: (what: string, error: unknown) => void): Promise<BoardFigures> => {
  const scene = makeScene(2_000, seed)
  const steps: readonly (readonly [string, () => Promise<BoardFigures>])[] = [
    ['open', () => measureOpen(visit, scene)],
    ['pan and zoom', () => measurePans(visit, scene)],
    ['heap', () => measureHeap(visit)],
    ['drag', () => measureDrag(visit, scene)],
    ['changes of others', () => measureChanges(visit, scene, seed)],
    ['5,000 things', () => measureMany(visit, seed)],
  ]
  let figures = await measureVisit(visit)
  for (const [what, step] of steps) {
    try {
      figures = { ...figures, ...(await within(step(), stepMsMax, () => new Error(`took more than ${stepMsMax / 1_000} s`))) }
    } catch (error) {
      fail(what, error)
    }
  }
  return figures
}
