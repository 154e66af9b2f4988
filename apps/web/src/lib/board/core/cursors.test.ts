import { addThings, openBoard } from '@sheber/document/board'
import type { NewThing } from '@sheber/document/thing'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { halfWide } from './board.fixture.ts'
import { plainLook } from './canvas.fixture.ts'
import { paint, type Sheet } from './paint.ts'
import { Painter } from './painter.ts'
import { FakePath, PixelCanvas } from './pixels.fixture.ts'
import type { Peer } from './presence.ts'
import { Scene } from './scene.ts'

vi.stubGlobal('Path2D', FakePath)

const screen = { w: 480, h: 320 }
const sheet: Sheet = { screen, density: 1, look: plainLook, nameOf: () => '', editing: null }
const zoom = 0.25
const placeOf = (i: number) => [(i % 12) * 150, Math.floor(i / 12) * 150, 120, 120] as const

let scene: Scene
let painter: Painter
let glass: PixelCanvas
let camera: { x: number; y: number; zoom: number }
let clock: number
let drawn: string[]

beforeEach(() => {
  const board = openBoard(new Y.Doc())
  addThings(
    board,
    Array.from({ length: 96 }, (_, i): NewThing => {
      return { kind: 'note', id: `a${i}`, g: placeOf(i), fill: 'pink', text: 'жел', by: 'aigerim', at: 1 }
    }),
  )
  scene = new Scene(board, halfWide)
  glass = new PixelCanvas(screen.w, screen.h)
  camera = { x: 0, y: 0, zoom }
  clock = 1_000
  drawn = []
  painter = new Painter(scene, {
    bytesMax: 64 * 2 ** 20,
    newTile: (side) => new PixelCanvas(side, side),
    newCursor: ({ name }) => {
      drawn.push(name)
      const canvas = new PixelCanvas(40, 20)
      canvas.ctx.fillStyle = name
      canvas.ctx.fillRect(0, 0, 40, 20)
      return { source: canvas.source, w: 40, h: 20, tone: name }
    },
  })
  settle()
})

const frame = (after = 16) => painter.paint(camera, glass.ctx, sheet, (clock += after))

const settle = () => {
  for (let i = 0; i < 300; i++) if (!frame()) return
  throw new Error('it never comes to rest')
}

const peer = (name: string, x: number, y: number, sel: readonly string[] = []): Peer => {
  return { client: 1, user: { id: name, name }, cursor: [x, y], sel, drag: null, edit: null, trail: null }
}

const fresh = () => {
  const canvas = new PixelCanvas(screen.w, screen.h)
  paint(scene, camera, canvas.ctx, sheet)
  return canvas
}
/** The part of the canvas, in pixels, in which something else is seen than the things of the board; null where nothing is. */
const apart = () => {
  const { pixels } = fresh()
  const at = [...pixels.keys()].filter((i) => pixels[i] !== glass.pixels[i])
  if (at.length === 0) return null
  const [xs, ys] = [at.map((i) => i % screen.w), at.map((i) => Math.floor(i / screen.w))]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x + 1, h: Math.max(...ys) - y + 1 }
}

describe("others' hands upon the canvas", () => {
  it('a hand is seen where it is, drawn once, and leaves nothing behind', () => {
    for (const [x, y] of [
      [400, 400],
      [440, 420],
      [1_200, 80],
    ] as const) {
      painter.show([peer('сая', x, y)])
      settle()
      expect(apart()).toEqual({ x: x * zoom, y: y * zoom, w: 40, h: 20 })
    }
    expect(drawn).toEqual(['сая'])
    painter.show([])
    settle()
    expect(apart()).toBeNull()
  })

  it('what a hand holds is outlined, and the outline follows it', () => {
    painter.show([{ ...peer('сая', 0, 0, ['a30']), cursor: null }])
    settle()
    const [x, y] = placeOf(30)
    const around = apart()
    expect(around?.x).toBeLessThan(x * zoom)
    expect(around?.y).toBeLessThan(y * zoom)
    scene.lift([['a30', { g: [x + 80, y + 40, 120, 120] }]])
    settle()
    const moved = apart()
    expect([moved && around && moved.x - around.x, moved && around && moved.y - around.y]).toEqual([80 * zoom, 40 * zoom])
    scene.lift([])
    painter.show([])
    settle()
    expect(apart()).toBeNull()
  })

  it('the paper moves beneath it', () => {
    painter.show([peer('сая', 400, 400)])
    settle()
    for (let i = 1; i <= 5; i++) {
      camera = { x: i * 40, y: 0, zoom }
      frame()
    }
    settle()
    expect(apart()).toEqual({ x: (400 - 200) * zoom, y: 400 * zoom, w: 40, h: 20 })
  })
})

it('what is let go of does not vanish until its place is painted, however late that is', () => {
  const lifted = Array.from({ length: 60 }, (_, i) => `a${i}`)
  const lift = (by: number) =>
    scene.lift(
      lifted.map((id, i) => {
        const [x, y, w, h] = placeOf(i)
        return [id, { g: [x + by, y + by, w, h] }] as const
      }),
    )
  // A class at work: much changes in every frame, and each comes late.
  for (let late = 0; late < 14; late++) {
    for (let i = 60; i < 70; i++) scene.soil({ x: placeOf(i)[0], y: placeOf(i)[1], w: 120, h: 120 })
    lift(late % 7)
    frame(64)
  }
  expect(painter.tired).toBe(true)
  scene.lift([])
  let frames = 0
  let more = true
  while (more) {
    more = frame(64)
    frames++
    const { pixels } = fresh()
    const missing = lifted.filter((_, i) => {
      const at = (Math.floor((placeOf(i)[1] + 60) * zoom) + 0) * screen.w + Math.floor((placeOf(i)[0] + 100) * zoom)
      return pixels[at] !== glass.pixels[at]
    })
    expect([frames, missing]).toEqual([frames, []])
  }
  expect(frames).toBeGreaterThan(1)
  expect(apart()).toBeNull()
})
