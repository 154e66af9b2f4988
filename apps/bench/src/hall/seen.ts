import type { openDb } from '@sheber/db/open'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openVisit } from '../board/browser.ts'
import { far } from '../board/conditions.ts'
import { exhibitionId } from './hall.ts'

/** As a browser on an old phone in a village sees a page. */
export interface Seen {
  readonly title: string
  /** Whether its pictures were let through. */
  readonly pictures: boolean
  /** On the wire, pictures apart, and all. */
  readonly kB: number
  readonly allKB: number
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly layoutShift: number
  readonly longTasksMs: number
  /** Null: nothing is promised of it. */
  readonly kept: boolean | null
}

/** Without pictures: a page of words must not wait for a poster. */
const promised = { kB: 15, largestPaintMs: 1_200 } as const

const phone = { width: 360, height: 740 }
/** So long after all has come a page still may move, or be painted larger. */
const restMs = 1_500

interface Vitals {
  firstPaintMs: number
  largestPaintMs: number
  layoutShift: number
}

declare global {
  interface Window {
    __vitals: Vitals
  }
}

/** Runs in the page. */
const watchVitals = (): void => {
  const vitals: Vitals = { firstPaintMs: 0, largestPaintMs: 0, layoutShift: 0 }
  window.__vitals = vitals
  const watch = (type: string, heed: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(heed)).observe({ type, buffered: true })
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') vitals.firstPaintMs = startTime
  })
  watch('largest-contentful-paint', ({ startTime }) => (vitals.largestPaintMs = startTime))
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) vitals.layoutShift += value
  })
}

const visitOnce = async (address: string, pictures: boolean) => {
  const bytes = { page: 0, all: 0 }
  const kinds = new Map<string, string>()
  await using visit = await openVisit(async () => address, far, {
    viewport: phone,
    prepare: async (cdp, page) => {
      cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
      cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        bytes.all += encodedDataLength
        if (kinds.get(requestId) !== 'Image') bytes.page += encodedDataLength
      })
      await page.addInitScript(watchVitals)
      if (!pictures) await cdp.send('Network.setBlockedURLs', { urls: ['*.webp'] })
    },
  })
  await visit.page.waitForLoadState('load', { timeout: 60_000 })
  await pause(restMs)
  const seen = await visit.page.evaluate(() => ({ ...window.__vitals, longTasksMs: window.__probe.longTasksMs() }))
  return { ...seen, kB: bytes.page / 1_000, allKB: bytes.all / 1_000 }
}

/** A poster as a school makes one: a few colours, letters, and the grain of a photograph. Runs in the page. */
const drawPoster = async (width: number): Promise<number[]> => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = (width * 3) / 4
  const pen = canvas.getContext('2d')
  if (!pen) return []
  const ground = pen.createLinearGradient(0, 0, width, canvas.height)
  ground.addColorStop(0, '#0b6e99')
  ground.addColorStop(1, '#ffe58a')
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, canvas.height)
  pen.fillStyle = '#1d2a33'
  pen.font = `${width / 12}px sans-serif`
  pen.fillText('Көпір макеті', width / 10, width / 4)
  let seed = 7
  const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  for (let n = 0; n < width * 20; n++) {
    pen.fillStyle = `rgb(${next() * 255} ${next() * 255} ${next() * 255} / 12%)`
    pen.fillRect(next() * width, next() * canvas.height, 3, 3)
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.8))
  return blob ? [...new Uint8Array(await blob.arrayBuffer())] : []
}

interface Where {
  readonly origin: string
  readonly pool: ReturnType<typeof openDb>['pool']
  readonly dataDir: string
  readonly standId: string
}

/** The same poster at every stand, where the server looks for it. */
const hangPosters = async ({ origin, pool, dataDir }: Where) => {
  await using visit = await openVisit(async () => `${origin}/e`, { cpuRate: 1, line: 'near' })
  const paint = (page: Page, width: number) => page.evaluate(drawPoster, width)
  const sha256 = createHash('sha256').update('poster').digest('hex')
  const folder = join(dataDir, 'files', sha256.slice(0, 2))
  mkdirSync(folder, { recursive: true })
  for (const width of [320, 960]) writeFileSync(join(folder, `${sha256}.${width}.webp`), Uint8Array.from(await paint(visit.page, width)))
  await pool.query('update file set sha256 = $1', [sha256])
  // What a hall holds of its files it holds for ten seconds.
  await pause(11_000)
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

export const measureSeen = async (where: Where, rounds: number): Promise<Seen[]> => {
  await hangPosters(where)
  const front = `${where.origin}/e/${exhibitionId}`
  const pages = [
    { title: 'a stand', address: `${front}/${where.standId}` },
    { title: 'front page', address: front },
    { title: 'all exhibitions', address: `${where.origin}/e` },
  ]
  const measured: Seen[] = []
  for (const { title, address } of pages) {
    for (const pictures of [false, true]) {
      const visits: Awaited<ReturnType<typeof visitOnce>>[] = []
      for (let n = 0; n < rounds; n++) visits.push(await visitOnce(address, pictures))
      const of = (key: keyof (typeof visits)[number]) => median(visits.map((one) => one[key]))
      const seen = {
        ...{ kB: of('kB'), allKB: of('allKB'), firstPaintMs: of('firstPaintMs'), largestPaintMs: of('largestPaintMs') },
        ...{ layoutShift: of('layoutShift'), longTasksMs: of('longTasksMs') },
      }
      const kept = pictures ? null : seen.kB <= promised.kB && seen.largestPaintMs > 0 && seen.largestPaintMs <= promised.largestPaintMs
      measured.push({ title, pictures, ...seen, kept })
    }
  }
  return measured
}

export const tellSeen = (all: readonly Seen[]): string[][] => [
  [
    '',
    'kB',
    'with pictures',
    'first paint, ms',
    'largest paint, ms',
    'layout shift',
    'long tasks, ms',
    `≤ ${promised.kB} kB, ≤ ${promised.largestPaintMs} ms`,
  ],
  ['---', '---', '---', '---', '---', '---', '---', '---'],
  ...all.map(({ title, pictures, kB, allKB, firstPaintMs, largestPaintMs, layoutShift, longTasksMs, kept }) => [
    pictures ? `${title}, with pictures` : title,
    kB.toFixed(1),
    allKB.toFixed(1),
    firstPaintMs.toFixed(0),
    largestPaintMs.toFixed(0),
    layoutShift.toFixed(3),
    longTasksMs.toFixed(0),
    kept === null ? '' : kept ? 'kept' : 'MISSED',
  ]),
]
