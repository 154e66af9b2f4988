import type { ThingOf } from '@sheber/document/thing'
import type { Kind } from '../kind.ts'
import { disc, isStamp, stamps, type Stamp } from '../stamps.ts'

export const stamp: Kind<ThingOf<'stamp'>> = {
  resize: 'ratio',
  least: 16,
  paint: ({ x, y, w, h, thing }, { surface, look }) => {
    const { ink, full, line, wide = 2 }: Stamp = isStamp(thing.stamp) ? stamps[thing.stamp] : { ink: 'grey' }
    const [colour, ground] = [look.inks[ink], look.tints[ink]]
    surface.at(
      x,
      y,
      () => {
        surface.fill(disc, ground)
        if (look.strong) surface.stroke(disc, { colour, width: 1 })
        if (full) surface.fill(full, colour)
        if (line) surface.stroke(line, { colour: full ? ground : colour, width: wide, cap: 'round' })
      },
      { sx: w / 24, sy: h / 24 },
    )
  },
  holds: ({ x, y, w, h }, at, slack) => Math.hypot((at.x - x - w / 2) / (w / 2 + slack), (at.y - y - h / 2) / (h / 2 + slack)) <= 1,
  edge: ({ x, y, w, h }, to) => {
    const [dx, dy] = [to.x - x - w / 2, to.y - y - h / 2]
    const reach = Math.hypot(dx / (w / 2), dy / (h / 2)) || 1
    return { x: x + w / 2 + dx / reach, y: y + h / 2 + dy / reach }
  },
}
