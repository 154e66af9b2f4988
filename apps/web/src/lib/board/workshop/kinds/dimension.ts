import { around, distance, distanceToLine, middle, type Point } from '../../core/geometry.ts'
import type { Around, Item, Kind } from '../../core/kind.ts'
import { breakLines } from '../../core/lines.ts'
import { inkOf } from '../../core/look.ts'
import { acrossOf, aside, measuredOf, offsetOf, type Dimension } from '../../core/measure.ts'
import { readablePx } from '../../core/kinds/words.ts'
import { pathOf, type Path } from '../../core/surface.ts'
import { measuredWords } from '../length.ts'
import { tip } from '../symbol.ts'

const wordSize = 15
const beyond = 6

interface Made {
  /** What is measured. */
  readonly from: Point
  readonly to: Point
  /** Where the line with the arrows runs. */
  readonly a: Point
  readonly b: Point
  readonly lines: Path
  readonly tips: Path
}

const r = (n: number) => Math.round(n * 10) / 10
const piece = (a: Point, b: Point) => `M${r(a.x)} ${r(a.y)}L${r(b.x)} ${r(b.y)}`

const madeOf = (item: Item<Dimension>, around_: Around): Made => {
  const known = item.made as Made | null
  if (known) return known
  const [from, to] = measuredOf(item, around_)
  const across = acrossOf(from, to)
  const offset = offsetOf(item)
  const [a, b] = [aside(from, across, offset), aside(to, across, offset)]
  const reach = offset + Math.sign(offset || 1) * beyond
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const size = Math.min(11, distance(from, to) / 2)
  const made = {
    from,
    to,
    a,
    b,
    lines: pathOf(piece(a, b) + piece(from, aside(from, across, reach)) + piece(to, aside(to, across, reach))),
    tips: pathOf(tip(r(a.x), r(a.y), degrees + 180, size) + tip(r(b.x), r(b.y), degrees, size)),
  }
  item.made = made
  return made
}

/** What it measures, in words. */
const measured = (item: Item<Dimension>, { from, to }: Made, around_: Around) =>
  measuredWords(item.thing, [from, to], around_, typeof document === 'undefined' ? 'en' : document.documentElement.lang)

export const dimension: Kind<Dimension> = {
  resize: 'none',
  least: 1,
  bleed: ({ thing }) => thing.width + wordSize * 3,
  layout: ({ thing }, measure) => ({
    size: wordSize,
    lines: thing.text ? breakLines(thing.text, Infinity, measure).slice(0, 1) : [],
    cut: false,
  }),
  settle: (item, around_) => {
    item.made = null
    const { from, to, a, b } = madeOf(item, around_)
    const box = around([from, to, a, b].map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? item
    item.x = box.x
    item.y = box.y
    item.w = Math.max(1, box.w)
    item.h = Math.max(1, box.h)
  },
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { thing } = item
    const made = madeOf(item, pen.around)
    const colour = inkOf(look, thing.ink)
    surface.stroke(made.lines, { colour, width: thing.width })
    surface.fill(made.tips, colour)
    if (pen.editing === item.id || wordSize * zoom < readablePx) return
    const { a, b } = made
    const words = measured(item, made, pen.around)
    const degrees = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
    // Read from below or from the right, as on every drawing.
    const turn = degrees > 90 || degrees <= -90 ? degrees + 180 : degrees
    const at = middle(a, b)
    const wide = pen.around.measure(words) * wordSize + 8
    surface.at(
      at.x,
      at.y,
      () => {
        if (wide > distance(a, b) - 24) {
          surface.text(words, 0, -5, { size: wordSize, colour, align: 'middle' })
          return
        }
        surface.rect(-wide / 2, -wordSize * 0.7, wide, wordSize * 1.4, look.paper)
        surface.text(words, 0, wordSize * 0.36, { size: wordSize, colour, align: 'middle' })
      },
      { turn },
    )
  },
  holds: (item, at, slack) => {
    const made = item.made as Made | null
    if (!made) return false
    const grip = slack + 4
    return (
      distanceToLine(at, made.a, made.b) <= grip + wordSize / 2 ||
      distanceToLine(at, made.from, made.a) <= grip ||
      distanceToLine(at, made.to, made.b) <= grip
    )
  },
  writing: (item, look) => {
    const made = item.made as Made | null
    const at = made ? middle(made.a, made.b) : item
    return {
      x: at.x - 60,
      y: at.y - wordSize * 0.65,
      w: 120,
      h: wordSize * 1.3,
      size: wordSize,
      align: 'middle',
      centred: false,
      colour: look.inks.ink,
      behind: look.paper,
    }
  },
}
