import { moveThings, openBoard, type Board } from '@sheber/document/board'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { halfWide, put } from './board.fixture.ts'
import { fakeCanvas, plainLook, type FakeCanvas } from './canvas.fixture.ts'
import { Painter } from './painter.ts'
import type { Sheet } from './paint.ts'
import { Scene } from './scene.ts'

const side = 256
const screen = { w: 1024, h: 768 }
const camera = { x: 0, y: 0, zoom: 0.25 }
const sheet: Sheet = { screen, density: 1, look: plainLook, nameOf: () => '', editing: null }

let board: Board
let scene: Scene
let tiles: FakeCanvas[]
let glass: FakeCanvas
let painter: Painter
let clock = 0

const frame = (more: Partial<Sheet> = {}, at = camera) => {
  glass.said.length = 0
  for (const tile of tiles) tile.said.length = 0
  clock += 16
  return painter.paint(at, glass.ctx, { ...sheet, ...more }, clock)
}

/** Frames until there is nothing left to do. */
const settle = (at = camera) => {
  for (let i = 0; i < 500; i++) if (!frame({}, at)) return
  throw new Error('it never comes to rest')
}

const repaired = () => tiles.filter(({ said }) => said.some((word) => word.startsWith('fillRect')))
const painted = () => glass.said.filter((word) => word.startsWith('fillRect')).length
const copies = () => glass.said.filter((word) => word.startsWith('drawImage'))

beforeEach(() => {
  board = openBoard(new Y.Doc())
  board.doc.transact(() => {
    for (let i = 0; i < 300; i++) put(board, `n${String(i).padStart(3, '0')}`, (i % 30) * 130, Math.floor(i / 30) * 130, 'жел')
    put(board, 'far', 9100, 9100)
  })
  scene = new Scene(board, halfWide)
  tiles = []
  glass = fakeCanvas()
  clock = 1000
  painter = new Painter(scene, {
    bytesMax: 64 * 2 ** 20,
    newTile: () => {
      const tile = fakeCanvas()
      tiles.push(tile)
      return tile
    },
  })
})

it('few things are painted without any tile', () => {
  expect(frame({}, { x: 0, y: 0, zoom: 4 })).toBe(false)
  expect(tiles).toHaveLength(0)
  expect(copies()).toHaveLength(0)
})

describe('with many in view', () => {
  beforeEach(() => settle())

  it('the view is copied from tiles, and nothing is painted', () => {
    painter.emptied()
    frame()
    expect(copies()).toHaveLength(12)
    expect(repaired()).toHaveLength(0)
  })

  it('where nothing has changed the canvas is left alone', () => {
    frame()
    expect(glass.said).toEqual([])
  })

  it('only what has changed is copied again', () => {
    moveThings(board, [{ id: 'n033', g: [400, 140, 100, 100] }])
    scene.apply(['n033'])
    frame()
    expect(copies()).toHaveLength(1)
  })

  it('a pan within what is there only copies, and paints one tile ahead at most', () => {
    const before = tiles.length
    frame({}, { ...camera, x: 200, y: 100 })
    expect(copies().length).toBeGreaterThanOrEqual(12)
    expect(repaired().every((tile) => tiles.indexOf(tile) >= before)).toBe(true)
    expect(repaired().length).toBeLessThanOrEqual(1)
  })

  it('one change repairs only the tile on which it lies, and only there', () => {
    moveThings(board, [{ id: 'n033', g: [400, 140, 100, 100] }])
    scene.apply(['n033'])
    frame()
    // That of this zoom, and that of the small picture of the whole board.
    expect(repaired().length).toBeGreaterThanOrEqual(1)
    expect(repaired().length).toBeLessThanOrEqual(2)
    for (const { said } of repaired()) expect(said.filter((word) => word.endsWith('100 100')).length).toBeLessThan(20)
  })

  it('what is out of view is not repaired for the view', () => {
    moveThings(board, [{ id: 'far', g: [9300, 9300, 100, 100] }])
    scene.apply(['far'])
    frame()
    expect(repaired().length).toBeLessThanOrEqual(1)
    frame()
    expect(repaired()).toHaveLength(0)
  })

  it('what a hand carries leaves its tile once, and is painted above from then on', () => {
    scene.lift([['n000', { g: [5, 5, 100, 100] }]])
    frame()
    expect(repaired().length).toBeGreaterThan(0)
    settle()
    for (let i = 0; i < 5; i++) {
      scene.lift([['n000', { g: [300 + i * 10, 300, 100, 100] }]])
      frame()
      expect(repaired()).toHaveLength(0)
      expect(glass.said.some((word) => word === 'clip')).toBe(true)
    }
    scene.lift([])
    frame()
    expect(repaired().length).toBeGreaterThan(0)
  })

  it('while zooming the tiles there are are stretched, unsmoothed; sharp ones follow at rest', () => {
    const nearer = { ...camera, zoom: 0.3 }
    const before = tiles.length
    expect(frame({}, nearer)).toBe(true)
    expect(tiles).toHaveLength(before)
    expect(glass.said).toContain('smoothing false')
    settle(nearer)
    expect(tiles.length).toBeGreaterThan(before)
    frame({}, nearer)
    expect(glass.said).not.toContain('smoothing false')
  })

  it('words that are written on the board itself are left out, and come back', () => {
    frame({ editing: 'n005' })
    expect(repaired().length).toBeGreaterThan(0)
    settle()
    frame()
    expect(repaired()).toHaveLength(0)
  })

  it('another look paints everything anew', () => {
    const before = tiles.length
    const look = { ...plainLook }
    frame({ look })
    expect(painted()).toBeGreaterThan(200)
    frame({ look })
    expect(tiles.length).toBeGreaterThan(before)
  })
})

