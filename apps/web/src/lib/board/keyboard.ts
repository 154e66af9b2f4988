import type { Words } from '#lib/words/words.ts'
import { isAsking } from './core/command/asking.ts'
import { commands } from './core/commands.ts'
import { commandOf, commandWhileWriting } from './core/keys.ts'
import { withLetters } from './letters.ts'
import type { Desk } from './desk.svelte.ts'

// On a button the arrows and Enter are the button's own; on the mirror of a note only Enter is.
const walking = new Set(['left', 'right', 'up', 'down', 'enter', 'remove'])
/** For these the browser has an event of its own, and only with that a clipboard. */
const clipped = new Set(['copy', 'cut', 'paste'])

/**
 * The keys of the board, pressed anywhere within `root` or nowhere in particular. False: the key's command asks for a part that
 * does not answer yet.
 */
export const obeyKeys = (event: KeyboardEvent, desk: Desk, root: HTMLElement, words: Words['board'], letters = true): false | undefined => {
  const { target } = event
  if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLElement) || target instanceof HTMLInputElement) return
  // In a list of choices letters and arrows look for a choice.
  if (target instanceof HTMLSelectElement) return
  if (target !== document.body && !root.contains(target)) return
  const writing = target instanceof HTMLTextAreaElement
  const command = writing ? commandWhileWriting(event) : commandOf(event, letters && withLetters())
  if (!command || clipped.has(command)) return
  const mirrored = target.closest('.mirror button') !== null
  // With a tool in hand Enter is the tool's; else it opens the words of what has the focus.
  if (
    mirrored
      ? command === 'enter' && desk.stage.editor.tool === 'select'
      : walking.has(command) && target.closest('button, a, summary, [popover]')
  )
    return

  const { editor } = desk.stage
  if (isAsking(command) && !commands[command].may(editor)) return editor.isAnswered(command) ? undefined : false
  event.preventDefault()
  const written = editor.editing
  if (command === 'remove') desk.remove()
  else commands[command](editor, event.shiftKey)
  if (command === 'note' && editor.tool === 'note') desk.aloud = words.note.place
  // The focus returns from a note's text to the note.
  if (writing && command === 'escape') desk.stage.wanted = written
}
