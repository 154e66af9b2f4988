import type { ThingOf } from '@sheber/document/thing'
import type { Kind, Port } from '../../core/kind.ts'
import { placeholder } from '../../core/kinds/placeholder.ts'
import { readablePx } from '../../core/kinds/words.ts'
import { breakLines } from '../../core/lines.ts'
import { pathOf, type Path, type Surface } from '../../core/surface.ts'
import { colours, lettersOn } from '../colours.ts'
import type { Box, Part } from '../part.ts'
import { partOf } from '../parts.ts'
import type { Pin } from '../pin.ts'
import { rect } from '../symbol.ts'

const pinSize = 8
const markSize = 12
const nameSize = 14
const nameHigh = 20

const rounded = ({ x, y, w, h, round }: Pick<Box, 'x' | 'y' | 'w' | 'h' | 'round'>) => {
  const r = Math.min(round, w / 2, h / 2)
  if (r === 0) return rect(x, y, w, h)
  return `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}Z`
}

interface Paths {
  readonly outline: Path
  readonly boxes: readonly Path[]
  /** All pins at once: a breadboard has four hundred. */
  readonly pins: Path
  readonly ports: readonly Port[]
}

const known = new WeakMap<Part, Paths>()

const pathsOf = (part: Part): Paths => {
  const found = known.get(part)
  if (found) return found
  const side = part.isBreadboard ? 5 : 8
  const made = {
    outline: pathOf(rounded({ x: 0, y: 0, w: part.w, h: part.h, round: part.round })),
    boxes: part.boxes.map((box) => pathOf(rounded(box))),
    pins: pathOf(part.pins.map(({ x, y }) => rect(x - side / 2, y - side / 2, side, side)).join('')),
    ports: part.pins.map(({ name, x, y }) => ({ name, u: x / part.w, v: y / part.h })),
  }
  known.set(part, made)
  return made
}

/** Beside its pin, towards the middle; upright where the pins stand too close for words side by side. */
const paintLabel = (surface: Surface, pin: Pin, colour: string, upright: boolean) => {
  const { x, y, side, label } = pin
  const letters = { size: pinSize, colour }
  const gap = 7
  if (side === 'left') surface.text(label, x + gap, y + 3, letters)
  else if (side === 'right') surface.text(label, x - gap, y + 3, { ...letters, align: 'right' })
  else if (!upright) surface.text(label, x, side === 'top' ? y + gap + 8 : y - gap - 1, { ...letters, align: 'middle' })
  else {
    const align = side === 'top' ? 'right' : 'left'
    surface.at(x + 3, side === 'top' ? y + gap : y - gap, () => surface.text(label, 0, 0, { ...letters, align }), { turn: -90 })
  }
}

/** Pins of the same edge nearer than this have their labels upright. */
const crowded = 24

const isCrowded = ({ pins }: Part, pin: Pin) =>
  pins.some((other) => other !== pin && other.side === pin.side && other.y === pin.y && Math.abs(other.x - pin.x) < crowded)

export const part: Kind<ThingOf<'part'>> = {
  resize: 'ratio',
  least: 24,
  bleed: ({ thing, w }) => Math.max(16, thing.text ? nameHigh + 4 : 0, (thing.text.length * nameSize * 0.6 - w) / 2),
  layout: ({ thing }, measure) => ({
    size: nameSize,
    lines: breakLines(thing.text.split('\n')[0] ?? '', Infinity, measure).slice(0, 1),
    cut: false,
  }),
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    const drawn = partOf(thing.part)
    if (!drawn) return placeholder.paint(item, pen)
    const paths = pathsOf(drawn)
    const [sx, sy] = [w / drawn.w, h / drawn.h]
    const reads = (size: number) => size * sx * zoom >= readablePx
    surface.at(
      x,
      y,
      () => {
        surface.fill(paths.outline, colours[drawn.colour])
        surface.stroke(paths.outline, { colour: colours.rim, width: 1 })
        for (const [i, box] of drawn.boxes.entries()) {
          const path = paths.boxes[i]
          if (path) surface.fill(path, colours[box.colour])
          if (!box.label || !reads(pinSize)) continue
          surface.text(box.label, box.x + box.w / 2, box.y + box.h / 2 + 3, {
            size: 9,
            colour: lettersOn(box.colour),
            align: 'middle',
            most: box.w - 4,
          })
        }
        surface.fill(paths.pins, drawn.isBreadboard ? colours.hole : colours.pad)
        if (!drawn.isBreadboard) surface.stroke(paths.pins, { colour: colours.rim, width: 0.75 })
        const letters = lettersOn(drawn.colour)
        const [mx, my] = drawn.markAt
        if (drawn.mark && reads(markSize)) {
          surface.text(drawn.mark, mx, my + 4, { size: markSize, colour: letters, bold: true, align: 'middle' })
        }
        if (drawn.isBreadboard || !reads(pinSize)) return
        for (const pin of drawn.pins) paintLabel(surface, pin, letters, isCrowded(drawn, pin))
      },
      { sx, sy },
    )
    if (!thing.text || pen.editing === item.id || nameSize * zoom < readablePx) return
    const [line] = pen.layoutOf(item).lines
    if (line) surface.text(line, x + w / 2, y + h + nameSize + 2, { size: nameSize, colour: look.inks.ink, bold: true, align: 'middle' })
  },
  ports: ({ thing }) => {
    const drawn = partOf(thing.part)
    return drawn ? pathsOf(drawn).ports : []
  },
  writing: ({ x, y, w, h }, look) => {
    const wide = Math.max(140, w)
    return {
      x: x + (w - wide) / 2,
      y: y + h,
      w: wide,
      h: nameHigh,
      size: nameSize,
      align: 'middle',
      centred: false,
      colour: look.inks.ink,
      behind: look.paper,
    }
  },
}
