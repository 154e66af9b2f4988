import type { Extent, View } from '@sheber/document/thing'

/** How a model is turned into the plane of the screen. Without perspective: what is measured looks as long as it is. */
export interface Lens {
  /** From the model's x, y, z to right, up, and away from the eye. */
  readonly right: readonly [number, number, number]
  readonly up: readonly [number, number, number]
  readonly away: readonly [number, number, number]
  /** Pixels to a unit of the model. */
  readonly scale: number
}

/** The model stays within this much of the picture, however it is turned. */
const fill = 0.94

/** `reach`: how much has to be seen, from whatever side. */
export const lensOf = ([around, above, near]: View, reach: number, w: number, h: number): Lens => {
  const [a, b] = [(around * Math.PI) / 180, (above * Math.PI) / 180]
  const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)]
  return {
    right: [ca, -sa, 0],
    up: [sa * sb, ca * sb, cb],
    away: [sa * cb, ca * cb, -sb],
    scale: ((Math.min(w, h) * fill) / reach) * near,
  }
}

const dot = (a: readonly [number, number, number], [x, y, z]: readonly [number, number, number]) => a[0] * x + a[1] * y + a[2] * z

/** Where a point of the model is seen in a picture of this extent. */
export const seenAt = (point: readonly [number, number, number], { right, up, scale }: Lens, w: number, h: number) => ({
  x: w / 2 + dot(right, point) * scale,
  y: h / 2 - dot(up, point) * scale,
})

type Side = 0 | 1 | 2
const signs = [-1, 1] as const

/** The four edges of the box that run along a side. */
export const edgesAlong = (
  side: Side,
  extent: Extent,
): readonly (readonly [readonly [number, number, number], readonly [number, number, number]])[] =>
  signs.flatMap((one) =>
    signs.map((other) => {
      const [first, second] = ([0, 1, 2] as const).filter((at) => at !== side)
      const end = (sign: number) => {
        const corner: [number, number, number] = [0, 0, 0]
        corner[side] = (sign * extent[side]) / 2
        if (first !== undefined) corner[first] = (one * extent[first]) / 2
        if (second !== undefined) corner[second] = (other * extent[second]) / 2
        return corner
      }
      return [end(-1), end(1)] as const
    }),
  )

/** Where the three measures of the box are written: beside the edge that lies lowest, the upright one leftmost. */
export const labelsOf = (view: View, extent: Extent, w: number, h: number): readonly { readonly x: number; readonly y: number }[] => {
  const lens = lensOf(view, Math.hypot(...extent), w, h)
  return ([0, 1, 2] as const).map((side) => {
    const middles = edgesAlong(side, extent).map(([from, to]) =>
      seenAt([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2], lens, w, h),
    )
    return middles.reduce((best, one) => ((side === 2 ? one.x < best.x : one.y > best.y) ? one : best))
  })
}

const nearMin = 0.2
const nearMax = 20

/** Turned by so many degrees; one does not walk over the pole. */
export const turnedBy = ([around, above, near]: View, right: number, up: number): View => [
  (((around + right) % 360) + 360) % 360,
  Math.min(90, Math.max(-90, above + up)),
  near,
]

export const nearer = ([around, above, near]: View, times: number): View => [
  around,
  above,
  Math.min(nearMax, Math.max(nearMin, near * times)),
]
