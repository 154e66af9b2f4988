import type { Rect } from '../core/geometry.ts'

/** What every browser can paint at once, and a phone still has the memory for. */
const sidePxMax = 8192
const pixelsMax = 64_000_000

export const scales = [1, 2, 3] as const
export type Scale = (typeof scales)[number]

export interface PixelSize {
  readonly w: number
  readonly h: number
}

/** Null where the picture would be too large. */
export const pixelsOf = ({ w, h }: Rect, scale: number): PixelSize | null => {
  const size = { w: Math.max(1, Math.ceil(w * scale)), h: Math.max(1, Math.ceil(h * scale)) }
  return size.w <= sidePxMax && size.h <= sidePxMax && size.w * size.h <= pixelsMax ? size : null
}

/** The largest of the scales at which it can be painted; null where even true size is too large. */
export const scaleMost = (part: Rect): Scale | null => scales.findLast((scale) => pixelsOf(part, scale) !== null) ?? null
