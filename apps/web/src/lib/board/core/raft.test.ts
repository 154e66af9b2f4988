import { addThings, openBoard, style, type Board } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { halfWide } from './board.fixture.ts'
import type { Camera } from './camera.ts'
import { plainLook } from './canvas.fixture.ts'
import { paint, type Sheet } from './paint.ts'
import { Painter } from './painter.ts'
import { FakePath, PixelCanvas } from './pixels.fixture.ts'
import type { Plate } from './plate.ts'
import { Scene } from './scene.ts'

vi.stubGlobal('Path2D', FakePath)

const screen = { w: 480, h: 320 }
const sheet: Sheet = { screen, density: 1, look: plainLook, nameOf: () => '', editing: null }
const trace = { by: 'aigerim', at: 1 }
/** What lies in the hand: above all the rest, as its picture does. */
const held = Array.from({ length: 24 }, (_, i) => `z${String(i).padStart(2, '0')}`)
const placeOf = (i: number) => [(i % 6) * 170, Math.floor(i / 6) * 170, 120, 120] as const

let board: Board
let scene: Scene
let painter: Painter
let glass: PixelCanvas
let camera: Camera
let clock: number
let picture: { pixels: PixelCanvas; x: number; y: number; shown: boolean } | null
let drawn: number

beforeEach(() => {
  board = openBoard(new Y.Doc())
  const under = Array.from({ length: 60 }, (_, i): NewThing => {
    return { ...trace, kind: 'note', id: `a${i}`, g: [(i % 10) * 130, Math.floor(i / 10) * 130, 100, 100], fill: 'pink', text: 'жел' }
  })
  const upper = held.map((id, i): NewThing => ({ ...trace, kind: 'note', id, g: placeOf(i), fill: 'yellow', text: 'су' }))
  addThings(board, [...under, ...upper])
  scene = new Scene(board, halfWide)
  glass = new PixelCanvas(screen.w, screen.h)
  camera = { x: 0, y: 0, zoom: 0.25 }
  clock = 1_000
  picture = null
  drawn = 0
  const above: Plate = {
    draw: ({ w, h }, press) => {
      const pixels = new PixelCanvas(w, h)
      press(pixels.ctx)
      drawn++
      picture = { pixels, x: 0, y: 0, shown: false }
    },
    move: ({ x, y }) => {
      if (picture) picture = { ...picture, x, y }
    },
    show: () => {
      if (picture) picture.shown = true
    },
    hide: () => (picture = null),
    close: () => (picture = null),
  }
  painter = new Painter(scene, { bytesMax: 64 * 2 ** 20, newTile: (side) => new PixelCanvas(side, side), above })
  settle()
})

const frame = (more: Partial<Sheet> = {}) => {
  clock += 16
  return painter.paint(camera, glass.ctx, { ...sheet, ...more }, clock)
}

const settle = () => {
  for (let i = 0; i < 300; i++) if (!frame()) return
  throw new Error('it never comes to rest')
}

const lift = (dx: number, dy: number, ids = held) =>
  scene.lift(
    ids.map((id) => {
      const [x, y, w, h] = scene.get(id)?.thing.g ?? [0, 0, 1, 1]
      return [id, { g: [x + dx, y + dy, w, h] }] as const
    }),
  )

/** Where what is seen, the canvas and the picture above it, differs from a fresh painting of the scene. */
const differs = () => {
  const fresh = new PixelCanvas(screen.w, screen.h)
  paint(scene, camera, fresh.ctx, sheet)
  const seen = (i: number) => {
    if (!picture?.shown) return glass.pixels[i]
    const { pixels } = picture
    const [x, y] = [(i % screen.w) - picture.x, Math.floor(i / screen.w) - picture.y]
    const above = x >= 0 && y >= 0 && x < pixels.w && y < pixels.h ? pixels.pixels[y * pixels.w + x] : 0
    return above || glass.pixels[i]
  }
  const at = fresh.pixels.findIndex((pixel, i) => pixel !== seen(i))
  return at < 0 ? null : { x: at % screen.w, y: Math.floor(at / screen.w) }
}

