import { Plugin, type Command, type EditorState, type PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Lazy } from '#lib/board/lazy.svelte.ts'

/**
 * How one moves and chooses in a table comes a moment after the editor: it weighs as much as a tenth of it, and few texts
 * have a table. To put a plugin into an editor that is open would tear its binding to the document down; so this one
 * stands there from the beginning, under the name by which prosemirror-tables looks for its own state, and passes
 * everything on once there is somebody to pass it to.
 */

export const tableKey = 'selectingCells$'

type Tables = typeof import('./table.ts')

export interface TablesLater {
  readonly plugin: Plugin
  /** Null: they cannot be had now; whoever asks again may get them. */
  fetch(): Promise<Tables | null>
  /** Does nothing until they are there. */
  command(of: (tables: Tables) => Command): Command
}

export const tablesLater = (view: () => EditorView): TablesLater => {
  let inner: Plugin | null = null
  const lazy = new Lazy(async () => {
    const tables = await import('./table.ts')
    inner ??= tables.tableEditing()
    // What others have left crooked is put straight.
    if (!view().isDestroyed) view().dispatch(view().state.tr)
    return tables
  })

  const passed = new Plugin({
    key: { key: tableKey } as unknown as PluginKey,
    state: {
      init: () => null as unknown,
      apply: (tr, value, before, after): unknown => inner?.spec.state?.apply.call(inner, tr, value, before, after) ?? null,
    },
    props: {
      decorations: (state) => inner?.props.decorations?.call(inner, state),
      handleDOMEvents: { mousedown: (view, event) => inner?.props.handleDOMEvents?.mousedown?.call(inner, view, event) },
      createSelectionBetween: (view, anchor, head) => inner?.props.createSelectionBetween?.call(inner, view, anchor, head) ?? null,
      handleTripleClick: (view, pos, event) => inner?.props.handleTripleClick?.call(inner, view, pos, event),
      handleKeyDown: (view, event) => inner?.props.handleKeyDown?.call(inner, view, event),
      handlePaste: (view, event, slice) => inner?.props.handlePaste?.call(inner, view, event, slice),
    },
    appendTransaction: (trs, before: EditorState, after) => inner?.spec.appendTransaction?.call(inner, trs, before, after),
  })

  return {
    plugin: passed,
    fetch: () => lazy.fetch(),
    command: (of) => (state, dispatch, view) => (lazy.part ? of(lazy.part)(state, dispatch, view) : false),
  }
}
