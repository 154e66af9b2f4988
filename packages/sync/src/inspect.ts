import { broken, Reader } from './reader.ts'
import type { Limits } from './limits.ts'

/** Clocks `from` up to, but not including, `to` of one client. */
export interface Span {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** What an update would do, read without touching a document. */
export interface Findings {
  /** One per client; what is between its structs has no hole unless `gap` says so. */
  readonly inserts: readonly Span[]
  readonly deletes: readonly Span[]
  readonly roots: ReadonlySet<string>
  /** How many new shared types: only they can nest. */
  readonly types: number
  /** Holds skipped clocks, which nobody but a broken or a merging client sends. */
  readonly gap: boolean
}

// Clocks count letters and items; a document of this many would not fit by far.
const clockMax = 2 ** 40
const originBit = 128
const rightOriginBit = 64
const parentSubBit = 32

/**
 * Walks a Yjs update, version 1, that came from outside. Throws ProtocolError for whatever Yjs itself would
 * choke on, believe, or keep for ever: lengths beyond the end, empty structs, references to oneself, subdocuments.
 */
export const inspectUpdate = (update: Uint8Array, limits: Limits, allowed: ReadonlySet<string> | null = null): Findings => {
  const reader = new Reader(update)
  const walk = new Walk(reader, limits, allowed)
  const inserts: Span[] = []
  const seen = new Set<number>()
  for (let clients = reader.count(3); clients > 0; clients -= 1) {
    const structs = reader.count(2)
    const client = reader.uint()
    const from = reader.uint()
    if (seen.has(client)) broken('one client twice')
    seen.add(client)
    let clock = from
    for (let left = structs; left > 0; left -= 1) clock = walk.struct(client, clock)
    if (clock > from) inserts.push({ client, from, to: clock })
  }
  const deletes: Span[] = []
  for (let clients = reader.count(2); clients > 0; clients -= 1) {
    const client = reader.uint()
    for (let left = reader.count(2); left > 0; left -= 1) {
      const from = reader.uint()
      const to = from + reader.uint()
      if (to > clockMax) broken('clock too large')
      // Yjs keeps it while the client is unknown, and falls over it.
      if (to === from) broken('empty deletion')
      deletes.push({ client, from, to })
    }
  }
  reader.end()
  return { inserts, deletes, roots: walk.roots, types: walk.types, gap: walk.gap }
}

class Walk {
  readonly #reader: Reader
  readonly #limits: Limits
  readonly #allowed: ReadonlySet<string> | null
  readonly roots = new Set<string>()
  types = 0
  gap = false

  constructor(reader: Reader, limits: Limits, allowed: ReadonlySet<string> | null) {
    this.#reader = reader
    this.#limits = limits
    this.#allowed = allowed
  }

  /** Reads one struct and returns the clock after it. */
  struct(client: number, clock: number): number {
    const info = this.#reader.byte()
    const kind = info & 31
    if (kind !== 0 && kind !== 10) this.#links(info, client, clock)
    if (kind === 10) this.gap = true
    const length = kind === 0 || kind === 10 ? this.#reader.uint() : this.#content(kind)
    if (length === 0) broken('empty struct')
    if (clock + length > clockMax) broken('clock too large')
    return clock + length
  }

  #links(info: number, client: number, clock: number): void {
    const link = () => {
      const other = this.#reader.uint()
      if (this.#reader.uint() >= clock && other === client) broken('refers to itself')
    }
    if (info & originBit) link()
    if (info & rightOriginBit) link()
    if (info & (originBit | rightOriginBit)) return
    const rooted = this.#reader.uint()
    if (rooted > 1) broken('unknown kind of parent')
    if (rooted === 1) this.#root(this.#reader.text())
    else link()
    if (info & parentSubBit) this.#name(this.#reader.text())
  }

  #root(name: string): void {
    this.#name(name)
    if (this.#allowed && !this.#allowed.has(name)) broken(`root type ${name} is not of this document`)
    this.roots.add(name)
    if (this.roots.size > this.#limits.rootsMax) broken('too many root types')
  }

  #name(name: string): void {
    if (name.length > this.#limits.rootNameLettersMax) broken('name too long')
  }

  /** Returns how many clocks the content takes. */
  #content(kind: number): number {
    const reader = this.#reader
    switch (kind) {
      case 1:
        return reader.uint()
      case 2: {
        const count = reader.count(1)
        for (let left = count; left > 0; left -= 1) this.#json(true)
        return count
      }
      case 3:
        reader.bytes()
        return 1
      case 4:
        return reader.text().length
      case 5:
        this.#json(false)
        return 1
      case 6:
        this.#name(reader.text())
        this.#json(false)
        return 1
      case 7:
        return this.#type()
      case 8: {
        const count = reader.count(1)
        for (let left = count; left > 0; left -= 1) this.#any(0)
        return count
      }
      default:
        return broken('unknown kind of content')
    }
  }

  #type(): number {
    const kind = this.#reader.uint()
    // 5 would be a hook into the page; nothing of ours uses it.
    if (kind > 6 || kind === 5) broken('unknown kind of type')
    if (kind === 3) this.#name(this.#reader.text())
    this.types += 1
    return 1
  }

  #json(undefinedAllowed: boolean): void {
    const text = this.#reader.text()
    if (undefinedAllowed && text === 'undefined') return
    if (depthOf(text) > this.#limits.valueDepthMax) broken('value nested too deeply')
    try {
      JSON.parse(text)
    } catch {
      broken('not JSON')
    }
  }

  #any(depth: number): void {
    const reader = this.#reader
    if (depth > this.#limits.valueDepthMax) broken('value nested too deeply')
    switch (127 - reader.byte()) {
      case 0: // undefined
      case 1: // null
      case 6: // false
      case 7: // true
        return
      case 2:
        return reader.int()
      case 3:
        return reader.skip(4)
      case 4:
      case 5:
        return reader.skip(8)
      case 8:
        return void reader.text()
      case 9:
        for (let left = reader.count(2); left > 0; left -= 1) {
          if (reader.text() === '__proto__') broken('forbidden key')
          this.#any(depth + 1)
        }
        return
      case 10:
        for (let left = reader.count(1); left > 0; left -= 1) this.#any(depth + 1)
        return
      case 11:
        return void reader.bytes()
      default:
        return broken('unknown kind of value')
    }
  }
}

/** How deeply a JSON text nests, found without parsing it. */
export const depthOf = (json: string): number => {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charCodeAt(at)
    if (quoted) {
      if (letter === 92) at += 1
      else if (letter === 34) quoted = false
    } else if (letter === 34) quoted = true
    else if (letter === 123 || letter === 91) deepest = Math.max(deepest, (depth += 1))
    else if (letter === 125 || letter === 93) depth -= 1
  }
  return deepest
}
