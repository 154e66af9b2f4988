/** A pause of a browser in which nothing moves: it promises 50 at most, and between two frames of something that moves 16. */
const pauseMs = 30

/** Does it when the browser has nothing else to do: a hand that leads something would stop for it. Returns how to call it off. */
export const inPause = (work: () => void): (() => void) => {
  // Safari and Node know no such moment.
  if (typeof requestIdleCallback === 'undefined') {
    work()
    return () => undefined
  }
  const ask = () => requestIdleCallback((pause) => (pause.timeRemaining() < pauseMs ? (asked = ask()) : work()))
  let asked = ask()
  return () => cancelIdleCallback(asked)
}
