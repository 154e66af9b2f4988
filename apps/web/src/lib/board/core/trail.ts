import { paints, isHex, type Paint } from '@sheber/document/colour'
import { brushes, type Brush } from '@sheber/document/thing'

/** A line as it is told to others while it is drawn: whole units, each point as its way from the last. */
export interface Trail {
  readonly kind: Brush | 'laser'
  readonly ink: Paint
  readonly width: number
  readonly points: readonly number[]
}

/** So many are told; with a few signs for each, a trail stays below two kilobytes. */
export const trailPointsMax = 120
const stepMax = 20_000

const isPaint = (ink: unknown): ink is Paint => isHex(ink) || paints.includes(ink as (typeof paints)[number])

/** Anything may arrive. */
export const readTrail = (value: unknown): Trail | null => {
  if (typeof value !== 'object' || value === null) return null
  const { kind, ink, width, points } = value as Record<string, unknown>
  const known = kind === 'laser' ? kind : brushes.find((brush) => brush === kind)
  if (!known || !Array.isArray(points) || points.length > 2 * trailPointsMax) return null
  const isStep = (n: unknown, i: number) => typeof n === 'number' && Math.abs(n) < (i < 2 ? 1e7 : stepMax)
  if (!points.every(isStep)) return null
  const wide = typeof width === 'number' && width >= 0.5 && width <= 100 ? width : 4
  return { kind: known, ink: isPaint(ink) ? ink : 'ink', width: wide, points: points as number[] }
}
