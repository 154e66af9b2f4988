import type { ThingOf } from '@sheber/document/thing'
import type { Kind } from '../kind.ts'
import { breakLines, lineHeight, type Measure } from '../lines.ts'
import { inkOf } from '../look.ts'
import { paintWords } from './words.ts'

/** As the longest line; a little more, so that rounding breaks no word. */
const wordsWide = ({ text, size }: ThingOf<'text'>, measure: Measure) =>
  Math.max(size, ...text.split('\n').map((line) => Math.ceil(measure(line) * size + size * 0.1)))

/** Words on the bare paper: as wide as one drew them, as high as they are. */
export const text: Kind<ThingOf<'text'>> = {
  resize: 'width',
  least: 24,
  layout: ({ thing, w }, measure) => ({ size: thing.size, lines: breakLines(thing.text, w / thing.size, measure), cut: false }),
  settle: (item, { measure }) => {
    if (item.thing.wide === 'words') item.w = wordsWide(item.thing, measure)
    item.layout ??= { size: item.thing.size, lines: breakLines(item.thing.text, item.w / item.thing.size, measure), cut: false }
    item.h = Math.max(1, item.layout.lines.length) * item.thing.size * lineHeight
  },
  paint: (item, pen) => {
    paintWords(item, pen.layoutOf(item), item, { align: item.thing.align, colour: inkOf(pen.look, item.thing.ink) }, pen)
  },
  writing: ({ x, y, w, h, thing }, look) => ({
    x,
    y,
    w,
    h,
    size: thing.size,
    align: thing.align,
    centred: false,
    colour: inkOf(look, thing.ink),
    behind: null,
  }),
}
