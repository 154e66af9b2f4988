import * as Y from 'yjs'
import type { LocalStore } from './local.ts'
import { inPause } from './pause.ts'
import type { Receipts } from './receipts.ts'

export interface OutboxOptions {
  readonly room: string
  readonly doc: Y.Doc
  readonly receipts: Receipts
  readonly store: LocalStore | null
  /** Own words are on the device, or it cannot keep them: they may go on. They are this tab's changes up to `made`. */
  readonly send: (update: Uint8Array, made: number) => void
  readonly changed: () => void
}

/** Updates that are loaded from the device are no news to anybody. */
export const fromDevice = Symbol('from this device')

/** Why the device cannot keep words: it is full, or the browser gives no store at all. */
export type Problem = 'full' | 'unavailable'

const tailBytesMax = 262_144
const tailRowsMax = 200
/** How long the device may believe that more is waiting than there is. */
const noteMs = 500
/** A full device may have been tidied up. */
const againMs = 10_000
/** What others write is on the server already: the device keeps it less often, or with the next own word. */
const othersMs = 300
/** To make one of many rows takes a large board's whole: not while it is being opened or filled. */
const tidyMs = 5_000

/**
 * The way of a change out of this tab: first into the device's store, then to the server. What others write is stored
 * too, because own words stand among theirs.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #fresh: { update: Uint8Array; own: boolean }[] = []
  #running: Promise<void> | null = null
  #problem: Problem | null = null
  #forgotten = false
  /** Rows of the device that this document holds. */
  #keys: number[] = []
  #bytes = 0
  #lineage: string | null = null
  #noting: ReturnType<typeof setTimeout> | undefined
  #gathering: ReturnType<typeof setTimeout> | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #tidying: (() => void) | undefined

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Why the device cannot keep words, if so. */
  get problem(): Problem | null {
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
      const { updates, keys, note } = await store.load(room)
      if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), fromDevice)
      this.#lineage ??= note?.lineage ?? null
      for (const [tab, tally] of note?.tallies ?? []) receipts.heard(tab, tally, true)
      this.#keys.push(...keys)
      this.#bytes += updates.reduce((sum, update) => sum + update.length, 0)
      if (updates.length > 1) this.#tidy()
    } catch (why) {
      this.#fails(why)
    }
  }

  /** A change of the document; all own ones of one task go together, with what others wrote before. */
  take(update: Uint8Array, own: boolean): void {
    if (own) this.#options.receipts.change()
    this.#fresh.push({ update, own })
    if (own) this.#go()
    else this.#gather()
  }

  get #hasOwn(): boolean {
    return this.#fresh.some(({ own }) => own)
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => this.#go(), othersMs)
  }

  #go(): void {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      // It came when the last was gone and nobody had written that down yet.
      if (this.#hasOwn) this.#go()
      else if (this.#fresh.length > 0) this.#gather()
      this.#options.changed()
    })
  }

  async #run(): Promise<void> {
    await null
    do {
      const fresh = this.#fresh
      this.#fresh = []
      const own = fresh.flatMap(({ update, own }) => (own ? [update] : []))
      const { made } = this.#options.receipts
      await this.#keep(merged(fresh.map(({ update }) => update)), own.length > 0)
      if (own.length > 0) this.#options.send(merged(own), made)
    } while (this.#hasOwn)
  }

  async #keep(update: Uint8Array, own: boolean): Promise<void> {
    const { room, doc, store, receipts } = this.#options
    if (!store || this.#forgotten) return
    // What the device refused before is not there: it now needs all of it.
    const missing = this.#problem !== null
    const bytes = missing ? Y.encodeStateAsUpdate(doc) : update
    try {
      // A reload at any moment must not call own words saved: that they wait is kept together with them.
      const mark = { lineage: this.#lineage, own: own || missing ? { tab: doc.clientID, tally: receipts.own } : null }
      this.#keys.push(await store.append(room, bytes, mark))
      this.#problem = null
      clearTimeout(this.#again)
      this.#bytes += bytes.length
      if (this.#bytes > tailBytesMax || this.#keys.length > tailRowsMax) this.#tidy()
    } catch (why) {
      this.#fails(why)
    }
  }

  #fails(why: unknown): void {
    this.#problem = why instanceof Error && why.name === 'QuotaExceededError' ? 'full' : 'unavailable'
    clearTimeout(this.#again)
    this.#again = setTimeout(() => {
      this.#fresh.push({ update: new Uint8Array([0, 0]), own: false })
      this.#go()
    }, againMs)
  }

  #tidy(): void {
    this.#tidying ??= atLeisure(() => {
      this.#tidying = undefined
      void this.#compact().catch((why: unknown) => this.#fails(why))
    })
  }

  async #compact(): Promise<void> {
    const { room, doc, store } = this.#options
    if (!store || this.#forgotten) return
    const keys = this.#keys
    this.#keys = []
    // The whole itself is no reason to do it again.
    this.#bytes = 0
    try {
      this.#keys.push(await store.replace(room, Y.encodeStateAsUpdate(doc), keys))
    } catch (why) {
      this.#keys.push(...keys)
      throw why
    }
  }

  /** Nothing waits any more: that is worth writing down. */
  noteSaved(): void {
    if (this.#options.receipts.waiting === 0) this.note()
  }

  /** Writes down that less is waiting, soon. */
  note(): void {
    if (!this.#options.store) return
    this.#noting ??= setTimeout(() => void this.#note(), noteMs)
  }

  async #note(): Promise<void> {
    clearTimeout(this.#noting)
    this.#noting = undefined
    if (this.#forgotten) return
    const { store, room, receipts } = this.#options
    await store?.remember(room, { lineage: this.#lineage, tallies: receipts.tallies }).catch((why: unknown) => this.#fails(why))
  }

  /** The device gives this copy up, and takes no more of it. */
  async forget(): Promise<void> {
    this.#forgotten = true
    clearTimeout(this.#gathering)
    this.#tidying?.()
    await this.#running
    await this.#options.store?.forget(this.#options.room)
  }

  async close(): Promise<void> {
    if (this.#fresh.length > 0) this.#go()
    await this.#running
    await this.#note()
    clearTimeout(this.#again)
    this.#tidying?.()
  }
}

/** Later, and not before the browser has a pause. Returns how to call it off. */
const atLeisure = (work: () => void): (() => void) => {
  let stop = () => undefined as void
  const timer = setTimeout(() => (stop = inPause(work)), tidyMs)
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const merged = (updates: readonly Uint8Array[]): Uint8Array => {
  const [first] = updates
  return first && updates.length === 1 ? first : Y.mergeUpdates([...updates])
}
