import { untrack } from 'svelte'
import type { Editor } from '../core/editor.ts'
import { itemsOf, itemsWithin, outlineOf, rowsOf, type Branch, type Row } from './outline.ts'
import { rowPx, scrolledTo, seenRows } from './window.ts'

const quietMs = 200

/** The board as rows, and the row on which one stands. */
export class Standing {
  readonly editor: Editor
  #lastAt = 0
  /** Where one began to choose, for a choice that reaches from there. */
  #from: string | null = null

  branches = $state.raw<readonly Branch[]>([])
  folded = $state.raw<ReadonlySet<string>>(new Set())
  active = $state<string | null>(null)
  /** Rows that were chosen one by one; empty: what is done is done with the row on which one stands. */
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  tree: HTMLElement | undefined = $state()
  high = $state(600)
  scrollPx = $state(0)

  readonly rows = $derived(rowsOf(this.branches, this.folded))
  readonly at = $derived(this.rows.findIndex(({ id }) => id === this.active))
  readonly row: Row | undefined = $derived(this.rows[this.at])
  readonly several = $derived(this.chosen.size > 0)
  /** What is done next is done with these. */
  readonly picked: readonly Row[] = $derived(this.several ? this.rows.filter(({ id }) => this.chosen.has(id)) : this.row ? [this.row] : [])
  readonly size = $derived(this.branches.reduce((sum, branch) => sum + itemsWithin(branch).length, 0))
  readonly seen = $derived(seenRows(this.scrollPx, this.high, this.rows.length))
  readonly page = $derived(Math.max(1, Math.floor(this.high / rowPx) - 1))

  constructor(editor: Editor) {
    this.editor = editor
  }

  refresh() {
    this.branches = outlineOf(this.editor.scene.order)
    // What is seen no more is chosen no more: nobody would know that it is.
    this.#prune()
    // What one stood on may be gone: one stands on what has come to its place.
    if (!this.row) this.active = this.rows[Math.min(this.#lastAt, this.rows.length - 1)]?.id ?? null
    else this.#lastAt = this.at
  }

  /** Follows the board; many changes at once are one. Returns the way to stop. */
  follow(changed: () => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = this.editor.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        changed()
      }, quietMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }

  stand(id: string) {
    this.active = id
    const to = this.at
    if (to < 0) return
    this.#lastAt = to
    if (this.tree) this.tree.scrollTop = scrolledTo(to, this.tree.scrollTop, this.high)
    if (!this.several) {
      this.#from = id
      this.select()
    }
  }

  /** What is chosen here is what is chosen on the board. */
  select() {
    untrack(() => this.editor.select(this.picked.flatMap(({ branch }) => itemsOf(branch)).map(({ id }) => id)))
  }

  #choose(ids: Iterable<string>) {
    this.chosen = new Set(ids)
    this.select()
  }

  #prune() {
    if (!this.several) return
    const seen = this.rows.filter(({ id }) => this.chosen.has(id)).map(({ id }) => id)
    if (seen.length < this.chosen.size) this.#choose(seen)
  }

  /** One more, or one less. */
  toggle(id: string) {
    const next = new Set(this.chosen)
    if (!next.delete(id)) next.add(id)
    this.active = id
    this.#from = id
    this.#choose(next)
  }

  /** From where one began to the row at `to`, all of them. */
  reach(to: number) {
    const id = this.rows[to]?.id
    if (id === undefined) return
    const begun = this.rows.findIndex((row) => row.id === (this.#from ?? this.active))
    const [from, end] = begun < 0 ? [to, to] : [Math.min(begun, to), Math.max(begun, to)]
    this.chosen = new Set(this.rows.slice(from, end + 1).map((row) => row.id))
    this.stand(id)
    this.select()
  }

  chooseAll() {
    // A group is chosen by its own rows, unless it is folded.
    this.#choose(this.rows.filter(({ branch, open }) => branch.items.length > 0 || open === false).map(({ id }) => id))
  }

  /** Back to the one row on which one stands. */
  chooseNone() {
    this.#choose([])
    this.#from = this.active
  }

  /** What was chosen on the board is chosen here. */
  adopt(ids: ReadonlySet<string>) {
    const rows = this.rows.filter(({ id }) => ids.has(id))
    const [first, ...others] = rows
    if (!first) return
    this.chosen = new Set(others.length > 0 ? rows.map(({ id }) => id) : [])
    if (!ids.has(this.active ?? '')) this.stand(first.id)
    this.select()
  }

  go(to: number) {
    const id = this.rows[to]?.id
    if (id !== undefined) this.stand(id)
  }

  /** What opens below takes room: the row it speaks of stays in sight. */
  keepInSight() {
    if (this.tree && this.at >= 0) this.tree.scrollTop = scrolledTo(this.at, this.scrollPx, this.high)
  }

  setFold(id: string, open: boolean) {
    const next = new Set(this.folded)
    if (open) next.delete(id)
    else next.add(id)
    this.folded = next
    this.#prune()
  }

  focus() {
    this.tree?.focus({ preventScroll: true })
  }

  arrive() {
    const [first] = this.rows
    if (this.active === null && first) this.active = first.id
  }
}
