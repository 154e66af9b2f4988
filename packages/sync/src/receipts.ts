/**
 * Which changes the server has called saved. It counts the step 2 and update frames of one connection; here stands
 * what each of them carried.
 *
 *   changes made     1 2 3     4       5
 *   frames sent      [  1  ]   [2]         its covers: 3, 4
 *   saved 1          kept = 3, two are waiting
 */
export class Receipts {
  #made = 0
  #kept = 0
  #covers: number[] = []

  /** Changes not called saved yet. */
  get waiting(): number {
    return this.#made - this.#kept
  }
  get made(): number {
    return this.#made
  }
  /** Whether the first `made` changes are saved. */
  keeps(made: number): boolean {
    return this.#kept >= made
  }
  /** Whether a frame of this connection already carries the first `made` changes. */
  carried(made: number): boolean {
    return (this.#covers.at(-1) ?? 0) >= made
  }

  change(count = 1): void {
    this.#made += count
  }
  /** A new connection counts from its own beginning. */
  opened(): void {
    this.#covers = []
  }
  sent(covers = this.#made): void {
    this.#covers.push(Math.max(covers, this.#covers.at(-1) ?? 0))
  }
  saved(count: number): void {
    this.#kept = Math.max(this.#kept, this.#covers[count - 1] ?? 0)
  }
}
