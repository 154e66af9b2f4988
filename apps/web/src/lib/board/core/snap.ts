import { around, type Rect } from './geometry.ts'
import type { Point } from './geometry.ts'

/** A line that shows what something has snapped to: at one x from y to y, or at one y from x to x. */
export type Guide =
  { readonly x: number; readonly from: number; readonly to: number } | { readonly y: number; readonly from: number; readonly to: number }

export interface Snapping {
  readonly grid: boolean
  readonly edges: boolean
  readonly gaps: boolean
}

export const gridStep = 40

/** Lines of a grid: through one point, and so far apart. */
export interface Lines extends Point {
  readonly step: number
}

/** With the lines of where one is. */
export interface Snap extends Snapping {
  readonly lines?: Lines
}

const bareLines: Lines = { x: 0, y: 0, step: gridStep }
const acrossSnap = (how: Snap): Snap => (how.lines ? { ...how, lines: { ...how.lines, x: how.lines.y, y: how.lines.x } } : how)
/** So near, in screen pixels, is near enough. */
export const snapPx = 6

/** The same plane seen across: x is y and y is x, so that one rule serves both ways. */
const across = (r: Rect): Rect => ({ x: r.y, y: r.x, w: r.h, h: r.w })
const acrossGuide = (guide: Guide): Guide =>
  'x' in guide ? { y: guide.x, from: guide.from, to: guide.to } : { x: guide.y, from: guide.from, to: guide.to }

const linesOf = (r: Rect) => (r.w === 0 ? [r.x] : [r.x, r.x + r.w / 2, r.x + r.w])
const isSame = (a: number, b: number) => Math.abs(a - b) < 0.01

const nearest = (shifts: Iterable<number>, within: number): number | null => {
  let best: number | null = null
  for (const shift of shifts) if (Math.abs(shift) <= within && (best === null || Math.abs(shift) < Math.abs(best))) best = shift
  return best
}

function* edgeShifts(lines: readonly number[], targets: readonly Rect[]) {
  for (const target of targets) for (const to of linesOf(target)) for (const line of lines) yield to - line
}

const edgeGuides = (box: Rect, lines: readonly number[], targets: readonly Rect[]): Guide[] => {
  const guides: Guide[] = []
  for (const x of lines) {
    const met = targets.filter((target) => linesOf(target).some((line) => isSame(line, x)))
    const all = met.length > 0 ? around([box, ...met]) : null
    if (all) guides.push({ x, from: all.y, to: all.y + all.h })
  }
  return guides
}

/** Neighbours in one row with `box`, from left to right. */
const rowOf = (box: Rect, targets: readonly Rect[]) => targets.filter((r) => r.y < box.y + box.h && box.y < r.y + r.h)

interface Gap {
  readonly shift: number
  /** The empty stretches that are then alike. */
  readonly spans: readonly (readonly [from: number, to: number])[]
}

const gapsOf = (box: Rect, targets: readonly Rect[]): Gap[] => {
  const row = rowOf(box, targets)
  const before = row.filter((r) => r.x + r.w <= box.x + box.w / 2).sort((a, b) => b.x + b.w - a.x - a.w)
  const after = row.filter((r) => r.x >= box.x + box.w / 2).sort((a, b) => a.x - b.x)
  const gaps: Gap[] = []
  const [left, right] = [before[0], after[0]]
  if (left && right) {
    const free = right.x - left.x - left.w - box.w
    const x = left.x + left.w + free / 2
    if (free >= 0) {
      const spans = [[left.x + left.w, x] as const, [x + box.w, right.x] as const]
      gaps.push({ shift: x - box.x, spans })
    }
  }
  const second = left && before.find((r) => r.x + r.w <= left.x)
  if (left && second) {
    const gap = left.x - second.x - second.w
    const x = left.x + left.w + gap
    const spans = [[second.x + second.w, left.x] as const, [left.x + left.w, x] as const]
    gaps.push({ shift: x - box.x, spans })
  }
  const next = right && after.find((r) => r.x >= right.x + right.w)
  if (right && next) {
    const gap = next.x - right.x - right.w
    const x = right.x - gap - box.w
    const spans = [[x + box.w, right.x] as const, [right.x + right.w, next.x] as const]
    gaps.push({ shift: x - box.x, spans })
  }
  return gaps
}

interface Snapped1 {
  readonly shift: number
  readonly by: 'edges' | 'gaps' | 'grid' | null
}

const snapAcross = (box: Rect, targets: readonly Rect[], how: Snap, within: number): Snapped1 => {
  const edge = how.edges ? nearest(edgeShifts(linesOf(box), targets), within) : null
  const gap = how.gaps
    ? nearest(
        gapsOf(box, targets).map(({ shift }) => shift),
        within,
      )
    : null
  if (edge !== null && (gap === null || Math.abs(edge) <= Math.abs(gap))) return { shift: edge, by: 'edges' }
  if (gap !== null) return { shift: gap, by: 'gaps' }
  if (how.grid) {
    const { x, step } = how.lines ?? bareLines
    return { shift: x + Math.round((box.x - x) / step) * step - box.x, by: 'grid' }
  }
  return { shift: 0, by: null }
}

const guidesAcross = (box: Rect, targets: readonly Rect[], by: Snapped1['by']): Guide[] => {
  if (by === 'edges') return edgeGuides(box, linesOf(box), targets)
  if (by !== 'gaps') return []
  const y = box.y + box.h / 2
  return gapsOf(box, targets)
    .filter(({ shift }) => isSame(shift, 0))
    .flatMap(({ spans }) => spans.map(([from, to]) => ({ y, from, to })))
}

/** How far a moved box is to be moved on so that it stands in line with others. */
export const snapMoved = (box: Rect, targets: readonly Rect[], how: Snap, within: number): Point & { guides: Guide[] } => {
  const [x, y] = [snapAcross(box, targets, how, within), snapAcross(across(box), targets.map(across), acrossSnap(how), within)]
  const there = { ...box, x: box.x + x.shift, y: box.y + y.shift }
  const guides = [...guidesAcross(there, targets, x.by), ...guidesAcross(across(there), targets.map(across), y.by).map(acrossGuide)]
  return { x: x.shift, y: y.shift, guides }
}

/** The same for one point, the corner of what is being drawn or pulled; `free` says which ways it moves at all. */
export const snapPoint = (
  at: Point,
  targets: readonly Rect[],
  how: Snap,
  within: number,
  free: { readonly x: boolean; readonly y: boolean } = { x: true, y: true },
): Point & { guides: Guide[] } => {
  const dot = { ...at, w: 0, h: 0 }
  const plain = { ...how, gaps: false }
  const still: Snapped1 = { shift: 0, by: null }
  const x = free.x ? snapAcross(dot, targets, plain, within) : still
  const y = free.y ? snapAcross(across(dot), targets.map(across), acrossSnap(plain), within) : still
  const there = { ...dot, x: at.x + x.shift, y: at.y + y.shift }
  const guides = [...guidesAcross(there, targets, x.by), ...guidesAcross(across(there), targets.map(across), y.by).map(acrossGuide)]
  return { x: there.x, y: there.y, guides }
}
