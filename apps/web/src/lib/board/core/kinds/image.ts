import type { ThingOf } from '@sheber/document/thing'
import { breakLines, lineHeight } from '../lines.ts'
import type { Item, Kind, Pen } from '../kind.ts'
import { paintWords, readablePx } from './words.ts'

const wordSize = 16
const margin = 12

/** Until its picture has come, and where pictures are not to be had, it says in words what it shows. */
const paintInstead = (item: Item<ThingOf<'image'>>, pen: Pen) => {
  const { surface, look, zoom, said } = pen
  const { x, y, w, h, thing } = item
  surface.rect(x, y, w, h, look.tints.grey)
  surface.box(x, y, w, h, { colour: look.inks.grey, width: Math.min(2, 1 / zoom) })
  const box = { x: x + margin, y: y + margin, w: w - 2 * margin, h: h - 2 * margin }
  if (thing.text) return paintWords(item, pen.layoutOf(item), box, { align: 'middle', colour: look.inks.ink, centred: true }, pen)
  if (!said || !thing.file || wordSize * zoom < readablePx || h < 2 * wordSize) return
  surface.text(said.coming, x + w / 2, y + h / 2 + wordSize * 0.35, { size: wordSize, colour: look.quiet, align: 'middle', most: box.w })
}

export const image: Kind<ThingOf<'image'>> = {
  resize: 'ratio',
  least: 24,
  layout: ({ thing, w, h }, measure) => {
    const lines = thing.text ? breakLines(thing.text, Math.max(1, (w - 2 * margin) / wordSize), measure) : []
    const most = Math.max(1, Math.floor((h - 2 * margin) / (wordSize * lineHeight)))
    return { size: wordSize, lines: lines.slice(0, most), cut: lines.length > most }
  },
  paint: (item, pen) => {
    const { x, y, w, h, thing } = item
    const picture = thing.file ? pen.pictures?.of(thing.file, w * pen.zoom) : null
    if (!picture?.source) paintInstead(item, pen)
    // Asked for in any case: whoever writes a sheet gathers first what it will need.
    if (picture) pen.surface.picture(picture, x, y, w, h)
  },
}
