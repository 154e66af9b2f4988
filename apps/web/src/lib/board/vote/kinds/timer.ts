import { isRunning, remaining } from '@sheber/document/run'
import type { ThingOf } from '@sheber/document/thing'
import type { Kind } from '../../core/kind.ts'
import { readablePx } from '../../core/kinds/words.ts'
import { pathOf } from '../../core/surface.ts'
import { rounded } from './sheet.ts'

/** As it is drawn; a larger one is the same, stretched. */
export const timerSize = { w: 240, h: 150 }
const { w: wide, h: high } = timerSize

/** 4:59; the last second is shown to its end. */
export const digitsOf = (seconds: number): string => {
  const left = Math.ceil(seconds - 0.001)
  const [hours, minutes, rest] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, String(left % 60).padStart(2, '0')]
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

const outline = rounded(wide, high, 16)
const track = rounded(wide - 40, 8, 4)
const disc = pathOf('M22 0a22 22 0 1 1 0 44a22 22 0 1 1 0-44Z')
const play = pathOf('M17 13l15 9l-15 9Z')
const bars = pathOf('M15 13h5v18h-5ZM24 13h5v18h-5Z')
const back = pathOf('M13.5 22a8.5 8.5 0 1 0 2.700-6.200M13 11v6.500h6.5')
const tick = pathOf('M13 23l6 6l12-14')
const buttons = { start: [70, 96], reset: [126, 96] } as const

export const timer: Kind<ThingOf<'timer'>> = {
  resize: 'ratio',
  least: 80,
  bleed: () => 2,
  paint: ({ x, y, w, h, thing }, { surface, look, zoom, live }) => {
    const now = live?.now() ?? 0
    // On paper no time passes: it says how long it is.
    const left = live ? remaining(thing, now) : thing.span
    const over = left === 0
    const scale = w / wide
    surface.at(
      x,
      y,
      () => {
        surface.fill(outline, over ? look.tints.green : look.surface)
        surface.stroke(outline, { colour: over ? look.inks.green : look.edge, width: over ? 3 : 1.25 })
        if (56 * scale * zoom < readablePx) return
        const colour = over ? look.inks.green : look.inks.ink
        const size = left >= 3600 ? 44 : 56
        surface.text(digitsOf(left), wide / 2, live ? 62 : 94, { size, colour, bold: true, align: 'middle', most: wide - 32 })
        if (!live) return
        surface.at(20, 78, () => {
          surface.fill(track, look.tints.grey)
          const part = Math.min(1, left / Math.max(1, thing.span))
          if (part > 0) surface.fill(rounded(Math.max(8, (wide - 40) * part), 8, 4), look.primary)
        })
        surface.at(...buttons.start, () => {
          surface.fill(disc, look.primary)
          if (over) surface.stroke(tick, { colour: look.surface, width: 3.5, cap: 'round' })
          else surface.fill(isRunning(thing, now) ? bars : play, look.surface)
        })
        surface.at(...buttons.reset, () => {
          surface.stroke(disc, { colour: look.edge, width: 1.5 })
          surface.stroke(back, { colour: look.inks.ink, width: 2.5, cap: 'round' })
        })
      },
      { sx: scale, sy: h / high },
    )
  },
  button: ({ x, y, w, h }, at) => {
    const [px, py] = [((at.x - x) / w) * wide, ((at.y - y) / h) * high]
    for (const [name, [left, top]] of Object.entries(buttons)) if (Math.hypot(px - left - 22, py - top - 22) <= 24) return name
    return null
  },
}
