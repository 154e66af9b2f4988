import { addNote, moveThings, openBoard, typeText, type Board } from '@sheber/document/board'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Seat } from '../load/client.ts'

/** In the world. */
export interface Desk {
  readonly x: number
  readonly y: number
}

const noteSide = 160
export const notesEach = 10

/** One person at work on a board: moves the pointer, drags notes live and lets go, types. */
export class Peer {
  readonly #name: string
  readonly #desk: Desk
  readonly #board: Board
  readonly #provider: WebsocketProvider
  #step = 0
  #timers: NodeJS.Timeout[] = []

  constructor(name: string, { url, room, headers }: Seat, desk: Desk) {
    this.#name = name
    this.#desk = desk
    const doc = new Y.Doc()
    this.#board = openBoard(doc)
    class Signed extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers })
      }
    }
    this.#provider = new WebsocketProvider(url.slice(0, url.lastIndexOf('/')), room, doc, {
      disableBc: true,
      // The type is the browser's; what y-websocket uses of it `ws` has.
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
    })
    // Receipts and the lineage are beyond y-websocket's own messages; it would complain of each.
    for (let kind = 4; kind < 128; kind += 1) this.#provider.messageHandlers[kind] ??= () => {}
  }

  async synced(): Promise<void> {
    if (!this.#provider.synced) await new Promise<void>((resolve) => this.#provider.once('sync', () => resolve()))
  }

  #id(at: number) {
    return `${this.#name}-${at}`
  }

  #placeOf(at: number): [x: number, y: number, w: number, h: number] {
    const { x, y } = this.#desk
    return [x + (at % 5) * (noteSide + 20), y + Math.floor(at / 5) * (noteSide + 20), noteSide, noteSide]
  }

  /** What lies on the desk before work begins. */
  lay() {
    for (let at = 0; at < notesEach; at += 1) {
      const [x, y] = this.#placeOf(at)
      addNote(this.#board, { id: this.#id(at), x, y, colour: 'yellow', text: 'Қадам және шаг', by: this.#name, at: 0 })
    }
  }

  /** Ten cursor states a second, every second one of a drag; a note let go and some letters, five edits a second in all. */
  work() {
    const show = () => {
      this.#step += 1
      const round = this.#step / 10
      const [dx, dy] = [Math.round(60 * Math.sin(round)), Math.round(40 * Math.cos(round))]
      const isDragging = this.#step % 20 < 10
      this.#provider.awareness.setLocalState({
        user: { id: this.#name, name: this.#name },
        cursor: [this.#desk.x + 400 + dx, this.#desk.y + 160 + dy],
        // A hand leads one thing until it lets go.
        sel: isDragging ? [this.#id(Math.floor(this.#step / 20) % notesEach)] : [],
        drag: isDragging ? { dx, dy } : null,
        edit: null,
        trail: null,
      })
    }
    let edits = 0
    const edit = () => {
      edits += 1
      const at = edits % notesEach
      if (edits % 5 === 0) {
        const [x, y, w, h] = this.#placeOf(at)
        moveThings(this.#board, [{ id: this.#id(at), g: [x + (edits % 30), y - (edits % 20), w, h] }])
      } else typeText(this.#board, this.#id(at), 'Қадам және шаг '.repeat(1 + (edits % 4)))
    }
    // Not all at one moment: nobody has the beat of another.
    const late = Math.random() * 200
    this.#timers.push(setTimeout(() => this.#timers.push(setInterval(show, 100), setInterval(edit, 200)), late))
  }

  stop() {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#provider.destroy()
    // Its awareness looks for whoever went silent as long as the document lives, and would keep the process alive.
    this.#provider.doc.destroy()
  }
}
