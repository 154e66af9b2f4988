import type { Connection, Status } from '@sheber/sync/client'
import type * as Y from 'yjs'

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
  /** The connection stands. */
  readonly live: boolean
  /** Something to show has come, from this device or from the server. */
  readonly ready: boolean
  readonly right: 'read' | 'write'
  /** The close code with which the server has ended this for good; null while there is hope. */
  readonly closedFor: number | null
  /** Resolves when everything done so far is durable on the server. */
  settled(): Promise<void>
  close(): void
}

class OpenRoom implements Room {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly #connection: Connection
  save = $state<SaveState>('saved')
  waiting = $state(0)
  live = $state(false)
  ready = $state(false)
  right = $state<'read' | 'write'>('read')
  closedFor = $state<number | null>(null)

  constructor(connection: Connection, right: 'read' | 'write') {
    this.#connection = connection
    this.doc = connection.doc
    this.awareness = connection.awareness
    this.right = right
    connection.watch(this.#look)
    this.#look()
  }

  #look = () => {
    const { status, waiting, connected, ready, role, closedFor } = this.#connection
    this.save = status
    this.waiting = waiting
    this.live = connected
    this.ready = ready
    // Between two connections the last word of the server holds.
    this.right = role ?? this.right
    this.closedFor = closedFor
  }

  settled() {
    return this.#connection.settled()
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
  readonly personId: string
  /** What the page was told when it loaded; the server's own word follows. */
  readonly may: 'read' | 'write'
}

/** In the browser only. The engine is fetched here, so that pages without a document stay light. */
export const openRoom = async ({ name, personId, may }: Asked): Promise<Room> => {
  const [{ Doc }, { connectRoom }, { indexedDbStore }, { fallingBack }] = await Promise.all([
    import('yjs'),
    import('@sheber/sync/client'),
    import('@sheber/sync/indexeddb'),
    import('@sheber/sync/transport'),
  ])
  const url = `${location.origin.replace(/^http/, 'ws')}/sync`
  const WebSocketPolyfill = fallingBack()
  return new OpenRoom(connectRoom({ url, room: name, doc: new Doc(), store: indexedDbStore(personId), WebSocketPolyfill }), may)
}
