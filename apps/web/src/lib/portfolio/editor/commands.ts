import { autoJoin, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { Fragment, Slice, type Attrs, type MarkType, type Node, type NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { EditorState, NodeSelection, Selection, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { liftTarget } from 'prosemirror-transform'
import { schema, type MarkName } from './schema.ts'
import { isThere } from './state.ts'

const { bulletList, codeBlock, hardBreak, heading, listItem, orderedList, paragraph, blockquote } = schema.nodes

/** Takes a mark away where all that is chosen has it; otherwise all gets it. */
export const turnMark = (name: MarkName): Command => toggleMark(schema.marks[name] as MarkType, null, { removeWhenPresent: false })

/** Two steps as one, which one undo takes back. */
export const andThen =
  (first: Transaction, command: Command): Command =>
  (_, dispatch, view) =>
    command(
      EditorState.create({ doc: first.doc, selection: first.selection }),
      dispatch &&
        ((second) => {
          for (const step of second.steps) first.step(step)
          dispatch(first.setSelection(Selection.fromJSON(first.doc, second.selection.toJSON())).scrollIntoView())
        }),
      view,
    )

/** Out of lists and quotations, headings back to paragraphs: something that anything can be made of. */
const toPlain = (state: EditorState): Transaction => {
  const { tr } = state
  const { from, to } = state.selection
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return
    const at = () => tr.doc.resolve(tr.mapping.map(pos + 1))
    // Once for each wall around it.
    for (;;) {
      const range = at().blockRange()
      const target = range && liftTarget(range)
      if (range == null || target == null) break
      tr.lift(range, target)
    }
    if (node.type !== paragraph) tr.setNodeMarkup(at().before(), paragraph)
  })
  return tr
}

/** What a list or a heading cannot be made of as it is, is made plain first. */
const plainFirst =
  (command: Command): Command =>
  (state, dispatch, view) => {
    if (command(state)) return command(state, dispatch, view)
    const plain = toPlain(state)
    return plain.docChanged && andThen(plain, command)(state, dispatch, view)
  }

/** A block of this kind, or a paragraph again. */
export const turnBlock = (type: NodeType, attrs: Attrs = {}): Command => {
  const make = plainFirst(setBlockType(type, attrs))
  const unmake = setBlockType(paragraph)
  return (state, dispatch, view) => (isThere(state, type.name as 'heading', attrs) ? unmake : make)(state, dispatch, view)
}

export const turnHeading = (level: 2 | 3): Command => turnBlock(heading, { level })
export const turnCode = turnBlock(codeBlock)
export const toParagraph = setBlockType(paragraph)

export const turnQuote: Command = (state, dispatch, view) =>
  (isThere(state, 'blockquote') ? lift : wrapIn(blockquote))(state, dispatch, view)

/** The innermost list around what is chosen. */
const listAround = ({ selection: { $from, to } }: EditorState): { node: Node; pos: number } | null => {
  for (let depth = $from.sharedDepth(to); depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type === bulletList || node.type === orderedList) return { node, pos: $from.before(depth) }
  }
  return null
}

const turnList = (type: NodeType): Command =>
  autoJoin(
    (state, dispatch, view) => {
      const list = listAround(state)
      if (!list) return plainFirst(wrapInList(type))(state, dispatch, view)
      if (list.node.type === type) return liftListItem(listItem)(state, dispatch)
      dispatch?.(state.tr.setNodeMarkup(list.pos, type))
      return true
    },
    (before, after) => before.type === type && after.type === type,
  )
export const turnBullets = turnList(bulletList)
export const turnNumbers = turnList(orderedList)

export const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  const marks = state.storedMarks ?? state.selection.$from.marks()
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).ensureMarks(marks).scrollIntoView())
  return true
})

/** After what stands last and takes no words of its own there is a line to go on in: a finger finds no other way out of a table. */
const leaveRoom = (tr: Transaction): Transaction =>
  tr.doc.lastChild?.isTextblock ? tr : tr.insert(tr.doc.content.size, paragraph.create())

/** A block in the place of what is chosen, or of the empty paragraph in which the caret stands. */
export const putBlock =
  (type: NodeType, attrs: Attrs): Command =>
  (state, dispatch) => {
    const { selection } = state
    if (selection instanceof NodeSelection && selection.node.type === type) {
      dispatch?.(state.tr.setNodeMarkup(selection.from, null, { ...selection.node.attrs, ...attrs }))
      return true
    }
    dispatch?.(leaveRoom(state.tr.replaceSelection(new Slice(Fragment.from(type.create(attrs)), 0, 0))).scrollIntoView())
    return true
  }

export const putTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    const { table, tableRow, tableHeader, tableCell } = schema.nodes
    const row = (cell: NodeType) =>
      tableRow.create(
        null,
        Array.from({ length: columns }, () => cell.createAndFill() as Node),
      )
    const made = table.create(null, [row(tableHeader), ...Array.from({ length: rows - 1 }, () => row(tableCell))])
    if (!dispatch) return true
    const tr = state.tr.replaceSelectionWith(made)
    // Into its first cell.
    const from = tr.mapping.map(state.selection.from, -1)
    let at: number | null = null
    tr.doc.nodesBetween(Math.max(0, from - 1), tr.doc.content.size, (node, pos) => {
      if (at === null && node.eq(made)) at = pos
      return at === null
    })
    if (at !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
    dispatch(leaveRoom(tr).scrollIntoView())
    return true
  }

/** The whole of the link at the caret; what is chosen, where something is. */
const linkRange = ({ selection, doc }: EditorState) => {
  const { $from, from, to, empty } = selection
  const { link } = schema.marks
  const mark = link.isInSet($from.marks()) ?? (empty ? undefined : link.isInSet(doc.nodeAt(from)?.marks ?? []))
  if (!mark) return { from, to }
  let [start, end, at] = [from, to, $from.start()]
  let run: number | null = null
  $from.parent.forEach((node) => {
    const has = mark.isInSet(node.marks)
    if (has) run ??= at
    else run = null
    const after = at + node.nodeSize
    if (run !== null && run <= from && after >= from) [start, end] = [Math.min(start, run), Math.max(end, after)]
    at = after
  })
  return { from: start, to: end }
}

/** What is chosen leads there; where nothing is, the address itself is written. */
export const putLink =
  (href: string): Command =>
  (state, dispatch) => {
    const mark = schema.marks.link.create({ href })
    const { tr, selection } = state
    const range = linkRange(state)
    if (range.from === range.to) dispatch?.(tr.insert(selection.from, schema.text(href, [mark])))
    else dispatch?.(tr.removeMark(range.from, range.to, schema.marks.link).addMark(range.from, range.to, mark))
    return true
  }

export const dropLink: Command = (state, dispatch) => {
  const { from, to } = linkRange(state)
  dispatch?.(state.tr.removeMark(from, to, schema.marks.link))
  return true
}
