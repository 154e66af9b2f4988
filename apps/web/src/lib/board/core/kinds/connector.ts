import type { Connector, Head } from '@sheber/document/thing'
import { layWay, type Way } from '../connect.ts'
import { around, distanceToLine, grown, type Point, type Rect } from '../geometry.ts'
import type { Around, Item, Kind } from '../kind.ts'
import { breakLines, lineHeight } from '../lines.ts'
import { inkOf } from '../look.ts'
import { pathOf, type Path, type Surface } from '../surface.ts'
import { lineOf } from './shape.ts'
import { paintWords } from './words.ts'

interface Made {
  readonly way: Way
  readonly path: Path
}

const labelSize = 15
const labelWide = 180

const r = (n: number) => Math.round(n * 10) / 10

const drawn = ({ points, curved }: Way): string => {
  const [first, ...rest] = points
  if (!first) return ''
  const start = `M${r(first.x)} ${r(first.y)}`
  if (curved && rest.length === 3) return `${start}C${rest.map(({ x, y }) => `${r(x)} ${r(y)}`).join(' ')}`
  return start + rest.map(({ x, y }) => `L${r(x)} ${r(y)}`).join('')
}

/** Where the connector goes at this moment; worked out when it is settled. */
export const wayOf = (item: Item<Connector>, around: Around): Way => madeOf(item, around).way

/** What may stand in the way of an elbow at rest; null of all else. */
export const waryOf = (item: Item): Way['wary'] => (item.thing.kind === 'connector' ? ((item.made as Made | null)?.way.wary ?? null) : null)

const layAnew = (item: Item<Connector>, around: Around): Made => {
  const laid = item.ends ? { ...item.thing, ...item.ends } : item.thing
  const way = layWay(
    laid,
    around,
    (within) => around.still(item, within),
    () => around.again(item),
  )
  const known = item.made as Made | null
  const d = drawn(way)
  // What it holds was changed but not moved: the path is understood already.
  const made = { way, path: known?.path.d === d ? known.path : pathOf(d) }
  item.made = made
  return made
}

const madeOf = (item: Item<Connector>, around: Around): Made => (item.made as Made | null) ?? layAnew(item, around)

const headSize = (width: number) => 7 + width * 2.5

const paintHead = (surface: Surface, head: Head, tip: Point, from: Point, colour: string, width: number) => {
  if (head === 'none') return
  const size = headSize(width)
  const turn = (Math.atan2(tip.y - from.y, tip.x - from.x) * 180) / Math.PI
  const half = r(size * 0.45)
  const line = { colour, width, cap: 'round' } as const
  surface.at(
    tip.x,
    tip.y,
    () => {
      if (head === 'arrow') surface.stroke(pathOf(`M${-size} ${-half}L0 0L${-size} ${half}`), line)
      if (head === 'triangle') surface.fill(pathOf(`M${-size} ${-half}L0 0L${-size} ${half}Z`), colour)
      if (head === 'diamond') surface.fill(pathOf(`M${-size} 0L${-size / 2} ${-half}L0 0L${-size / 2} ${half}Z`), colour)
      if (head === 'bar') surface.stroke(pathOf(`M0 ${-half}L0 ${half}`), line)
      if (head === 'dot') surface.fill(pathOf(`M${-half} 0A${half} ${half} 0 1 1 ${half} 0A${half} ${half} 0 1 1 ${-half} 0Z`), colour)
    },
    { turn },
  )
}

/** Someone let go of it there, or what it held is gone: a ring says that the end hangs loose. */
const paintLoose = (surface: Surface, at: Point, colour: string, paper: string) => {
  const ring = pathOf('M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z')
  surface.at(at.x, at.y, () => {
    surface.fill(ring, paper)
    surface.stroke(ring, { colour, width: 1.5, dash: [2, 2] })
  })
}

const labelBox = (item: Item<Connector>, way: Way): Rect => {
  const lines = Math.max(1, item.layout?.lines.length ?? 1)
  const h = lines * labelSize * lineHeight
  return { x: way.middle.x - labelWide / 2, y: way.middle.y - h / 2, w: labelWide, h }
}

export const connector: Kind<Connector> = {
  resize: 'none',
  least: 1,
  bleed: ({ thing }) => Math.max(headSize(thing.width) + thing.width, thing.text ? labelWide / 2 : 0),
  layout: ({ thing }, measure) => ({
    size: labelSize,
    lines: thing.text ? breakLines(thing.text, labelWide / labelSize, measure) : [],
    cut: false,
  }),
  settle: (item, around_) => {
    const { way } = layAnew(item, around_)
    const { points } = way
    const box = around(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? item
    item.x = box.x
    item.y = box.y
    item.w = Math.max(1, box.w)
    item.h = Math.max(1, box.h)
  },
  paint: (item, pen) => {
    const { surface, look } = pen
    const { thing } = item
    const { way, path } = madeOf(item, pen.around)
    const colour = inkOf(look, thing.ink)
    surface.stroke(path, lineOf(colour, thing.width, thing.dash))
    const { points } = way
    const [first, second] = points
    const [last, lastBut] = [points.at(-1), points.at(-2)]
    if (first && second) paintHead(surface, thing.tail, first, second, colour, thing.width)
    if (last && lastBut) paintHead(surface, thing.head, last, lastBut, colour, thing.width)
    if (way.looseA && first) paintLoose(surface, first, look.inks.red, look.paper)
    if (way.looseB && last) paintLoose(surface, last, look.inks.red, look.paper)
    if (!thing.text || pen.editing === item.id) return
    const layout = pen.layoutOf(item)
    const box = labelBox(item, way)
    const wide = Math.max(...layout.lines.map((line) => pen.around.measure(line))) * layout.size + 8
    surface.rect(way.middle.x - wide / 2, box.y, wide, box.h, look.paper)
    paintWords(item, layout, box, { align: 'middle', colour: look.inks.ink }, pen)
  },
  holds: (item, at, slack) => {
    const made = item.made as Made | null
    if (!made) return false
    const { way } = made
    const grip = slack + item.thing.width / 2
    if (item.thing.text && holdsLabel(grown(labelBox(item, way), slack), at)) return true
    return way.hull.some((point, i) => i > 0 && distanceToLine(at, way.hull[i - 1] as Point, point) <= grip)
  },
  writing: (item, look) => {
    const made = item.made as Made | null
    const box = made ? labelBox(item, made.way) : item
    return {
      x: box.x,
      y: box.y,
      w: box.w,
      h: box.h,
      size: labelSize,
      align: 'middle',
      centred: true,
      colour: look.inks.ink,
      behind: look.paper,
    }
  },
}

const holdsLabel = (box: Rect, at: Point) => at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h
