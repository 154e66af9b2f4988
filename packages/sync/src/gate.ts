import * as Y from 'yjs'
import { inspectUpdate, type Findings } from './inspect.ts'
import type { Limits } from './limits.ts'
import type { Deleted } from './manuscript.ts'
import { broken } from './reader.ts'

/** Takes: apply it. Partly: apply what fits, the rest is unknown here. Missing, foreign: not now, ask again. */
export type Verdict = 'takes' | 'partly' | 'missing' | 'foreign' | 'too-large'

export interface Claim {
  /** Who speaks: a person, else a session, else a connection. */
  readonly who: string
  /** Step 2 may carry what others wrote and this browser heard; an update is one's own hand. */
  readonly relayed: boolean
  /** Whether somebody else is here who speaks for the client id. */
  readonly present: (client: number) => boolean
}

/**
 * Stands before the document: nothing untrusted is applied that it has not read, and nothing is kept that
 * waits for words nobody has.
 */
export class Gate {
  readonly #limits: Limits
  readonly #allowed: ReadonlySet<string> | null
  /** Client id → who used it first, while the room is open. */
  readonly #owners = new Map<number, string>()
  /** Client ids of which the log knows whose they are. */
  readonly #logged = new Set<number>()
  /** Never less than the document has grown to; made exact when it touches the limit. */
  #bytes = 0

  constructor(limits: Limits, allowed: ReadonlySet<string> | null) {
    this.#limits = limits
    this.#allowed = allowed
  }

  get bytes(): number {
    return this.#bytes
  }
  grew(bytes: number): void {
    this.#bytes += bytes
  }
  emptied(): void {
    this.#bytes = 0
  }

  owner(client: number): string | undefined {
    return this.#owners.get(client)
  }
  bind(client: number, who: string): void {
    if (!this.#owners.has(client)) this.#owners.set(client, who)
  }

  /** What the log says of whose hands they are. */
  remember(owners: ReadonlyMap<number, string>): void {
    for (const [client, who] of owners) {
      this.#owners.set(client, who)
      this.#logged.add(client)
    }
  }
  /** Client ids of this hand that the log is to learn with what it wrote. */
  unlogged({ inserts }: Findings, who: string): number[] {
    const news = inserts.flatMap(({ client }) => (this.#owners.get(client) === who && !this.#logged.has(client) ? [client] : []))
    for (const client of news) this.#logged.add(client)
    return news
  }

  /** Throws ProtocolError for what is not even an update. */
  inspect(update: Uint8Array): Findings {
    return inspectUpdate(update, this.#limits, this.#allowed)
  }

  /** Throws ProtocolError for what no honest client sends. `bytes`: how long the update is. */
  judge(doc: Y.Doc, found: Findings, bytes: number, claim: Claim): Verdict {
    const news = found.inserts.filter(({ client, to }) => to > Y.getState(doc.store, client))
    const strange = news.filter(({ client }) => (this.#owners.get(client) ?? claim.who) !== claim.who)
    if (strange.length > 0 && !claim.relayed) broken('client id of somebody else')
    if (strange.some(({ client }) => claim.present(client))) return 'foreign'
    if (news.length > 0 && this.#full(doc, bytes)) return 'too-large'
    const fits = !found.gap && !reachesBeyond(doc, found)
    if (!fits) return claim.relayed ? 'partly' : 'missing'
    // A frame with several new authors is somebody's memory of a room, not one hand.
    if (!claim.relayed && news.length === 1 && news[0]) this.bind(news[0].client, claim.who)
    return 'takes'
  }

  #full(doc: Y.Doc, bytes: number): boolean {
    if (this.#bytes + bytes <= this.#limits.documentBytesMax) return false
    this.#bytes = Y.encodeStateAsUpdate(doc).length
    return this.#bytes + bytes > this.#limits.documentBytesMax
  }

  /** After an update was applied: what it nested too deeply would overflow the stack of whoever deletes it. */
  tooDeep(doc: Y.Doc, found: Findings): boolean {
    if (found.types === 0) return false
    return found.inserts.some(({ client, from }) => {
      const structs = doc.store.clients.get(client) ?? []
      for (let at = structs.length - 1; at >= 0; at -= 1) {
        const struct = structs[at]
        if (!struct || struct.id.clock < from) return false
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && depth(struct.content.type) > this.#limits.nestingMax)
          return true
      }
      return false
    })
  }
}

const depth = (type: Y.AbstractType<unknown>): number => {
  let steps = 0
  let item = type._item
  while (item) {
    steps += 1
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return steps
}

/** How far the document has got with what an update is about: a number that grows with whatever of it is new. */
export const reachOf = (doc: Y.Doc, deleted: Deleted, { inserts, deletes }: Findings): number => {
  let reach = 0
  for (const { client } of inserts) reach += Y.getState(doc.store, client)
  for (const { client } of deletes) reach += deleted.get(client)?.length ?? 0
  return reach
}

/** Builds on clocks, or deletes clocks, that neither the document nor the update itself has. */
const reachesBeyond = (doc: Y.Doc, { inserts, deletes }: Findings): boolean => {
  const ends = new Map<number, number>()
  for (const { client, from, to } of inserts) {
    const state = Y.getState(doc.store, client)
    if (from > state) return true
    ends.set(client, Math.max(state, to))
  }
  return deletes.some(({ client, to }) => to > (ends.get(client) ?? Y.getState(doc.store, client)))
}

/** Yjs keeps what it cannot place yet; on the server nothing may wait for words that may never come. */
export const dropPending = (doc: Y.Doc): boolean => {
  const { store } = doc
  if (store.pendingStructs === null && store.pendingDs === null) return false
  store.pendingStructs = null
  store.pendingDs = null
  return true
}
