import type { Body } from '@sheber/document/body'
import { isBlank, pageBody, readPage } from '@sheber/document/notebook'
import type { Room } from '#lib/room.svelte.ts'

export interface Person {
  readonly id: string
  readonly name: string
}

const isPerson = (value: unknown): value is Person => {
  const { id, name } = (value ?? {}) as Partial<Record<keyof Person, unknown>>
  return typeof id === 'string' && typeof name === 'string'
}

/** A page of the notebook as it is now, and who else is at it. */
export class Paper {
  readonly room: Room
  #looking: ReturnType<typeof setTimeout> | undefined
  #stops: (() => void)[]
  now = $state.raw<Body>([])
  /** The others, each once. */
  here = $state.raw<readonly Person[]>([])

  constructor(room: Room, me: Person) {
    this.room = room
    const body = pageBody(room.doc)
    const heed = () => {
      // A paste of many letters is many changes, and one look.
      this.#looking ??= setTimeout(this.#look)
    }
    body.observeDeep(heed)
    const { awareness } = room
    awareness.setLocalState({ user: { id: me.id, name: me.name.slice(0, 80) } })
    awareness.on('change', this.#meet)
    this.#stops = [() => body.unobserveDeep(heed), () => awareness.off('change', this.#meet)]
    this.#look()
    this.#meet()
  }

  #look = () => {
    this.#looking = undefined
    this.now = readPage(this.room.doc)
  }

  #meet = () => {
    const found = new Map<string, Person>()
    for (const [client, state] of this.room.awareness.getStates()) {
      const user = (state as { user?: unknown } | null)?.user
      if (client !== this.room.awareness.clientID && isPerson(user)) found.set(user.id, { id: user.id, name: user.name.slice(0, 80) })
    }
    // A caret that moves is nobody who comes or goes.
    const now = [...found.values()]
    if (now.map(({ id }) => id).join() !== this.here.map(({ id }) => id).join()) this.here = now
  }

  get blank(): boolean {
    return isBlank(this.now)
  }

  get writes(): boolean {
    return this.room.closedFor === null && this.room.right === 'write'
  }

  close() {
    clearTimeout(this.#looking)
    for (const stop of this.#stops) stop()
    this.room.awareness.setLocalState(null)
  }
}
