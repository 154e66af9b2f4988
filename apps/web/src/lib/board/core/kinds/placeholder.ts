import type { Placeholder, Thing } from '@sheber/document/thing'
import type { Kind } from '../kind.ts'

/** What a newer Sheber made, or what has not come over the network yet. */
export const placeholder: Kind<Placeholder | Thing> = {
  resize: 'free',
  least: 8,
  paint: ({ x, y, w, h }, { surface, look, zoom }) => {
    surface.veil(0.16)
    surface.rect(x, y, w, h, look.quiet)
    surface.veil(1)
    surface.box(x, y, w, h, { colour: look.quiet, width: 1.5 / zoom })
    const size = Math.min(w, h) * 0.4
    surface.text('?', x + w / 2, y + h / 2 + size * 0.35, { size, colour: look.quiet, align: 'middle' })
  },
}
