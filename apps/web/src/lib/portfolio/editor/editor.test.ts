import { Slice, Fragment, type Node } from 'prosemirror-model'
import { EditorState, NodeSelection, TextSelection, type Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { tableEditingKey } from 'prosemirror-tables'
import { describe, expect, it } from 'vitest'
import {
  breakLine,
  dropLink,
  putBlock,
  putLink,
  putTable,
  turnBullets,
  turnCode,
  turnHeading,
  turnMark,
  turnNumbers,
  turnQuote,
} from './commands.ts'
import { keysOf } from './keys.ts'
import { tableKey, type TablesLater } from './later.ts'
import { pasted, typed } from './rules.ts'
import { schema } from './schema.ts'
import { isThere } from './state.ts'
import { nextCell } from './table.ts'

const { doc, paragraph, heading, bulletList, orderedList, listItem, codeBlock } = schema.nodes
const p = (text = '') => paragraph.create(null, text ? schema.text(text) : null)
const li = (...content: Node[]) => listItem.create(null, content)

/** All of it chosen, or the caret where it is told. */
const stateOf = (content: Node[], from?: number, to = from) => {
  const whole = doc.create(null, content)
  const last = whole.content.size - 1
  return EditorState.create({
    doc: whole,
    selection: TextSelection.between(whole.resolve(from ?? 1), whole.resolve(to ?? last)),
    plugins: [typed],
  })
}

const after = (state: EditorState, command: Command): EditorState => {
  let now = state
  command(state, (tr) => (now = now.apply(tr)))
  return now
}
const told = (state: EditorState) => state.doc.toString()

/** As a hand types at the caret: what is a rule's becomes what it means. */
const type = (state: EditorState, words: string): EditorState => {
  let now = state
  for (const letter of words) {
    const { from, to } = now.selection
    const view = { state: now, composing: false, dispatch: (tr: typeof now.tr) => (now = now.apply(tr)) } as unknown as EditorView
    const taken = typed.props.handleTextInput?.call(typed, view, from, to, letter, () => now.tr)
    if (!taken) now = now.apply(now.tr.insertText(letter))
  }
  return now
}

const none = { command: () => () => false } as unknown as TablesLater
const keys = keysOf({ askLink: () => undefined, leave: () => undefined, tables: none })
const press = (state: EditorState, key: string) => after(state, keys[key] as Command)

describe('a tool turns what is chosen, and turns it back', () => {
  const plain = stateOf([p('бір'), p('екі')])
  it.each<[string, Command, string]>([
    ['bold', turnMark('bold'), 'doc(paragraph(bold("бір")), paragraph(bold("екі")))'],
    ['heading', turnHeading(2), 'doc(heading("бір"), heading("екі"))'],
    ['bullets', turnBullets, 'doc(bulletList(listItem(paragraph("бір")), listItem(paragraph("екі"))))'],
    ['numbers', turnNumbers, 'doc(orderedList(listItem(paragraph("бір")), listItem(paragraph("екі"))))'],
    ['quote', turnQuote, 'doc(blockquote(paragraph("бір"), paragraph("екі")))'],
    ['code', turnCode, 'doc(codeBlock("бір"), codeBlock("екі"))'],
  ])('%s', (_, command, expected) => {
    const turned = after(plain, command)
    expect(told(turned)).toBe(expected)
    expect(told(after(turned, command))).toBe(told(plain))
  })

  it('gives a mark to all, where only some have it', () => {
    const half = after(stateOf([p('бір екі')], 1, 4), turnMark('bold'))
    const all = half.apply(half.tr.setSelection(TextSelection.create(half.doc, 1, 8)))
    expect(told(after(all, turnMark('bold')))).toBe('doc(paragraph(bold("бір екі")))')
  })

  it('makes one list of the other kind, and joins its neighbours', () => {
    const numbers = after(stateOf([bulletList.create(null, [li(p('а')), li(p('б'))])], 3), turnNumbers)
    expect(told(numbers)).toBe('doc(orderedList(listItem(paragraph("а")), listItem(paragraph("б"))))')
    const beside = stateOf([bulletList.create(null, [li(p('а'))]), p('б')], 8)
    expect(told(after(beside, turnBullets))).toBe('doc(bulletList(listItem(paragraph("а")), listItem(paragraph("б"))))')
  })

  it('makes a heading of a list, and a list of a heading', () => {
    const list = stateOf([bulletList.create(null, [li(p('а')), li(p('б'))])])
    expect(told(after(list, turnHeading(3)))).toBe('doc(heading("а"), heading("б"))')
    const headings = stateOf([heading.create({ level: 2 }, schema.text('а'))])
    expect(told(after(headings, turnBullets))).toBe('doc(bulletList(listItem(paragraph("а"))))')
  })

  it('knows a heading of this level from another', () => {
    const state = stateOf([heading.create({ level: 3 }, schema.text('а'))], 1)
    expect(isThere(state, 'heading', { level: 3 })).toBe(true)
    expect(isThere(state, 'heading', { level: 2 })).toBe(false)
  })
})

describe('a link', () => {
  const href = 'https://sheber.kz'
  it('is the address itself where nothing is chosen', () => {
    expect(told(after(stateOf([p('а')], 2), putLink(href)))).toBe(`doc(paragraph("а", link("${href}")))`)
  })
  it('is changed and taken away as a whole, wherever in it the caret stands', () => {
    const linked = after(stateOf([p('бір екі үш')], 5, 8), putLink(href))
    const caret = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 6)))
    expect(isThere(caret, 'link')).toBe(true)
    const changed = after(caret, putLink('https://kostanay.kz'))
    expect(changed.doc.nodeAt(5)?.marks[0]?.attrs).toEqual({ href: 'https://kostanay.kz' })
    expect(told(changed)).toBe('doc(paragraph("бір ", link("екі"), " үш"))')
    expect(told(after(caret, dropLink))).toBe('doc(paragraph("бір екі үш"))')
  })
})

