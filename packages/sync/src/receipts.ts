import type { Tally } from './local.ts'

interface Count {
  made: number
  /** So many of them stand in our document. */
  held: number
  kept: number
  since: number | null
}

/** The moments at which own changes were made, at most one a second: how old the oldest waiting one is. */
interface Mark {
  readonly change: number
  readonly at: number
}

const markMs = 1_000

/**
 * Which changes the server has called saved, of every tab of this browser. The server counts the step 2 and update
 * frames of one connection; here stands what each of them, with all before it, carried.
 *
 *   changes made     1 2 3     4       5
 *   frames sent      [  1  ]   [2]         its covers: 3, 4
 *   saved 1          kept = 3, two are waiting
 */
export class Receipts {
  readonly #own: number
  readonly #now: () => number
  readonly #counts = new Map<number, Count>()
  #marks: Mark[] = []
  #covers: ReadonlyMap<number, number>[] = []
  #saved = 0

  /** `own` is this tab's number among the tabs. */
  constructor(own: number, now: () => number = Date.now) {
    this.#own = own
    this.#now = now
    this.#counts.set(own, { made: 0, held: 0, kept: 0, since: null })
  }

  /** Changes not called saved yet, of all tabs. */
  get waiting(): number {
    let waiting = 0
    for (const { made, kept } of this.#counts.values()) waiting += made - kept
    return waiting
  }
  /** When the oldest of them was made. */
  get since(): number | null {
    const times = [...this.tallies.values()].flatMap(({ made, kept, since }) => (made > kept && since !== null ? [since] : []))
    return times.length === 0 ? null : Math.min(...times)
  }
  /** Own changes. */
  get made(): number {
    return this.#count(this.#own).made
  }
  get own(): Tally {
    return this.#tally(this.#own)
  }
  get tallies(): ReadonlyMap<number, Tally> {
    return new Map([...this.#counts.keys()].map((tab) => [tab, this.#tally(tab)]))
  }

  /** Of each tab, what stands in our document. */
  get heldTallies(): ReadonlyMap<number, Tally> {
    return new Map([...this.#counts].map(([tab, { held, kept, since }]) => [tab, { made: held, kept, since }]))
  }

  #count(tab: number): Count {
    const known = this.#counts.get(tab)
    if (known) return known
    const fresh = { made: 0, held: 0, kept: 0, since: null }
    this.#counts.set(tab, fresh)
    return fresh
  }
  #tally(tab: number): Tally {
    const { made, kept, since } = this.#count(tab)
    return { made, kept, since: made === kept ? null : since }
  }

  /** An own change. */
  change(): void {
    const count = this.#count(this.#own)
    count.made += 1
    count.held += 1
    const at = this.#now()
    const last = this.#marks.at(-1)
    if (!last || at - last.at >= markMs) this.#marks.push({ change: count.made, at })
    count.since ??= at
  }
  /** What a tab has written, as it says itself or the device remembers; `held` where its words are in our document. */
  heard(tab: number, { made, kept, since }: Tally, held: boolean): void {
    if (tab === this.#own) return this.#keep(tab, kept)
    const count = this.#count(tab)
    if (made >= count.made) {
      count.made = made
      count.since = since
    }
    if (held) count.held = Math.max(count.held, made)
    this.#keep(tab, kept)
  }

  /** A new connection counts from its own beginning. */
  opened(): void {
    this.#covers = []
    this.#saved = 0
  }
  /** Step 2 went out: it carries all that stands in our document. */
  greeted(): void {
    this.#covers.push(new Map([...this.#counts].map(([tab, { held }]) => [tab, held])))
  }
  /** Whether the frames of this connection already carry the first `made` changes of the tab. */
  carried(tab: number, made: number): boolean {
    return (this.#covers.at(-1)?.get(tab) ?? 0) >= made
  }
  /**
   * A part of step 2 went out, and not the last. It may let go of the count that a frame before it held, though what that
   * frame said comes in a later part: all that is not saved by now counts with the last.
   */
  greeting(): void {
    const before = this.#covers[this.#saved - 1] ?? new Map<number, number>()
    this.#covers = [...this.#covers.slice(0, this.#saved), ...this.#covers.slice(this.#saved).map(() => before), before]
  }
  /** An update went out that carries a tab's changes up to `made`. */
  sent(tab: number, made: number): void {
    this.#covers.push(this.#withMore(tab, made))
  }
  /** A tab's changes up to `made` turned out to be in frames that went out already. */
  passed(tab: number, made: number): void {
    const last = this.#covers.length - 1
    if (last < 0) return
    this.#covers[last] = this.#withMore(tab, made)
    if (this.#saved > last) this.#keep(tab, made)
  }
  #withMore(tab: number, made: number): ReadonlyMap<number, number> {
    const before = this.#covers.at(-1) ?? new Map<number, number>()
    return new Map(before).set(tab, Math.max(made, before.get(tab) ?? 0))
  }

  /** The server has saved the first `frames` frames. */
  saved(frames: number): void {
    this.#saved = Math.max(this.#saved, frames)
    for (const [tab, covered] of this.#covers[frames - 1] ?? []) this.#keep(tab, covered)
  }

  #keep(tab: number, kept: number): void {
    const count = this.#count(tab)
    if (kept <= count.kept) return
    count.kept = kept
    count.made = Math.max(count.made, kept)
    if (tab !== this.#own) return
    while (this.#marks[1] && this.#marks[1].change <= kept + 1) this.#marks.shift()
    if (kept >= count.made) this.#marks = []
    count.since = this.#marks[0]?.at ?? null
  }

  /** Resolves `true` of what is asked: everything known until now is saved. */
  keeps(): () => boolean {
    const made = [...this.#counts].map(([tab, { made }]) => [tab, made] as const)
    return () => made.every(([tab, so]) => this.#count(tab).kept >= so)
  }
}
