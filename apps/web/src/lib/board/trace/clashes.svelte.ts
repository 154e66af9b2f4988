import { watchBoard, type Board } from '@sheber/document/board'
import { clashOf } from '@sheber/document/unseen'
import type { Trace } from '@sheber/contract/trace'
import { clashIn, type Clash } from './clash.ts'
import type { Settled } from './settled.ts'

interface Asked {
  readonly board: Board
  readonly me: string
  readonly settled: Settled
  /** Whose hands things have been in; rejects without a network. */
  readonly ask: (ids: readonly string[]) => Promise<ReadonlyMap<string, Trace>>
}

/** What comes together is looked at together. */
const calmMs = 700
/** Until the log has everything, or the network is back. */
const againMs = 4_000
const triesMax = 20
/** Looked at in one go; the rest follows. */
const askedMax = 50

/**
 * Watches for what was deleted by one and changed by another who did not know of each other. The document says which
 * things, the server says whose hands; both of those people see it, at the moment when the two meet and after it.
 */
export class Clashes {
  readonly #asked: Asked
  readonly #unwatch: () => void
  /** Not told yet whose they are, by deletion. */
  readonly #open = new Map<string, string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #tries = 0
  #closed = false

  all = $state.raw<readonly Clash[]>([])

  constructor(asked: Asked) {
    this.#asked = asked
    this.#unwatch = watchBoard(asked.board, (ids) => this.#look(ids))
    this.#look(asked.board.el.keys())
  }

  close() {
    this.#closed = true
    this.#unwatch()
    clearTimeout(this.#timer)
  }

  /** Answered, one way or the other. */
  settle(clashes: readonly Clash[]) {
    const keys = new Set(clashes.map(({ key }) => key))
    this.#asked.settled.add(keys)
    this.all = this.all.filter(({ key }) => !keys.has(key))
  }

  #look(ids: Iterable<string>) {
    const { board, settled } = this.#asked
    const seen = new Map([...ids].map((id) => [id, clashOf(board, id)] as const))
    // Back on the board, or deleted once more: what was said of it is over. Else it may be called otherwise now.
    if (this.all.some(({ id }) => seen.has(id))) this.all = this.all.filter(({ id, key }) => !seen.has(id) || seen.get(id) === key)
    for (const [id, key] of seen) if (key && !settled.has(key) && !this.all.some((one) => one.key === key)) this.#open.set(key, id)
    if (this.#open.size === 0) return
    this.#tries = 0
    this.#later(calmMs)
  }

  #later(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), ms)
  }

  async #ask() {
    const { board, me, settled, ask } = this.#asked
    for (const [key, id] of this.#open) if (clashOf(board, id) !== key) this.#open.delete(key)
    const some = [...this.#open].slice(0, askedMax)
    if (some.length === 0) return
    const traces = await ask(some.map(([, id]) => id)).catch(() => null)
    if (this.#closed) return
    const found: Clash[] = []
    const strange: string[] = []
    for (const [key, id] of traces ? some : []) {
      // Two questions may be on their way at once, and both are answered.
      if (!this.#open.has(key)) continue
      const trace = traces?.get(id)
      const clash = trace ? clashIn(trace, key, me) : 'later'
      if (clash === 'later') continue
      this.#open.delete(key)
      if (clash === null) strange.push(key)
      else if (clashOf(board, id) === key) found.push(clash)
    }
    if (strange.length > 0) settled.add(strange)
    if (found.length > 0) this.all = [...this.all, ...found]
    const isGoingOn = found.length + strange.length > 0
    this.#tries = isGoingOn ? 0 : this.#tries + 1
    if (this.#open.size > 0 && this.#tries < triesMax) this.#later(isGoingOn ? calmMs : againMs)
  }
}
