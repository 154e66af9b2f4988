import type { ThingOf } from '@sheber/document/thing'
import type { Item, Kind } from '../../core/kind.ts'
import { placeholder } from '../../core/kinds/placeholder.ts'
import { paintWords, readablePx } from '../../core/kinds/words.ts'
import { breakLines, fitBox } from '../../core/lines.ts'
import { inkOf } from '../../core/look.ts'
import { pathOf, type Path } from '../../core/surface.ts'
import type { Sign } from '../symbol.ts'
import { symbolOf } from '../symbols.ts'

type Symbol_ = ThingOf<'symbol'>

const wordSize = 14
const wordHigh = 20

interface Paths {
  readonly lines: Path
  readonly solid: Path | null
  readonly open: Path | null
}

const known = new WeakMap<Sign, Paths>()

const pathsOf = (sign: Sign): Paths => {
  const found = known.get(sign)
  if (found) return found
  const made = {
    lines: pathOf(sign.d),
    solid: sign.solid ? pathOf(sign.solid) : null,
    open: sign.open ? pathOf(sign.open) : null,
  }
  known.set(sign, made)
  return made
}

const room = ({ x, y, w, h }: Item<Symbol_>) => ({ x: x + w * 0.15, y: y + h * 0.15, w: w * 0.7, h: h * 0.7 })

/** Half the height that it takes up as it stands now, turned by quarters. */
const halfHigh = ({ w, h, turn }: Item<Symbol_>) => (Math.round(turn / 90) % 2 === 0 ? h : w) / 2

export const symbol: Kind<Symbol_> = {
  resize: 'ratio',
  least: 16,
  bleed: ({ thing, w, h }) =>
    symbolOf(thing.symbol)?.inside
      ? thing.width
      : Math.max(
          12,
          thing.text || thing.value ? wordHigh + 6 : 0,
          (Math.max(thing.text.length, thing.value.length) * wordSize * 0.65 - Math.min(w, h)) / 2,
        ),
  layout: (item, measure) => {
    const { thing } = item
    if (symbolOf(thing.symbol)?.inside) return fitBox(thing.text, item.w * 0.7, item.h * 0.7, Math.min(18, item.h * 0.25), measure)
    return { size: wordSize, lines: breakLines(thing.text.split('\n')[0] ?? '', Infinity, measure).slice(0, 1), cut: false }
  },
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    const sign = symbolOf(thing.symbol)
    if (!sign) return placeholder.paint(item, pen)
    const { lines, solid, open } = pathsOf(sign)
    const colour = inkOf(look, thing.ink)
    const [sx, sy] = [w / sign.w, h / sign.h]
    surface.at(
      x,
      y,
      () => {
        if (open) surface.fill(open, look.surface)
        surface.stroke(lines, { colour, width: thing.width / Math.max(0.05, sx), cap: 'round' })
        if (solid) surface.fill(solid, colour)
      },
      { sx, sy },
    )
    const middle = { x: x + w / 2, y: y + h / 2 }
    for (const [text, lx, ly, size] of sign.letters) {
      if (size * sx * zoom < readablePx) continue
      // A letter stays upright however its sign is turned.
      surface.at(
        x + lx * sx,
        y + (ly - size * 0.36) * sy,
        () => surface.text(text, 0, size * sx * 0.36, { size: size * sx, colour, align: 'middle' }),
        {
          turn: -item.turn,
        },
      )
    }
    if (sign.inside) {
      paintWords(item, pen.layoutOf(item), room(item), { align: 'middle', colour: look.inks.ink, centred: true }, pen)
      return
    }
    if (wordSize * zoom < readablePx) return
    const reach = halfHigh(item)
    const [line] = pen.layoutOf(item).lines
    surface.at(
      middle.x,
      middle.y,
      () => {
        const letters = { size: wordSize, colour: look.inks.ink, align: 'middle' } as const
        if (line && pen.editing !== item.id) surface.text(line, 0, -reach - 7, { ...letters, bold: true })
        if (thing.value) surface.text(thing.value, 0, reach + wordSize + 3, letters)
      },
      { turn: -item.turn },
    )
  },
  ports: ({ thing }) => symbolOf(thing.symbol)?.ports ?? [],
  writing: (item, look, { size }) => {
    if (symbolOf(item.thing.symbol)?.inside) {
      return { ...room(item), size, align: 'middle', centred: true, colour: look.inks.ink, behind: null }
    }
    const wide = Math.max(100, item.w)
    return {
      x: item.x + (item.w - wide) / 2,
      y: item.y - wordHigh - 3,
      w: wide,
      h: wordHigh,
      size: wordSize,
      align: 'middle',
      centred: false,
      colour: look.inks.ink,
      behind: look.paper,
    }
  },
}
