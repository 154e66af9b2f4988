import * as Y from 'yjs'
import { readVector, step1Frame, step2Frame } from './protocol.ts'
import type { Fresh, Origin } from './turn.ts'

/** A class that comes back after a restart asks for the same few answers. */
const answersMax = 8

/** The document of a room, and what has happened to it since the last turn. */
export class Manuscript {
  readonly #changed: (origin: Origin | null) => boolean
  /** Answers to step 1, by state vector, until the document changes. */
  readonly #answers = new Map<string, Uint8Array>()
  #doc: Y.Doc
  #fresh: Fresh[] = []

  /** `changed` says whether anybody needs to be told of a change. */
  constructor(changed: (origin: Origin | null) => boolean) {
    this.#changed = changed
    this.#doc = this.#empty()
  }

  get doc(): Y.Doc {
    return this.#doc
  }
  /** How many updates wait for the end of the turn. */
  get news(): number {
    return this.#fresh.length
  }

  #empty(): Y.Doc {
    const doc = new Y.Doc()
    doc.on('update', (bytes: Uint8Array, origin: Origin | null) => {
      this.#answers.clear()
      if (this.#changed(origin)) this.#fresh.push({ bytes, origin })
    })
    return doc
  }

  apply(update: Uint8Array, origin: Origin | null): void {
    Y.applyUpdate(this.#doc, update, origin)
  }

  takeFresh(): Fresh[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }
  /** Keeps the first `count` updates of this turn from the others. */
  forgetFresh(count: number): void {
    this.#fresh.length = count
  }

  /** A new page. What was on the old one has to be read again. */
  clear(): void {
    this.destroy()
    this.#answers.clear()
    this.#doc = this.#empty()
  }
  destroy(): void {
    this.#doc.destroy()
  }

  whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }
  question(): Uint8Array {
    return step1Frame(Y.encodeStateVector(this.#doc))
  }
  /** Step 2 for a state vector that came from outside. */
  answer(vector: Uint8Array): Uint8Array {
    readVector(vector)
    const key = Buffer.from(vector).toString('latin1')
    const known = this.#answers.get(key)
    if (known) return known
    const answer = step2Frame(Y.encodeStateAsUpdate(this.#doc, vector))
    if (this.#answers.size < answersMax) this.#answers.set(key, answer)
    return answer
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
