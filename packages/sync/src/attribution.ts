import { inspectUpdate, type Span } from './inspect.ts'
import { limits } from './limits.ts'

/** A row of the log, as far as it says who did something. */
export interface Deed {
  readonly person: string | null
  readonly bytes: Uint8Array
  /** Milliseconds since 1970: when it was done, else when it came. */
  readonly at: number
}

/** What one row brought that was not there before. Counted in clocks of Yjs: a letter, or one value, is one. */
export interface Contribution {
  readonly at: number
  readonly person: string | null
  readonly inserted: number
  /** Whose words were deleted, and how many of them. */
  readonly deleted: ReadonlyMap<string | null, number>
}

/**
 * Who inserted, who deleted, and whose it was, from the rows of a log in their order.
 *
 * Inserting: whose the client id is (the log knows it from the connection that first used it), else whose row it is; a
 * browser that comes back may bring what others wrote. Deleting: whose row it is, always: Yjs names in a deletion the
 * author of what was deleted, not the hand that did it.
 */
export const attribute = (deeds: Iterable<Deed>, owners: ReadonlyMap<number, string>): Contribution[] => {
  const written = new Map<number, Written>()
  const of = (client: number) => {
    const known = written.get(client) ?? new Written()
    written.set(client, known)
    return known
  }
  const contributions: Contribution[] = []
  for (const { person, bytes, at } of deeds) {
    const { inserts, deletes } = inspectUpdate(bytes, limits)
    const byHand = new Map<string | null, number>()
    for (const { client, from, to } of inserts) {
      const hand = owners.get(client) ?? person
      add(byHand, hand, of(client).insert({ client, from, to }, hand))
    }
    const deleted = new Map<string | null, number>()
    for (const span of deletes) for (const [whose, count] of of(span.client).delete(span)) add(deleted, whose, count)
    for (const [hand, inserted] of byHand)
      if (hand !== person && inserted > 0) contributions.push({ at, person: hand, inserted, deleted: new Map() })
    const inserted = byHand.get(person) ?? 0
    if (inserted > 0 || deleted.size > 0) contributions.push({ at, person, inserted, deleted })
  }
  return contributions
}

const add = <K>(sums: Map<K, number>, key: K, count: number) => {
  if (count > 0) sums.set(key, (sums.get(key) ?? 0) + count)
}

/** What is known of the clocks of one client id. */
class Written {
  /** Neighbouring, from 0 on: the clocks of a client have no holes. */
  readonly #hands: { to: number; hand: string | null }[] = []
  /** Apart from each other, in order. */
  #deleted: { from: number; to: number }[] = []

  get #end(): number {
    return this.#hands.at(-1)?.to ?? 0
  }

  /** Returns how many are new. */
  insert({ from, to }: Span, hand: string | null): number {
    const begin = Math.max(from, this.#end)
    if (to <= begin) return 0
    this.#hands.push({ to, hand })
    return to - begin
  }

  /** Returns whose words are newly deleted, and how many. */
  delete({ from, to }: Span): Map<string | null, number> {
    const news = without({ from, to }, this.#deleted)
    this.#deleted = united([...this.#deleted, ...news])
    const counts = new Map<string | null, number>()
    for (const gone of news) {
      let begin = 0
      for (const { to: end, hand } of this.#hands) {
        add(counts, hand, Math.min(gone.to, end) - Math.max(gone.from, begin))
        begin = end
      }
    }
    return counts
  }
}

type Range = { from: number; to: number }

const without = (range: Range, gone: readonly Range[]): Range[] =>
  gone.reduce<Range[]>(
    (left, { from, to }) =>
      left.flatMap((one) =>
        [
          { from: one.from, to: Math.min(one.to, from) },
          { from: Math.max(one.from, to), to: one.to },
        ].filter((part) => part.from < part.to && (part.to <= from || part.from >= to)),
      ),
    [range],
  )

const united = (ranges: Range[]): Range[] => {
  const all: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else all.push({ ...range })
  }
  return all
}
