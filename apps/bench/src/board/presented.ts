/** What the browser's own trace says: which frames really reached the screen. */

interface TraceEvent {
  readonly name: string
  readonly cat: string
  readonly pid: number
  /** Microseconds. */
  readonly ts: number
}

/** Marks of the page, and frames of its compositor. */
export const categories = ['blink.user_timing', 'disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame']
export const beginMark = 'bench:begin'
export const endMark = 'bench:end'

export interface Presented {
  /** Milliseconds from the first mark to each frame that was drawn before the second. */
  readonly framesMs: readonly number[]
  readonly ms: number
}

export const readPresented = (trace: string): Presented => {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] }
  const mark = (name: string) => traceEvents.find((event) => event.name === name)
  const [begin, end] = [mark(beginMark), mark(endMark)]
  if (!begin || !end) throw new Error('The trace holds no marks')
  const framesMs = traceEvents
    // The window around the page is drawn by another process.
    .filter(({ name, pid, ts }) => name === 'DrawFrame' && pid === begin.pid && ts >= begin.ts && ts <= end.ts)
    .map(({ ts }) => (ts - begin.ts) / 1_000)
    .sort((a, b) => a - b)
  return { framesMs, ms: (end.ts - begin.ts) / 1_000 }
}
