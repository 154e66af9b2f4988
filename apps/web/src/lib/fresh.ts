/**
 * What many hands write is content, of which no fact tells: whoever only reads it is shown it anew while they look, and at once when
 * they come back to the window. Returns what ends it.
 */
export const keepFresh = (look: () => void, everyMs = 15_000): (() => void) => {
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

/** Hands out what it handed out before as long as nothing in it is another: what is painted from it is not painted again. */
export const calm = <T>(): ((next: T) => T) => {
  let [held, told]: [T | undefined, string] = [undefined, '']
  return (next) => {
    const words = JSON.stringify(next)
    if (held === undefined || words !== told) [held, told] = [next, words]
    return held
  }
}
