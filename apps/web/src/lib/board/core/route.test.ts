import { addThings, moveThings, openBoard, remove, style } from '@sheber/document/board'
import type { End, ThingOf } from '@sheber/document/thing'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createEditor, draw, halfWide } from './board.fixture.ts'
import { keepLeader, layWay } from './connect.ts'
import { crosses } from './crossing.ts'
import { boundsOfTurned, grown, overlaps, type Point } from './geometry.ts'
import { holdOf } from './hold.ts'
import type { Item } from './kind.ts'
import { wayOf } from './kinds/connector.ts'
import { lead } from './route.ts'
import { Scene } from './scene.ts'
import { select } from './tool/select.ts'

keepLeader(lead)

const by = { by: 'aigerim', at: 1 }
const box = (id: string, g: readonly [number, number, number, number], turn = 0) => ({ kind: 'shape', id, g, turn, ...by }) as const
const end = (id: string, u = 0.5, v = 0.5): End => ({ id, u, v, port: '' })
const elbow = (a: End | null, b: End | null, more = {}) =>
  ({ kind: 'connector', id: 'line', a, b, p: [0, 0, 100, 100], route: 'elbow', ...by, ...more }) as const

const desk = (...things: Parameters<typeof addThings>[1]) => {
  const board = openBoard(new Y.Doc())
  addThings(board, things)
  const scene = new Scene(board, halfWide)
  const item = (id: string) => scene.get(id) as Item<ThingOf<'connector'>>
  const way = () => wayOf(item('line'), scene)
  return { board, scene, item, way }
}
const isUpright = (points: readonly Point[]) =>
  points.every((point, i) => {
    const before = points[i - 1]
    return !before || Math.abs(point.x - before.x) < 0.01 || Math.abs(point.y - before.y) < 0.01
  })

/** A seed tells it over again. */
const random = (seed: number) => {
  let state = seed * 2654435761
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 2 ** 32
  }
  const within = (least: number, most: number) => Math.round(least + next() * (most - least))
  const rect = () => [within(-600, 600), within(-600, 600), within(20, 300), within(20, 300)] as const
  return { within, rect, oneOf: <T>(list: readonly T[]): T => list[within(0, list.length - 1)] as T }
}
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => random(seed + 1))
const ports = [
  [0.5, 0.5],
  [0, 0.5],
  [1, 0.5],
  [0.5, 0],
  [0.5, 1],
  [0.3, 0.2],
] as const
const turns = [0, 0, 0, 30, 90]

