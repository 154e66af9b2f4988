import type { Road } from './send.ts'

const againMsMin = 1_000
const againMsMax = 30_000
const partBytes = 512 * 1024

interface Network {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

/** On a slow network parts are small, so that little is lost with one. */
const partBytesOf = ({ connection }: { connection?: Network }) =>
  connection?.saveData || /2g/.test(connection?.effectiveType ?? '') ? partBytes / 2 : partBytes

const again = (tries: number): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, Math.min(againMsMax, againMsMin * 2 ** tries))
    window.addEventListener('online', go)
  })

/** The road of this page. */
export const openRoad = (): Road => ({
  fetch: window.fetch.bind(window),
  again,
  partBytes: partBytesOf(navigator as { connection?: Network }),
})
