import type { ThingOf } from '@sheber/document/thing'
import { breakLines, lineHeight } from '../lines.ts'
import type { Kind } from '../kind.ts'
import { paintWords } from './words.ts'

const altSize = 16
const margin = 12

/** Until its picture has come, and where pictures are not to be had, it says in words what it shows. */
export const image: Kind<ThingOf<'image'>> = {
  resize: 'ratio',
  least: 24,
  layout: ({ thing, w, h }, measure) => {
    const lines = thing.alt ? breakLines(thing.alt, Math.max(1, (w - 2 * margin) / altSize), measure) : []
    const most = Math.max(1, Math.floor((h - 2 * margin) / (altSize * lineHeight)))
    return { size: altSize, lines: lines.slice(0, most), cut: lines.length > most }
  },
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    const picture = thing.file ? pen.pictures?.of(thing.file, w * zoom) : null
    if (picture?.source) return surface.picture(picture, x, y, w, h)
    surface.rect(x, y, w, h, look.tints.grey)
    surface.box(x, y, w, h, { colour: look.inks.grey, width: Math.min(2, 1 / zoom) })
    paintWords(
      item,
      pen.layoutOf(item),
      { x: x + margin, y: y + margin, w: w - 2 * margin, h: h - 2 * margin },
      { align: 'middle', colour: look.inks.ink, centred: true },
      pen,
    )
  },
}
