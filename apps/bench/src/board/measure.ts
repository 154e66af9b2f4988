import type { Visit } from './browser.ts'
import type { Change, Scene, Sticky } from './contract.ts'
import { dragFirst, measureDrag } from './drag.ts'
import { p95, type BoardFigures } from './figures.ts'
import { colours, makeScene, nearest, sample } from './scene.ts'
import { calm, open, paintedMs, placeOf, quiet, show, take, traced, travel } from './verbs.ts'
import { viewAtWork, viewOfAll, type View } from './view.ts'

const readyMsMax = 60_000
const receiveMs = 5_000

/** The page never offered its board. */
export class NoBench extends Error {
  constructor() {
    super(`The page offered no window.__bench within ${readyMsMax / 1_000} s.`)
  }
}

/** The page is still busy with it: whatever came next would be measured together with it. */
class Late extends Error {}

const within = async <T>(work: Promise<T>, ms: number, late: Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(late), ms)))
  return Promise.race([work, over]).finally(() => clearTimeout(timer))
}

const note: Sticky = { id: 'first', type: 'sticky', x: -60, y: -60, w: 120, h: 120, color: colours[0], text: 'сәлем' }

const measureFirst = async ({ page, weigh }: Visit): Promise<BoardFigures> => {
  await take(page, { els: [note], conns: [] })
  await open(page, { x: 0, y: 0, zoom: 1 })
  const from = await placeOf(page, note.id)
  if (!from) throw new Error('The first note is not on the screen')
  const interactiveMs = await dragFirst(page, note.id, from)
  const longTasksMs = await page.evaluate(() => window.__probe.longTasksMs())
  return { ...(await weigh()), interactiveMs, longTasksMs }
}

const measureOpen = async (visit: Visit, scene: Scene): Promise<BoardFigures> => {
  await take(visit.page, scene)
  // What a page paints of its own, bars that come later and the network's state, is not the scene's opening.
  await calm(visit.page)
  await quiet(visit.page)
  return { open2000Ms: await paintedMs(visit, () => open(visit.page, viewOfAll(scene))) }
}

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

const measureChanges = async (visit: Visit, scene: Scene, seed: number): Promise<BoardFigures> => {
  const { page } = visit
  const view = viewAtWork(scene)
  await page.evaluate(() => void window.__bench?.select([]))
  await show(page, view)
  const change = ({ id }: { readonly id: string }, at: number) => ({ id, dx: (at % 9) * 4 - 16, dy: (at % 5) * 6 - 12 })
  const batch = sample(scene.els, 500, seed).map(change)
  const takeChanges = async (changes: readonly Change[]) => {
    await page.evaluate((given) => window.__probe.takeChanges(given), changes)
    await quiet(page)
  }
  await takeChanges(batch)
  const batch500Ms2000 = await paintedMs(visit, () => page.evaluate(() => window.__probe.apply()))
  // What moves is what one looks at: things near the middle, each many times.
  const near = nearest(scene, view).slice(0, 50)
  await takeChanges(Array.from({ length: (receiveMs / 1_000) * 100 }, (_, at) => change(near[(at * 7) % near.length] ?? note, at)))
  const frames = await page.evaluate((ms) => window.__probe.receive(ms), receiveMs)
  return { batch500Ms2000, remote100P95Ms2000: p95(frames) }
}

const measureMany = async (visit: Visit, seed: number): Promise<BoardFigures> => {
  const scene = makeScene(5_000, seed)
  await take(visit.page, scene)
  await open(visit.page, viewOfAll(scene))
  return { panAllP95Ms5000: (await panAll(visit, scene)).p95Ms }
}

const stepMsMax = 180_000

/** One visit, from the first byte to five thousand things. What fails leaves its figures unknown; `fail` is told. */
export const measureBoard = async (visit: Visit, seed: number, fail: (what: string, error: unknown) => void): Promise<BoardFigures> => {
  const ready = visit.page.evaluate(() => window.__probe.ready())
  await within(ready, readyMsMax, new NoBench())
  const scene = makeScene(2_000, seed)
  const steps: readonly (readonly [string, () => Promise<BoardFigures>])[] = [
    ['first drag', () => measureFirst(visit)],
    ['open', () => measureOpen(visit, scene)],
    ['pan and zoom', () => measurePans(visit, scene)],
    ['drag', () => measureDrag(visit, scene)],
    ['changes of others', () => measureChanges(visit, scene, seed)],
    // Its collection of garbage throws compiled functions away too: whatever came next would be measured as if it had never run.
    ['heap', () => measureHeap(visit)],
    ['5,000 things', () => measureMany(visit, seed)],
  ]
  let figures: BoardFigures = {}
  for (const [what, step] of steps) {
    try {
      figures = { ...figures, ...(await within(step(), stepMsMax, new Late(`took more than ${stepMsMax / 1_000} s`))) }
    } catch (error) {
      fail(what, error)
      if (error instanceof Late) break
    }
  }
  return figures
}
