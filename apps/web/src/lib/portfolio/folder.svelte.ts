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
import type { Room } from '#lib/room.svelte.ts'

export interface Person {
  readonly id: string
  readonly name: string
}

const isPerson = (value: unknown): value is Person => {
  const { id, name } = (value ?? {}) as Partial<Record<keyof Person, unknown>>
  return typeof id === 'string' && typeof name === 'string'
}

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
    const { awareness } = room
    awareness.setLocalState({ user: { id: me.id, name: me.name.slice(0, 80) } })
    awareness.on('change', this.#meet)
    this.#meet()
    this.#stops = [
      watchPortfolio(this.portfolio, (ids) => {
        for (const id of ids) this.#known.delete(id)
        // A paste of many letters is many changes, and one look.
        this.#looking ??= setTimeout(this.#look)
      }),
      () => awareness.off('change', this.#meet),
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

  #meet = () => {
    const found = new Map<string, Person>()
    for (const [client, state] of this.room.awareness.getStates()) {
      const user = (state as { user?: unknown } | null)?.user
      if (client !== this.room.awareness.clientID && isPerson(user)) found.set(user.id, { id: user.id, name: user.name.slice(0, 80) })
    }
    // A caret that moves is nobody who comes or goes.
    const now = [...found.values()]
    const same = now.length === this.here.length && now.every(({ id, name }, at) => id === this.here[at]?.id && name === this.here[at].name)
    if (!same) this.here = now
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
    this.room.awareness.setLocalState(null)
  }
}
