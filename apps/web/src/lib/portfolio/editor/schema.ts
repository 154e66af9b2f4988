import { isSafeHref } from '@sheber/document/body'
import { Schema, type Attrs, type MarkSpec, type NodeSpec } from 'prosemirror-model'
import { pictureUrl } from '../picture.ts'

/** What a record's words may be. Names and attributes are those that `document/body` reads, and every text ever written has. */

const said = (value: unknown): string => (typeof value === 'string' ? value : '')
const elementOf = (node: HTMLElement | string) => node as HTMLElement

/** Spans of a pasted cell; wider than this is a joker's. */
const spanMax = 20
const spanOf = (cell: HTMLElement, name: 'colspan' | 'rowspan') => {
  const span = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, spanMax) : 1
}

const cell = (tag: 'td' | 'th'): NodeSpec => ({
  content: 'block+',
  tableRole: tag === 'th' ? 'header_cell' : 'cell',
  isolating: true,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  parseDOM: [{ tag, getAttrs: (node) => ({ colspan: spanOf(elementOf(node), 'colspan'), rowspan: spanOf(elementOf(node), 'rowspan') }) }],
  toDOM: ({ attrs: { colspan, rowspan } }) => [
    tag,
    { ...(colspan !== 1 && { colspan: String(colspan) }), ...(rowspan !== 1 && { rowspan: String(rowspan) }) },
    0,
  ],
})

const languageOf = (node: HTMLElement): Attrs => ({
  language: /(?:^|\s)language-(\S+)/.exec(node.firstElementChild?.className ?? '')?.[1] ?? null,
})

/** The first of the blocks is what an empty text begins with. */
const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  text: { group: 'inline' },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    // The title of the record is above them.
    attrs: { level: { default: 2 } },
    parseDOM: [1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(2, level) } })),
    toDOM: ({ attrs: { level } }) => [level === 3 ? 'h3' : 'h2', 0],
  },
  bulletList: { content: 'listItem+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  orderedList: {
    content: 'listItem+',
    group: 'block',
    attrs: { start: { default: 1 }, type: { default: null } },
    parseDOM: [{ tag: 'ol', getAttrs: (node) => ({ start: Number.parseInt(elementOf(node).getAttribute('start') ?? '') || 1 }) }],
    toDOM: ({ attrs: { start } }) => ['ol', start === 1 ? {} : { start: String(start) }, 0],
  },
  listItem: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: { default: null } },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: (node) => languageOf(elementOf(node)) }],
    toDOM: ({ attrs: { language } }) => ['pre', ['code', said(language) ? { class: `language-${said(language)}` } : {}, 0]],
  },
  table: {
    content: 'tableRow+',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['div', { class: 'tableWrapper' }, ['table', ['tbody', 0]]],
  },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  tableHeader: cell('th'),
  tableCell: cell('td'),
  // Of the portfolio's own shelf: nothing is fetched from elsewhere, so a pasted <img> is none.
  picture: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { fileId: { default: '' }, alt: { default: '' }, caption: { default: '' } },
    parseDOM: [
      {
        tag: 'figure[data-picture]',
        getAttrs: (node) => ({
          fileId: elementOf(node).dataset['picture'] ?? '',
          alt: elementOf(node).querySelector('img')?.alt ?? '',
          caption: elementOf(node).querySelector('figcaption')?.textContent ?? '',
        }),
      },
    ],
    toDOM: ({ attrs }) => {
      const caption = said(attrs['caption'])
      const image = ['img', { src: pictureUrl(said(attrs['fileId'])), alt: said(attrs['alt']) }] as const
      return ['figure', { 'data-picture': said(attrs['fileId']) }, image, ...(caption ? [['figcaption', {}, caption] as const] : [])]
    },
  },
  formula: {
    group: 'block',
    atom: true,
    draggable: true,
    attrs: { tex: { default: '' } },
    parseDOM: [{ tag: 'div[data-tex]', getAttrs: (node) => ({ tex: elementOf(node).dataset['tex'] ?? '' }) }],
    toDOM: ({ attrs }) => ['div', { 'data-tex': said(attrs['tex']), class: 'formula' }, said(attrs['tex'])],
  },
  horizontalRule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
    leafText: () => '\n',
  },
} satisfies Record<string, NodeSpec>

const weight = /^(bold(er)?|[6-9]\d{2})$/

const marks = {
  link: {
    attrs: { href: { default: null } },
    // What is written behind a link does not belong to it.
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (node) => {
          const href = elementOf(node).getAttribute('href') ?? ''
          return isSafeHref(href) ? { href } : false
        },
      },
    ],
    toDOM: ({ attrs }) => {
      const href = said(attrs['href'])
      return ['a', { ...(isSafeHref(href) && { href }), rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
    },
  },
  bold: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps all that is copied from it in a <b> which is none.
      { tag: 'b', getAttrs: (node) => (elementOf(node).style.fontWeight === 'normal' ? false : null) },
      { style: 'font-weight=400', clearMark: ({ type }) => type.name === 'bold' },
      { style: 'font-weight', getAttrs: (value) => (weight.test(value) ? null : false) },
    ],
    toDOM: () => ['strong', 0],
  },
  italic: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i', getAttrs: (node) => (elementOf(node).style.fontStyle === 'normal' ? false : null) },
      { style: 'font-style=normal', clearMark: ({ type }) => type.name === 'italic' },
      { style: 'font-style=italic' },
    ],
    toDOM: () => ['em', 0],
  },
  strike: {
    parseDOM: [
      ...['s', 'del', 'strike'].map((tag) => ({ tag })),
      { style: 'text-decoration', getAttrs: (value: string) => (value.includes('line-through') ? null : false) },
    ],
    toDOM: () => ['s', 0],
  },
  code: { excludes: '_', code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
} satisfies Record<string, MarkSpec>

export const schema = new Schema({ nodes, marks })

export type MarkName = keyof typeof marks
export type NodeName = keyof typeof nodes
