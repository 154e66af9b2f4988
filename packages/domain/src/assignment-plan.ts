import { byId } from './random.ts'

/** Who may see what, and what has been given out: the sheet on which `assign` moves names to and fro. */
export class Plan {
  readonly #may: (judge: string, stand: string) => boolean
  readonly #nominationOf: ReadonlyMap<string, string>
  /** All that a judge has, and whether it may be taken away again: what was there before may not. */
  readonly #stands = new Map<string, Map<string, boolean>>()

  constructor(judges: readonly string[], nominationOf: ReadonlyMap<string, string>, may: (judge: string, stand: string) => boolean) {
    this.#may = may
    this.#nominationOf = nominationOf
    for (const judge of judges) this.#stands.set(judge, new Map())
  }

  has(judge: string, stand: string): boolean {
    return this.#of(judge).has(stand)
  }

  /** Would this be a new pair, and a fair one? */
  mayTake(judge: string, stand: string): boolean {
    return !this.has(judge, stand) && this.#may(judge, stand)
  }

  keep(judge: string, stand: string): void {
    this.#of(judge).set(stand, false)
  }

  give(judge: string, stand: string): void {
    this.#of(judge).set(stand, true)
  }

  /** From one judge to another; neither the stand nor its number of views notices. */
  move(stand: string, from: string, to: string): void {
    this.#of(from).delete(stand)
    this.give(to, stand)
  }

  load(judge: string): number {
    return this.#of(judge).size
  }

  movable(judge: string): string[] {
    return [...this.#of(judge)].flatMap(([stand, isNew]) => (isNew ? [stand] : [])).toSorted(byId)
  }

  nominations(judge: string): number {
    return new Set([...this.#of(judge).keys()].map((stand) => this.#nominationOf.get(stand))).size
  }

  /** Would it be the judge's first of its nomination? */
  broadens(judge: string, stand: string): boolean {
    return ![...this.#of(judge).keys()].some((one) => this.#nominationOf.get(one) === this.#nominationOf.get(stand))
  }

  /** In the order of ids. `fresh`: only those that were not there before. */
  pairs(fresh = false): { readonly judgeId: string; readonly standId: string }[] {
    return [...this.#stands]
      .flatMap(([judgeId, stands]) => [...stands].flatMap(([standId, isNew]) => (isNew || !fresh ? [{ judgeId, standId }] : [])))
      .toSorted((a, b) => byId(a.judgeId, b.judgeId) || byId(a.standId, b.standId))
  }

  /** Judges by the part of the plan they are in; whoever has nothing is in none. Stands lead from one judge to another. */
  parts(judges: readonly string[]): string[][] {
    const seenBy = new Map<string, string[]>()
    for (const judge of judges) for (const stand of this.#of(judge).keys()) seenBy.set(stand, [...(seenBy.get(stand) ?? []), judge])
    const parts: string[][] = []
    const placed = new Set<string>()
    for (const first of judges) {
      if (placed.has(first) || this.load(first) === 0) continue
      const part = [first]
      placed.add(first)
      // The list grows while it is walked.
      for (const judge of part)
        for (const stand of this.#of(judge).keys())
          for (const other of seenBy.get(stand) ?? []) {
            if (placed.has(other)) continue
            placed.add(other)
            part.push(other)
          }
      parts.push(part)
    }
    return parts
  }

  #of(judge: string): Map<string, boolean> {
    const stands = this.#stands.get(judge)
    if (!stands) throw new RangeError(`No judge of this plan: ${judge}`)
    return stands
  }
}
