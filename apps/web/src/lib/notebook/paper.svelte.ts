import type { Body } from '@sheber/document/body'
import { isBlank, pageBody, readPage } from '@sheber/document/notebook'
import { meet, type Person } from '#lib/room/here.ts'
import type { Room } from '#lib/room.svelte.ts'

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
    this.#stops = [() => body.unobserveDeep(heed), meet(room.awareness, me, (others) => (this.here = others))]
    this.#look()
  }

  #look = () => {
    this.#looking = undefined
    this.now = readPage(this.room.doc)
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
  }
}
