import type { Awareness } from '#lib/room.svelte.ts'

export interface Person {
  readonly id: string
  readonly name: string
}

const nameMax = 80

const isPerson = (value: unknown): value is Person => {
  const { id, name } = (value ?? {}) as Partial<Record<keyof Person, unknown>>
  return typeof id === 'string' && typeof name === 'string'
}

/**
 * Shows the others of a room who is here, and tells who they are, each once: now, and whenever somebody comes or goes. A caret that
 * moves is neither. Returns what ends it.
 */
export const meet = (awareness: Awareness, me: Person, told: (others: readonly Person[]) => void): (() => void) => {
  let before = ''
  const look = () => {
    const found = new Map<string, Person>()
    for (const [client, state] of awareness.getStates()) {
      const user = (state as { user?: unknown } | null)?.user
      if (client !== awareness.clientID && isPerson(user)) found.set(user.id, { id: user.id, name: user.name.slice(0, nameMax) })
    }
    const others = [...found.values()]
    const now = JSON.stringify(others)
    if (now === before) return
    before = now
    told(others)
  }
  awareness.setLocalState({ user: { id: me.id, name: me.name.slice(0, nameMax) } })
  awareness.on('change', look)
  look()
  return () => {
    awareness.off('change', look)
    awareness.setLocalState(null)
  }
}
