import * as Y from 'yjs'
import type { LocalStore, Note } from './local.ts'
import type { Receipts } from './receipts.ts'

export interface OutboxOptions {
  readonly room: string
  readonly doc: Y.Doc
  readonly receipts: Receipts
  readonly store: LocalStore | null
  /** Sends an update if there is a connection that wants it; it carries the first `covers` changes. */
  readonly send: (update: Uint8Array, covers: number) => void
  readonly changed: () => void
}

/** Updates that are loaded from the device are no news to anybody. */
export const fromDevice = Symbol('from this device')

const tailBytesMax = 262_144
const tailRowsMax = 200
/** How long the device may believe that more is waiting than there is. */
const noteMs = 500

/**
 * The way of a change out of this tab: first into the device's store, then to the server. What others write is stored
 * too, because own words stand among theirs.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #fresh: { update: Uint8Array; own: boolean }[] = []
  #running: Promise<void> | null = null
  #problem: unknown = null
  #rows = 0
  #bytes = 0
  #lineage: string | null = null
  #noting: ReturnType<typeof setTimeout> | undefined

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Why the device cannot keep words, if so. */
  get problem(): unknown {
    return this.#problem
  }
  get idle(): boolean {
    return this.#running === null
  }
  get lineage(): string | null {
    return this.#lineage
  }
  set lineage(lineage: string | null) {
    if (lineage === this.#lineage) return
    this.#lineage = lineage
    this.note()
  }

  /** What this device holds, into the document. Never rejects: without a device the server still has its copy. */
  async load(): Promise<void> {
    const { room, doc, receipts, store } = this.#options
    if (!store) return
    try {
      const [updates, note] = await Promise.all([store.load(room), store.recall(room)])
      if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), fromDevice)
      this.#lineage = note?.lineage ?? null
      if (note && note.waiting > 0) receipts.change(note.waiting)
      this.#rows = updates.length
      this.#bytes = updates.reduce((sum, update) => sum + update.length, 0)
      if (updates.length > 1) await this.#compact()
    } catch (why) {
      this.#problem = why
    }
  }

  /** A change of the document; all of one task go together. */
  take(update: Uint8Array, own: boolean): void {
    if (own) this.#options.receipts.change()
    this.#fresh.push({ update, own })
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      this.#options.changed()
    })
  }

  async #run(): Promise<void> {
    await null
    while (this.#fresh.length > 0) {
      const fresh = this.#fresh
      this.#fresh = []
      const covers = this.#options.receipts.made
      await this.#keep(merged(fresh.map(({ update }) => update)))
      const own = fresh.flatMap(({ update, own }) => (own ? [update] : []))
      if (own.length > 0) this.#options.send(merged(own), covers)
    }
  }

  async #keep(update: Uint8Array): Promise<void> {
    const { room, store } = this.#options
    if (!store) return
    try {
      await store.append(room, update, this.#now())
      this.#rows += 1
      this.#bytes += update.length
      this.#problem = null
      if (this.#bytes > tailBytesMax || this.#rows > tailRowsMax) await this.#compact()
    } catch (why) {
      this.#problem = why
    }
  }

  async #compact(): Promise<void> {
    const { room, doc, store } = this.#options
    const whole = Y.encodeStateAsUpdate(doc)
    await store?.replace(room, whole)
    this.#rows = 1
    // The whole itself is no reason to do it again.
    this.#bytes = 0
  }

  /** How things stand. Own words and that they wait are kept together: a reload at any moment must not call them saved. */
  #now(): Note {
    return { waiting: this.#options.receipts.waiting, lineage: this.#lineage }
  }

  /** Writes down that less is waiting, soon. */
  note(): void {
    if (!this.#options.store) return
    this.#noting ??= setTimeout(() => void this.#note(), noteMs)
  }

  async #note(): Promise<void> {
    clearTimeout(this.#noting)
    this.#noting = undefined
    const { store, room } = this.#options
    await store?.remember(room, this.#now()).catch((why: unknown) => (this.#problem = why))
  }

  async close(): Promise<void> {
    await this.#running
    await this.#note()
  }
}

const merged = (updates: readonly Uint8Array[]): Uint8Array => {
  const [first] = updates
  return first && updates.length === 1 ? first : Y.mergeUpdates([...updates])
}
