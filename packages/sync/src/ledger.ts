import * as Y from 'yjs'
import type { Commits } from './commit.ts'
import type { Bus, Entry, NewEntry, Storage } from './types.ts'

export interface Shelf {
  readonly storage: Storage
  readonly bus: Bus
  readonly commits: Commits
}

/** One room's end of the log: how far it has read, and what still waits to be written. */
export class Ledger {
  readonly #shelf: Shelf
  readonly #room: string
  readonly #apply: (entry: Entry) => void
  readonly #owners: (owners: ReadonlyMap<number, string>) => void
  #position = 0
  #rows = 0
  #waitingBytes = 0
  #waitingRows = 0
  #waiting = 0
  /** Where the last own row stands: above `position` until what others wrote before it has been read. */
  #own = 0
  /** Rows that were read, not written here. */
  #foreign = 0
  #written: Promise<void> = Promise.resolve()
  #looks: Promise<void> = Promise.resolve()
  #nextLook: Promise<void> | null = null

  constructor(shelf: Shelf, room: string, apply: (entry: Entry) => void, owners: (owners: ReadonlyMap<number, string>) => void) {
    this.#shelf = shelf
    this.#room = room
    this.#apply = apply
    this.#owners = owners
  }

  /** The last position this room has applied, with everything before it. */
  get position(): number {
    return this.#position
  }
  /** Log rows since the last stored whole, as far as this room knows. */
  get rows(): number {
    return this.#rows
  }
  get waitingBytes(): number {
    return this.#waitingBytes
  }
  get settled(): boolean {
    return this.#waiting === 0
  }

  /** Resolves once everything that was given until now is durable; rejects if the log refused. */
  written(): Promise<void> {
    return this.#written
  }

  /** The position of what was given last, once all of it is durable; null where others have written in between. */
  async reached(): Promise<number | null> {
    const position = this.#position + this.#waitingRows
    const foreign = this.#foreign
    if (this.#own > this.#position) return null
    await this.#written
    return this.#foreign === foreign && this.#position >= position ? position : null
  }

  /** Writes entries after everything given before; none are allowed and mean "after what waits". */
  write(entries: readonly NewEntry[]): Promise<void> {
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0)
    const ticket = entries.length > 0 ? this.#shelf.commits.add(this.#room, entries) : null
    // It is awaited below, but only after what came before, which may refuse first.
    ticket?.catch(() => {})
    this.#waiting += 1
    this.#waitingBytes += bytes
    this.#waitingRows += entries.length
    this.#written = this.#follow(this.#written, ticket, bytes)
    return this.#written
  }

  async #follow(before: Promise<void>, ticket: Promise<readonly number[]> | null, bytes: number): Promise<void> {
    await before
    const positions = (await ticket) ?? []
    this.#waiting -= 1
    this.#waitingBytes -= bytes
    this.#waitingRows -= positions.length
    const last = positions.at(-1)
    if (last === undefined) return
    this.#own = last
    this.#rows += positions.length
    // A stranger's row in between: the log knows it, we do not yet.
    if (positions[0] === this.#position + 1 && last === this.#position + positions.length) this.#position = last
    else if (last > this.#position) this.look().catch(() => {})
    this.#shelf.bus.ring(this.#room, last)
  }

  /** Applies what others have logged. Whoever asks while one look is under way gets a later one, for the running one may have read too early. */
  look(): Promise<void> {
    this.#nextLook ??= this.#looks.then(() => {
      this.#nextLook = null
      return this.#read()
    })
    this.#looks = this.#nextLook.catch(() => {})
    return this.#nextLook
  }

  async #read(): Promise<void> {
    const { whole, tail, owners } = await this.#shelf.storage.since(this.#room, this.#position)
    this.#owners(owners)
    if (whole && whole.position > this.#position) {
      this.#rows = 0
      this.#take(whole)
    }
    for (const entry of tail) {
      if (entry.position <= this.#position) continue
      this.#rows += 1
      this.#take(entry)
    }
  }

  #take(entry: Entry): void {
    this.#foreign += 1
    this.#apply(entry)
    this.#position = entry.position
  }

  /** Reads everything again, once no other look is under way; `prepare` makes an empty place for it. */
  reread(prepare: () => void): Promise<void> {
    const again = this.#looks.then(() => {
      prepare()
      this.#position = 0
      this.#rows = 0
      return this.#read()
    })
    this.#looks = again.catch(() => {})
    return again
  }

  /** All that is durable, as one update, and up to where. It waits for nobody: a class may write without a pause. */
  async whole(): Promise<Entry> {
    const { whole, tail } = await this.#shelf.storage.since(this.#room, 0)
    const entries = whole ? [whole, ...tail] : tail
    const doc = new Y.Doc()
    if (entries.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(entries.map(({ bytes }) => bytes)))
    const bytes = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return { position: entries.at(-1)?.position ?? 0, bytes }
  }

  async compact({ position, bytes }: Entry): Promise<void> {
    const rows = this.#rows
    // What came after it is all that is left to read beside it.
    this.#rows = Math.max(0, this.#position - position)
    try {
      await this.#shelf.storage.compact(this.#room, position, bytes)
    } catch (why) {
      this.#rows += rows
      throw why
    }
  }

  giveUp(why: unknown): void {
    this.#shelf.commits.drop(this.#room, why)
  }
}