it('many things that are moved together are drawn once, and seen where they are', () => {
  for (const [dx, dy] of [
    [4, 0],
    [40, 24],
    [120, -60],
    [-80, 200],
  ] as const) {
    lift(dx, dy)
    settle()
    expect(picture?.shown).toBe(true)
    expect([dx, dy, differs()]).toEqual([dx, dy, null])
  }
  expect(drawn).toBe(1)
})

it('laid down, they lie on the canvas again, and the picture is gone', () => {
  lift(40, 24)
  settle()
  scene.lift([])
  settle()
  expect(picture).toBeNull()
  expect(differs()).toBeNull()
})

it('while only the picture moves, the canvas is left alone', () => {
  lift(4, 0)
  settle()
  glass.pixels.fill(0)
  lift(200, 100)
  frame()
  expect(glass.pixels.every((pixel) => pixel === 0)).toBe(true)
})

it('what comes into view with a hand is drawn when it comes near', () => {
  camera = { x: 0, y: 0, zoom: 0.5 }
  settle()
  lift(4, 0)
  settle()
  for (let x = 0; x > -600; x -= 40) {
    lift(x, x)
    frame()
    settle()
    expect([x, differs()]).toEqual([x, null])
  }
})

it('what somebody changes meanwhile is painted as it is', () => {
  lift(40, 24)
  settle()
  style(board, [held[0] ?? ''], { fill: 'green' })
  scene.apply([held[0] ?? ''])
  frame()
  expect(picture).toBeNull()
  settle()
  expect(differs()).toBeNull()
})

it('what another hand holds is painted beside it', () => {
  const both = (dx: number) =>
    scene.lift([
      ...held.map((id, i) => [id, { g: [placeOf(i)[0] + dx, placeOf(i)[1], 120, 120] as const }] as const),
      ['a59', { g: [900 - dx, 900, 100, 100] as const }] as const,
    ])
  for (const dx of [4, 40, 80]) {
    both(dx)
    settle()
    expect(picture?.shown).toBe(true)
    expect(differs()).toBeNull()
  }
  expect(drawn).toBe(1)
})

it('what is stretched, or zoomed, or few, is painted by itself', () => {
  lift(40, 24)
  settle()
  scene.lift(held.map((id, i) => [id, { g: [placeOf(i)[0] * 1.1, placeOf(i)[1] * 1.1, 132, 132] as const }] as const))
  frame()
  expect(picture).toBeNull()
  settle()
  expect(differs()).toBeNull()
  scene.lift([])
  settle()
  lift(40, 24, held.slice(0, 8))
  settle()
  expect(picture).toBeNull()
  expect(differs()).toBeNull()
})

it('another zoom has it drawn anew once that rests', () => {
  lift(40, 24)
  settle()
  camera = { x: 0, y: 0, zoom: 0.4 }
  frame()
  expect(picture).toBeNull()
  clock += 600
  settle()
  expect(picture?.shown).toBe(true)
  expect(drawn).toBe(2)
})

it('connectors between them go along, those to others are painted anew', () => {
  const end = (id: string) => ({ id, u: 0.5, v: 0.5, port: '' })
  addThings(board, [
    { ...trace, kind: 'connector', id: 'inner', a: end('z00'), b: end('z07') },
    { ...trace, kind: 'connector', id: 'outer', a: end('z00'), b: end('a55') },
  ])
  scene.apply(['inner', 'outer'])
  settle()
  lift(4, 0)
  settle()
  glass.pixels.fill(0)
  lift(200, 100)
  settle()
  expect(drawn).toBe(1)
  expect(glass.pixels.some((pixel) => pixel !== 0)).toBe(true)
})
