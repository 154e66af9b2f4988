import { Editor, Extension } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor } from '@tiptap/extensions'
import { isSafeHref } from '@sheber/document/body'
import type { XmlFragment } from 'yjs'
import type { Awareness } from '#lib/room.svelte.ts'
import { drawPerson } from '#lib/ui/avatar.ts'
import type { Person } from '../folder.svelte.ts'
import { Formula, Link, Picture } from './nodes.ts'

export type { Editor }

/** How others see this hand: a name, and a tone that the theme gives a colour. Others' names may be anything at all. */
const toneOf = (user: Record<string, unknown>) => `tone-${drawPerson(String(user['id']), '').tone}`

const caretOf = (user: Record<string, unknown>): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = `caret ${toneOf(user)}`
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = typeof user['name'] === 'string' ? user['name'].slice(0, 40) : ''
  caret.append(name)
  return caret
}

export interface Opening {
  readonly element: HTMLElement
  readonly body: XmlFragment
  readonly awareness: Awareness
  readonly me: Person
  /** What a screen reader calls it. */
  readonly label: string
  /** Something is not as it was a moment ago: the words or the caret. */
  readonly moved: () => void
  readonly askLink: () => void
  readonly leave: () => void
}

/** The editor of one record's words, bound to the shared document: it undoes its own steps and nobody else's. */
export const openEditor = ({ element, body, awareness, me, label, moved, askLink, leave }: Opening): Editor => {
  const keys = Extension.create({
    name: 'keys',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => {
        askLink()
        return true
      },
      Escape: () => {
        leave()
        return true
      },
    }),
  })
  const editor = new Editor({
    element,
    // A <style> element would be refused: the rules are in editor.css.
    injectCSS: false,
    autofocus: 'end',
    extensions: [
      ...[Document, Paragraph, Text, Bold, Italic, Strike, Code, CodeBlock, Blockquote, HardBreak, HorizontalRule],
      Heading.configure({ levels: [2, 3] }),
      ...[BulletList, OrderedList, ListItem, ListKeymap],
      ...[Table.configure({ resizable: false, renderWrapper: true }), TableRow, TableHeader, TableCell],
      ...[Link, Picture, Formula, Gapcursor, Dropcursor.configure({ color: false, class: 'drop' }), keys],
      Collaboration.configure({ fragment: body }),
      CollaborationCaret.configure({
        provider: { awareness },
        user: { id: me.id, name: me.name, color: '#0b6e99' },
        render: caretOf,
        selectionRender: (user: Record<string, unknown>) => ({ class: `caret-selection ${toneOf(user)}` }),
      }),
    ],
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', class: 'told written' },
      // An address that is pasted becomes a link: of the words that are chosen, or of itself.
      handlePaste: (view, event) => {
        const words = event.clipboardData?.getData('text/plain').trim() ?? ''
        if (!/^https?:\/\/\S+$/i.test(words) || !isSafeHref(words)) return false
        const link = view.state.schema.marks['link']?.create({ href: words })
        if (!link) return false
        const { from, to, empty } = view.state.selection
        const { tr, schema } = view.state
        view.dispatch(empty ? tr.replaceSelectionWith(schema.text(words, [link]), false) : tr.addMark(from, to, link))
        return true
      },
    },
    onTransaction: moved,
  })
  return editor
}

/** After what stands last and takes no words of its own there is a line to go on in: a finger finds no other way out of a table. */
export const leaveRoom = (editor: Editor): void => {
  const { doc } = editor.state
  if (doc.lastChild?.isTextblock) return
  editor.commands.insertContentAt(doc.content.size, { type: 'paragraph' }, { updateSelection: false })
}
