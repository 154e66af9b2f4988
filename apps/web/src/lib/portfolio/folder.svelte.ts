import {
  openPortfolio,
  ownUndo,
  readPortfolio,
  readWithoutBody,
  watchPortfolio,
  type Portfolio,
  type PortfolioRecord,
  type PortfolioSnapshot,
  type Trace,
} from '@sheber/document/portfolio'
import { meet, type Person } from '#lib/room/here.ts'
import type { Room } from '#lib/room.svelte.ts'

/** A portfolio that somebody writes in: its words as they are now, and who else is here. */
export class Folder {
  readonly room: Room
  readonly portfolio: Portfolio
  readonly me: Person
  readonly undo: ReturnType<typeof ownUndo>
  canUndo = $state(false)
  canRedo = $state(false)
  #known = new Map<string, PortfolioRecord>()
  #stops: (() => void)[]
  #looking: ReturnType<typeof setTimeout> | undefined
  now = $state.raw<PortfolioSnapshot>() as PortfolioSnapshot
  /** The others, each once. */
  here = $state.raw<readonly Person[]>([])

  constructor(room: Room, me: Person) {
    this.room = room
    this.me = me
    this.portfolio = openPortfolio(room.doc)
    this.undo = ownUndo(this.portfolio)
    for (const what of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) this.undo.on(what, this.#count)
    this.#look()
    this.#stops = [
      watchPortfolio(this.portfolio, (ids) => {
        for (const id of ids) this.#known.delete(id)
        // A paste of many letters is many changes, and one look.
        this.#looking ??= setTimeout(this.#look)
      }),
      meet(room.awareness, me, (others) => (this.here = others)),
    ]
  }

  #look = () => {
    this.#looking = undefined
    this.now = readPortfolio(this.room.doc, this.#known, readWithoutBody)
    this.#known = new Map([...this.now.records, ...this.now.deleted].map((record) => [record.id, record]))
  }

  #count = () => {
    this.canUndo = this.undo.undoStack.length > 0
    this.canRedo = this.undo.redoStack.length > 0
  }

  trace(): Trace {
    return { by: this.me.id, at: Date.now() }
  }

  get writes(): boolean {
    return this.room.closedFor === null && this.room.right === 'write'
  }

  close() {
    clearTimeout(this.#looking)
    for (const stop of this.#stops) stop()
    this.undo.destroy()
  }
}
