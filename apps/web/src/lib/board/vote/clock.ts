/**
 * The clock that all share: the server's. Laptops in a class differ by minutes, so what is left of a timer is told by the
 * server's clock wherever it could be asked; without it by this device's own. What passes in between is counted by a
 * clock that nobody can set.
 */
interface Known {
  /** Of the clock that nobody can set, and what it was by the shared one then. */
  readonly here: number
  readonly at: number
}

const measured = () => ({ here: performance.now(), wall: Date.now() })

let known: Known = { here: performance.now(), at: Date.now() }
let asked = measured()
/** A clock that nobody has asked for longer drifts; a server that was away is not asked every second. */
const freshMs = 10 * 60_000
const againMs = 30_000
let dueAt = -Infinity

/** The two clocks of this device have parted: it slept, or somebody set one of them. */
const slipMs = 2_000
const hasSlipped = () => {
  const { here, wall } = measured()
  return Math.abs(here - asked.here - (wall - asked.wall)) > slipMs
}

export const sharedNow = (): number => known.at + performance.now() - known.here

/** The head of an answer says what time it is there, to the second: half of one is lost on the average. True: it was asked and has told. */
export const askClock = async (fetch: typeof globalThis.fetch = globalThis.fetch): Promise<boolean> => {
  if (performance.now() < dueAt && !hasSlipped()) return false
  asked = measured()
  dueAt = asked.here + againMs
  try {
    const { headers } = await fetch('/health', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(3_000) })
    const come = performance.now()
    const told = Date.parse(headers.get('date') ?? '')
    if (!Number.isFinite(told)) return false
    known = { here: (asked.here + come) / 2, at: told + 500 }
    dueAt = come + freshMs
    return true
  } catch {
    // No network: the own clock goes on.
    return false
  }
}
