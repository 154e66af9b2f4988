/**
 * Growing delay for wrong passwords and secrets. It is kept per person *and* per device, so that one joker at
 * one laptop shuts out the joker's laptop and not a class; a slower count over all devices stops a patient guesser.
 */

export interface Tries {
  readonly failed: number
  /** The time of the last failure. */
  readonly at: Date
}

/** Wrong tries on one device before it has to wait, and how many over all devices of one person. */
export const triesFree = { device: 5, person: 30 } as const
const hourMs = 3_600_000

/** Minutes still to wait, 0 when free. After the free tries: 1, 2, 4, 8, 15, 15, … minutes. An hour of quiet forgets all. */
export const minutesLocked = (tries: Tries | undefined, free: number, now: Date): number => {
  if (!tries || tries.failed < free) return 0
  const sinceMs = now.getTime() - tries.at.getTime()
  // A clock set back must not lock anybody out for longer than the rule says.
  if (sinceMs < 0 || sinceMs > hourMs) return 0
  const waitMs = Math.min(2 ** (tries.failed - free), 15) * 60_000
  return Math.max(0, Math.ceil((waitMs - sinceMs) / 60_000))
}

export const failAgain = (tries: Tries | undefined, now: Date): Tries => ({
  failed: tries && now.getTime() - tries.at.getTime() <= hourMs ? tries.failed + 1 : 1,
  at: now,
})
