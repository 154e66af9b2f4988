import { follow, hearGrown } from '#lib/events.ts'

/**
 * What many hands write is content, of which no fact tells: whoever only reads it is shown it anew while they look, and at once when
 * they come back to the window. Returns what ends it.
 */
export const keepFresh = (look: () => unknown, everyMs = 15_000): (() => void) => {
  const lookIfSeen = () => {
    if (document.visibilityState === 'visible') look()
  }
  const timer = setInterval(lookIfSeen, everyMs)
  document.addEventListener('visibilitychange', lookIfSeen)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', lookIfSeen)
  }
}

/**
 * Reads along in a portfolio that others write: the server rings when it has grown, and where no ring comes through it is looked at by
 * the clock. One look at a time; what rings meanwhile is one more look after it. `position` is of the fact log, when the page was
 * loaded. Returns what ends it.
 */
export const readAlong = (portfolioId: string, position: number, look: () => Promise<unknown>): (() => void) => {
  let [looks, again] = [false, false]
  const lookOnce = () => {
    again = looks
    if (looks) return
    looks = true
    void look()
      // What could not be fetched now is with the next ring or the clock.
      .catch(() => {})
      .then(() => {
        looks = false
        if (again) lookOnce()
      })
  }
  const stops = [
    hearGrown(`record:${portfolioId}`, () => {
      // A window that nobody sees is looked at when they come back to it.
      if (document.visibilityState === 'visible') lookOnce()
    }),
    follow(`record:${portfolioId}`, position),
    keepFresh(lookOnce),
  ]
  return () => {
    again = false
    for (const stop of stops) stop()
  }
}

/** Hands out what it handed out before as long as nothing in it is another: what is painted from it is not painted again. */
export const calm = <T>(): ((next: T) => T) => {
  let [held, told]: [T | undefined, string] = [undefined, '']
  return (next) => {
    const words = JSON.stringify(next)
    if (held === undefined || words !== told) [held, told] = [next, words]
    return held
  }
}
