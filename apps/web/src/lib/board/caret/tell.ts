import { caretAt, textOf } from '@sheber/document/caret'
import { afterChange, textChange } from '@sheber/document/text'
import type { Editor } from '../core/editor.ts'

type Field = HTMLTextAreaElement | HTMLInputElement

/** The field that is joined to a text of the board and has the focus, on the paper or in the list. */
export const fieldHere = (): Field | null => {
  const field = document.activeElement
  const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  return isField && field.dataset['thing'] !== undefined ? field : null
}

/** A place in `from` as a place in `to`: while letters are being composed a field lags behind its text. */
export const placeBetween = (from: string, to: string) => {
  const change = textChange(from, to)
  return (place: number) => (change ? afterChange(place, change) : place)
}

const caretOf = ({ board }: Editor, field: Field | null) => {
  if (!field) return null
  const { thing = '', part = '' } = field.dataset
  const text = textOf(board, thing, part)
  if (!text) return null
  const { value, selectionStart, selectionEnd, selectionDirection } = field
  const there = placeBetween(value, text.toString())
  const [start, end] = [there(selectionStart ?? 0), there(selectionEnd ?? 0)]
  return selectionDirection === 'backward' ? caretAt(board, thing, part, end, start) : caretAt(board, thing, part, start, end)
}

/** Tells the others where one writes, until the function that it returns is called. How often, the hand decides (board/awareness). */
export const tellCaret = (editor: Editor): (() => void) => {
  let due = 0
  let told = ''
  const look = () => {
    due = 0
    const caret = caretOf(editor, fieldHere())
    const now = JSON.stringify(caret)
    if (now === told) return
    told = now
    editor.caret = caret ?? undefined
    editor.changed()
  }
  // Once a frame at most: a key moves the caret, and changes the text, and both are heard.
  const ask = () => (due ||= requestAnimationFrame(look))
  const calm = new AbortController()
  for (const name of ['selectionchange', 'focusin', 'focusout', 'select', 'keyup', 'pointerup'])
    document.addEventListener(name, ask, { signal: calm.signal })
  // A field that has waited for its word to be done shows others' letters only now, and their carets stand elsewhere among them.
  document.addEventListener('compositionend', () => editor.changed(), { signal: calm.signal })
  const unwatch = editor.watch(() => editor.caret && ask())
  ask()
  return () => {
    calm.abort()
    unwatch()
    cancelAnimationFrame(due)
    editor.caret = undefined
  }
}
