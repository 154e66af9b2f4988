import type { Language, ThingOf } from '@sheber/document/thing'
import type { Item, Kind } from '../../core/kind.ts'
import { readablePx } from '../../core/kinds/words.ts'
import { lineHeight } from '../../core/lines.ts'
import type { Look } from '../../core/look.ts'
import { readCode, type Token, type TokenKind } from '../tokens.ts'

type Code = ThingOf<'code'>

const head = 1.9
const gutter = 3.4
const pad = 0.8
/** A letter of the code face is nearly as wide as this part of its size, whatever the font. */
const wide = 0.61

const names: Readonly<Record<Language, string>> = { arduino: 'Arduino · C++', python: 'Python', javascript: 'JavaScript', plain: 'TXT' }

const kinds: readonly TokenKind[] = ['plain', 'keyword', 'name', 'number', 'quote', 'remark']

const colourOf = ({ inks }: Look): Readonly<Record<TokenKind, string>> => ({
  plain: inks.ink,
  keyword: inks.blue,
  name: inks.violet,
  number: inks.orange,
  quote: inks.green,
  remark: inks.grey,
})

const linesOf = (item: Item<Code>): Token[][] => {
  const made = (item.made as Token[][] | null) ?? readCode(item.thing.text.replaceAll('\t', '  '), item.thing.language)
  item.made = made
  return made
}

/** The tokens of one kind at their places, with blanks for the others: every font of equal widths then keeps them in line. */
const only = (tokens: readonly Token[], kind: TokenKind, most: number) => {
  let line = ''
  for (const token of tokens) line += token.kind === kind ? token.text : ' '.repeat(token.text.length)
  return line.slice(0, most).trimEnd().replaceAll(' ', ' ')
}

export const code: Kind<Code> = {
  resize: 'width',
  least: 80,
  settle: (item) => {
    item.h = (linesOf(item).length * lineHeight + head + 2 * pad) * item.thing.size
  },
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    const { size } = thing
    surface.rect(x, y, w, h, look.surface)
    surface.rect(x, y, w, size * head, look.tints.grey)
    surface.box(x, y, w, h, { colour: look.edge, width: 1 })
    const reads = size * zoom >= readablePx
    if (reads)
      surface.text(names[thing.language], x + size * pad, y + size * 1.3, {
        size: size * 0.85,
        colour: look.inks.ink,
        bold: true,
        most: w - size,
      })
    if (pen.editing === item.id) return
    const colours = colourOf(look)
    const leading = size * lineHeight
    const most = Math.max(0, Math.floor((w - (gutter + pad) * size) / (wide * size)))
    const left = x + gutter * size
    let base = y + (head + pad) * size + size
    for (const [i, tokens] of linesOf(item).entries()) {
      if (!reads) {
        surface.veil(0.3)
        const length = Math.min(
          most,
          tokens.reduce((sum, { text }) => sum + text.length, 0),
        )
        surface.rect(left, base - size * 0.6, length * size * wide, size * 0.5, look.quiet)
        surface.veil(1)
      } else {
        surface.text(String(i + 1), left - size * 0.9, base, { size: size * 0.85, colour: look.inks.grey, align: 'right', face: 'code' })
        for (const kind of kinds) {
          const line = only(tokens, kind, most)
          if (line.trim())
            surface.text(line, left, base, { size, colour: colours[kind], face: 'code', ...(kind === 'keyword' && { bold: true }) })
        }
        const isCut = tokens.reduce((sum, { text }) => sum + text.length, 0) > most
        if (isCut) surface.text('…', x + w - size * pad, base, { size, colour: look.quiet, align: 'right' })
      }
      base += leading
    }
  },
  writing: ({ x, y, w, h, thing: { size } }, look) => ({
    x: x + gutter * size,
    y: y + (head + pad) * size,
    w: w - (gutter + pad) * size,
    h: Math.max(size * lineHeight * 2, h - (head + pad) * size),
    size,
    align: 'left',
    centred: false,
    colour: look.inks.ink,
    behind: look.surface,
    face: 'code',
  }),
}
