import { refuse } from '@sheber/contract/refusal'
import { countOne, visitorLimits, type Counted } from '@sheber/domain/visitor'
import type { Clock } from '../../services.ts'

/** Whoever is counted; of more, the ones that came first are forgotten. */
const keptMax = 50_000

interface Deed {
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

/** Counts in this process alone, as the door does. What is counted is a device's hash and an address, for some minutes and nowhere else. */
export const openLimits = (clock: Clock): Limits => {
  const counts = new Map<string, Counted>()
  const known = new Set<string>()

  const trim = (all: Map<string, unknown> | Set<string>) => {
    const [oldest] = all.keys()
    if (all.size > keptMax && oldest !== undefined) all.delete(oldest)
  }
  const heed = (what: string, who: string, limit: { max: number; ms: number }) => {
    const key = `${what} ${who}`
    const { counted, waitMs } = countOne(counts.get(key), clock.now().getTime(), limit)
    // Whoever is counted now is not the one that is forgotten next.
    counts.delete(key)
    counts.set(key, counted)
    trim(counts)
    if (waitMs !== null) refuse('too-often', { minutes: Math.max(1, Math.ceil(waitMs / 60_000)) })
  }

  return {
    address: (address) => heed('acts', address, visitorLimits.acts.address),
    deed: ({ address, device, asks }) => {
      // A made-up device costs its address as much as a real one.
      if (!known.has(device)) heed('new', address, visitorLimits.newDevices.address)
      known.add(device)
      trim(known)
      heed('acts of', device, visitorLimits.acts.device)
      if (!asks) return
      heed('questions', address, visitorLimits.questions.address)
      heed('questions of', device, visitorLimits.questions.device)
    },
  }
}
