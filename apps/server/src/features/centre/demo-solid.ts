import { firstView, type Extent, type View } from '@sheber/document/thing'
import { sheetHeight, sheetWidth } from './demo-sheet.ts'

/** Bodies as a pupil builds them in a CAD lesson, of triangles: millimetres, z upwards. */
export type Point = readonly [x: number, y: number, z: number]
export type Triangle = readonly [Point, Point, Point]
export type Solid = readonly Triangle[]

/** Four corners, counted against the clock for whoever looks from outside. */
const quad = (a: Point, b: Point, c: Point, d: Point): Solid => [
  [a, b, c],
  [a, c, d],
]

export const block = ([x, y, z]: Point, [w, d, h]: Point): Solid => {
  const at = (i: number, j: number, k: number): Point => [x + i * w, y + j * d, z + k * h]
  return [
    ...quad(at(0, 0, 0), at(0, 1, 0), at(1, 1, 0), at(1, 0, 0)),
    ...quad(at(0, 0, 1), at(1, 0, 1), at(1, 1, 1), at(0, 1, 1)),
    ...quad(at(0, 0, 0), at(1, 0, 0), at(1, 0, 1), at(0, 0, 1)),
    ...quad(at(1, 0, 0), at(1, 1, 0), at(1, 1, 1), at(1, 0, 1)),
    ...quad(at(1, 1, 0), at(0, 1, 0), at(0, 1, 1), at(1, 1, 1)),
    ...quad(at(0, 1, 0), at(0, 0, 0), at(0, 0, 1), at(0, 1, 1)),
  ]
}

/** Turned on a lathe around z: radius and height from below upwards; a ring where it ends as it began. */
export const turnedSolid = (profile: readonly (readonly [r: number, z: number])[], sides = 24): Solid =>
  profile.slice(1).flatMap(([r1, z1], n) => {
    const [r0, z0] = profile[n] ?? [r1, z1]
    return Array.from({ length: sides }, (_, at) => {
      const [a, b] = [at, at + 1].map((step) => (step * 2 * Math.PI) / sides) as [number, number]
      const on = (r: number, angle: number, z: number): Point => [r * Math.cos(angle), r * Math.sin(angle), z]
      const [low0, low1, high0, high1] = [on(r0, a, z0), on(r0, b, z0), on(r1, a, z1), on(r1, b, z1)]
      if (r0 === 0) return [[low0, high1, high0]] satisfies Solid
      return r1 === 0 ? ([[low0, low1, high0]] satisfies Solid) : quad(low0, low1, high1, high0)
    }).flat()
  })

/** Ground of so many fields, as high as `heightAt` says, with walls down to zero. */
export const relief = (
  [w, d]: readonly [number, number],
  [columns, rows]: readonly [number, number],
  heightAt: (u: number, v: number) => number,
): Solid => {
  const at = (i: number, j: number): Point => [(w * i) / columns, (d * j) / rows, heightAt(i / columns, j / rows)]
  const foot = ([x, y]: Point): Point => [x, y, 0]
  const wall = (from: Point, to: Point): Solid => quad(foot(from), foot(to), to, from)
  const each = (count: number, make: (n: number) => Solid): Solid => Array.from({ length: count }, (_, n) => make(n)).flat()
  return [
    ...each(columns, (i) => each(rows, (j) => quad(at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)))),
    ...each(columns, (i) => [...wall(at(i, 0), at(i + 1, 0)), ...wall(at(i + 1, rows), at(i, rows))]),
    ...each(rows, (j) => [...wall(at(columns, j), at(columns, j + 1)), ...wall(at(0, j + 1), at(0, j))]),
    ...quad([0, 0, 0], [0, d, 0], [w, d, 0], [w, 0, 0]),
  ]
}

