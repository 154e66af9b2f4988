import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { Fragment, Slice, type MarkType, type Node } from 'prosemirror-model'
import { schema, type MarkName } from './schema.ts'

/** What those who know Markdown write becomes what they mean by it, while they type and when they paste. */

const { blockquote, bulletList, codeBlock, heading, horizontalRule, orderedList } = schema.nodes

/** The signs with what is between them; what is between them. */
const signs: readonly (readonly [MarkName, string])[] = [
  ['bold', String.raw`(?:^|\s)(\*\*(?!\s+\*\*)([^*]+)\*\*)`],
  ['bold', String.raw`(?:^|\s)(__(?!\s+__)([^_]+)__)`],
  ['italic', String.raw`(?:^|\s)(\*(?!\s+\*)([^*]+)\*)`],
  ['italic', String.raw`(?:^|\s)(_(?!\s+_)([^_]+)_)`],
  ['strike', String.raw`(?:^|\s)(~~(?!\s+~~)([^~]+)~~)`],
  ['code', '(?:^|[^`])(`([^`]+)`)'],
]

const typedMark = ([name, pattern]: readonly [MarkName, string]) =>
  new InputRule(
    new RegExp(`${pattern}$`),
    (state, [whole, signed, inner], start, end) => {
      if (signed === undefined || inner === undefined) return null
      const from = start + whole.length - signed.length
      const first = from + (signed.length - inner.length) / 2
      const last = first + inner.length
      const { tr } = state
      // The last of the signs is not in the text yet.
      if (end > last) tr.delete(last, end)
      tr.delete(from, first)
      const mark = schema.marks[name] as MarkType
      return tr.addMark(from, from + inner.length, mark.create()).removeStoredMark(mark)
    },
    { inCodeMark: false },
  )

const rule = new InputRule(/^(?:---|—-|___\s|\*\*\*\s)$/, (state, _, start, end) => {
  const { parent } = state.doc.resolve(start)
  if (parent.type !== schema.nodes.paragraph) return null
  const tr = state.tr.delete(start, end)
  return tr.insert(tr.doc.resolve(start).before(), horizontalRule.create())
})

export const typed = inputRules({
  rules: [
    ...signs.map(typedMark),
    ...[2, 3].map((level) => textblockTypeInputRule(new RegExp(`^#{${level}}\\s$`), heading, { level })),
    wrappingInputRule(/^\s*[-+*]\s$/, bulletList),
    wrappingInputRule(
      /^(\d+)\.\s$/,
      orderedList,
      ([, number]) => ({ start: Number(number) }),
      ([, number], node) => node.childCount + Number(node.attrs['start']) === Number(number),
    ),
    wrappingInputRule(/^\s*>\s$/, blockquote),
    textblockTypeInputRule(/^(?:```|~~~)([a-z]+)?\s$/, codeBlock, ([, language]) => ({ language: language ?? null })),
    rule,
  ],
})

const markedText = (node: Node): Node[] => {
  for (const [name, pattern] of signs) {
    const mark = schema.marks[name] as MarkType
    if (node.marks.some(({ type }) => type === mark || type.excludes(mark))) continue
    const found = new RegExp(pattern).exec(node.text ?? '')
    const [whole, signed, inner] = found ?? []
    if (!found || whole === undefined || signed === undefined || inner === undefined) continue
    const from = found.index + whole.length - signed.length
    const after = from + signed.length
    const length = node.text?.length ?? 0
    const within = schema.text(inner, mark.create().addToSet(node.marks))
    return [
      ...(from > 0 ? markedText(node.cut(0, from)) : []),
      ...markedText(within),
      ...(after < length ? markedText(node.cut(after)) : []),
    ]
  }
  return [node]
}

const markedFragment = (fragment: Fragment): Fragment =>
  Fragment.fromArray(
    fragment.content.flatMap((node) => {
      if (node.isText) return markedText(node)
      return [node.type.spec.code ? node : node.copy(markedFragment(node.content))]
    }),
  )

export const pasted = ({ content, openStart, openEnd }: Slice): Slice => new Slice(markedFragment(content), openStart, openEnd)
