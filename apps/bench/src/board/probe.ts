import type { BenchPage, Change, Place, Scene } from './contract.ts'
import type { View } from './view.ts'

/** What we put into every measured page before its own scripts run. */
export interface Probe {
  /** Resolves when the page offers its board. */
  ready(): Promise<void>
  /** Kept for `open`, so that its way into the page is not measured with it. */
  take(scene: Scene): void
  /** Shows what was taken. */
  open(view: View): Promise<void>
  view(view: View): Promise<void>
  /** Resolves with the moment, from the start of the visit, of the first frame in which the thing lies elsewhere. */
  moved(id: string, from: Place): Promise<number>
  /** Sum of all tasks over 50 ms so far. */
  longTasksMs(): number
  /** Resolves when ten frames in a row were quick. */
  quiet(): Promise<void>
  /** Longer: also what is drawn anew once a view has come to rest is drawn. */
  rest(): Promise<void>
  /** Resolves when the page has fetched nothing for two seconds: what it brings along at leisure is there. */
  calm(): Promise<void>
  /** Times between frames, from now until it is called again. */
  frames(): number[]
  /** Leads the view through all stops. */
  travel(stops: readonly View[], ms: number): Promise<number[]>
  /** Kept for `apply` and `receive`. */
  takeChanges(changes: readonly Change[]): void
  apply(): Promise<void>
  /** One change in each message, as a socket would bring them; resolves when all have been applied. */
  receive(ms: number): Promise<number[]>
}

declare global {
  interface Window {
    __bench?: BenchPage
    __probe: Probe
  }
}

/** Runs in the page: nothing from outside of it is known here. */
export const installProbe = (): void => {
  // An inner frame is not the page.
  if (window !== window.top) return

  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const bench = (): BenchPage => {
    if (!window.__bench) throw new Error('The page offers no __bench')
    return window.__bench
  }

  let longTasksMs = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasksMs += duration
  }).observe({ type: 'longtask', buffered: true })

  let times: number[] | null = null
  const note = (time: number) => {
    if (!times) return
    times.push(time)
    requestAnimationFrame(note)
  }
  const frames = (): number[] => {
    const noted = times ?? []
    times = times ? null : []
    if (times) requestAnimationFrame(note)
    return noted.slice(1).map((time, at) => time - (noted[at] ?? time))
  }

  let scene: Scene = { els: [], conns: [] }
  let changes: readonly Change[] = []
  const view = async ({ x, y, zoom }: View) => {
    await bench().setView(x, y, zoom)
    await frame()
    await frame()
  }

  const quiet = async () => {
    const [quickMs, inRow] = [34.5, 10]
    let before = await frame()
    for (let quick = 0; quick < inRow;) {
      const now = await frame()
      quick = now - before <= quickMs ? quick + 1 : 0
      before = now
    }
  }

  const calm = async () => {
    const fetched = () => performance.getEntriesByType('resource').length
    const calmMs = 2_000
    for (let [known, since] = [fetched(), performance.now()]; performance.now() - since < calmMs;) {
      await frame()
      if (fetched() !== known) [known, since] = [fetched(), performance.now()]
    }
  }

  window.__probe = {
    ready: async () => {
      while (!window.__bench || (await window.__bench.ready) === false) await frame()
    },
    take: (given) => {
      scene = given
    },
    open: async (at) => {
      await bench().load(scene)
      await view(at)
    },
    view,
    moved: async (id, from) => {
      for (;;) {
        await frame()
        const place = bench().screenOf(id)
        if (place && (place.wx !== from.wx || place.wy !== from.wy)) return performance.now()
      }
    },
    longTasksMs: () => longTasksMs,
    quiet,
    rest: async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await quiet()
    },
    calm,
    frames,
    travel: async (stops, ms) => {
      const legs = stops.length - 1
      const began = await frame()
      frames()
      for (;;) {
        const part = Math.min(1, ((await frame()) - began) / ms)
        const leg = Math.min(legs - 1, Math.floor(part * legs))
        const within = part * legs - leg
        const [from, to] = [stops[leg], stops[leg + 1]]
        if (!from || !to) throw new Error('A journey needs two stops')
        const between = (a: number, b: number) => a + (b - a) * within
        void bench().setView(between(from.x, to.x), between(from.y, to.y), from.zoom * (to.zoom / from.zoom) ** within)
        if (part === 1) break
      }
      await frame()
      await frame()
      return frames()
    },
    takeChanges: (given) => {
      changes = given
    },
    apply: async () => {
      await bench().apply(changes)
    },
    receive: async (ms) => {
      const { port1, port2 } = new MessageChannel()
      let sent = 0
      let applied = 0
      const over = new Promise<void>((resolve) => {
        port2.onmessage = ({ data }: MessageEvent<Change>) => {
          void Promise.resolve(bench().apply([data])).then(() => {
            applied += 1
            if (applied === changes.length) resolve()
          })
        }
      })
      const began = await frame()
      frames()
      const timer = setInterval(() => {
        const due = Math.min(changes.length, Math.floor(((performance.now() - began) / ms) * changes.length))
        for (; sent < due; sent += 1) port1.postMessage(changes[sent])
        if (sent === changes.length) clearInterval(timer)
      }, 5)
      await over
      await frame()
      await frame()
      port1.close()
      return frames()
    },
  }
}
