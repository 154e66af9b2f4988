import type { Connection, Problem, Status } from '@sheber/sync/client'
import type { Refusal } from '@sheber/sync/parcel'
import type * as Y from 'yjs'
import { connect } from './engine.ts'

/** Where the last change is: on the server, on its way, on this device, or nowhere but in this page. */
export type SaveState = Status

export interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

/** What people show one another while they work: never stored. One state per open window. */
export interface Awareness {
  readonly clientID: number
  getStates(): ReadonlyMap<number, unknown>
  /** Null: not here any more. */
  setLocalState(state: Record<string, unknown> | null): void
  on(event: 'change', heard: (change: AwarenessChange) => void): void
  off(event: 'change', heard: (change: AwarenessChange) => void): void
}

/** A document shared with others, as a page sees it. Its properties are reactive. */
export interface Room {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly save: SaveState
  /** Changes of this device that the server does not have yet. */
  readonly waiting: number
  /** When the oldest of them was made, in milliseconds since 1970. */
  readonly since: number | null
  /** Why this device cannot keep words, if so. */
  readonly problem: Problem | null
  /** The connection stands. */
  readonly live: boolean
  /** Something to show has come, from this device or from the server. */
  readonly ready: boolean
  readonly right: 'read' | 'write'
  /** The room is frozen, and what came too late is laid aside. What this page holds may be more than the others see: it is to be forgotten, and opened anew. */
  readonly laidAside: boolean
  /** The close code with which the server has ended this for good; null while there is hope. */
  readonly closedFor: number | null
  /** Resolves when everything done so far is durable on the server. */
  settled(): Promise<void>
  /** All that this device holds of the document, as a `.sheber` file. */
  pack(): Promise<Uint8Array<ArrayBuffer>>
  /** Takes such a file in; the reason where that may not be, and whose it is. */
  unpack(bytes: Uint8Array): Promise<{ readonly refusal: Refusal; readonly by: string } | null>
  /** The device gives up a copy of the document that the server does not know any more. */
  forget(): Promise<void>
  close(): void
}

class OpenRoom implements Room {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly #connection: Connection
  readonly #asked: Asked
  save = $state<SaveState>('saved')
  waiting = $state(0)
  since = $state<number | null>(null)
  problem = $state<Problem | null>(null)
  live = $state(false)
  ready = $state(false)
  right = $state<'read' | 'write'>('read')
  laidAside = $state(false)
  closedFor = $state<number | null>(null)

  constructor(connection: Connection, asked: Asked) {
    this.#connection = connection
    this.#asked = asked
    this.doc = connection.doc
    this.awareness = connection.awareness
    this.right = asked.may
    connection.watch(this.#look)
    this.#look()
  }

  #look = () => {
    const { status, waiting, unsyncedSince, problem, connected, ready, role, closedFor } = this.#connection
    this.save = status
    this.waiting = waiting
    this.since = unsyncedSince
    this.problem = problem
    this.live = connected
    this.ready = ready
    // Between two connections the last word of the server holds.
    if (role !== null) this.right = role === 'write' ? 'write' : 'read'
    this.closedFor = closedFor
    this.laidAside = this.#connection.laidAside
  }

  settled() {
    return this.#connection.settled()
  }

  async pack() {
    const { packDoc } = await parcel()
    const { name: room, person } = this.#asked
    const { lineage } = this.#connection
    return packDoc({ room, lineage, person, at: Date.now() }, this.doc)
  }

  async unpack(bytes: Uint8Array) {
    const { openParcel, ParcelRefused } = await parcel()
    const { name: room, person } = this.#asked
    try {
      openParcel(bytes, { doc: this.doc, room, lineage: this.#connection.lineage, person: person.id })
      return null
    } catch (why) {
      if (!(why instanceof ParcelRefused)) throw why
      return { refusal: why.refusal, by: why.label?.person.name ?? '' }
    }
  }

  forget() {
    return this.#connection.forget()
  }

  close() {
    this.#connection.destroy()
    this.doc.destroy()
  }
}

export interface Asked {
  /** `board:<id>` */
  readonly name: string
  /** Each person has a store of their own on a shared laptop. */
  readonly person: { readonly id: string; readonly name: string }
  /** What the page was told when it loaded; the server's own word follows. */
  readonly may: 'read' | 'write'
  /** The newest shape of the document that this page can read. */
  readonly schema: number
}

/** Rarely needed, and then perhaps without a network: fetched once there is something to lose. */
export const parcel = () => import('@sheber/sync/parcel')

/** In the browser only. */
export const openRoom = (asked: Asked): Room => new OpenRoom(connect(asked), asked)
