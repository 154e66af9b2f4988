import type { Attrs, MarkType, NodeType } from 'prosemirror-model'
import { NodeSelection, type EditorState } from 'prosemirror-state'
import { schema, type MarkName, type NodeName } from './schema.ts'

/** What is chosen, or what the caret stands in. */

const holds = (attrs: Attrs, asked: Attrs) => Object.entries(asked).every(([name, value]) => attrs[name] === value)

const markThere = (state: EditorState, type: MarkType): Attrs | null => {
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks())?.attrs ?? null
  let found: Attrs | null = null
  let everywhere = true
  state.doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return
    const mark = type.isInSet(node.marks)
    if (mark) found ??= mark.attrs
    else everywhere = false
  })
  return everywhere ? found : null
}

const nodeThere = ({ selection }: EditorState, type: NodeType): Attrs | null => {
  if (selection instanceof NodeSelection && selection.node.type === type) return selection.node.attrs
  const { $from } = selection
  const shared = $from.sharedDepth(selection.to)
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    // Several paragraphs chosen at once are each a paragraph.
    if (node.type === type && (depth <= shared || node.isTextblock)) return node.attrs
  }
  return null
}

/** Its attributes where it is there, so that it may be changed or taken away. */
export const attributesAt = (state: EditorState, name: MarkName | NodeName): Attrs | null => {
  const mark = schema.marks[name]
  if (mark) return markThere(state, mark)
  const node = schema.nodes[name]
  return node ? nodeThere(state, node) : null
}

export const isThere = (state: EditorState, name: MarkName | NodeName, asked: Attrs = {}): boolean => {
  const attrs = attributesAt(state, name)
  return attrs !== null && holds(attrs, asked)
}
