import * as Y from 'yjs'

/**
 * Reading what other hands wrote. A document may hold anything: an older or newer Sheber, or a joker, wrote it.
 * So nothing here throws, and nothing here writes.
 */

export type Fields = Y.Map<unknown>

export const asFields = (value: unknown): Fields | null => (value instanceof Y.Map ? (value as Fields) : null)
export const asString = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)

/** Finite, and near enough that arithmetic on it stays exact. */
export const asNumber = (value: unknown, otherwise: number, limit = 1e6): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(limit, Math.max(-limit, value)) : otherwise

export const asOneOf = <T extends string>(value: unknown, known: readonly T[], otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise

/** Plain words of a Y.Text; a string where somebody wrote one instead. */
export const asWords = (value: unknown): string => (value instanceof Y.Text ? value.toString() : asString(value))

/** Calls `changed` once per transaction with the keys under `root` of whatever changed, however deep. */
export const watchRecords = (root: Y.Map<unknown>, changed: (ids: ReadonlySet<string>) => void): (() => void) => {
  const heed = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const ids = new Set<string>()
    for (const event of events) {
      if (event.path.length > 0) ids.add(String(event.path[0]))
      else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged as Set<string>) ids.add(key)
    }
    changed(ids)
  }
  root.observeDeep(heed)
  return () => root.unobserveDeep(heed)
}
