import type { Note } from '@sheber/document/thing'
import type { Kind } from '../kind.ts'
import { fitText, foot, padding } from '../lines.ts'
import { paintWords, readablePx } from './words.ts'

const namePx = 12

export const note: Kind<Note> = {
  resize: 'free',
  least: 80,
  bleed: () => 5,
  layout: ({ thing, w, h }, measure) => fitText(thing.text, w, h, measure),
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    // Two plain rectangles for a shadow: a blurred one costs more than all the rest of the note.
    if (zoom > 0.25) {
      surface.rect(x + 1, y + 2, w, h, look.shadow)
      surface.rect(x + 3, y + 5, w - 4, h, look.shadow)
    }
    surface.rect(x, y, w, h, look.fills[thing.fill])
    if (thing.fill === 'white' || look.strong) surface.box(x, y, w, h, { colour: look.edge, width: 1 / zoom })
    const box = { x: x + padding, y: y + padding, w: w - 2 * padding, h: h - padding - foot }
    paintWords(item, pen.layoutOf(item), box, { align: 'left', colour: look.ink }, pen)
    if (namePx * zoom < readablePx + 2) return
    const name = pen.nameOf(thing.by)
    if (!name) return
    surface.veil(0.72)
    surface.text(name, x + padding, y + h - foot / 2 + 2, { size: namePx, colour: look.ink, most: w - 2 * padding })
    surface.veil(1)
  },
  writing: ({ x, y, w, h, thing }, look, { size }) => ({
    x: x + padding,
    y: y + padding,
    w: w - 2 * padding,
    h: h - padding - foot,
    size,
    align: 'left',
    centred: false,
    colour: look.ink,
    behind: look.fills[thing.fill],
  }),
}
