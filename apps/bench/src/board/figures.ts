import { Latencies } from '../percentile.ts'

export const boardKeys = [
  'jsBrotliKB',
  'totalBrotliKB',
  'interactiveMs',
  'longTasksMs',
  'open2000Ms',
  'panP95Ms2000',
  'panAllP95Ms2000',
  'panAllFps2000',
  'zoomP95Ms2000',
  'drag50P95Ms2000',
  'batch500Ms2000',
  'remote100P95Ms2000',
  'panAllP95Ms5000',
  'heapMB2000',
] as const
export type BoardKey = (typeof boardKeys)[number]

export type BoardFigures = Readonly<Partial<Record<BoardKey, number | null>>>

interface Told {
  readonly title: string
  readonly unit: string
  readonly better: 'less' | 'more'
  /** What Sheber promises; null where another row holds it. */
  readonly promised: number | null
}

export const toldOfBoard: Readonly<Record<BoardKey, Told>> = {
  jsBrotliKB: { title: 'JavaScript before the first drag', unit: 'kB brotli', better: 'less', promised: null },
  totalBrotliKB: { title: 'JavaScript and CSS before the first drag', unit: 'kB brotli', better: 'less', promised: 110 },
  interactiveMs: { title: 'cold visit until a first thing is dragged', unit: 'ms', better: 'less', promised: 3_000 },
  longTasksMs: { title: 'long tasks until then, summed', unit: 'ms', better: 'less', promised: 250 },
  open2000Ms: { title: '2,000 things: open to the first full view', unit: 'ms', better: 'less', promised: 1_500 },
  panP95Ms2000: { title: '2,000: pan, frame p95', unit: 'ms', better: 'less', promised: 20 },
  panAllP95Ms2000: { title: '2,000: pan with all in view, frame p95', unit: 'ms', better: 'less', promised: 34 },
  panAllFps2000: { title: '2,000: pan with all in view, frames presented', unit: 'a second', better: 'more', promised: 40 },
  zoomP95Ms2000: { title: '2,000: zoom, frame p95', unit: 'ms', better: 'less', promised: 50 },
  drag50P95Ms2000: { title: '2,000: drag 50, frame p95', unit: 'ms', better: 'less', promised: 34 },
  batch500Ms2000: { title: '2,000: 500 changes of others at once, until painted', unit: 'ms', better: 'less', promised: 120 },
  remote100P95Ms2000: { title: '2,000: 100 changes of others a second, frame p95', unit: 'ms', better: 'less', promised: 34 },
  panAllP95Ms5000: { title: '5,000: pan with all in view, frame p95', unit: 'ms', better: 'less', promised: 34 },
  heapMB2000: { title: '2,000: heap after a collection of garbage', unit: 'MB', better: 'less', promised: 35 },
}

/** Of the times between frames. */
export const p95 = (frames: readonly number[]): number | null => {
  const all = new Latencies()
  for (const ms of frames) all.add(ms)
  return all.percentile(0.95)
}
