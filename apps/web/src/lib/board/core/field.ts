import type { TextChange } from '@sheber/document/text'
import { Typing } from './typing.ts'

/** What a field needs of the board: to hear of changes, and where a step of undo ends. */
interface Board {
  watch(heard: () => void): () => void
  readonly undo: { stopCapturing(): void }
}

const pauseMs = 900

/**
 * Joins a field of the page to a text of the board, until the function that it returns is called. What others write appears in it
 * and the own caret stays between its letters; letters that are being composed are not touched. `thing` and `part` say to others
 * where one writes (document/caret).
 */
export const shareField = (
  field: HTMLTextAreaElement | HTMLInputElement,
  board: Board,
  [thing, part]: readonly [thing: string, part: string],
  read: () => string,
  write: (change: TextChange) => void,
): (() => void) => {
  const typing = new Typing(read, write)
  let composing = false
  let pause: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    typing.heard()
    if (!composing) typing.follow(field)
  }
  const typed = () => {
    typing.typed(field.value)
    follow()
    // Undo takes back a thought, not a letter: a pause ends it.
    clearTimeout(pause)
    pause = setTimeout(() => board.undo.stopCapturing(), pauseMs)
  }
  field.value = read()
  field.dataset['thing'] = thing
  field.dataset['part'] = part
  const stop = board.watch(follow)
  const calm = new AbortController()
  const on = (name: string, heard: () => void) => field.addEventListener(name, heard, { signal: calm.signal })
  on('input', typed)
  on('compositionstart', () => (composing = true))
  on('compositionend', () => {
    composing = false
    typed()
  })
  return () => {
    calm.abort()
    stop()
    clearTimeout(pause)
  }
}