describe('blocks', () => {
  it('take the place of an empty paragraph, and part one with words', () => {
    expect(told(after(stateOf([p()], 1), putBlock(schema.nodes.formula, { tex: 'x' })))).toBe('doc(formula, paragraph)')
    expect(told(after(stateOf([p('абв')], 2), putBlock(schema.nodes.formula, { tex: 'x' })))).toBe(
      'doc(paragraph("а"), formula, paragraph("бв"))',
    )
  })
  it('are changed where they are chosen', () => {
    const state = stateOf([p('а'), schema.nodes.formula.create({ tex: 'x' })], 1)
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 3)))
    expect(after(chosen, putBlock(schema.nodes.formula, { tex: 'y' })).doc.lastChild?.attrs).toEqual({ tex: 'y' })
  })
  it('a table begins with its first cell; behind the last there is a new row', () => {
    const state = after(stateOf([p()], 1), putTable(2, 2))
    expect(state.selection.$from.node(-1).type.name).toBe('tableHeader')
    expect(state.doc.firstChild?.childCount).toBe(2)
    let now = state
    const view = {
      get state() {
        return now
      },
    } as unknown as EditorView
    for (let i = 0; i < 4; i += 1) nextCell(1)(now, (tr) => (now = now.apply(tr)), view)
    expect(now.doc.firstChild?.childCount).toBe(3)
    expect(now.selection.$from.node(-1).type.name).toBe('tableCell')
  })
  it('the place kept for tables is where they look for it', () => {
    expect(tableEditingKey).toMatchObject({ key: tableKey })
  })
})

describe('keys', () => {
  it('Enter parts an item, and leaves the list from an empty one', () => {
    const list = stateOf([bulletList.create(null, [li(p('аб'))])], 5)
    const parted = press(list, 'Enter')
    expect(told(parted)).toBe('doc(bulletList(listItem(paragraph("аб")), listItem(paragraph)))')
    expect(told(press(parted, 'Enter'))).toBe('doc(bulletList(listItem(paragraph("аб"))), paragraph)')
  })
  it('Tab puts an item below the one above it, Shift+Tab back', () => {
    const list = stateOf([orderedList.create(null, [li(p('а')), li(p('б'))])], 8)
    const deeper = press(list, 'Tab')
    expect(told(deeper)).toBe('doc(orderedList(listItem(paragraph("а"), orderedList(listItem(paragraph("б"))))))')
    expect(told(press(deeper, 'Shift-Tab'))).toBe(told(list))
  })
  it('a third empty line leaves the code, and Arrow Down its end', () => {
    const code = stateOf([codeBlock.create(null, schema.text('x\n\n'))], 4)
    expect(told(press(code, 'Enter'))).toBe('doc(codeBlock("x"), paragraph)')
    expect(told(press(code, 'ArrowDown'))).toBe('doc(codeBlock("x\\n\\n"), paragraph)')
  })
  it('Backspace makes an empty heading a paragraph', () => {
    expect(told(press(stateOf([p('а'), heading.create()], 4), 'Backspace'))).toBe('doc(paragraph("а"), paragraph)')
  })
  it('Shift+Enter begins a line, whose marks go on', () => {
    const bold = after(stateOf([p('аб')]), turnMark('bold'))
    const end = bold.apply(bold.tr.setSelection(TextSelection.create(bold.doc, 3)))
    expect(told(type(after(end, breakLine), 'в'))).toBe('doc(paragraph(bold("аб"), bold(hardBreak), bold("в")))')
  })
})

describe('Markdown', () => {
  it.each([
    ['# а', 'doc(paragraph("# а"))'],
    ['## а', 'doc(heading("а"))'],
    ['- а', 'doc(bulletList(listItem(paragraph("а"))))'],
    ['1. а', 'doc(orderedList(listItem(paragraph("а"))))'],
    ['> а', 'doc(blockquote(paragraph("а")))'],
    ['```js x', 'doc(codeBlock("x"))'],
    ['---', 'doc(horizontalRule, paragraph)'],
    ['а **бв** г', 'doc(paragraph("а ", bold("бв"), " г"))'],
    ['*а*', 'doc(paragraph(italic("а")))'],
    ['~~а~~', 'doc(paragraph(strike("а")))'],
    ['`а`', 'doc(paragraph(code("а")))'],
    ['2*3*4', 'doc(paragraph("2*3*4"))'],
  ])('typed: %s', (words, expected) => {
    expect(told(type(stateOf([p()], 1), words))).toBe(expected)
  })

  it('pasted: the same, but not in code', () => {
    const slice = pasted(new Slice(Fragment.from([p('а **бв** г *д*'), codeBlock.create(null, schema.text('**x**'))]), 0, 0))
    expect(slice.content.toString()).toBe('<paragraph("а ", bold("бв"), " г ", italic("д")), codeBlock("**x**")>')
  })
})