describe('a board that is opened', () => {
  it('is seen whole in its first frame; its tiles follow a few a frame, and the canvas is left alone', () => {
    expect(frame()).toBe(true)
    expect(painted()).toBeGreaterThan(200)
    expect(tiles).toHaveLength(0)
    let frames = 0
    for (; frame(); frames++) expect(glass.said).toEqual([])
    expect(frames).toBeGreaterThan(1)
    painter.emptied()
    frame()
    expect(copies()).toHaveLength(12)
  })

  it('shows what has been seen already to whoever leads it before its tiles are there', () => {
    frame()
    frame()
    frame({}, { ...camera, x: 40 })
    expect(copies().length).toBeGreaterThanOrEqual(12)
  })

  it('shows a change that meets it before its tiles are there, and loses nothing else', () => {
    frame()
    frame()
    moveThings(board, [{ id: 'n033', g: [400, 140, 100, 100] }])
    scene.apply(['n033'])
    frame()
    frame()
    painter.emptied()
    frame()
    expect(copies()).toHaveLength(12)
  })

  it('comes in pieces where all at once would be too long a frame', () => {
    // Near enough to read, a thing counts as five.
    const nearer = { ...camera, zoom: 0.3 }
    board.doc.transact(() => {
      for (let i = 0; i < 1_000; i++) put(board, `m${i}`, (i % 50) * 60, Math.floor(i / 50) * 100, '')
    })
    scene.apply([...board.el.keys()])
    frame({}, nearer)
    expect(repaired().length).toBeGreaterThan(0)
    expect(repaired().length).toBeLessThan(12)
  })
})

it('keeps no more pixels than it may, but always what is in view', () => {
  let alive = 0
  painter = new Painter(scene, {
    bytesMax: 16 * side * side * 4,
    newTile: () => {
      alive++
      return fakeCanvas()
    },
  })
  for (let x = 0; x < 2400; x += 300) settle({ ...camera, x })
  const made = alive
  settle({ ...camera, x: 2100 })
  expect(alive).toBe(made)
  settle(camera)
  expect(alive).toBeGreaterThan(made)
})

