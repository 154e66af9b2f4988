import type { Dash, Form, ThingOf } from '@sheber/document/thing'
import { rayToPolygon, type Point, type Rect } from '../geometry.ts'
import type { Item, Kind } from '../kind.ts'
import { fitBox } from '../lines.ts'
import { inkOf, tintOf } from '../look.ts'
import { pathOf, type Line, type Path } from '../surface.ts'
import { paintWords } from './words.ts'

type Shape = ThingOf<'shape'>

const polygon = (points: readonly (readonly [number, number])[]) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`

const round = (n: number) => Math.round(n * 100) / 100

/** Corners of a form within a box of w × h; null for those that are no polygon. */
const corners = (form: Form, w: number, h: number): [number, number][] | null => {
  switch (form) {
    case 'rectangle':
      return [
        [0, 0],
        [w, 0],
        [w, h],
        [0, h],
      ]
    case 'diamond':
      return [
        [w / 2, 0],
        [w, h / 2],
        [w / 2, h],
        [0, h / 2],
      ]
    case 'triangle':
      return [
        [w / 2, 0],
        [w, h],
        [0, h],
      ]
    case 'hexagon': {
      const inset = Math.min(w / 4, h / 2)
      return [
        [inset, 0],
        [w - inset, 0],
        [w, h / 2],
        [w - inset, h],
        [inset, h],
        [0, h / 2],
      ]
    }
    case 'parallelogram': {
      const lean = Math.min(w / 4, h / 2)
      return [
        [lean, 0],
        [w, 0],
        [w - lean, h],
        [0, h],
      ]
    }
    case 'callout': {
      const foot = h * 0.8
      return [
        [0, 0],
        [w, 0],
        [w, foot],
        [w * 0.4, foot],
        [w * 0.2, h],
        [w * 0.2, foot],
        [0, foot],
      ]
    }
    case 'block': {
      const neck = w - Math.min(h * 0.6, w * 0.5)
      return [
        [0, h * 0.22],
        [neck, h * 0.22],
        [neck, 0],
        [w, h / 2],
        [neck, h],
        [neck, h * 0.78],
        [0, h * 0.78],
      ]
    }
    default:
      return null
  }
}

const ellipse = (w: number, h: number) => `M0 ${h / 2}A${w / 2} ${h / 2} 0 1 1 ${w} ${h / 2}A${w / 2} ${h / 2} 0 1 1 0 ${h / 2}Z`

const outline = (form: Form, w: number, h: number): string => {
  const points = corners(form, round(w), round(h))
  if (points) return polygon(points)
  if (form === 'ellipse') return ellipse(round(w), round(h))
  if (form === 'cylinder') {
    const lid = round(Math.min(h * 0.16, w * 0.25))
    return `M0 ${lid}A${w / 2} ${lid} 0 1 1 ${w} ${lid}L${w} ${h - lid}A${w / 2} ${lid} 0 1 1 0 ${h - lid}Z`
  }
  const r = round(Math.min(16, w / 2, h / 2))
  return `M${r} 0L${w - r} 0A${r} ${r} 0 0 1 ${w} ${r}L${w} ${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}L${r} ${h}A${r} ${r} 0 0 1 0 ${h - r}L0 ${r}A${r} ${r} 0 0 1 ${r} 0Z`
}

/** The rim of a cylinder's lid that one sees. */
const lidOf = (w: number, h: number) => {
  const lid = round(Math.min(h * 0.16, w * 0.25))
  return `M0 ${lid}A${w / 2} ${lid} 0 0 0 ${w} ${lid}`
}

interface Made {
  readonly path: Path
  readonly lid: Path | null
}

const madeOf = (item: Item<Shape>): Made => {
  const { w, h, thing } = item
  const made = (item.made as Made | null) ?? {
    path: pathOf(outline(thing.form, w, h)),
    lid: thing.form === 'cylinder' ? pathOf(lidOf(w, h)) : null,
  }
  item.made = made
  return made
}

const dashOf = { solid: [], dashed: [4, 3], dotted: [0.01, 2] } satisfies Record<Dash, number[]>

export const lineOf = (colour: string, width: number, dash: Dash): Line => ({
  colour,
  width,
  cap: dash === 'solid' ? 'butt' : dash === 'dotted' ? 'round' : 'butt',
  ...(dash !== 'solid' && { dash: dashOf[dash].map((part) => part * Math.max(2, width)) }),
})

/** The part of a form in which words have room. */
const inside = ({ x, y, w, h, thing: { form } }: Item<Shape>): Rect => {
  const [left, top, right, bottom] =
    form === 'diamond' || form === 'triangle'
      ? form === 'diamond'
        ? [0.22, 0.22, 0.22, 0.22]
        : [0.22, 0.42, 0.22, 0.06]
      : form === 'ellipse'
        ? [0.15, 0.15, 0.15, 0.15]
        : form === 'hexagon' || form === 'parallelogram'
          ? [0.15, 0.06, 0.15, 0.06]
          : form === 'cylinder'
            ? [0.06, 0.3, 0.06, 0.1]
            : form === 'callout'
              ? [0.06, 0.06, 0.06, 0.24]
              : form === 'block'
                ? [0.04, 0.24, 0.2, 0.24]
                : [0.05, 0.06, 0.05, 0.06]
  return { x: x + w * left, y: y + h * top, w: w * (1 - left - right), h: h * (1 - top - bottom) }
}

/** What the words on a surface are written in: on a colour from outside, whichever of the two is easier to read. */
const letterColour = (thing: Shape, ink: string, dark: string) => (thing.fill.startsWith('#') ? dark : ink)

export const shape: Kind<Shape> = {
  resize: 'free',
  least: 8,
  bleed: ({ thing }) => thing.width / 2 + 1,
  layout: (item, measure) => {
    const { w, h } = inside(item)
    return fitBox(item.thing.text, w, h, item.thing.size, measure)
  },
  paint: (item, pen) => {
    const { surface, look } = pen
    const { thing, x, y } = item
    const made = madeOf(item)
    const fill = tintOf(look, thing.fill)
    const ink = inkOf(look, thing.ink)
    surface.at(x, y, () => {
      if (fill) surface.fill(made.path, fill)
      const line = lineOf(ink, thing.width, thing.dash)
      surface.stroke(made.path, line)
      if (made.lid) surface.stroke(made.lid, line)
    })
    if (!thing.text) return
    const colour = letterColour(thing, look.inks.ink, look.ink)
    paintWords(item, pen.layoutOf(item), inside(item), { align: thing.align, colour, centred: true }, pen)
  },
  // An open form is held by its line; words and a surface can be taken anywhere.
  holds: (item, at, slack) => {
    const within = at.x >= item.x - slack && at.x <= item.x + item.w + slack && at.y >= item.y - slack && at.y <= item.y + item.h + slack
    if (!within || item.thing.fill !== 'none' || item.thing.text) return within
    const grip = slack + item.thing.width / 2 + 4
    const deep = at.x > item.x + grip && at.x < item.x + item.w - grip && at.y > item.y + grip && at.y < item.y + item.h - grip
    return !deep || item.thing.form !== 'rectangle'
  },
  edge: (item, to): Point => {
    const { x, y, w, h, thing } = item
    const middle = { x: x + w / 2, y: y + h / 2 }
    if (thing.form === 'ellipse') {
      const [dx, dy] = [to.x - middle.x, to.y - middle.y]
      const reach = Math.hypot(dx / (w / 2), dy / (h / 2)) || 1
      return { x: middle.x + dx / reach, y: middle.y + dy / reach }
    }
    const points = corners(thing.form, w, h) ?? corners('rectangle', w, h) ?? []
    return rayToPolygon(
      middle,
      to,
      points.map(([px, py]) => ({ x: x + px, y: y + py })),
    )
  },
  writing: (item, look, { size }) => ({
    ...inside(item),
    size,
    align: item.thing.align,
    centred: true,
    colour: letterColour(item.thing, look.inks.ink, look.ink),
    behind: null,
  }),
}
