import { untrack } from 'svelte'
import type { Editor } from '../core/editor.ts'
import { itemsWithin, outlineOf, rowsOf, type Branch, type Row } from './outline.ts'
import { rowPx, scrolledTo, seenRows } from './window.ts'

const quietMs = 200

/** The board as rows, and the row on which one stands. */
export class Standing {
  readonly editor: Editor
  #lastAt = 0

  branches = $state.raw<readonly Branch[]>([])
  folded = $state.raw<ReadonlySet<string>>(new Set())
  active = $state<string | null>(null)
  tree: HTMLElement | undefined = $state()
  high = $state(600)
  scrollPx = $state(0)

  readonly rows = $derived(rowsOf(this.branches, this.folded))
  readonly at = $derived(this.rows.findIndex(({ id }) => id === this.active))
  readonly row: Row | undefined = $derived(this.rows[this.at])
  readonly size = $derived(this.branches.reduce((sum, branch) => sum + itemsWithin(branch).length, 0))
  readonly seen = $derived(seenRows(this.scrollPx, this.high, this.rows.length))
  readonly page = $derived(Math.max(1, Math.floor(this.high / rowPx) - 1))

  constructor(editor: Editor) {
    this.editor = editor
  }

  refresh() {
    this.branches = outlineOf(this.editor.scene.order)
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
    const things = this.rows[to]?.branch
    if (things) untrack(() => this.editor.select((things.items.length > 0 ? things.items : itemsWithin(things)).map((item) => item.id)))
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
  }

  focus() {
    this.tree?.focus({ preventScroll: true })
  }

  arrive() {
    const [first] = this.rows
    if (this.active === null && first) this.active = first.id
  }
}
