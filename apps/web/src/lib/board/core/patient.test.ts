import { addThings, moveThings, openBoard, remove } from '@sheber/document/board'
import type { ThingOf } from '@sheber/document/thing'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { halfWide } from './board.fixture.ts'
import { keepLeader } from './connect.ts'
import type { Item } from './kind.ts'
import { wayOf } from './kinds/connector.ts'
import { patient } from './patient.ts'
import { lead } from './route.ts'
import { Scene } from './scene.ts'

const by = { by: 'aigerim', at: 1 }
const lines = 40

/** Each line has something in its way; no two boards lie in one place, so that nothing has been found before. */
const boardAt = (y: number) => {
  const board = openBoard(new Y.Doc())
  const shape = (id: string, x: number, row: number) => ({ kind: 'shape', id, g: [x, y + row * 300, 100, 100], ...by }) as const
  const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
  addThings(
    board,
    Array.from({ length: lines }, (_, row) => [
      shape(`a${row}`, 0, row),
      shape(`wall${row}`, 250, row),
      shape(`b${row}`, 500, row),
      { kind: 'connector', id: `line${row}`, a: end(`a${row}`), b: end(`b${row}`), p: [0, 0, 0, 0], route: 'elbow', ...by } as const,
    ]).flat(),
  )
  return board
}
const waysOn = (scene: Scene) =>
  Array.from({ length: lines }, (_, row) => wayOf(scene.get(`line${row}`) as Item<ThingOf<'connector'>>, scene).points)

describe('a leader with patience', () => {
  let tasks: (() => void)[] = []
  let now = 0
  beforeEach(() => {
    tasks = []
    now = 0
    // Whoever looks at the clock finds that a millisecond is gone.
    keepLeader(patient({ now: () => now++, later: (work) => void tasks.push(work) }))
  })
  const turn = () => tasks.shift()?.()

  it('leads some lines at once and the rest a few at a time, until all go as if nobody had waited', () => {
    const scene = new Scene(boardAt(0), halfWide)
    const bent = () => waysOn(scene).filter((way) => way.length > 2).length
    expect(bent()).toBeGreaterThan(0)
    expect(bent()).toBeLessThan(lines / 2)
    let turns = 0
    for (let before = bent(); tasks.length > 0; before = bent(), turns++) {
      turn()
      expect(bent() - before).toBeLessThanOrEqual(10)
    }
    expect(turns).toBeGreaterThan(2)
    expect(bent()).toBe(lines)
    keepLeader(lead)
    expect(waysOn(scene)).toEqual(waysOn(new Scene(boardAt(0), halfWide)))
  })

  it('tells of the place where a line is painted anew, and forgets one that has gone', () => {
    const board = boardAt(20_000)
    const scene = new Scene(board, halfWide)
    const last = `line${lines - 1}`
    let soiled = 0
    scene.watch(() => soiled++)
    remove(board, [last], 'aigerim', 2)
    scene.apply([last])
    const before = soiled
    while (tasks.length > 0) turn()
    expect(soiled).toBeGreaterThan(before)
    expect(scene.get(last)).toBeUndefined()
  })

  it('does not keep one hand waiting', () => {
    const board = boardAt(40_000)
    const scene = new Scene(board, halfWide)
    while (tasks.length > 0) turn()
    moveThings(board, [{ id: 'b3', g: [620, 40_930, 100, 100] }])
    scene.apply(['b3'])
    expect(waysOn(scene)[3]?.length).toBeGreaterThan(2)
    expect(waysOn(scene)[3]?.at(-1)?.x).toBe(620)
  })
})
