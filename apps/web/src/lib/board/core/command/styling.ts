import { style as styleThings } from '@sheber/document/board'
import type { NoteColour } from '@sheber/document/colour'
import type { Style, Thing } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { nextOf } from '../next.ts'
import { command, idsOf, open, withOpen, withSome, writes } from './command.ts'

const kindsOfTool: Partial<Record<Editor['tool'], string>> = { pen: 'ink', highlighter: 'ink', shape: 'shape', text: 'text', note: 'note' }

/** Gives the selection a look, and what is made next; with nothing selected, what the tool in hand makes. */
export const style = (editor: Editor, values: Style) => {
  if (!writes(editor)) return
  const items = open(editor)
  if (items.length > 0) editor.step(() => styleThings(editor.board, idsOf(items), values))
  const kinds = items.map(({ thing }) => thing.kind)
  editor.setNext(nextOf(values, new Set(editor.selection.size > 0 ? kinds : [kindsOfTool[editor.tool] ?? 'connector'])))
}

export const paintSelected = (editor: Editor, fill: NoteColour) => {
  if (!writes(editor)) return
  style(editor, { fill })
  editor.setNext({ note: fill })
}

const looks = ['fill', 'ink', 'width', 'dash', 'size', 'align', 'route', 'tail', 'head'] as const

const lookOf = (thing: Thing): Style => Object.fromEntries(Object.entries(thing).filter(([name]) => looks.some((look) => look === name)))

export const styling = {
  copyStyle: command(withSome, (editor) => {
    const [first] = editor.selectedItems()
    if (first) editor.copiedStyle = lookOf(first.thing)
  }),
  pasteStyle: command(
    (editor) => withOpen(editor) && editor.copiedStyle !== null,
    (editor) => {
      const { copiedStyle } = editor
      if (copiedStyle) editor.step(() => styleThings(editor.board, idsOf(open(editor)), copiedStyle))
    },
  ),
}