describe('led by a hand, where pictures can be made', () => {
  let shown: string[]
  beforeEach(() => {
    shown = []
    painter = new Painter(scene, {
      bytesMax: 64 * 2 ** 20,
      newTile: () => {
        const tile = fakeCanvas()
        tiles.push(tile)
        return tile
      },
      beneath: {
        draw: ({ x, y, w, h }) => shown.push(`draw ${x} ${y} ${w} ${h}`),
        move: ({ x, y }) => shown.push(`move ${x} ${y}`),
        show: () => shown.push('show'),
        hide: () => shown.push('hide'),
        close: () => shown.push('close'),
      },
    })
    settle()
    const isDrawn = () => shown.some((word) => word.startsWith('draw'))
    expect(isDrawn()).toBe(false)
    expect(painter.waits).toBe(0)
    // The picture is made where the paper has been led before, once all has lain still for a while.
    settle({ ...camera, x: 300 })
    clock += 200
    settle()
    expect(isDrawn()).toBe(false)
    clock += painter.waits
    frame()
    expect(isDrawn()).toBe(true)
    expect(painter.waits).toBe(0)
    shown.length = 0
  })
  const at = (x: number) => ({ ...camera, x })

  it('a picture that was made at rest takes every step, and the canvas is right again when the hand rests', () => {
    expect(frame({}, at(40))).toBe(true)
    expect(shown).toEqual(['move -522 -256', 'show'])
    expect(glass.said).toEqual([])
    frame({}, at(120))
    expect(shown.slice(2)).toEqual(['move -542 -256', 'show'])
    settle(at(80))
    expect(shown.at(-1)).toBe('hide')
    painter.emptied()
    frame({}, at(80))
    const whole = copies()
    painter.emptied()
    for (const x of [120, 160, 80]) frame({}, at(x))
    while (frame({}, at(80)) && shown.at(-1) !== 'hide');
    expect(copies()).toEqual(whole)
  })

  it('beyond it the picture is made anew, with more room on the way', () => {
    for (let x = 0; x < 2_600; x += 80) frame({}, at(x))
    expect(shown.filter((word) => word.startsWith('draw')).length).toBeGreaterThanOrEqual(1)
    expect(shown.at(-1)).toBe('show')
  })

  it('where a tile is missing the canvas helps out', () => {
    frame({}, at(4_000))
    frame({}, at(8_000))
    expect(shown).not.toContain('show')
    expect(glass.said.length).toBeGreaterThan(0)
  })

  it('what somebody takes in hand meanwhile is painted on the canvas', () => {
    frame({}, at(40))
    frame({}, at(80))
    scene.lift([['n000', { g: [5, 5, 100, 100] }]])
    frame({}, at(120))
    expect(shown.at(-1)).toBe('hide')
    expect(glass.said).toContain('clip')
  })

  it('what others change meanwhile is seen in the same frame', () => {
    frame({}, at(40))
    frame({}, at(80))
    moveThings(board, [{ id: 'n033', g: [400, 140, 100, 100] }])
    scene.apply(['n033'])
    frame({}, at(120))
    expect(repaired().length).toBeGreaterThanOrEqual(1)
    expect(shown.at(-1)).toBe('hide')
    expect(copies().length).toBeGreaterThan(0)
  })

  it('goes with the painter', () => {
    painter.close()
    expect(shown).toEqual(['hide', 'close'])
  })
})

it('shows a view that has changed all over at once, and its tiles follow over several frames', () => {
  settle()
  const places = Array.from({ length: 300 }, (_, i) => ({
    id: `n${String(i).padStart(3, '0')}`,
    g: [(i % 30) * 130 + 7, Math.floor(i / 30) * 130 + 5, 100, 100] as const,
  }))
  moveThings(board, places)
  scene.apply(places.map(({ id }) => id))
  expect(frame()).toBe(true)
  expect(copies()).toHaveLength(0)
  expect(repaired()).toHaveLength(0)
  expect(glass.said.filter((word) => word.endsWith('100 100')).length).toBeGreaterThan(200)
  frame()
  const next = repaired().length
  expect(next).toBeGreaterThan(0)
  expect(next).toBeLessThan(12)
  expect(glass.said).toEqual([])
  settle()
  expect(copies()).toHaveLength(0)
})

it('where a whole class is at work and frames come late, what has changed is shown bit by bit, and all of it in the end', () => {
  settle()
  const everywhere = Array.from({ length: 300 }, (_, i) => i)
  const places = (by: number) =>
    everywhere.map((i) => ({
      id: `n${String(i).padStart(3, '0')}`,
      g: [(i % 30) * 130 + by, Math.floor(i / 30) * 130 + by, 100, 100] as const,
    }))
  const change = (by: number) => {
    moveThings(board, places(by))
    scene.apply(places(by).map(({ id }) => id))
  }
  for (let late = 0; late < 12; late++) {
    change(late % 9)
    clock += 64
    frame()
  }
  expect(painter.tired).toBe(true)
  change(10)
  clock += 64
  expect(frame()).toBe(true)
  const first = repaired().length
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(12)
  settle()
  painter.emptied()
  frame()
  expect(copies()).toHaveLength(12)
  expect(repaired()).toHaveLength(0)
})
