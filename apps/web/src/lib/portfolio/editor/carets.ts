import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness, AwarenessChange } from '#lib/room.svelte.ts'
import { drawPerson } from '#lib/ui/avatar.ts'

/** How others see a hand: a name, and a tone that the theme gives a colour. Others' names may be anything at all. */
type User = Readonly<Record<string, unknown>>

const toneOf = (user: User) => `tone-${drawPerson(String(user['id']), '').tone}`

const caretOf = (user: User): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = `caret ${toneOf(user)}`
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = typeof user['name'] === 'string' ? user['name'].slice(0, 40) : ''
  caret.append(name)
  return caret
}

/** One's own caret moves with every key, and is none of those that are drawn: for it nothing is drawn anew. */
const ofOthers = (awareness: Awareness): Awareness => {
  const heardBy = new Map<unknown, (change: AwarenessChange) => void>()
  return Object.assign(Object.create(awareness) as Awareness, {
    on: (event: 'change', heard: (change: AwarenessChange) => void) => {
      const others = (change: AwarenessChange) => {
        if ([...change.added, ...change.updated, ...change.removed].some((id) => id !== awareness.clientID)) heard(change)
      }
      heardBy.set(heard, others)
      awareness.on(event, others)
    },
    off: (event: 'change', heard: (change: AwarenessChange) => void) => {
      const others = heardBy.get(heard)
      if (others) awareness.off(event, others)
    },
  })
}

type Heard = Parameters<typeof yCursorPlugin>[0]

export const caretsOf = (awareness: Awareness) =>
  yCursorPlugin(ofOthers(awareness) as Heard, {
    cursorBuilder: caretOf,
    selectionBuilder: (user: User) => ({ class: `caret-selection ${toneOf(user)}` }),
  })