const moved = (solid: Solid, how: (point: Point) => Point): Solid => solid.map(([a, b, c]) => [how(a), how(b), how(c)])
export const shifted = (solid: Solid, [dx, dy, dz]: Point): Solid => moved(solid, ([x, y, z]) => [x + dx, y + dy, z + dz])
/** Around one of the axes, in degrees. */
export const tilted = (solid: Solid, axis: 'x' | 'y' | 'z', degrees: number): Solid => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const turn: Record<typeof axis, (point: Point) => Point> = {
    x: ([x, y, z]) => [x, c * y - s * z, s * y + c * z],
    y: ([x, y, z]) => [c * x + s * z, y, c * z - s * x],
    z: ([x, y, z]) => [c * x - s * y, s * x + c * y, z],
  }
  return moved(solid, turn[axis])
}

const bounds = (solid: Solid): readonly [Point, Point] => {
  const points = solid.flat()
  const side = (n: 0 | 1 | 2, pick: (a: number, b: number) => number) =>
    points.reduce((most, point) => pick(most, point[n]), points[0]?.[n] ?? 0)
  return [
    [side(0, Math.min), side(1, Math.min), side(2, Math.min)],
    [side(0, Math.max), side(1, Math.max), side(2, Math.max)],
  ]
}
export const extentOf = (solid: Solid): Extent => {
  const [low, high] = bounds(solid)
  return [high[0] - low[0], high[1] - low[1], high[2] - low[2]]
}

const across = ([a, b, c]: Triangle): Point => {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  const n: Point = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const long = Math.hypot(...n) || 1
  return [n[0] / long, n[1] / long, n[2] / long]
}
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** Binary STL: what a slicer takes. */
export const stlOf = (solid: Solid): Buffer => {
  const bytes = Buffer.alloc(84 + solid.length * 50)
  bytes.write('Sheber')
  bytes.writeUInt32LE(solid.length, 80)
  for (const [n, triangle] of solid.entries())
    for (const [k, value] of [across(triangle), ...triangle].flat().entries()) bytes.writeFloatLE(value, 84 + n * 50 + k * 4)
  return bytes
}

/** As a board shows it before anybody turns it: the far triangles first, each in the light that falls on it. */
export const stillOf = (solid: Solid, [around, above]: View = firstView): string => {
  const [a, b] = [(around * Math.PI) / 180, (above * Math.PI) / 180]
  const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)]
  const right: Point = [ca, -sa, 0]
  const up: Point = [sa * sb, ca * sb, cb]
  const away: Point = [sa * cb, ca * cb, -sb]
  const light: Point = [-0.36, 0.55, -0.75]
  const [low, high] = bounds(solid)
  const centred = shifted(solid, [-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -(low[2] + high[2]) / 2])
  const scale = (sheetHeight * 0.94) / (2 * Math.sqrt(Math.max(...centred.flat().map((point) => dot(point, point)))))
  const painted = centred
    .map((triangle) => {
      const normal = across(triangle)
      const lit = Math.max(0, dot([dot(right, normal), dot(up, normal), dot(away, normal)], light))
      const ink = [142, 163, 184].map((part) => Math.round(part * (0.36 + 0.64 * lit))).join(',')
      const points = triangle.map((point) => {
        const [x, y] = [sheetWidth / 2 + dot(right, point) * scale, sheetHeight / 2 - dot(up, point) * scale]
        return `${x.toFixed(1)} ${y.toFixed(1)}`
      })
      return {
        seen: dot(away, normal) < 0,
        depth: triangle.reduce((sum, point) => sum + dot(away, point), 0),
        ink,
        d: `M${points.join('L')}Z`,
      }
    })
    .filter(({ seen }) => seen)
    .sort((one, other) => other.depth - one.depth)
  // An outline of its own colour closes the hairline that smoothing leaves between two neighbours.
  const faces = painted.map(({ ink, d }) => `<path d="${d}" fill="rgb(${ink})" stroke="rgb(${ink})"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheetWidth}" height="${sheetHeight}"><rect width="100%" height="100%" fill="#fff"/>${faces.join('')}</svg>`
}
