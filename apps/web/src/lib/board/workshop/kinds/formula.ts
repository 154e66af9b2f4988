import type { ThingOf } from '@sheber/document/thing'
import type { Item, Kind } from '../../core/kind.ts'
import { paintWords } from '../../core/kinds/words.ts'
import { breakLines, lineHeight } from '../../core/lines.ts'
import { inkOf } from '../../core/look.ts'
import { typeset, type Set as Typeset } from '../typeset.ts'

type Formula = ThingOf<'formula'>

const setOf = (item: Item<Formula>): Typeset => typeset(item.thing.text)

/** Set by the browser itself as a picture; until that is there, and where it is not TeX, its source stands in its place. */
export const formula: Kind<Formula> = {
  resize: 'ratio',
  least: 12,
  layout: ({ thing, w }, measure) => ({
    size: Math.min(thing.size, 18),
    lines: breakLines(thing.text, w / Math.min(thing.size, 18), measure),
    cut: false,
  }),
  settle: (item) => {
    const { thing } = item
    const set = setOf(item)
    if (set.is === 'set') {
      item.w = Math.max(12, set.w * thing.size)
      item.h = Math.max(12, set.h * thing.size)
    } else item.h = Math.max(item.h, Math.min(thing.size, 18) * lineHeight)
  },
  paint: (item, pen) => {
    const { surface, look } = pen
    const { x, y, w, h, thing } = item
    if (pen.editing === item.id) return
    const set = setOf(item)
    const ink = inkOf(look, thing.ink)
    if (set.is === 'set') {
      const picture = set.pictureIn(ink)
      surface.picture(picture, x, y, w, h)
      if (picture.source) return
    }
    const colour = set.is === 'wrong' ? look.inks.red : ink
    paintWords(item, pen.layoutOf(item), item, { align: 'left', colour, face: 'code' }, pen)
  },
  writing: ({ x, y, w, h, thing }, look) => ({
    x,
    y,
    w: Math.max(240, w),
    h: Math.max(64, h),
    size: Math.min(thing.size, 18),
    align: 'left',
    centred: false,
    colour: look.inks.ink,
    behind: look.surface,
    face: 'code',
  }),
}
