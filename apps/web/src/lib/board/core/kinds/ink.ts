import type { Paint } from '@sheber/document/colour'
import { decodeStroke, type Stroke } from '@sheber/document/ink'
import type { ThingOf } from '@sheber/document/thing'
import { distanceToLine, type Point } from '../geometry.ts'
import type { Item, Kind } from '../kind.ts'
import { inkOf, type Look } from '../look.ts'
import { isEven, ribbon, smooth } from '../ribbon.ts'
import { pathOf, type Path } from '../surface.ts'

type Ink = ThingOf<'ink'>

interface Made {
  readonly stroke: Stroke
  readonly path: Path
  /** The path is an outline to be filled: the hand pressed now more, now less. */
  readonly filled: boolean
}

const madeOf = (item: Item<Ink>): Made => {
  const known = item.made as Made | null
  if (known) return known
  const { thing } = item
  const stroke = decodeStroke(thing.points)
  const [sx, sy] = [item.w / stroke.w, item.h / stroke.h]
  // A marker's tip is as wide as it is, however one presses.
  const filled = thing.brush === 'pen' && !isEven(stroke.points)
  const made = { stroke, filled, path: pathOf(filled ? ribbon(stroke.points, thing.width, sx, sy) : smooth(stroke.points, sx, sy)) }
  item.made = made
  return made
}

/** A marker's ink lets what lies beneath be read: the colours of the notes do, those of a pen do not. */
const markerOf = (look: Look, ink: Paint): string | undefined => {
  const { fills, tints } = look
  const markers: Partial<Record<string, string>> = {
    yellow: fills.yellow,
    green: fills.green,
    blue: fills.blue,
    violet: fills.violet,
    red: fills.pink,
    orange: tints.orange,
    grey: tints.ink,
    ink: tints.ink,
  }
  return markers[ink]
}

/** Where its line goes in the world. */
export const pointsOf = (item: Item<Ink>): Point[] => {
  const { stroke } = madeOf(item)
  return stroke.points.map(({ x, y }) => ({ x: item.x + (x * item.w) / stroke.w, y: item.y + (y * item.h) / stroke.h }))
}

export const ink: Kind<Ink> = {
  resize: 'ratio',
  least: 4,
  bleed: ({ thing }) => thing.width,
  paint: (item, { surface, look, zoom }) => {
    const { thing } = item
    const { path, filled } = madeOf(item)
    const marker = thing.brush === 'highlighter'
    const colour = marker && !look.dark ? (markerOf(look, thing.ink) ?? inkOf(look, thing.ink)) : inkOf(look, thing.ink)
    surface.at(item.x, item.y, () => {
      if (marker) surface.veil(look.dark ? 0.45 : 0.9, look.dark ? 'screen' : 'multiply')
      // Never thinner than a hair on the screen: a word written small must still be seen to be there.
      if (filled && thing.width * zoom > 1.2) surface.fill(path, colour)
      else surface.stroke(path, { colour, width: Math.max(filled ? 0.7 / zoom : 0, thing.width), cap: 'round' })
      if (marker) surface.veil(1)
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
