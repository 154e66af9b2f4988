import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Awareness } from '#lib/room.svelte.ts'
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

export const caretsOf = (awareness: Awareness) =>
  yCursorPlugin(awareness as Parameters<typeof yCursorPlugin>[0], {
    cursorBuilder: caretOf,
    selectionBuilder: (user: User) => ({ class: `caret-selection ${toneOf(user)}` }),
  })
