import type { Editor } from './editor.ts'
import type { Point } from './geometry.ts'
import { simplified } from './simplify.ts'
import { trailPointsMax, type Trail } from './trail.ts'

const thinned = (points: readonly Point[]): readonly Point[] => {
  const plain = simplified(points, 1)
  if (plain.length <= trailPointsMax) return plain
  const every = (plain.length - 1) / (trailPointsMax - 1)
  return Array.from({ length: trailPointsMax }, (_, i) => plain[Math.round(i * every)] as Point)
}

export const trailOf = (points: readonly Point[], look: Omit<Trail, 'points'>): Trail => {
  let [x, y] = [0, 0]
  const told: number[] = []
  for (const point of thinned(points)) {
    const [nextX, nextY] = [Math.round(point.x), Math.round(point.y)]
    told.push(nextX - x, nextY - y)
    x = nextX
    y = nextY
  }
  return { ...look, points: told }
}

export const pointsOfTrail = ({ points }: Trail): Point[] => {
  const line: Point[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i + 1 < points.length; i += 2) {
    x += points[i] as number
    y += points[i + 1] as number
    line.push({ x, y })
  }
  return line
}

const laserWidth = 4

/** What one draws at this moment, or where one points: told while others are here, so it comes with the first of them. */
export const trailNow = ({ draft, laser }: Editor): Trail | null => {
  if (draft?.kind === 'stroke') return trailOf(draft.points, { kind: draft.brush, ink: draft.ink, width: draft.width })
  return laser.length > 0 ? trailOf(laser, { kind: 'laser', ink: 'red', width: laserWidth }) : null
}
