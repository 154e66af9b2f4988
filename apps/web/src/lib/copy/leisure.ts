import { keepCopy } from './keep.ts'
import { keptAt, setFresh } from './kept-at.ts'

/** What is looked at comes first: nothing of this hurries. */
const firstMs = 3000
const renewMs = 15_000

const isSparing = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

/** What a page may ask for besides: a file beside its script names it (`wake.ts`). Whoever spares bytes keeps what they have used. */
const laterFiles = async (): Promise<readonly string[]> => {
  const script = document.querySelector<HTMLScriptElement>('script[src*="/immutable/wake/"]')?.src
  if (!script || isSparing()) return []
  const answer = await fetch(script.replace(/\.js$/, '.json'), { priority: 'low' }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as string[]) : []
}

export interface Leisure {
  /** Brings what the page would want without a network, unless bytes are spared. */
  readonly fetchMore?: () => Promise<unknown>
  /** What the server has said to the page, for one whose copy is all that the device knows of it: compared by value. */
  readonly told?: () => string
}

/**
 * Keeps this page on the device at leisure, once; again whenever it is hidden and has been told something else since; and again with the
 * first network where it was opened from there: then calls `refresh`, for what the page was told is as old as its copy. Returns the way
 * to stop.
 */
export const keepAtLeisure = (refresh: () => void, { fetchMore = async () => {}, told = () => '' }: Leisure = {}): (() => void) => {
  let busy = false
  let kept = ''
  const keep = async () => {
    if (busy || !navigator.onLine) return
    busy = true
    const wasKept = keptAt() !== null
    const now = told()
    // What could not be fetched is not kept; the page itself may be.
    if (!isSparing()) await fetchMore().catch(() => {})
    const reached = await keepCopy(new Date(), { later: await laterFiles() }).catch(() => false)
    busy = false
    if (!reached) return
    kept = now
    if (!wasKept) return
    setFresh()
    refresh()
  }
  const again = () => void (keptAt() !== null && keep())
  const onHide = () => void (document.visibilityState === 'hidden' && told() !== kept && keep())
  const first = setTimeout(() => void keep(), firstMs)
  const timer = setInterval(again, renewMs)
  addEventListener('online', again)
  document.addEventListener('visibilitychange', onHide)
  return () => {
    clearTimeout(first)
    clearInterval(timer)
    removeEventListener('online', again)
    document.removeEventListener('visibilitychange', onHide)
  }
}
