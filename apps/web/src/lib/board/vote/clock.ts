/**
 * The clock that all share: the server's. Laptops in a class differ by minutes, so what is left of a timer is told by the
 * server's clock wherever it could be asked; without it by this device's own. What passes in between is counted by a
 * clock that nobody can set.
 */
const began = { here: performance.now(), at: Date.now() }
/** A clock that nobody has asked for longer drifts, and a laptop that slept has lost its count. */
const freshMs = 10 * 60_000
let askedAt = -Infinity

export const sharedNow = (): number => began.at + performance.now() - began.here

/** The head of an answer says what time it is there, to the second: about half of one is lost on the average. */
export const askClock = async (fetch: typeof globalThis.fetch = globalThis.fetch): Promise<void> => {
  if (Date.now() - askedAt < freshMs) return
  const sent = performance.now()
  try {
    const { headers } = await fetch('/health', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(3_000) })
    const come = performance.now()
    const told = Date.parse(headers.get('date') ?? '')
    if (!Number.isFinite(told)) return
    began.at = told + 500
    began.here = (sent + come) / 2
    askedAt = Date.now()
  } catch {
    // No network: the own clock goes on, and is asked again with the next timer.
  }
}