describe('an elbow', () => {
  it('starts and ends at its ports, has right angles alone, and goes through neither of its ends', () => {
    let told = 0
    for (const { rect, oneOf } of seeds(600)) {
      const [[u, v], [s, t], turnA, turnB] = [oneOf(ports), oneOf(ports), oneOf(turns), oneOf(turns)]
      const { scene, item, way } = desk(box('a', rect(), turnA), box('b', rect(), turnB), elbow(end('a', u, v), end('b', s, t)))
      const [boxA, boxB] = (['a', 'b'] as const).map((id) => boundsOfTurned(scene.get(id) as Item, scene.get(id)?.turn ?? 0))
      if (!boxA || !boxB || overlaps(grown(boxA, 20), grown(boxB, 20))) continue
      told++
      const { points } = way()
      const straight = layWay({ ...item('line').thing, route: 'straight' }, scene).points
      expect(points[0]).toEqual(straight[0])
      expect(points.at(-1)).toEqual(straight.at(-1))
      expect(isUpright(points)).toBe(true)
      expect(crosses(points, boxA, boxB, [])).toBe(false)
    }
    expect(told).toBeGreaterThan(300)
  })

  it('goes round what stands between, and is the same whatever came first', () => {
    let bent = 0
    for (const { rect, within } of seeds(150)) {
      const ends = [box('a', [-900, 0, 100, 100]), box('b', [900, 50, 100, 100])] as const
      const line = elbow(end('a'), end('b'))
      const things = Array.from({ length: within(0, 8) }, (_, i) => box(`wall${i}`, rect()))
      const { scene, way } = desk(...ends, ...things, line)
      const { points, wary } = way()
      if (points.length > 4) bent++
      expect(isUpright(points)).toBe(true)
      const walls = wary?.of.map((id) => scene.get(id) as Item) ?? []
      expect(crosses(points, null, null, walls)).toBe(false)
      expect(desk(line, ...things.toReversed(), ...ends).way().points).toEqual(points)
    }
    expect(bent).toBeGreaterThan(50)
  })

  it('gives way to what is laid in its way, moved there or taken from it, as one who opens the board anew sees it', () => {
    const { board, scene, way } = desk(
      box('a', [0, 0, 100, 100]),
      box('b', [600, 0, 100, 100]),
      elbow(end('a'), end('b')),
      box('wall', [300, 900, 100, 100]),
    )
    const anew = () => {
      const fresh = new Scene(openBoard(board.doc), halfWide)
      return wayOf(fresh.get('line') as Item<ThingOf<'connector'>>, fresh).points
    }
    const plain = way().points
    expect(plain).toHaveLength(2)
    moveThings(board, [{ id: 'wall', g: [300, 0, 100, 100] }])
    scene.apply(['wall'])
    expect(way().points.length).toBeGreaterThan(2)
    expect(way().points).toEqual(anew())
    // In somebody's hand it moves nobody's lines; laid down elsewhere it frees them.
    const round = way().points
    scene.lift([['wall', { g: [300, 500, 100, 100] }]])
    expect(way().points).toEqual(round)
    moveThings(board, [{ id: 'wall', g: [300, 500, 100, 100] }])
    scene.apply(['wall'])
    scene.lift([])
    expect(way().points).toEqual(plain)
    moveThings(board, [{ id: 'wall', g: [300, 0, 100, 100] }])
    scene.apply(['wall'])
    expect(way().points).toEqual(round)
    remove(board, ['wall'], 'daulet', 5)
    scene.apply(['wall'])
    expect(way().points).toEqual(plain)
  })

  it('that was bent by hand runs as it was bent, over what lies there; a sheet is in nobody’s way', () => {
    const ends = [box('a', [0, 0, 100, 100]), box('b', [600, 300, 100, 100])] as const
    const wall = box('wall', [300, -100, 100, 700])
    const { board, scene, way } = desk(...ends, wall, elbow(end('a'), end('b')))
    expect(way().wary?.of).toEqual(['wall'])
    style(board, ['line'], { bend: 0.4 })
    scene.apply(['line'])
    expect(way().points).toHaveLength(4)
    const sheet = { kind: 'frame', id: 'sheet', g: [-50, -50, 900, 600], ...by } as const
    expect(desk(sheet, ...ends, elbow(end('a'), end('b'))).way().points).toHaveLength(4)
  })
})

describe('a curve', () => {
  const curved = (bend = 0.5) =>
    desk(box('a', [0, 0, 100, 100]), box('b', [500, 0, 100, 100]), elbow(end('a'), end('b'), { route: 'curve', bend }))

  it('swings aside as far as it was bent, as a part of its way', () => {
    expect(curved().way().middle).toEqual({ x: 300, y: 50 })
    const { points, middle } = curved(0.75).way()
    expect([points[0], points.at(-1)]).toEqual([
      { x: 100, y: 50 },
      { x: 500, y: 50 },
    ])
    expect(middle.x).toBeCloseTo(300)
    expect(middle.y).toBeCloseTo(150)
    expect(curved(0.25).way().middle.y).toBeCloseTo(-50)
  })

  it('is bent by its grip, which stands where the curve goes, and falls back to its own', () => {
    const editor = createEditor(curved().board)
    editor.select(['line'])
    expect(holdOf(editor)?.at.bend).toEqual({ x: 300, y: 50 })
    draw(
      editor,
      select(editor),
      [
        [300, 50],
        [300, 100],
        [300, 150],
      ],
      { grip: 'bend' },
    )
    const bend = () => (editor.scene.get('line')?.thing as ThingOf<'connector'>).bend
    expect(bend()).toBeCloseTo(0.75)
    expect(holdOf(editor)?.at.bend?.y).toBeCloseTo(150)
    draw(
      editor,
      select(editor),
      [
        [300, 150],
        [300, 100],
        [300, 55],
      ],
      { grip: 'bend' },
    )
    expect(bend()).toBe(0.5)
  })
})
