import type { End, Route } from '@sheber/document/thing'
import { addThings, openBoard } from '@sheber/document/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { halfWide, put } from './board.fixture.ts'
import { layWay } from './connect.ts'
import { Scene } from './scene.ts'

const whole = (id: string): End => ({ id, u: 0.5, v: 0.5, port: '' })

const wayBetween = (route: Route, a: End | null, b: End | null, bend = 0.5) => {
  const board = openBoard(new Y.Doc())
  put(board, 'left', 0, 0)
  put(board, 'right', 400, 0)
  put(board, 'below', 0, 400)
  const trace = { by: 'aigerim', at: 1 }
  addThings(board, [
    { kind: 'shape', id: 'round', form: 'ellipse', g: [400, 400, 100, 100], ...trace },
    { kind: 'connector', id: 'line', a, b, route, bend, p: [10, 20, 30, 40], ...trace },
  ])
  const scene = new Scene(board, halfWide)
  const thing = scene.get('line')?.thing
  if (thing?.kind !== 'connector') throw new Error('no line')
  return layWay(thing, scene)
}

describe('a straight line', () => {
  it('runs from edge to edge of what it holds', () => {
    expect(wayBetween('straight', whole('left'), whole('right')).points).toEqual([
      { x: 100, y: 50 },
      { x: 400, y: 50 },
    ])
  })

  it('stops at the rim of what is round', () => {
    const { points } = wayBetween('straight', whole('left'), whole('round'))
    const end = points.at(-1) ?? { x: 0, y: 0 }
    expect(Math.hypot(end.x - 450, end.y - 450)).toBeCloseTo(50, 3)
  })

  it('keeps to a part of a thing that was named', () => {
    expect(wayBetween('straight', { ...whole('left'), u: 1, v: 0 }, whole('right')).points[0]).toEqual({ x: 100, y: 0 })
  })

  it('is drawn where it was laid when what it held is gone, and says so', () => {
    const way = wayBetween('straight', whole('gone'), null)
    expect(way.points).toEqual([
      { x: 10, y: 20 },
      { x: 30, y: 40 },
    ])
    expect([way.looseA, way.looseB]).toEqual([true, false])
  })
})

describe('an elbow', () => {
  it.each(
    ['left', 'right', 'below', 'round'].flatMap((a) => ['left', 'right', 'below', 'round'].filter((b) => b !== a).map((b) => [a, b])),
  )('from %s to %s has only right angles', (a = '', b = '') => {
    const { points } = wayBetween('elbow', whole(a), whole(b))
    for (const [i, point] of points.slice(1).entries()) {
      const before = points[i] ?? point
      expect(Math.min(Math.abs(point.x - before.x), Math.abs(point.y - before.y))).toBeLessThan(0.01)
    }
  })

  it('bends where it was told', () => {
    const { points } = wayBetween('elbow', { ...whole('left'), u: 1, v: 0.5 }, { ...whole('right'), u: 0, v: 0.2 }, 0.25)
    expect(points[1]?.x).toBe(175)
  })
})

it('a curve starts and ends on the things, and is touched along its way', () => {
  const { points, hull, middle } = wayBetween('curve', whole('left'), whole('right'))
  expect([points[0], points.at(-1)]).toEqual([hull[0], hull.at(-1)])
  expect(middle.x).toBeCloseTo(250, 0)
})
