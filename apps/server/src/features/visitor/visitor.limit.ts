import { refuse, type RefusalCode } from '@sheber/contract/refusal'
import { countOne, networkOf, visitorLimits, type Counted } from '@sheber/domain/visitor'
import type { Clock } from '../../services.ts'

/** Whoever is counted; of more, the ones that came first are forgotten. */
const keptMax = 50_000

interface Deed {
  readonly exhibitionId: string
  readonly address: string
  readonly device: string
  readonly asks: boolean
}

export interface Limits {
  /** Whether an address may go on, before anything of the request is read. @throws {Refusal} */
  address(address: string): void
  /** … and a device. @throws {Refusal} */
  deed(deed: Deed): void
}

/**
 * Counts in this process alone, as the door does. What is counted is a device's hash and a network, for some hours and nowhere else.
 * `crowded` is called when one network brings more new devices to an exhibition than are counted.
 */
export const openLimits = (clock: Clock, crowded: (exhibitionId: string) => void): Limits => {
  const counts = new Map<string, Counted>()
  const known = new Set<string>()

  const trim = (all: Map<string, unknown> | Set<string>) => {
    const [oldest] = all.keys()
    if (all.size > keptMax && oldest !== undefined) all.delete(oldest)
  }
  const waitOf = (what: string, who: string, limit: { max: number; ms: number }): number | null => {
    const key = `${what} ${who}`
    const { counted, waitMs } = countOne(counts.get(key), clock.now().getTime(), limit)
    // Whoever is counted now is not the one that is forgotten next.
    counts.delete(key)
    counts.set(key, counted)
    trim(counts)
    return waitMs
  }
  const no = (code: RefusalCode, waitMs: number) => refuse(code, { minutes: Math.max(1, Math.ceil(waitMs / 60_000)) })
  const heed = (...counted: Parameters<typeof waitOf>) => {
    const waitMs = waitOf(...counted)
    if (waitMs !== null) no('too-often', waitMs)
  }
  const meet = (network: string, exhibitionId: string) => {
    for (const [what, limit] of Object.entries(visitorLimits.newDevices)) {
      const waitMs = waitOf(what, network, limit)
      if (waitMs === null) continue
      if (waitOf('crowds', exhibitionId, visitorLimits.crowds) === null) crowded(exhibitionId)
      no('visitor-crowd', waitMs)
    }
  }

  return {
    address: (address) => heed('acts', networkOf(address), visitorLimits.acts.address),
    deed: ({ exhibitionId, address, device, asks }) => {
      const network = networkOf(address)
      // A made-up device costs its network as much as a real one.
      if (!known.has(device)) meet(network, exhibitionId)
      known.add(device)
      trim(known)
      heed('acts of', device, visitorLimits.acts.device)
      if (!asks) return
      heed('questions', network, visitorLimits.questions.address)
      heed('questions of', device, visitorLimits.questions.device)
    },
  }
}
