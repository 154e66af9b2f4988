import { decodeStroke, type Stroke } from '@sheber/document/ink'
import type { ThingOf } from '@sheber/document/thing'
import { distanceToLine, type Point } from '../geometry.ts'
import type { Item, Kind } from '../kind.ts'
import { inkOf } from '../look.ts'
import { pathOf, type Path } from '../surface.ts'

type Ink = ThingOf<'ink'>

interface Made {
  readonly stroke: Stroke
  readonly path: Path
}

const r = (n: number) => Math.round(n * 100) / 100

/** A line through the middles between the points, bent by the points themselves: smooth without overshooting. */
export const smooth = (points: readonly Point[], sx = 1, sy = 1): string => {
  const [first] = points
  if (!first) return ''
  if (points.length === 1) return `M${r(first.x * sx)} ${r(first.y * sy)}l0.01 0`
  let d = `M${r(first.x * sx)} ${r(first.y * sy)}`
  for (let i = 1; i < points.length - 1; i++) {
    const [at, next] = [points[i] as Point, points[i + 1] as Point]
    d += `Q${r(at.x * sx)} ${r(at.y * sy)} ${r(((at.x + next.x) / 2) * sx)} ${r(((at.y + next.y) / 2) * sy)}`
  }
  const last = points.at(-1) as Point
  return `${d}L${r(last.x * sx)} ${r(last.y * sy)}`
}

const madeOf = (item: Item<Ink>): Made => {
  const known = item.made as Made | null
  if (known) return known
  const stroke = decodeStroke(item.thing.points)
  const made = { stroke, path: pathOf(smooth(stroke.points, item.w / stroke.w, item.h / stroke.h)) }
  item.made = made
  return made
}

export const ink: Kind<Ink> = {
  resize: 'ratio',
  least: 4,
  bleed: ({ thing }) => thing.width,
  paint: (item, pen) => {
    const { thing } = item
    const { path } = madeOf(item)
    pen.surface.at(item.x, item.y, () => {
      if (thing.brush === 'highlighter') pen.surface.veil(0.4)
      pen.surface.stroke(path, { colour: inkOf(pen.look, thing.ink), width: thing.width, cap: 'round' })
      if (thing.brush === 'highlighter') pen.surface.veil(1)
    })
  },
  holds: (item, at, slack) => {
    const { stroke } = madeOf(item)
    const [sx, sy] = [item.w / stroke.w, item.h / stroke.h]
    const grip = slack + item.thing.width / 2
    let before: Point | null = null
    for (const point of stroke.points) {
      const here = { x: item.x + point.x * sx, y: item.y + point.y * sy }
      if (distanceToLine(at, before ?? here, here) <= grip) return true
      before = here
    }
    return false
  },
}
