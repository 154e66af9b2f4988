import type { ThingOf } from '@sheber/document/thing'
import { breakLines } from '../lines.ts'
import { tintOf } from '../look.ts'
import type { Kind } from '../kind.ts'
import { pathOf } from '../surface.ts'
import { readablePx } from './words.ts'

const titlePx = 15
const titleHigh = 24
/** Lines of the millimetre paper closer than this on the screen are left out. */
const gridPx = 7

/** A sheet on the table: what lies on it goes with it. Its name stands above its upper edge. */
export const frame: Kind<ThingOf<'frame'>> = {
  resize: 'free',
  least: 40,
  bleed: () => titleHigh + 2,
  layout: ({ thing }, measure) => ({
    size: titlePx,
    lines: breakLines(thing.text.split('\n')[0] ?? '', Infinity, measure).slice(0, 1),
    cut: false,
  }),
  paint: (item, pen) => {
    const { surface, look, zoom } = pen
    const { x, y, w, h, thing } = item
    surface.rect(x, y, w, h, tintOf(look, thing.fill) ?? look.paper)
    const step = thing.grid * thing.mm
    if (step > 0) {
      for (const [every, width] of [
        [step, 0.5],
        [step * 5, 1],
      ] as const) {
        if (every * zoom < gridPx || w / every > 2000 || h / every > 2000) continue
        let d = ''
        for (let at = every; at < w; at += every) d += `M${at} 0V${h}`
        for (let at = every; at < h; at += every) d += `M0 ${at}H${w}`
        if (d) surface.at(x, y, () => surface.stroke(pathOf(d), { colour: look.tints.ink, width: width / zoom }))
      }
    }
    surface.box(x, y, w, h, { colour: look.quiet, width: Math.min(2, 1 / zoom) })
    if (titlePx * zoom < readablePx || pen.editing === item.id) return
    const [line] = pen.layoutOf(item).lines
    if (line) surface.text(line, x, y - 8, { size: titlePx, colour: look.quiet, bold: true, most: w })
  },
  // A sheet is taken by its edge or its name; what lies on it is taken before it.
  holds: ({ x, y, w, h }, at, slack) => {
    const grip = slack + 6
    const outer = at.x >= x - grip && at.x <= x + w + grip && at.y >= y - grip - titleHigh && at.y <= y + h + grip
    const inner = at.x > x + grip && at.x < x + w - grip && at.y > y + grip && at.y < y + h - grip
    return outer && !inner
  },
  writing: ({ x, y, w }, look) => ({
    x,
    y: y - titleHigh,
    w: Math.max(120, w),
    h: titleHigh,
    size: titlePx,
    align: 'left',
    centred: false,
    colour: look.inks.ink,
    behind: null,
  }),
}
