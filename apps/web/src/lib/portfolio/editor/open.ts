import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import { isSafeHref } from '@sheber/document/body'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { keymap } from 'prosemirror-keymap'
import { EditorState, Selection, type Command, type Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { XmlFragment } from 'yjs'
import type { Awareness } from '#lib/room.svelte.ts'
import { caretsOf } from './carets.ts'
import { formulaView } from './formula.ts'
import { keysOf } from './keys.ts'
import { pasted, typed } from './rules.ts'
import { schema } from './schema.ts'
import { tablesLater, type TablesLater } from './later.ts'

export interface Opening {
  readonly element: HTMLElement
  readonly body: XmlFragment
  readonly awareness: Awareness
  /** What a screen reader calls it. */
  readonly label: string
  /** Something is not as it was a moment ago: the words or the caret. */
  readonly moved: () => void
  readonly askLink: () => void
  readonly leave: () => void
  /** What this page can do beside. */
  readonly extra: readonly Plugin[]
}

export interface Editor {
  readonly state: EditorState
  readonly tables: TablesLater
  /** And the caret is in the words again. */
  run(command: Command): void
  focus(): void
  close(): void
}

/** An address that is pasted becomes a link: of the words that are chosen, or of itself. */
const pasteAddress = (view: EditorView, event: ClipboardEvent): boolean => {
  const words = event.clipboardData?.getData('text/plain').trim() ?? ''
  if (!/^https?:\/\/\S+$/i.test(words) || !isSafeHref(words)) return false
  const link = schema.marks.link.create({ href: words })
  const { from, to, empty } = view.state.selection
  const { tr } = view.state
  view.dispatch(empty ? tr.replaceSelectionWith(schema.text(words, [link]), false) : tr.addMark(from, to, link))
  return true
}

const between = { top: 168, right: 0, bottom: 88, left: 0 }

/** The editor of one record's words, bound to the shared document: it undoes its own steps and nobody else's. */
export const openEditor = ({ element, body, awareness, label, moved, askLink, leave, extra }: Opening): Editor => {
  const tables = tablesLater(() => view)
  // A long text is drawn once, as it is: by default it would be drawn empty first. What is empty has no form to begin with.
  const { doc, mapping } = body.length > 0 ? initProseMirrorDoc(body, schema) : {}
  const state = EditorState.create({
    schema,
    ...(doc && { doc, selection: Selection.atEnd(doc) }),
    plugins: [
      ...extra,
      ySyncPlugin(body, mapping ? { mapping } : {}),
      yUndoPlugin(),
      caretsOf(awareness),
      typed,
      keymap(keysOf({ askLink, leave, tables })),
      tables.plugin,
      gapCursor(),
      dropCursor({ color: false, class: 'drop' }),
    ],
  })
  const view: EditorView = new EditorView(element, {
    state,
    attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', class: 'told written' },
    nodeViews: { formula: formulaView },
    handlePaste: pasteAddress,
    transformPasted: pasted,
    // Above the caret lie the head of the page and the tools, and on a phone a bar lies below: what is written stands between them.
    scrollThreshold: between,
    scrollMargin: between,
    // It speaks before it is there: what is empty gets its first paragraph while the view is made.
    dispatchTransaction(this: EditorView, tr) {
      this.updateState(this.state.apply(tr))
      moved()
    },
  })
  view.focus()
  view.dispatch(view.state.tr.scrollIntoView())
  return {
    tables,
    get state() {
      return view.state
    },
    run: (command) => {
      view.focus()
      command(view.state, view.dispatch, view)
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  }
}
