import type { Align } from '@sheber/document/thing'
import type { Rect } from '../geometry.ts'
import { lineHeight, type Layout } from '../lines.ts'
import type { Item, Pen } from '../kind.ts'

/** Letters below this many screen pixels are drawn as bars. */
export const readablePx = 4.5

export interface Lettered {
  readonly align: Align
  readonly colour: string
  readonly bold?: boolean
  /** In the middle of the box instead of at its top. */
  readonly centred?: boolean
  readonly face?: 'words' | 'code'
}

/** A thing's words in a box, as far as they can be read at this distance. */
export const paintWords = (item: Item, layout: Layout, box: Rect, { align, colour, bold, centred, face }: Lettered, pen: Pen) => {
  if (pen.editing === item.id || layout.lines.length === 0) return
  const { surface, look, zoom } = pen
  const leading = layout.size * lineHeight
  const x = align === 'left' ? box.x : align === 'right' ? box.x + box.w : box.x + box.w / 2
  const top = centred ? box.y + (box.h - layout.lines.length * leading) / 2 : box.y
  if (layout.size * zoom < readablePx) {
    surface.veil(0.35)
    for (const [i, line] of layout.lines.entries()) {
      const wide = Math.min(box.w, line.length * layout.size * 0.52)
      const from = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2
      surface.rect(from, top + i * leading + layout.size * 0.35, wide, layout.size * 0.55, colour)
    }
    surface.veil(1)
    return
  }
  const letters = { size: layout.size, colour, align, ...(bold && { bold }), ...(face && { face }) }
  let base = top + layout.size * look.baseline
  for (const line of layout.lines) {
    if (line) surface.text(line, x, base, letters)
    base += leading
  }
}
