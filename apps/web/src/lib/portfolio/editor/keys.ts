import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  deleteSelection,
  exitCode,
  joinBackward,
  liftEmptyBlock,
  newlineInCode,
  selectNodeBackward,
  splitBlockKeepMarks,
} from 'prosemirror-commands'
import { undoInputRule } from 'prosemirror-inputrules'
import { liftListItem, sinkListItem, splitListItemKeepMarks } from 'prosemirror-schema-list'
import { Selection, type Command, type EditorState } from 'prosemirror-state'
import { redo, undo } from '@tiptap/y-tiptap'
import { andThen, breakLine, toParagraph, turnBullets, turnCode, turnHeading, turnMark, turnNumbers, turnQuote } from './commands.ts'
import { schema } from './schema.ts'
import type { TablesLater } from './later.ts'

const { codeBlock, listItem, paragraph } = schema.nodes

/** Out of code by a third empty line. */
const leaveCode: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || parent.type !== codeBlock || $from.parentOffset < parent.content.size || !parent.textContent.endsWith('\n\n')) return false
  return andThen(state.tr.delete($from.pos - 2, $from.pos), exitCode)(state, dispatch, view)
}

/** A heading or code without a word, or at the very beginning, is a paragraph again. */
const backToParagraph: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || !parent.isTextblock || parent.type === paragraph || $from.parentOffset > 0) return false
  return parent.content.size === 0 || $from.pos === 1 ? toParagraph(state, dispatch, view) : false
}

/** Code that ends or begins a text would otherwise be a place without a way out. */
const belowCode: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== codeBlock || $from.parentOffset < $from.parent.content.size) return false
  return state.doc.nodeAt($from.after()) ? false : exitCode(state, dispatch, view)
}
const aboveCode: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== codeBlock || $from.parentOffset > 0 || $from.before() > 0) return false
  const tr = state.tr.insert(0, paragraph.create())
  dispatch?.(tr.setSelection(Selection.atStart(tr.doc)).scrollIntoView())
  return true
}

/** The key is never left to the browser, which has other steps to take back, and another use for Ctrl+K. */
const always =
  (deed: (state: EditorState) => unknown): Command =>
  (state) => {
    deed(state)
    return true
  }

interface Asked {
  readonly askLink: () => void
  readonly leave: () => void
  readonly tables: TablesLater
}

export const keysOf = ({ askLink, leave, tables }: Asked): Record<string, Command> => {
  const dropWholeTable = tables.command((they) => they.dropWholeTable)
  const back = chainCommands(...[undoInputRule, dropWholeTable, backToParagraph, deleteSelection, joinBackward, selectNodeBackward])
  return {
    ...baseKeymap,
    Enter: chainCommands(
      ...[leaveCode, splitListItemKeepMarks(listItem), newlineInCode, createParagraphNear, liftEmptyBlock, splitBlockKeepMarks],
    ),
    'Mod-Enter': breakLine,
    'Shift-Enter': breakLine,
    Backspace: back,
    'Mod-Backspace': back,
    'Shift-Backspace': back,
    Delete: chainCommands(dropWholeTable, baseKeymap['Delete'] as Command),
    Tab: chainCommands(
      sinkListItem(listItem),
      tables.command((they) => they.nextCell(1)),
    ),
    'Shift-Tab': chainCommands(
      liftListItem(listItem),
      tables.command((they) => they.nextCell(-1)),
    ),
    ArrowDown: belowCode,
    ArrowUp: aboveCode,
    'Mod-b': turnMark('bold'),
    'Mod-i': turnMark('italic'),
    'Mod-e': turnMark('code'),
    'Mod-Shift-s': turnMark('strike'),
    'Mod-Shift-7': turnNumbers,
    'Mod-Shift-8': turnBullets,
    'Mod-Shift-b': turnQuote,
    'Mod-Alt-0': toParagraph,
    'Mod-Alt-2': turnHeading(2),
    'Mod-Alt-3': turnHeading(3),
    'Mod-Alt-c': turnCode,
    'Mod-z': always(undo),
    'Mod-y': always(redo),
    'Mod-Shift-z': always(redo),
    'Mod-k': always(askLink),
    Escape: always(leave),
  }
}
