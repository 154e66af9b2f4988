import * as Y from 'yjs'
import { readVector, step1Frame, step2Frame } from './protocol.ts'
import type { Fresh, Origin, Turn } from './turn.ts'

/** A class that comes back after a restart asks for the same few answers. */
const answersMax = 8
const nothing = Uint8Array.of(0, 0)

/** The origin of what many hands did in one transaction. */
const joint = Symbol('joint')

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

/** Client → what the transaction has deleted of it until now. */
export type Deleted = ReadonlyMap<number, readonly unknown[]>

/**
 * The document of a room, and what has happened to it since the last turn.
 *
 * It is at rest as long as nobody writes: bytes as they lie in the log, from which newcomers are answered. A live
 * document weighs ten times its bytes, so it is made for the first change, and for whoever wants to read.
 */
export class Manuscript {
  readonly #changed: (origin: Origin | null) => boolean
  /** Answers to step 1, by state vector, until the document changes. */
  readonly #answers = new Map<string, Uint8Array>()
  /** Updates that together are the document; empty while it is live. */
  #pages: Uint8Array[] = []
  #live: Y.Doc | null = null
  #fresh: Fresh[] = []
  /** All of `#fresh` as Yjs tells it; null where not all of it came in one transaction. */
  #told: Uint8Array | null = null
  /** Step 2 of a browser that has everything and nothing more. */
  #quiet: Uint8Array | null = null

  /** `changed` says whether anybody needs to be told of a change. */
  constructor(changed: (origin: Origin | null) => boolean) {
    this.#changed = changed
  }

  get isLive(): boolean {
    return this.#live !== null
  }
  /** How many updates wait for the end of the turn. */
  get news(): number {
    return this.#fresh.length
  }

  /** The live document; whoever asks for it wakes it. */
  get doc(): Y.Doc {
    return (this.#live ??= this.#wake())
  }

  #wake(): Y.Doc {
    const doc = new Y.Doc()
    const page = this.#page()
    if (page) Y.applyUpdate(doc, page)
    this.#pages = []
    this.#quiet = null
    doc.on('update', (bytes: Uint8Array, origin: Origin | null | typeof joint) => {
      if (origin === joint) this.#told = bytes
      else this.note(bytes, origin)
    })
    return doc
  }

  /** Back to bytes, where nothing is under way. */
  rest(): void {
    if (!this.#live || this.#fresh.length > 0) return
    this.#pages = [Y.encodeStateAsUpdate(this.#live)]
    this.#live.destroy()
    this.#live = null
  }

  /** It is in the document, and is to be told and kept. */
  note(bytes: Uint8Array, origin: Origin | null): void {
    this.#answers.clear()
    this.#told = null
    if (this.#changed(origin)) this.#fresh.push({ bytes, origin })
  }

  /**
   * Makes one transaction of Yjs of all that `work` applies: its own work costs as much as that of one update. What was
   * applied is to be noted as it came.
   */
  together(work: (deleted: Deleted) => void): void {
    const alone = this.#fresh.length === 0
    this.doc.transact(({ deleteSet }) => work(deleteSet.clients), joint)
    if (!alone) this.#told = null
  }

  apply(update: Uint8Array, origin: Origin | null): void {
    if (this.#live || origin !== null) return Y.applyUpdate(this.doc, update, origin)
    // From the log: it fits, whatever it is.
    this.#pages.push(update)
    this.#quiet = null
    this.note(update, null)
  }

  takeFresh(): Turn {
    const turn = { fresh: this.#fresh, told: this.#told }
    this.#fresh = []
    this.#told = null
    return turn
  }
  /** Keeps the first `count` updates of this turn from the others. */
  forgetFresh(count: number): void {
    this.#fresh.length = count
    this.#told = null
  }

  /** A new page. What was on the old one has to be read again. */
  clear(): void {
    this.destroy()
    this.#answers.clear()
  }
  destroy(): void {
    this.#live?.destroy()
    this.#live = null
    this.#pages = []
    this.#quiet = null
  }

  /** The pages as one; null where the document is empty. */
  #page(): Uint8Array | null {
    if (this.#pages.length > 1) this.#pages = [Y.mergeUpdates(this.#pages)]
    return this.#pages[0] ?? null
  }

  /** Everything, as one update. */
  whole(): Uint8Array {
    return this.#live ? Y.encodeStateAsUpdate(this.#live) : (this.#page() ?? nothing)
  }
  question(): Uint8Array {
    return step1Frame(this.#live ? Y.encodeStateVector(this.#live) : Y.encodeStateVectorFromUpdate(this.whole()))
  }

  /** Whether this step 2 is that of a browser with nothing new: known without waking the document. */
  hasNoNews(update: Uint8Array): boolean {
    if (same(update, nothing)) return true
    if (this.#live) return false
    const whole = this.whole()
    this.#quiet ??= Y.diffUpdate(whole, Y.encodeStateVectorFromUpdate(whole))
    return same(update, this.#quiet)
  }

  /** Step 2 for a state vector that came from outside. */
  answer(vector: Uint8Array): Uint8Array {
    readVector(vector)
    const key = Buffer.from(vector).toString('latin1')
    const known = this.#answers.get(key)
    if (known) return known
    const answer = step2Frame(this.#lacking(vector))
    if (this.#answers.size < answersMax) this.#answers.set(key, answer)
    return answer
  }

  #lacking(vector: Uint8Array): Uint8Array {
    if (this.#live) return Y.encodeStateAsUpdate(this.#live, vector)
    return vector.length === 1 ? this.whole() : Y.diffUpdate(this.whole(), vector)
  }

  /**
   * What the update would bring, tried on a copy that `look` is shown; null: nothing.
   * `waits`: it builds on words that nobody here has.
   */
  tryOut(update: Uint8Array, look: (copy: Y.Doc) => void): { readonly brings: Uint8Array | null; readonly waits: boolean } {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, this.whole())
    let brings: Uint8Array | null = null
    copy.on('update', (bytes: Uint8Array) => (brings = bytes))
    Y.applyUpdate(copy, update)
    look(copy)
    const waits = copy.store.pendingStructs !== null || copy.store.pendingDs !== null
    copy.destroy()
    return { brings, waits }
  }

  /** What `writer` would change, tried on a copy: if it throws, nothing has happened. */
  draft<T>(writer: (doc: Y.Doc) => T): { readonly result: T; readonly change: Uint8Array | null } {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, this.whole())
    let change: Uint8Array | null = null
    copy.on('update', (bytes: Uint8Array) => (change = bytes))
    const result = copy.transact(() => writer(copy))
    copy.destroy()
    return { result, change }
  }
}
