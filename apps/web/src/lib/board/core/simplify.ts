import { distanceToLine, type Point } from './geometry.ts'

/**
 * Leaves out the points of a line that lie no further than `tolerance` from what remains (Ramer–Douglas–Peucker), as
 * `awayFrom` measures it. With a stack of its own: a line of ten thousand points would be too deep for the language's.
 */
export const simplified = <P extends Point>(
  points: readonly P[],
  tolerance: number,
  awayFrom: (at: P, a: P, b: P) => number = distanceToLine,
): readonly P[] => {
  if (points.length < 3) return points
  const kept = new Uint8Array(points.length)
  kept[0] = kept[points.length - 1] = 1
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span
    const [a, b] = [points[first] as P, points[last] as P]
    let [furthest, most] = [0, tolerance]
    for (let i = first + 1; i < last; i++) {
      const away = awayFrom(points[i] as P, a, b)
      if (away > most) [furthest, most] = [i, away]
    }
    if (furthest === 0) continue
    kept[furthest] = 1
    spans.push([first, furthest], [furthest, last])
  }
  return points.filter((_, i) => kept[i] === 1)
}
