import { encodeStroke, type StrokePoint } from '@sheber/document/ink'
import type { Brush, NewThing } from '@sheber/document/thing'
import type { Editor } from '../editor.ts'
import { around, distance, distanceToLine, type Point } from '../geometry.ts'
import { widening } from '../ribbon.ts'
import { simplified } from '../simplify.ts'
import type { Press, Tool } from '../tools.ts'

/** Even in the worst hand so many fit into one stroke of the document; the next begins where this one ends. */
const strokePointsMax = 2_500
/** A highlighter is as wide as a line of words. */
const broad = 5
/** What nobody sees, in screen pixels. */
const tolerancePx = 0.4
const paperMax = 1e6

const isOnPaper = ({ x, y }: Point) => Math.abs(x) < paperMax && Math.abs(y) < paperMax

export const strokesOf = (points: readonly StrokePoint[]): StrokePoint[][] => {
  const strokes: StrokePoint[][] = []
  for (let at = 0; at === 0 || at < points.length - 1; at += strokePointsMax - 1) strokes.push(points.slice(at, at + strokePointsMax))
  return strokes
}

/** A stroke in whole units: the box of a thing has no others, and the ink must not shift against it. */
export const boxed = (points: readonly StrokePoint[]) => {
  const box = around(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 1, h: 1 }
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)]
  const [w, h] = [Math.max(1, Math.ceil(box.x + box.w) - x), Math.max(1, Math.ceil(box.y + box.h) - y)]
  const own = points.map((point) => ({ x: point.x - x, y: point.y - y, pressure: point.pressure }))
  return { g: [x, y, w, h] as const, points: encodeStroke({ w, h, points: own }) }
}

/** How far a point lies from a piece of line that is as wide as its ends are pressed: beside it, or in what it is wider or thinner. */
const awayFrom = (width: number) => (at: StrokePoint, a: StrokePoint, b: StrokePoint) => {
  const [before, after] = [distance(a, at), distance(at, b)]
  const along = before + after === 0 ? 0 : before / (before + after)
  const expected = a.pressure + (b.pressure - a.pressure) * along
  return Math.max(distanceToLine(at, a, b), Math.abs(at.pressure - expected) * widening * width)
}

/** Draws while it is pressed, writes once when it is lifted. Always stays in hand: one letter takes several strokes. */
export const pen = (editor: Editor, brush: Brush): Tool => {
  let points: StrokePoint[] | null = null
  const look = () => {
    const { penInk, penWidth } = editor.next
    return { ink: penInk, width: brush === 'highlighter' ? penWidth * broad : penWidth, brush }
  }

  const draw = ({ path }: Press) => {
    if (!points || editor.may !== 'write') return
    points.push(...path.filter(({ world }) => isOnPaper(world)).map(({ world, pressure }) => ({ ...world, pressure })))
    editor.sketch({ draft: { kind: 'stroke', points: [...points], ...look() } })
  }

  const rest = () => {
    points = null
    editor.sketch({ draft: null })
  }

  return {
    down: (press) => {
      if (editor.may !== 'write') return
      editor.select([])
      points = []
      draw(press)
    },
    move: draw,
    up: (press) => {
      if (!points) return
      // Whatever is lifted presses no more: the line ends as wide as it was drawn.
      const last = points.at(-1)
      draw(last && press.pressure === 0 ? { ...press, path: [{ world: press.world, pressure: last.pressure }] } : press)
      const away = brush === 'pen' ? awayFrom(editor.next.penWidth) : distanceToLine
      const drawn = simplified(points, tolerancePx / editor.camera.zoom, away)
      rest()
      if (drawn.length === 0) return
      const { outside } = editor
      const things = strokesOf(drawn).map((part): NewThing => {
        const [by, at] = [outside.me, outside.now()]
        return { kind: 'ink', id: outside.newId(), ...boxed(part), ...look(), by, at }
      })
      editor.make(things)
    },
    cancel: rest,
  }
}
