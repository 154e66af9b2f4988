import type { Point } from './geometry.ts'
import { leading, type Errand, type Lead } from './route.ts'

/** So much of one task may go into looking for ways: the rest of its frame belongs to hands and to painting. In milliseconds. */
const turnMs = 8

interface Clock {
  /** In milliseconds. */
  readonly now: () => number
  /** Does it in a task of its own. */
  readonly later: (work: () => void) => void
}

/**
 * A leader that never holds up a frame: a line or two are led round at once, five hundred of them go plainly when a board opens and are
 * led round a few at a time, in the order in which they were asked for.
 */
export const patient = ({ now, later }: Clock): Lead => {
  /** By key: lines that go one way wait for it together. */
  const waiting = new Map<string, { readonly errand: Errand; readonly told: (() => void)[] }>()
  let spent = 0
  let isDue = false

  const spend = (errand: Errand) => {
    const begun = now()
    const way = errand.run()
    spent += now() - begun
    return way
  }
  const look = () => {
    isDue = true
    later(() => {
      isDue = false
      spent = 0
      for (const [key, { errand, told }] of waiting) {
        if (spent >= turnMs) break
        waiting.delete(key)
        const begun = now()
        errand.run()
        for (const again of told) again()
        spent += now() - begun
      }
      if (waiting.size > 0) look()
    })
  }

  return leading((errand, plain, again): readonly Point[] => {
    if (errand.found) return errand.found
    if (!isDue) look()
    if (spent < turnMs) return spend(errand)
    const known = waiting.get(errand.key)
    if (known) known.told.push(again)
    else waiting.set(errand.key, { errand, told: [again] })
    return plain
  })
}

/** In a browser. */
export const lead: Lead = patient({ now: () => performance.now(), later: (work) => setTimeout(work) })
